"""How many of the items that were found stand under each topic, source, kind, year and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from index.search.arrays import Array
from index.search.columns import Several
from index.search.fields import UNCLASSIFIED, UNKNOWN
from index.search.sets import Items

_FEWER = 32
"""Of so many times fewer items than there are, each is looked up by itself."""

_MOST_ROWS = 64
"""Names for which a facet keeps a row of bits: of more, it is quicker to go through the items."""


class Countable(Protocol):
    """What has to be known of items, by their numbers, to count them; a `Table` knows it."""

    def __len__(self) -> int:
        """How many there are in all."""
        ...

    def one(self, name: str) -> Array:
        """The place of each item's value among the `names`."""
        ...

    def several(self, name: str) -> Several:
        """The places of the values of items that may have none, or many."""
        ...

    def names(self, name: str) -> list[Any]:
        """The values of a column."""
        ...

    @property
    def years(self) -> Array:
        """The year of each item, 0 where it is unknown."""
        ...

    @property
    def classified(self) -> Array:
        """Whether each item has a topic."""
        ...

    @property
    def stories(self) -> Array | None:
        """The story that each item shares with others, below 0 where it shares none."""
        ...

    @property
    def facets(self) -> Facets:
        """What they are counted by, kept with them."""
        ...


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


class Facet:
    """The names of one kind that items stand under: `values` are places in `names`.

    `items` are the items that have these values, ascending; None if each of all has one.
    """

    def __init__(
        self, names: Sequence[str], values: Array, size: int, items: Array | None = None
    ) -> None:
        """`size` is how many items there are in all."""
        self.names = names
        self._values = values
        self._size = size
        self._items = None if items is None else items.astype(np.int32, copy=False)

    def counts(self, chosen: Chosen) -> Array:
        """How many of the chosen items stand under each name."""
        if not self.names:
            return np.zeros(0, np.int64)
        if chosen.few:
            _, values = self.of(chosen)
            return np.bincount(values, minlength=len(self.names))
        if len(self.names) <= _MOST_ROWS:
            # a processor counts the bits of sixty-four items at once
            both = np.bitwise_count(self._rows & chosen.bits)
            return np.asarray(both.sum(axis=1, dtype=np.int64))
        if self._items is None:
            return np.bincount(self._values.take(chosen.numbers), minlength=len(self.names))
        # quicker than to take out what is chosen and count that
        weights = chosen.mask.take(self._items)
        return np.bincount(self._values, weights=weights, minlength=len(self.names))

    def of(self, chosen: Chosen) -> tuple[Array, Array]:
        """The values of the chosen items: of each its item, ascending, and itself."""
        if self._items is None:
            return chosen.numbers, self._values.take(chosen.numbers)
        if not chosen.few:
            there = chosen.mask.take(self._items)
            return self._items.compress(there), self._values.compress(there)
        first = self._starts.take(chosen.numbers)
        counts = self._starts.take(chosen.numbers + 1) - first
        before = np.cumsum(counts) - counts
        at = np.repeat(first - before, counts) + np.arange(counts.sum())
        return np.repeat(chosen.numbers, counts), self._values.take(at)

    @cached_property
    def _starts(self) -> Array:
        """Where the values of each item begin, and where those of the last one end."""
        items = np.arange(self._size) if self._items is None else self._items
        ends = np.cumsum(np.bincount(items, minlength=self._size))
        return np.append(0, ends).astype(np.int32)

    @cached_property
    def _rows(self) -> Array:
        """For each name the items that stand under it, a bit each."""
        return np.stack([self._under(place).bits for place in range(len(self.names))])

    def _under(self, place: int) -> Chosen:
        """The items that stand under the name at this place."""
        at = np.flatnonzero(self._values == place)
        return Chosen(self._size, numbers=at if self._items is None else self._items.take(at))


class Chosen(Items):
    """Some of the items of a table, to be counted."""

    @property
    def few(self) -> bool:
        """Whether it is quicker to look up each of them than to go over all there are."""
        return len(self) * _FEWER < self.size

    @cached_property
    def bits(self) -> Array:
        """The mask, a bit for each item, in whole numbers of sixty-four."""
        packed = np.packbits(self.mask)
        return np.pad(packed, (0, -len(packed) % 8)).view(np.uint64)


class Facets:
    """What the items of a table are counted by."""

    def __init__(self, table: Countable) -> None:
        self._table = table
        self._known: dict[str, Facet] = {}

    def __getitem__(self, name: str) -> Facet:
        """The facet of that name: "topic", "source", "kind", "year", "organisation"."""
        if name not in self._known:
            self._known[name] = self._made(name)
        return self._known[name]

    def _made(self, name: str) -> Facet:
        size = len(self._table)
        match name:
            case "year":
                return _years(self._table.years, size)
            case "topic":
                return self._topics()
            case "organisation":
                several = self._table.several(name)
                return Facet(self._table.names(name), several.values, size, several.items)
        return Facet(self._table.names(name), self._table.one(name), size)

    def _topics(self) -> Facet:
        """Topics and their groups; items without one are "unclassified"."""
        several, names = self._table.several("topic"), self._table.names("topic")
        without = np.flatnonzero(~self._table.classified)
        items = np.concatenate((several.items, without))
        values = np.concatenate((several.values, np.full(len(without), len(names))))
        order = np.argsort(items, kind="stable")
        return Facet([*names, UNCLASSIFIED], values[order], len(self._table), items[order])


class Counting:
    """Counts items of a table, given by their numbers; what tells one story once under each name.

    Names under which none stands are left out.
    """

    def __init__(self, table: Countable, numbers: Array) -> None:
        self._table = table
        self._numbers = numbers

    def by(self, name: str) -> dict[str, int]:
        """By a facet, as `Facets` has them."""
        facet, stories = self._table.facets[name], self._table.stories
        counts = facet.counts(self._alone)
        if stories is not None and len(self._together):
            counts = counts + _stories(facet, self._together, stories)
        return {facet.names[at]: int(counts[at]) for at in np.flatnonzero(counts).tolist()}

    @cached_property
    def _alone(self) -> Chosen:
        """The items whose stories no others tell."""
        stories, numbers = self._table.stories, self._numbers
        if stories is not None:
            numbers = numbers.compress(stories.take(numbers) < 0)
        return Chosen(len(self._table), numbers=numbers)

    @cached_property
    def _together(self) -> Chosen:
        """The items whose stories others tell as well."""
        stories, numbers = self._table.stories, self._numbers[:0]
        if stories is not None:
            numbers = self._numbers.compress(stories.take(self._numbers) >= 0)
        return Chosen(len(self._table), numbers=numbers)


def _stories(facet: Facet, told: Chosen, stories: Array) -> Array:
    """How many stories stand under each name."""
    items, values = facet.of(told)
    pairs = np.unique(stories.take(items).astype(np.int64) * len(facet.names) + values)
    return np.bincount(pairs % len(facet.names), minlength=len(facet.names))


def _years(years: Array, size: int) -> Facet:
    there = np.flatnonzero(np.bincount(years))
    codes = np.zeros(int(years.max(initial=0)) + 1, np.int64)
    codes[there] = np.arange(len(there))
    names = [f"{year:04}" if year else UNKNOWN for year in there.tolist()]
    return Facet(names, codes[years], size)
