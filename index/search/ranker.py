"""Which items answer a query and how well, by arrays: a walk over Whoosh's query tree.

What Whoosh's matchers do one posting at a time is done here for all postings of a term at once. The
scores are those of Whoosh's BM25F, told how rare words are as it is reckoned here; a test compares
them item by item.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from math import log

import numpy as np
from whoosh import query as ask

from index.search.arrays import Array
from index.search.asking import DATE, Among, Between
from index.search.fields import PARTS
from index.search.segment import LENGTHS, Posting, Segment

K1 = 1.2
B = 0.75
"""BM25's parameters, as Whoosh has them."""

_SCORED = frozenset(("words", *PARTS))
_FEW = 16
"""Of so many times fewer items, each is looked up among the others."""

_NO_ITEMS = np.zeros(0, np.int64)


class Collection:
    """What scores depend on beside a posting: how frequent terms are and how long fields."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self.items = sum(segment.size for segment in segments)
        self._frequencies: dict[tuple[str, bytes], int] = {}
        self._norms: dict[str, Array] = {}

    def frequency(self, field: str, term: bytes) -> int:
        """How many items have the term in the field; those that were deleted still count."""
        key = (field, term)
        if key not in self._frequencies:
            count = sum(segment.frequency(field, term) for segment in self._segments)
            self._frequencies[key] = count
        return self._frequencies[key]

    def rarity(self, frequency: int) -> float:
        """The inverse document frequency of what stands in so many items.

        It is BM25's own, by Robertson and Spärck Jones, above 0 as Lucene has it. Whoosh's default,
        log(N / (n + 1)) + 1, lets the frequent words of a long question outweigh the rare ones.
        """
        often = min(frequency, self.items)
        return log(1 + (self.items - often + 0.5) / (often + 0.5))

    def norms(self, field: str) -> Array:
        """What BM25 adds to a term's weight, by the byte that tells the length of the field."""
        if field not in self._norms:
            total = sum(segment.total(field) for segment in self._segments)
            average = total / (self.items or 1) or 1.0
            self._norms[field] = K1 * (1 - B + B * np.maximum(LENGTHS, 1) / average)
        return self._norms[field]


class Ranker:
    """Answers queries from one segment; its items are numbered from 0."""

    def __init__(self, segment: Segment, collection: Collection) -> None:
        self._segment = segment
        self._collection = collection
        self._size = segment.size
        self._found: dict[ask.Query, Array] = {}

    def found(self, query: ask.Query) -> Array:
        """The items that answer, ascending; those that were deleted as well."""
        known = self._found.get(query)
        if known is None:
            known = self._found[query] = self._answering(query)
        return known

    def scores(self, query: ask.Query, items: Array) -> Array:
        """The score of each of these items, which ascend; 0 for one that does not answer."""
        if isinstance(query, ask.Term):
            weights = self._weights(self._posting(query.fieldname, query.text), items)
            return self._weighed(query, items, weights)
        if isinstance(query, ask.Prefix):
            return self._together(self._beginning(query), items, np.add)
        if isinstance(query, ask.DisjunctionMax):
            return _boosted(query, self._together(query.subqueries, items, np.maximum))
        if isinstance(query, ask.Or):
            return _boosted(query, self._together(query.subqueries, items, np.add))
        if isinstance(query, Among | Between) or query is ask.NullQuery:
            return np.zeros(len(items))
        found = self.found(query)
        if found is items:
            return self._of_answering(query, items)
        here = self._within(items, found)
        scores = np.zeros(len(items))
        scores[here] = self._of_answering(query, items[here])
        return scores

    def _of_answering(self, query: ask.Query, items: Array) -> Array:
        """The scores of items that all answer."""
        if isinstance(query, ask.Phrase):
            # what the words score by themselves: Whoosh does not count how often they meet
            terms = [ask.Term(query.fieldname, word) for word in query.words]
            return np.asarray(query.boost * self._sum(terms, items))
        if isinstance(query, ask.And):
            return _boosted(query, self._sum(query.subqueries, items))
        if isinstance(query, ask.Require):
            return self.scores(query.a, items)
        if isinstance(query, ask.AndMaybe):
            return self._sum(query.subqueries, items)
        if isinstance(query, ask.ConstantScoreQuery):
            return np.full(len(items), float(query.score))
        if isinstance(query, ask.Every | ask.Not):
            return np.full(len(items), float(query.boost) if isinstance(query, ask.Every) else 1.0)
        raise NotImplementedError(f"no way to score {type(query).__name__}")

    # which items answer

    def _answering(self, query: ask.Query) -> Array:
        if isinstance(query, ask.Term):
            return self._posting(query.fieldname, query.text).ids
        if isinstance(query, ask.Phrase):
            return self._phrase(query)
        if isinstance(query, ask.Prefix):
            return self._any(self._beginning(query))
        if isinstance(query, ask.Or | ask.DisjunctionMax):
            return self._any(query.subqueries)
        if isinstance(query, ask.And | ask.Require):
            return self._all(query.subqueries)
        if isinstance(query, ask.AndMaybe):
            return self.found(query.a)
        if isinstance(query, ask.ConstantScoreQuery):
            return self.found(query.child)
        if isinstance(query, ask.Not):
            return self._without(None, [self.found(query.query)])
        if isinstance(query, ask.Every):
            return self._every(query.fieldname)
        if isinstance(query, Among):
            return self._segment.having(query.ids)
        if isinstance(query, Between):
            return between(self._segment, query)
        if query is ask.NullQuery:
            return _NO_ITEMS
        raise NotImplementedError(f"no way to answer {type(query).__name__}")

    def _any(self, queries: Sequence[ask.Query]) -> Array:
        found = [self.found(each) for each in queries]
        if len(found) == 1:
            return found[0]
        there = np.zeros(self._size, bool)
        for items in found:
            there[items] = True
        return np.flatnonzero(there)

    def _all(self, queries: Sequence[ask.Query]) -> Array:
        refused = [self.found(each.query) for each in queries if isinstance(each, ask.Not)]
        asked = [self.found(each) for each in queries if not isinstance(each, ask.Not)]
        asked.sort(key=len)
        wanted = reduce(self._both, asked) if asked else None
        return self._without(wanted, refused) if refused or wanted is None else wanted

    def _both(self, few: Array, many: Array) -> Array:
        both: Array = few[self._within(few, many)]
        return both

    def _without(self, wanted: Array | None, refused: Iterable[Array]) -> Array:
        """The items that are wanted, None for all there are, without those that are refused."""
        there = np.ones(self._size, bool)
        for items in refused:
            there[items] = False
        return np.flatnonzero(there) if wanted is None else wanted[there[wanted]]

    def _every(self, field: str | None) -> Array:
        if field is None:
            return np.arange(self._size)
        if field in _SCORED:
            return np.flatnonzero(self._segment.lengths(field))
        if field not in self._segment:
            return _NO_ITEMS
        there = np.zeros(self._size, bool)
        there[self._segment.field(field).whole().ids] = True
        return np.flatnonzero(there)

    def _phrase(self, query: ask.Phrase) -> Array:
        """Items in which each word stands at most `slop` positions behind the one before it."""
        terms = [_encoded(word) for word in query.words]
        if not terms:
            return _NO_ITEMS
        holding = [self._segment.posting(query.fieldname, term).ids for term in terms]
        items = reduce(self._both, sorted(holding, key=len))
        if not len(items) or len(terms) == 1:
            return items
        ends: Array | None = None
        for term in terms:
            item, place = self._segment.places(query.fieldname, term, items)
            keys = (item << 32) | place
            if ends is not None:
                before = np.searchsorted(ends, keys) - 1
                distance = keys - ends[before]
                keys = keys[(before >= 0) & (distance > 0) & (distance <= query.slop)]
            ends = keys
            if not len(ends):
                return _NO_ITEMS
        return _once(ends >> 32) if ends is not None else _NO_ITEMS

    def _beginning(self, query: ask.Prefix) -> list[ask.Query]:
        """The terms that begin as is asked."""
        if query.fieldname not in self._segment:
            return [ask.NullQuery]
        terms = self._segment.field(query.fieldname).terms
        found = range(*terms.beginning(_encoded(query.text)))
        texts = [terms[number].decode() for number in found]
        return [ask.Term(query.fieldname, text, boost=query.boost) for text in texts] or [
            ask.NullQuery
        ]

    # how well they answer

    def _weighed(self, query: ask.Term, items: Array, weights: Array) -> Array:
        """The scores of items in which a term has these weights."""
        if query.fieldname not in _SCORED:
            scores: Array = query.boost * weights.astype(np.float64)
            return scores
        frequency = self._collection.frequency(query.fieldname, _encoded(query.text))
        factor = query.boost * self._collection.rarity(frequency) * (K1 + 1)
        lengths = self._segment.lengths(query.fieldname)[items]
        norms = self._collection.norms(query.fieldname)
        return np.asarray(factor * weights / (weights + norms[lengths]))

    def _sum(self, queries: Sequence[ask.Query], items: Array) -> Array:
        return sum((self.scores(each, items) for each in queries), np.zeros(len(items)))

    def _together(self, queries: Sequence[ask.Query], items: Array, add: np.ufunc) -> Array:
        """The scores of several queries of which an item answers some."""
        if len(queries) == 1:
            return self.scores(queries[0], items)
        total = np.zeros(self._size)
        for each in queries:
            there = self.found(each)
            if len(there) > len(items):
                there = items
            total[there] = add(total[there], self.scores(each, there))
        scores: Array = total[items]
        return scores

    # postings

    def _posting(self, field: str, term: str | bytes) -> Posting:
        return self._segment.posting(field, _encoded(term))

    def _weights(self, posting: Posting, items: Array) -> Array:
        """The weight of a term in each of the items, 0 where it is not."""
        if posting.ids is items:
            return posting.weights
        if not len(posting.ids):
            return np.zeros(len(items), np.float32)
        if len(items) * _FEW < len(posting.ids):
            at = np.searchsorted(posting.ids, items)
            at[at == len(posting.ids)] = 0
            return np.where(posting.ids[at] == items, posting.weights[at], np.float32(0))
        spread = np.zeros(self._size, np.float32)
        spread[posting.ids] = posting.weights
        weights: Array = spread[items]
        return weights

    def _within(self, items: Array, others: Array) -> Array:
        """Which of the items are among the others."""
        if not len(others):
            return np.zeros(len(items), bool)
        if len(items) * _FEW < len(others):
            at = np.searchsorted(others, items)
            at[at == len(others)] = 0
            within: Array = others[at] == items
            return within
        there = np.zeros(self._size, bool)
        there[others] = True
        return np.asarray(there[items])


def between(segment: Segment, query: Between) -> Array:
    """The items with days in the span that is asked for, ascending."""
    dated = query.field == DATE
    begins, ends = segment.dates if dated else segment.issued
    first = int(query.first.replace("-", "")) if query.first else 1
    last = int(query.last.replace("-", "")) if query.last else 99_99_99_99
    if query.wholly:
        within = (begins >= first) & (ends <= last) & (begins > 0)
    else:
        within = (ends >= first) & (begins <= last) & (begins > 0)
    return _once(segment.columns.dates.items[within]) if dated else np.flatnonzero(within)


def _once(items: Array) -> Array:
    """Ascending numbers, each once."""
    return items[np.flatnonzero(np.diff(items, prepend=-1))]


def _boosted(query: ask.Query, scores: Array) -> Array:
    # Whoosh passes over the boost of what has but one part
    return scores if query.boost == 1.0 or len(query.subqueries) == 1 else query.boost * scores


def _encoded(term: str | bytes) -> bytes:
    return term if isinstance(term, bytes) else term.encode(errors="replace")
