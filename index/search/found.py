"""All items that answer a query: as numbers, and as ids only where somebody looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, overload

import numpy as np

from index.model.results import Counts, Filter, Sort
from index.search.arrays import Array
from index.search.table import Table

_FIRST = 200
"""Rows of a result that are put in order at first: more than a screen has."""

_BELOW = 0.9
"""What items that come after others have of their lowest score: newer ones stay behind them too."""


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

    def counts(self, groups: Mapping[str, str]) -> Counts:
        """How many stand under each topic, source and so on; a story counts once under each."""
        return self._table.counts(self._numbers, groups)

    def ordered(self, sort: Sort = "relevance", *, copies: bool = True) -> Ordered:
        """The items in an order; by relevance where they have no scores is newest first.

        Without `copies`, of the items that tell one story only the first in that order is there, of
        equals the newest.
        """
        table, numbers = self._table, self._numbers
        scores = None
        if sort == "relevance" and self._scores is not None:
            scores = self._scores * table.newness(numbers)
            key = -scores
        else:
            issued = table.issued[numbers].astype(np.int64)
            key = -issued
            if sort == "oldest":
                key = np.where(issued == 0, np.int64(99_999_999), issued)
            elif sort == "source":
                key = table.source_order[numbers] * 100_000_000 - issued
        if table.stories is not None and not copies:
            first = _first_of_each(table.stories[numbers], key, table.issued[numbers])
            numbers, key = numbers[first], key[first]
            scores = None if scores is None else scores[first]
        return Ordered(table, numbers, key, scores)


def _first_of_each(stories: Array, key: Array, issued: Array) -> Array:
    """A mask of the rows that come first of their story by the key; -1 is a story of its own."""
    first: Array = stories < 0
    told = np.flatnonzero(~first)
    by_story = told[np.lexsort((-issued[told].astype(np.int64), key[told], stories[told]))]
    first[by_story[np.diff(stories[by_story], prepend=-1) != 0]] = True
    return first


class Ordered:
    """Items in order; put in order as far as they are looked at."""

    def __init__(
        self, table: Table, numbers: Array, key: Array, scores: Array | None = None
    ) -> None:
        """Smaller keys come first."""
        self._table = table
        self._numbers = numbers
        self._key = key
        self._scores = scores
        self._first: Array | None = None

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def ids(self) -> Ids:
        """The ids of the items."""
        return Ids(self)

    @property
    def scores(self) -> Sequence[float]:
        """The scores of the items, none where they have none."""
        return () if self._scores is None else Scores(self)

    def ids_of(self, start: int, stop: int) -> list[str]:
        """The ids of a stretch of the rows."""
        return self._table.ids(self._numbers[self._rows(stop)[start:stop]])

    def scores_of(self, start: int, stop: int) -> list[float]:
        """The scores of a stretch of the rows."""
        if self._scores is None:
            return []
        scores: list[float] = self._scores[self._rows(stop)[start:stop]].tolist()
        return scores

    def has(self, id: str) -> bool:
        """Whether the item of this id is among them."""
        numbers = self._table.numbers([id])
        return bool(np.isin(numbers, self._numbers).any())

    def _rows(self, stop: int) -> Array:
        """The places of the first rows in `_numbers`, in order; at least so many."""
        if stop > _FIRST:
            return self._all
        if self._first is None:
            self._first = self._top()
        return self._first

    def _top(self) -> Array:
        if len(self._key) <= _FIRST:
            return self._all
        limit = np.partition(self._key, _FIRST - 1)[_FIRST - 1]
        return self._sorted(np.flatnonzero(self._key <= limit))

    @cached_property
    def _all(self) -> Array:
        return self._sorted(np.arange(len(self._key)))

    def _sorted(self, rows: Array) -> Array:
        """Rows by their key; of equals the newest, then by document, place and id."""
        order = np.argsort(self._key[rows], kind="stable")
        rows, key = rows[order], self._key[rows][order]
        same = key[1:] == key[:-1]
        if not same.any():
            return rows
        tied = np.flatnonzero(np.append(same, False) | np.append(False, same))
        numbers = self._numbers[rows[tied]]
        documents = self._table.names("document")
        titles = [documents[code] for code in self._table.one("document")[numbers].tolist()]
        keys = zip(
            key[tied].tolist(),
            (-self._table.issued[numbers].astype(np.int64)).tolist(),
            [(title, document) for document, title in titles],
            self._table.place[numbers].tolist(),
            self._table.ids(numbers),
            rows[tied].tolist(),
            strict=True,
        )
        rows[tied] = [each[-1] for each in sorted(keys)]
        return rows


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
