"""From what a reader typed to all items that answer it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whoosh.query import Every

from index.search.finding import Question
from index.search.found import Found
from index.search.known import Context
from index.search.matches import Matches, of
from index.search.opened import Opened
from index.search.parser import read
from index.search.prose import Prose
from index.search.query import AllOf, Node, Query, Some, Words, telling_words
from index.search.spelling import respelt
from index.search.telling import in_words
from index.search.thesaurus import Thesaurus
from index.search.words import words

_MOST_LETTERS = 10_000

_NO_WORD = "there is no word in this to search for"
_SOME_WORDS = "nothing has all of these words: these items have some of them"
_FEW_HAVE_ALL = "only {} all of these words: the others, below, have some of them"

_FEW = 20
"""Items that have all words of a query: where there are fewer, those that have some follow."""

_MANY = 3
"""Words of which an item may lack one and still be what was looked for."""

_ENOUGH = 0.4
"""Of the best score, what an item has that has most of the words, or the rarest of them."""


def answer(
    text: str, opened: Opened, thesaurus: Thesaurus, context: Context | None = None
) -> Matches:
    """All items that answer what was typed; every item there is if that is nothing at all."""
    answering = _Answering(opened, thesaurus, context or Context())
    return answering.answer(text)


def answer_prose(text: str, opened: Opened, thesaurus: Thesaurus) -> Matches:
    """All items with any of the words of a question in prose, best first."""
    question = Prose(list(words(text[:_MOST_LETTERS])), opened, thesaurus)
    return replace(of(opened.find(question.query)), marks=question.marks)


@dataclass(frozen=True, slots=True)
class _Answering:
    """Answers from one state of the index."""

    opened: Opened
    thesaurus: Thesaurus
    context: Context

    def answer(self, text: str) -> Matches:
        query = self._read(text)
        if query.node is None:
            if text.strip() and not query.awaiting:
                return Matches(note=query.note or _NO_WORD)
            everything = self.opened.find(Every(), scored=False)
            return replace(of(everything), note=query.note)
        matches = self._found(query, query.node)
        if not matches.ids:
            matches = self._widened(query, query.node) or matches
        elif len(matches.ids) < _FEW:
            matches = self._followed(query, query.node, matches)
        return replace(
            matches,
            read_as=in_words(query.node, self.context.topics),
            corrected=self._corrected(text, query, query.node),
            wider=None if matches.ids else self._wider(text, query),
        )

    def _read(self, text: str) -> Query:
        return read(text, self.context.today, self.context.known.names)

    def _found(self, query: Query, node: Node, *, going_on: bool = False) -> Matches:
        question = Question(
            node, self.opened, self.thesaurus, self.context.known, going_on=going_on
        )
        found = self.opened.find(question.query, scored=question.scored)
        return replace(
            of(found),
            note="; ".join([*query.notes, *question.notes]),
            marks=question.marks,
            synonyms=question.synonyms,
        )

    def _widened(self, query: Query, node: Node) -> Matches | None:
        """Items with some of the words, where none has them all, if that may be what is meant."""
        if query.typing:
            matches = self._found(query, node, going_on=True)
            if matches.ids:
                return matches
        loose = _loosened(node, 2) if query.plain else None
        if loose is None:
            return None
        matches = self._found(query, loose)
        if matches.found is None or not matches.ids:
            return None
        return _noted(matches, matches.found.best(_ENOUGH), _SOME_WORDS)

    def _followed(self, query: Query, node: Node, matches: Matches) -> Matches:
        """The items and, where there are several words, those that have enough of them."""
        loose = _loosened(node, _MANY) if query.plain else None
        if loose is None or matches.found is None:
            return matches
        others = self._found(query, loose)
        if others.found is None:
            return matches
        found = matches.found.followed_by(others.found.best(_ENOUGH))
        if len(found) == len(matches.ids):
            return matches
        have = "one has" if len(matches.ids) == 1 else f"{len(matches.ids)} have"
        both = replace(matches, marks=matches.marks | others.marks)
        return _noted(both, found, _FEW_HAVE_ALL.format(have))

    def _corrected(self, text: str, query: Query, node: Node) -> str | None:
        """The query in a spelling that finds something, where the library lacks words of it."""
        spelling = respelt(text, node, query.wanted, self.opened)
        if spelling is None:
            return None
        again = self._read(spelling)
        if self._finds(spelling) or (again.node is not None and self._widened(again, again.node)):
            return spelling
        return None

    def _wider(self, text: str, query: Query) -> str | None:
        """The query without what narrows it, if that finds something."""
        wider = text
        for start, end in reversed(query.narrowing):
            wider = wider[:start] + wider[end:]
        wider = " ".join(wider.split())
        return wider if query.narrowing and wider and self._finds(wider) else None

    def _finds(self, text: str) -> bool:
        query = self._read(text)
        return query.node is not None and bool(self._found(query, query.node).ids)


def _noted(matches: Matches, found: Found, note: str) -> Matches:
    """The matches with other items, and a note on these."""
    notes = (matches.note, note)
    shown = of(found)
    return replace(
        matches,
        ids=shown.ids,
        scores=shown.scores,
        found=found,
        note="; ".join(note for note in notes if note),
    )


def _loosened(node: Node, least: int) -> Node | None:
    """The query with any of its plain words instead of all; None if there are less than `least`."""
    match node:
        case Words(words, field) if len({word.form for word in telling_words(words)}) >= least:
            return Some(words, field)
        case AllOf(nodes):
            parts = [_loosened(part, least) if isinstance(part, Words) else None for part in nodes]
            if any(parts):
                return AllOf(tuple(new or old for new, old in zip(parts, nodes, strict=True)))
    return None
