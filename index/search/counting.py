"""How many of the items that were found stand under each topic, source, kind, year and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from index.search.arrays import Array
from index.search.fields import UNCLASSIFIED, UNKNOWN

if TYPE_CHECKING:
    from index.search.table import Table


class Counted(Mapping[str, int]):
    """Counts by name, made when they are first looked at: most are of a facet that nobody opens."""

    def __init__(self, count: Callable[[], dict[str, int]]) -> None:
        self._count = count

    @cached_property
    def _counts(self) -> dict[str, int]:
        return self._count()

    def __getitem__(self, name: str) -> int:
        return self._counts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)


class Counting:
    """Counts items of a table, given by their numbers; what tells one story once under each name.

    Names under which none stands are left out.
    """

    def __init__(self, table: Table, numbers: Array) -> None:
        self._table = table
        self._numbers = numbers

    def one(self, column: str) -> dict[str, int]:
        """By a column in which each item has one name."""
        return _by_name(self._table.names(column), self._each(self._table.one(column)))

    def several(self, column: str) -> dict[str, int]:
        """By a column in which an item may have several names."""
        listed, names = self._table.several(column), self._table.names(column)
        if self._mask is None:
            return _by_name(names, self._tally(listed.items, listed.values))
        chosen = self._mask.take(listed.items)
        if self._table.stories is None:
            # quicker than to take out what is chosen and count that
            return _by_name(names, np.bincount(listed.values, weights=chosen))
        items, values = listed.items.compress(chosen), listed.values.compress(chosen)
        return _by_name(names, self._tally(items, values))

    def topics(self) -> dict[str, int]:
        """By topic and group; items without one are "unclassified"."""
        plain = self._numbers.compress(~self._table.classified.take(self._numbers))
        without = self._tally(plain, np.zeros(len(plain), np.int64))
        return self.several("topic") | _by_name([UNCLASSIFIED], without)

    def years(self) -> dict[str, int]:
        """By year of issue."""
        counts = self._each(self._table.years)
        return {
            f"{year:04}" if year else UNKNOWN: int(counts[year])
            for year in np.flatnonzero(counts).tolist()
        }

    @cached_property
    def _mask(self) -> Array | None:
        """Which items are counted; None if all are."""
        whole = len(self._numbers) == len(self._table)
        return None if whole else self._table.mask(self._numbers)

    def _each(self, codes: Array) -> Array:
        return self._tally(self._numbers, codes if self._mask is None else codes[self._numbers])

    def _tally(self, items: Array, values: Array) -> Array:
        """How often each value is there, each of an item's; of a story each value counts once."""
        if self._table.stories is None:
            return np.bincount(values)
        story = self._table.stories[items]
        told = story >= 0
        most = int(values.max(initial=0)) + 1
        pairs = np.unique(story[told].astype(np.int64) * most + values[told])
        return np.bincount(np.concatenate((values[~told], pairs % most)))


def _by_name(names: Sequence[Any], counts: Array) -> dict[str, int]:
    return {names[code]: int(counts[code]) for code in np.flatnonzero(counts).tolist()}
