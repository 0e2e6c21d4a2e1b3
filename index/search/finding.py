"""A query, as Whoosh is asked it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from whoosh import query as ask

from index.model.results import Synonyms
from index.search.asking import DATE, ISSUED, Among, Between
from index.search.fields import whole
from index.search.known import Known
from index.search.opened import Opened
from index.search.prose import Prose
from index.search.query import (
    EVERYWHERE,
    AllOf,
    AnyOf,
    Asked,
    Near,
    Node,
    Not,
    Phrase,
    Some,
    State,
    Value,
    Within,
    Words,
    asked_for,
    has_words,
    telling_words,
)
from index.search.spelling import nearest
from index.search.thesaurus import Expression, Thesaurus
from index.search.words import LONGEST, stem, words

MOST_BEGINNINGS = 256
"""Words that the prefixes of a query may stand for, together."""

_BEGINNINGS = 64
"""Words that one prefix may stand for: the most frequent of those that begin with it."""

_SIDE_BY_SIDE = 0.5
"""What words count besides where they stand next to each other as they were typed."""

_LONGEST_RUN = 8
"""Words that are looked for side by side: more is no turn of phrase."""

_SYNONYM = 0.4
"""What a synonym counts, where the words of the query themselves count 1."""

_BEGINNING = 0.6
"""What a word counts that goes on where the typed word ends."""

_LIKE = 0.6
"""What a word counts that is only like the one that was asked for."""

_WRITTEN_SMALL = 0.2
"""What a word counts where an acronym of the same letters is meant: "send" for SEND."""

_ENDINGS = ("ings", "edly", "ers", "ies", "ations", "ments", "ally", "ively")
"""What is put behind stems: a half-typed word may end in the beginning of one of these."""

_LONG_WORD = 6
"""Letters of a word of which an "s" at the end is more likely its last letter than not."""

_LEAST_STEM = 4
"""Letters of a stem that a half-typed word may have gone past."""


class Question:
    """A query for Whoosh, with what it marks. Made for one state of the index.

    `known` tells which items are in a state that is asked for. `going_on` makes the word that is
    being typed stand for all words that begin with it, even where it is a word itself.
    """

    def __init__(
        self,
        node: Node,
        opened: Opened,
        thesaurus: Thesaurus,
        known: Known,
        *,
        going_on: bool = False,
    ) -> None:
        self._opened = opened
        self._thesaurus = thesaurus
        self._record = known
        self._going_on = going_on
        self._marks: set[str] = set()
        self._wanted = True
        several = sum(word.prefix or word.typing or word.slips > 0 for word in asked_for(node))
        self._beginnings = min(_BEGINNINGS, MOST_BEGINNINGS // max(1, several))
        self._synonyms: list[Synonyms] = []
        self.notes: list[str] = []
        """What was not searched as it was asked for."""
        self.scored = has_words(node)
        """Whether the query has words that items can be ranked by."""
        self.query: ask.Query = self._read(node)

    @property
    def marks(self) -> frozenset[str]:
        """What `index.search.highlighting` takes to show where the words stand."""
        return frozenset(self._marks)

    @property
    def synonyms(self) -> tuple[Synonyms, ...]:
        """The expressions of the query that others stand in for."""
        return tuple(self._synonyms)

    def _read(self, node: Node) -> ask.Query:
        match node:
            case Words():
                return self._words(node.words, node.field)
            case Some():
                return self._some(node)
            case Phrase():
                return self._phrase([stem(word.form) for word in node.words], node.field)
            case Near():
                return self._near(node)
            case Value():
                return self._value(node)
            case Within():
                return self._within(node)
            case State(field, value):
                return Among(self._record.items(field, value))
            case AllOf():
                return self._all(node.nodes)
            case AnyOf():
                return _any([self._read(part) for part in node.nodes])
            case Not():
                return self._all((node,))

    def _all(self, nodes: Sequence[Node]) -> ask.Query:
        """What is wanted, ranked by its words alone, without what is not wanted."""
        ranked = [self._read(node) for node in nodes if has_words(node)]
        required = [
            self._read(node) for node in nodes if not isinstance(node, Not) and not has_words(node)
        ]
        self._wanted, wanted = False, self._wanted
        refused = [self._read(node.node) for node in nodes if isinstance(node, Not)]
        self._wanted = wanted
        found = _both(ranked) if ranked else _both(required) if required else ask.Every()
        if ranked and required:
            found = ask.Require(found, _both(required))
        # not AndNot, whose matcher lets the first item through where the other begins before it
        return ask.And([found, *map(ask.Not, refused)]) if refused else found

    # words

    def _some(self, node: Some) -> ask.Query:
        prose = Prose(node.words, self._opened, self._thesaurus, node.field)
        self._marks |= prose.marks
        half = [
            word for word in node.words if word.prefix or (word.typing and not self._known(word))
        ]
        return _any([prose.query, *(self._beginning(word, node.field) for word in half)])

    def _words(self, asked: Sequence[Asked], field: str) -> ask.Query:
        telling = frozenset(telling_words(asked))
        parts: list[ask.Query] = []
        position = 0
        while position < len(asked):
            length, synonyms = self._listed(asked[position:])
            run = asked[position : position + length]
            position += length
            if synonyms:
                parts.append(self._widened(run, synonyms, field))
            elif length > 1 or run[0] in telling:
                parts.append(self._run(run, field))
        found = _both(parts)
        return ask.AndMaybe(found, beside) if (beside := self._beside(asked, field)) else found

    def _beside(self, asked: Sequence[Asked], field: str) -> ask.Query | None:
        """The words next to each other in the order that they were typed, if they can stand so."""
        found = [stem(word.form) for word in asked]
        if not 1 < len(found) <= _LONGEST_RUN or all(word.glued for word in asked[1:]):
            return None
        if not all(self._opened.frequency(field, term) for term in found):
            return None
        return ask.Phrase(field, found, boost=_SIDE_BY_SIDE)

    def _listed(self, asked: Sequence[Asked]) -> tuple[int, tuple[Expression, ...]]:
        """How many of the words make an expression with synonyms, or belong together without."""
        for length in range(min(self._thesaurus.longest, len(asked)), 0, -1):
            run = asked[:length]
            if any(word.prefix for word in run) or _splits(asked, length):
                continue
            if synonyms := self._thesaurus.same_as([stem(word.form) for word in run]):
                return length, synonyms
        length = 1
        while length < len(asked) and asked[length].glued:
            length += 1
        return length, ()

    def _widened(
        self, run: Sequence[Asked], synonyms: Iterable[Expression], field: str
    ) -> ask.Query:
        """The words themselves or, for less, what means the same."""
        stems = [stem(word.form) for word in run]
        self._mark(" ".join(stems))
        rarity = sum(self._opened.rarity(field, term) for term in stems)
        # what is listed is a word, also where it begins a longer one: LAC, and "lack"
        own_words = run if self._going_on else [replace(word, typing=False) for word in run]
        choices = [self._run(telling_words(own_words), field)]
        others: list[str] = []
        for synonym in synonyms:
            if all(self._opened.frequency(field, term) for term in synonym.terms):
                others.append(" ".join(synonym.terms))
                own = sum(self._opened.rarity(field, term) for term in synonym.terms)
                weight = _SYNONYM * min(1.0, rarity / own)
                choices.append(self._phrase(synonym.terms, field, weight))
        if self._wanted and others:
            own_stems = frozenset(stem(word.form) for word in telling_words(own_words))
            self._synonyms.append(Synonyms(own_stems, frozenset(others)))
        return _any(choices)

    def _run(self, run: Sequence[Asked], field: str) -> ask.Query:
        """The words of the query themselves; what is glued together stands so in the text too."""
        parts = []
        for _, group in groupby(_numbered(run), key=lambda pair: pair[0]):
            chunk = [word for _, word in group]
            if len(chunk) == 1:
                parts.append(self._word(chunk[0], field))
            else:
                parts.append(self._glued(chunk, field))
        return _both(parts)

    def _glued(self, chunk: Sequence[Asked], field: str) -> ask.Query:
        last = chunk[-1]
        if last.prefix or (last.typing and not self._known(last)):
            return _both([self._word(word, field) for word in chunk])
        choices = [self._phrase([stem(word.form) for word in chunk], field)]
        if all(word.glued == "-" for word in chunk[1:]):
            whole = stem("".join(word.form for word in chunk)[:LONGEST])
            choices.append(self._term(whole, field))
        return _any(choices)

    def _word(self, word: Asked, field: str) -> ask.Query:
        stemmed = stem(word.form)
        if word.slips:
            return self._like(word, field)
        if word.prefix or (word.typing and (self._going_on or not self._known(word))):
            return self._beginning(word, field)
        capitals = word.acronym or word.form.upper()
        if self._thesaurus.knows_acronym(capitals) and self._opened.frequency(field, capitals):
            acronym = self._term(capitals, field)
            if word.acronym:
                return acronym
            return _any([acronym, self._term(stemmed, field, _WRITTEN_SMALL)])
        return self._term(stemmed, field)

    def _known(self, word: Asked) -> bool:
        return self._opened.knows(word.form) or self._opened.frequency(EVERYWHERE, word.form) > 0

    def _beginning(self, word: Asked, field: str) -> ask.Query:
        """All words that begin so; the word itself counts more than those that go on."""
        forms, more = self._opened.beginning_with(word.form, self._beginnings)
        if more and word.prefix:
            self.notes.append(
                f"many words begin with “{word.form}”: the most frequent were searched"
            )
        whole = stem(word.form)
        if not forms:
            return self._term(gone_past(word.form, self._opened) or whole, field)
        self._mark(f"{word.form}*")
        stems = sorted({*map(stem, forms), *([whole] if self._is_form(word.form) else [])})
        found = [term for term in stems if self._opened.frequency(field, term)]
        # a rare word is not meant more than a common one, only because it begins so as well
        together = sum(self._opened.frequency(field, term) for term in found)
        rarity = self._opened.rarity_of(together)
        choices = []
        for term in found:
            own = 1.0 if word.prefix or term == whole else _BEGINNING
            weight = own * min(1.0, rarity / self._opened.rarity(field, term))
            choices.append(ask.Term(field, term, boost=weight))
        return ask.DisjunctionMax(choices) if len(choices) > 1 else _any(choices)

    def _is_form(self, form: str) -> bool:
        """Whether a word may be whole that nobody wrote so: "childrens", for children’s."""
        return form.endswith("s") and len(form) > _LONG_WORD and self._opened.knows(form[:-1])

    def _like(self, word: Asked, field: str) -> ask.Query:
        """All words that are a slip or two away; those with the fewest count most."""
        forms = nearest(word.form, self._opened, word.slips)
        if len(forms) > self._beginnings:
            self.notes.append(f"many words are like “{word.form}”: the nearest were searched")
        own = stem(word.form)
        stems = dict.fromkeys([own, *map(stem, forms[: self._beginnings])])
        found = [term for term in stems if self._opened.frequency(field, term)]
        choices = [self._term(term, field, 1.0 if term == own else _LIKE) for term in found]
        return ask.DisjunctionMax(choices) if len(choices) > 1 else _any(choices)

    def _near(self, node: Near) -> ask.Query:
        """Each side itself, and next to the one after it, in either order."""
        sides = [[stem(word.form) for word in side.words] for side in node.sides if side.words]
        parts = [self._phrase(side, node.field) for side in sides]
        for one, other in pairwise(sides):
            orders = ([*one, *other], [*other, *one])
            parts.append(_any([ask.Phrase(node.field, each, slop=node.within) for each in orders]))
        return _both(parts) if parts else ask.NullQuery

    def _phrase(self, found: Sequence[str], field: str, weight: float = 1.0) -> ask.Query:
        if len(found) == 1:
            return self._term(found[0], field, weight)
        self._mark(" ".join(found))
        if not all(self._opened.frequency(field, term) for term in found):
            return ask.NullQuery
        return ask.Phrase(field, list(found), boost=weight)

    def _term(self, term: str, field: str, weight: float = 1.0) -> ask.Query:
        self._mark(term)
        return ask.Term(field, term, boost=weight)

    def _mark(self, mark: str) -> None:
        if self._wanted:
            self._marks.add(mark)

    # values

    def _value(self, node: Value) -> ask.Query:
        value = whole(node.value)
        if self._opened.frequency(node.field, value):
            return ask.Term(node.field, value)
        parts = [self._keyword(node.field, word.form) for word in words(value)]
        return _both(parts) if parts else ask.NullQuery

    def _keyword(self, field: str, form: str) -> ask.Query:
        """A word of a value or, where there is none, the values and words that begin so."""
        if self._opened.frequency(field, stem(form)):
            return ask.Term(field, stem(form))
        values = [value for value in self._opened.values(field) if value.startswith(form)]
        return _any([ask.Term(field, value) for value in values[:_BEGINNINGS]])

    def _within(self, node: Within) -> ask.Query:
        days = node.days
        if node.field not in (ISSUED, DATE):
            return Among(self._record.within(node.field, days))
        first = days.first.isoformat() if days.first is not None else None
        last = days.last.isoformat() if days.last is not None else None
        return Between(node.field, first, last, wholly=node.wholly)


def gone_past(form: str, opened: Opened) -> str | None:
    """The stem that a half-typed word goes past: "safeguard" for "safeguardi"; None if none."""
    for cut in range(1, max(map(len, _ENDINGS))):
        base, rest = form[:-cut], form[-cut:]
        if len(base) < _LEAST_STEM:
            return None
        if any(ending.startswith(rest) for ending in _ENDINGS) and opened.frequency(
            EVERYWHERE, stem(base)
        ):
            return stem(base)
    return None


def _splits(asked: Sequence[Asked], length: int) -> bool:
    """Whether the first words of that length end within words that are glued together."""
    return length < len(asked) and bool(asked[length].glued)


def _numbered(run: Sequence[Asked]) -> list[tuple[int, Asked]]:
    number = 0
    numbered = []
    for word in run:
        number += not word.glued
        numbered.append((number, word))
    return numbered


def _both(parts: Sequence[ask.Query]) -> ask.Query:
    if any(part is ask.NullQuery for part in parts):
        return ask.NullQuery
    once = list(dict.fromkeys(parts))
    return once[0] if len(once) == 1 else ask.And(once)


def _any(parts: Sequence[ask.Query]) -> ask.Query:
    present = list(dict.fromkeys(part for part in parts if part is not ask.NullQuery))
    if not present:
        return ask.NullQuery
    return present[0] if len(present) == 1 else ask.Or(present)
