"""A question in prose, as Whoosh is asked it: any of its words will do, the more the better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import pairwise
from math import log

from whoosh import query as ask

from index.search.opened import Opened
from index.search.query import EVERYWHERE, Asked
from index.search.thesaurus import Thesaurus
from index.search.words import FUNCTION_WORDS, LONGEST, Word, stem

_MOST_TERMS = 64
"""Words of a question that are looked for: of more, those that fewest items have."""

_NEIGHBOURS = 0.25
"""What two words count besides where they stand next to each other as in the question."""

_SYNONYM = 0.2
"""What a synonym counts, where the words of the question themselves count 1.

It is less than where all words are wanted: there a synonym stands for what is missing, here it only
adds to what the other words find.
"""


class Prose:
    """A question for Whoosh, with what it marks. Made for one state of the index.

    Of the words that tell what is asked for, each counts by how rare it is and, if the question has
    it n times, 1 + log n times; what stands side by side in the question and in an item counts
    besides, and so does what means the same, for less.
    """

    def __init__(
        self,
        asked: Sequence[Word | Asked],
        opened: Opened,
        thesaurus: Thesaurus,
        field: str = EVERYWHERE,
    ) -> None:
        self._opened = opened
        self._thesaurus = thesaurus
        self._field = field
        self._marks: set[str] = set()
        counts = self._counted(asked)
        pairs = self._neighbours(asked, counts)
        chosen = [self._term(term, count) for term, count in counts.items()]
        self.query: ask.Query = ask.Or([*chosen, *pairs, *self._synonyms(asked)])

    @property
    def marks(self) -> frozenset[str]:
        """What `index.search.highlighting` takes to show where the words stand."""
        return frozenset(self._marks)

    def _counted(self, asked: Sequence[Word | Asked]) -> dict[str, float]:
        """The terms that are looked for, and what each counts."""
        telling = [word for word in asked if word.form not in FUNCTION_WORDS]
        often = Counter(map(self._chosen, telling or asked))
        self._marks.update(often)
        often += Counter(
            stem(f"{first.form}{second.form}"[:LONGEST])
            for first, second in pairwise(asked)
            if second.glued == "-"
        )
        known = [term for term in often if self._opened.frequency(self._field, term)]
        rarest = nlargest(
            _MOST_TERMS, known, key=lambda term: self._opened.rarity(self._field, term)
        )
        return {term: 1 + log(often[term]) for term in rarest}

    def _chosen(self, word: Word | Asked) -> str:
        """The term for a word: for an acronym of the field, only what is written in capitals."""
        if self._thesaurus.knows_acronym(word.acronym):
            return word.acronym
        return stem(word.form)

    def _neighbours(
        self, asked: Sequence[Word | Asked], counts: dict[str, float]
    ) -> Iterator[ask.Query]:
        terms = [self._chosen(word) for word in asked]
        for pair in dict.fromkeys(pairwise(terms)):
            if all(term in counts for term in pair) and pair[0] != pair[1]:
                yield ask.Phrase(self._field, list(pair), boost=_NEIGHBOURS)

    def _synonyms(self, asked: Sequence[Word | Asked]) -> Iterator[ask.Query]:
        """What means the same as words of the question, the longest that are listed first."""
        stems = [stem(word.form) for word in asked]
        position = 0
        while position < len(stems):
            for length in range(min(self._thesaurus.longest, len(stems) - position), 0, -1):
                run = stems[position : position + length]
                if synonyms := self._thesaurus.same_as(run):
                    rarity = sum(self._opened.rarity(self._field, term) for term in run)
                    for synonym in synonyms:
                        yield from self._meaning(synonym.terms, rarity)
                    position += length - 1
                    break
            position += 1

    def _meaning(self, terms: Sequence[str], rarity: float) -> Iterator[ask.Query]:
        if all(self._opened.frequency(self._field, term) for term in terms):
            own = sum(self._opened.rarity(self._field, term) for term in terms)
            weight = _SYNONYM * min(1.0, rarity / own)
            if len(terms) == 1:
                yield self._term(terms[0], weight)
            else:
                self._marks.add(" ".join(terms))
                yield ask.Phrase(self._field, list(terms), boost=weight)

    def _term(self, term: str, weight: float) -> ask.Query:
        self._marks.add(term)
        return ask.Term(self._field, term, boost=weight)
