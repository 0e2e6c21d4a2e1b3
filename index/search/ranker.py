"""Which items answer a query and how well, by arrays: a walk over Whoosh's query tree.

What Whoosh's matchers do one posting at a time is done here for all postings of a term at once. The
scores are those of Whoosh's BM25F, told how rare words are as it is reckoned here; a test compares
them item by item.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import numpy as np
from whoosh import query as ask

from index.search.arrays import Array
from index.search.asking import Among, Between
from index.search.fields import PARTS
from index.search.phrases import items_with
from index.search.segment import LENGTHS, Segment
from index.search.sets import Items, all_of, any_of
from index.search.spans import between

K1 = 1.2
B = 0.75
"""BM25's parameters, as Whoosh has them."""

_SCORED = frozenset(("words", *PARTS))
_NO_ITEMS = np.zeros(0, np.int64)


class Collection:
    """What scores depend on beside a posting: how frequent terms are and how long fields."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self.items = sum(segment.size for segment in segments)
        self._frequencies: dict[tuple[str, bytes], int] = {}
        self._norms: dict[str, Array] = {}
        self._norms_of: dict[tuple[Segment, str], Array] = {}

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

    def norms(self, segment: Segment, field: str, at: Array | None) -> Array:
        """What BM25 adds to a term's weight in each of these items; None means all there are."""
        lengths = segment.lengths(field)
        if at is not None and len(at) < segment.size // 8:
            return self._by_length(field).take(lengths.take(at))
        key = (segment, field)
        if key not in self._norms_of:
            self._norms_of[key] = self._by_length(field).take(lengths)
        norms = self._norms_of[key]
        return norms if at is None else norms.take(at)

    def _by_length(self, field: str) -> Array:
        """The same, by the byte that tells the length of the field."""
        if field not in self._norms:
            total = sum(segment.total(field) for segment in self._segments)
            average = total / (self.items or 1) or 1.0
            norms = K1 * (1 - B + B * np.maximum(LENGTHS, 1) / average)
            self._norms[field] = norms.astype(np.float32)
        return self._norms[field]


class Ranker:
    """Answers queries from one segment; its items are numbered from 0."""

    def __init__(self, segment: Segment, collection: Collection) -> None:
        self._segment = segment
        self._collection = collection
        self._size = segment.size
        # by the identity of a query, which is kept so that it stays one: to compare trees is dear
        self._found: dict[int, tuple[ask.Query, Items]] = {}

    def found(self, query: ask.Query) -> Array:
        """The items that answer, ascending; those that were deleted as well."""
        return self._answering(query).numbers

    def scores(self, query: ask.Query, items: Array) -> Array:
        """The score of each of these items, which ascend and all answer."""
        if isinstance(query, ask.Term) or not Items(self._size, numbers=items).many:
            return self._scores(query, items)
        return self._scores(query, None, exact=False).take(items)

    # which items answer

    def _answering(self, query: ask.Query) -> Items:
        if isinstance(query, ask.Term):
            return self._segment.posting(query.fieldname, _encoded(query.text))
        known = self._found.get(id(query))
        if known is None:
            known = self._found[id(query)] = (query, self._sought(query))
        return known[1]

    def _sought(self, query: ask.Query) -> Items:
        if isinstance(query, ask.Phrase):
            words = [_encoded(word) for word in query.words]
            return self._these(items_with(self._segment, query.fieldname, words, query.slop))
        if isinstance(query, ask.Prefix):
            return self._any(self._beginning(query))
        if isinstance(query, ask.Or | ask.DisjunctionMax):
            return self._any(query.subqueries)
        if isinstance(query, ask.And | ask.Require):
            return self._all(query.subqueries)
        if isinstance(query, ask.AndMaybe):
            return self._answering(query.a)
        if isinstance(query, ask.ConstantScoreQuery):
            return self._answering(query.child)
        if isinstance(query, ask.Not):
            return self._all([query])
        if isinstance(query, ask.Every):
            return self._every(query.fieldname)
        if isinstance(query, Among):
            return self._these(self._segment.having(query.ids))
        if isinstance(query, Between):
            return between(self._segment, query)
        if query is ask.NullQuery:
            return self._these(_NO_ITEMS)
        raise NotImplementedError(f"no way to answer {type(query).__name__}")

    def _these(self, numbers: Array) -> Items:
        return Items(self._size, numbers=numbers)

    def _any(self, queries: Sequence[ask.Query]) -> Items:
        sets = [self._answering(each) for each in queries]
        return any_of(sets) if sets else self._these(_NO_ITEMS)

    def _all(self, queries: Sequence[ask.Query]) -> Items:
        wanted = [self._answering(each) for each in queries if not isinstance(each, ask.Not)]
        refused = [self._answering(each.query) for each in queries if isinstance(each, ask.Not)]
        return all_of(wanted or [self._every(None)], refused)

    def _every(self, field: str | None) -> Items:
        if field is None:
            return Items(self._size, mask=np.ones(self._size, bool))
        if field in _SCORED:
            return Items(self._size, mask=self._segment.lengths(field) > 0)
        if field not in self._segment:
            return self._these(_NO_ITEMS)
        there = np.zeros(self._size, bool)
        there[self._segment.field(field).whole().ids] = True
        return Items(self._size, mask=there)

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

    def _scores(self, query: ask.Query, at: Array | None, *, exact: bool = True) -> Array:
        """The score of each of these items, 0 where one does not answer; None means all there are.

        Where it need not be `exact`, those that do not answer may have any score. It is reckoned
        in single precision: to go over all items of a large segment is half as dear as in double.
        """
        if isinstance(query, ask.Term):
            return self._weighed(query, at)
        if isinstance(query, ask.Prefix):
            return self._together(self._beginning(query), at, np.add)
        if isinstance(query, ask.DisjunctionMax):
            return _boosted(query, self._together(query.subqueries, at, np.maximum))
        if isinstance(query, ask.Or):
            return _boosted(query, self._together(query.subqueries, at, np.add))
        if isinstance(query, Among | Between) or query is ask.NullQuery:
            return self._nothing(at)
        scores = self._of_answering(query, at)
        if not exact:
            return scores
        there = self._answering(query)
        if at is there.numbers:
            return scores
        scores *= there.mask if at is None else there.among(at)
        return scores

    def _of_answering(self, query: ask.Query, at: Array | None) -> Array:
        """The scores of items, of which those count that answer."""
        if isinstance(query, ask.Phrase):
            # what the words score by themselves: Whoosh does not count how often they meet
            terms = [ask.Term(query.fieldname, word) for word in query.words]
            return self._together(terms, at, np.add) * np.float32(query.boost)
        if isinstance(query, ask.And):
            return _boosted(query, self._together(query.subqueries, at, np.add))
        if isinstance(query, ask.Require):
            return self._scores(query.a, at, exact=False)
        if isinstance(query, ask.AndMaybe):
            return self._together(query.subqueries, at, np.add, exact=False)
        if isinstance(query, ask.ConstantScoreQuery):
            return self._nothing(at) + np.float32(query.score)
        if isinstance(query, ask.Every | ask.Not):
            score = query.boost if isinstance(query, ask.Every) else 1.0
            return self._nothing(at) + np.float32(score)
        raise NotImplementedError(f"no way to score {type(query).__name__}")

    def _weighed(self, query: ask.Term, at: Array | None) -> Array:
        """What BM25 makes of the weights of a term."""
        term = _encoded(query.text)
        posting = self._segment.posting(query.fieldname, term)
        weights = posting.spread if at is None else posting.weights_in(at)
        if query.fieldname not in _SCORED:
            return weights * np.float32(query.boost)
        frequency = self._collection.frequency(query.fieldname, term)
        norms = self._collection.norms(self._segment, query.fieldname, at)
        scores = weights + norms
        np.divide(weights, scores, out=scores)
        scores *= np.float32(query.boost * self._collection.rarity(frequency) * (K1 + 1))
        return scores

    def _together(
        self, queries: Sequence[ask.Query], at: Array | None, add: np.ufunc, *, exact: bool = True
    ) -> Array:
        """The scores of several queries, added up: each where it is found, or where it is asked.

        Only the first may do without being `exact`.
        """
        if len(queries) == 1:
            return self._scores(queries[0], at, exact=exact)
        total: Array | None = None
        few: list[ask.Query] = []
        for each in queries:
            there = self._answering(each)
            if not (there.many if at is None else len(there) >= len(at)):
                few.append(each)
            elif total is None:
                total = self._scores(each, at, exact=exact or each is not queries[0])
            else:
                add(total, self._scores(each, at), out=total)
        total = self._nothing(at) if total is None else total
        if not few:
            return total
        spread = total if at is None else self._nothing(None)
        for each in few:
            numbers = self._answering(each).numbers
            spread[numbers] = add(spread.take(numbers), self._scores(each, numbers))
        return total if at is None else add(total, spread.take(at))

    def _nothing(self, at: Array | None) -> Array:
        return np.zeros(self._size if at is None else len(at), np.float32)


def _boosted(query: ask.Query, scores: Array) -> Array:
    # Whoosh passes over the boost of what has but one part
    if query.boost == 1.0 or len(query.subqueries) == 1:
        return scores
    return scores * np.float32(query.boost)


def _encoded(term: str | bytes) -> bytes:
    return term if isinstance(term, bytes) else term.encode(errors="replace")
