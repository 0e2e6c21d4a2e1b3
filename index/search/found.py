"""All items that answer a query: as numbers, and as ids only where somebody looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, overload

import numpy as np

from index.model.results import Counts, Filter, Sort
from index.search.arrays import Array
from index.search.table import MOST_NEWNESS, Table

_FIRST = 200
"""Rows of a result that are put in order at first: more than a screen has."""

_BELOW = 0.9
"""What items that come after others have of their lowest score: newer ones stay behind them too."""

_NONE = np.zeros(0, np.int64)


class Found:
    """Items, ascending by number, with the score of each where there are words to rank by."""

    def __init__(self, table: Table, numbers: Array, scores: Array | None = None) -> None:
        self._table = table
        self._numbers = numbers
        self._scores = scores

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def numbers(self) -> Array:
        """The numbers of the items, ascending."""
        return self._numbers

    @property
    def scores(self) -> Array:
        """The score of each item, 0 where there are no words to rank by."""
        return np.zeros(len(self._numbers)) if self._scores is None else self._scores

    @property
    def scored(self) -> bool:
        """Whether the items have scores."""
        return self._scores is not None

    def within(
        self,
        filter: Filter,
        groups: Mapping[str, str],
        among: Sequence[Array] = (),
    ) -> Found:
        """Those that a filter lets through, and that all the masks of `among` have."""
        masks = [*self._table.wanted(filter, groups), *among]
        if not masks:
            return self
        kept = np.logical_and.reduce([mask[self._numbers] for mask in masks])
        scores = None if self._scores is None else self._scores[kept]
        return Found(self._table, self._numbers[kept], scores)

    def best(self, part: float) -> Found:
        """Those that have at least this part of the best score."""
        enough = self.scores >= part * self.scores.max(initial=0.0)
        return Found(self._table, self._numbers[enough], self.scores[enough])

    def followed_by(self, others: Found) -> Found:
        """These items and, after them, those of `others` that are not among them.

        The scores of the others are lowered so that the best of them comes after the last of these.
        """
        new = ~np.isin(others.numbers, self._numbers)
        numbers, scores = others.numbers[new], others.scores[new]
        lowest, highest = self.scores.min(initial=1e9), scores.max(initial=1e-9)
        lowered = scores * min(1.0, _BELOW * lowest / highest)
        both = np.concatenate((self._numbers, numbers))
        order = np.argsort(both)
        return Found(self._table, both[order], np.concatenate((self.scores, lowered))[order])

    def mask(self, ids: frozenset[str]) -> Array:
        """Which of all items of the index have these ids."""
        return self._table.mask_of(ids)

    def counts(self) -> Counts:
        """How many stand under each topic, source and so on; a story counts once under each."""
        return self._table.counts(self._numbers)

    def ordered(self, sort: Sort = "relevance", *, copies: bool = True) -> Ordered:
        """The items in an order; by relevance where they have no scores is newest first.

        Without `copies`, of the items that tell one story only the first in that order is there, of
        equals the newest.
        """
        return Ordered(self._table, self._numbers, self._scores, sort, copies=copies)


def _first_of_each(stories: Array, key: Array, issued: Array) -> Array:
    """A mask of the rows that come first of their story by the key; -1 is a story of its own."""
    first: Array = stories < 0
    told = np.flatnonzero(~first)
    by_story = told[np.lexsort((-issued[told].astype(np.int64), key[told], stories[told]))]
    first[by_story[np.diff(stories[by_story], prepend=-1) != 0]] = True
    return first


class _Ranked(NamedTuple):
    """Items with what they are put in order by, smaller first, and their scores, if they have."""

    numbers: Array
    key: Array
    scores: Array | None


class Ordered:
    """Items in an order, as `Found.ordered` says; put in it as far as they are looked at."""

    def __init__(
        self, table: Table, numbers: Array, scores: Array | None, sort: Sort, *, copies: bool
    ) -> None:
        self._table = table
        self._found = numbers
        self._relevance = scores if sort == "relevance" else None
        self._sort = sort
        self._copies = copies or table.stories is None

    def __len__(self) -> int:
        return len(self._found) if self._copies else len(self._ranked.numbers)

    @cached_property
    def _ranked(self) -> _Ranked:
        """All the items, each story once."""
        return self._rank(self._found, self._relevance)

    def _rank(self, numbers: Array, relevance: Array | None) -> _Ranked:
        table = self._table
        scores = None
        if relevance is not None:
            scores = relevance * table.newness(numbers)
            key = -scores
        else:
            issued = table.issued.take(numbers).astype(np.int64)
            key = -issued
            if self._sort == "oldest":
                key = np.where(issued == 0, np.int64(99_999_999), issued)
            elif self._sort == "source":
                key += table.source_order.take(numbers) * 100_000_000
        if self._copies or table.stories is None:
            return _Ranked(numbers, key, scores)
        stories, issued = table.stories.take(numbers), table.issued.take(numbers)
        first = _first_of_each(stories, key, issued)
        scores = None if scores is None else scores.compress(first)
        return _Ranked(numbers.compress(first), key.compress(first), scores)

    @property
    def ids(self) -> Ids:
        """The ids of the items."""
        return Ids(self)

    @property
    def scores(self) -> Sequence[float]:
        """The scores of the items, none where they have none."""
        return () if self._relevance is None else Scores(self)

    def ids_of(self, start: int, stop: int) -> list[str]:
        """The ids of a stretch of the rows."""
        ranked, rows = self._rows(stop)
        return self._table.ids(ranked.numbers[rows[start:stop]])

    def scores_of(self, start: int, stop: int) -> list[float]:
        """The scores of a stretch of the rows."""
        ranked, rows = self._rows(stop)
        if ranked.scores is None:
            return []
        scores: list[float] = ranked.scores[rows[start:stop]].tolist()
        return scores

    def has(self, id: str) -> bool:
        """Whether the item of this id is among them."""
        numbers = self._table.numbers([id])
        return bool(np.isin(numbers, self._ranked.numbers).any())

    def _rows(self, stop: int) -> tuple[_Ranked, Array]:
        """Items, and the places among them of the first rows in order; at least so many."""
        return self._top if stop <= _FIRST < len(self) else self._all

    @cached_property
    def _top(self) -> tuple[_Ranked, Array]:
        ranked = self._likely
        limit = np.partition(ranked.key, _FIRST - 1)[_FIRST - 1]
        return ranked, self._sorted(ranked, np.flatnonzero(ranked.key <= limit))

    @cached_property
    def _all(self) -> tuple[_Ranked, Array]:
        return self._ranked, self._sorted(self._ranked, np.arange(len(self)))

    @property
    def _likely(self) -> _Ranked:
        """The items that may be among the first: those that would be, if only they were new."""
        relevance = self._relevance
        if relevance is None or not self._copies:
            return self._ranked
        least = np.partition(relevance, len(relevance) - _FIRST)[len(relevance) - _FIRST]
        likely = np.flatnonzero(relevance >= least / MOST_NEWNESS)
        return self._rank(self._found.take(likely), relevance.take(likely))

    def _sorted(self, ranked: _Ranked, rows: Array) -> Array:
        """Rows by their key; of equals the newest, then by document, place and id."""
        key = ranked.key.take(rows)
        order = key.argsort(kind="stable")
        rows, key = rows.take(order), key.take(order)
        tied = _like_another(key)
        if not len(tied):
            return rows
        numbers = ranked.numbers.take(rows.take(tied))
        keys = [
            self._table.place.take(numbers),
            self._documents(numbers),
            -self._table.issued.take(numbers).astype(np.int64),
            key.take(tied),
        ]
        order = np.lexsort(keys)
        if len(_like_another(*[each.take(order) for each in keys])):
            order = np.lexsort([np.array(self._table.ids(numbers)), *keys])
        rows[tied] = rows[tied][order]
        return rows

    def _documents(self, numbers: Array) -> Array:
        """Where the document of each item stands among those of all these, by title and id."""
        names = self._table.names("document")
        codes, which = np.unique(self._table.one("document").take(numbers), return_inverse=True)
        titles = [f"{title}\0{document}" for document, title in map(names.__getitem__, codes)]
        places = np.empty(len(titles), np.int64)
        places[sorted(range(len(titles)), key=titles.__getitem__)] = np.arange(len(titles))
        return places.take(which)


def _like_another(*columns: Array) -> Array:
    """Which rows are the same as the one before them or after, in all columns."""
    same = np.ones(max(len(columns[0]) - 1, 0), bool)
    for each in columns:
        same &= each[1:] == each[:-1]
    return np.flatnonzero(np.append(same, False) | np.append(False, same)) if same.any() else _NONE


class _Rows(Sequence[Any]):
    """One thing of each row; read where it is looked at."""

    def __init__(self, ordered: Ordered) -> None:
        self._ordered = ordered

    def _part(self, start: int, stop: int) -> list[Any]:
        raise NotImplementedError

    def __len__(self) -> int:
        return len(self._ordered)

    @overload
    def __getitem__(self, at: int) -> Any: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Any, ...]: ...

    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            if step > 0:
                return tuple(self._part(start, stop)[::step])
            return tuple(self._part(0, len(self)))[at]
        number = at + len(self) if at < 0 else at
        if not 0 <= number < len(self):
            raise IndexError(at)
        return self._part(number, number + 1)[0]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._part(0, len(self)))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Sequence) and not isinstance(other, str):
            return len(self) == len(other) and tuple(self) == tuple(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        # workers of the reader are named by what they are given: it must not be put in order for it
        return f"<{type(self).__name__} of {len(self)} rows>"


class Ids(_Rows):
    """The ids of the rows."""

    def _part(self, start: int, stop: int) -> list[Any]:
        return self._ordered.ids_of(start, stop)

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self._ordered.has(id)


class Scores(_Rows):
    """The scores of the rows."""

    def _part(self, start: int, stop: int) -> list[Any]:
        return self._ordered.scores_of(start, stop)
