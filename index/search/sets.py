"""Sets of items, of a segment or of all: as their numbers, or as a mask of all that there are.

Few items are quickest looked up, many are quickest gone over with all the others. So a set is made
as one of the two, and is the other from when that is first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.search.arrays import Array

_FEWER = 16
"""Of so many times fewer items, each is looked up among the others."""

_PART = 8
"""Of more items than this part of all, it is quicker to go over all of them."""


def looked_up(few: Array, many: Array) -> tuple[Array, Array]:
    """Where each of `few` stands in `many`, ascending and not empty, and whether it does."""
    at = many.searchsorted(few)
    at[at == len(many)] = 0
    return at, np.asarray(many.take(at) == few)


class Items:
    """Some of so many items. One of `numbers`, ascending, and `mask` is given."""

    def __init__(
        self, size: int, *, numbers: Array | None = None, mask: Array | None = None
    ) -> None:
        self.size = size
        if numbers is not None:
            self.numbers = numbers
        if mask is not None:
            self.mask = mask

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        if "numbers" in self.__dict__:
            return len(self.numbers)
        return int(np.count_nonzero(self.mask))

    @cached_property
    def numbers(self) -> Array:
        """Which items there are, ascending."""
        return np.flatnonzero(self.mask)

    @cached_property
    def mask(self) -> Array:
        """Of each item of the segment, whether it is there."""
        mask = np.zeros(self.size, bool)
        mask[self.numbers] = True
        return mask

    @property
    def many(self) -> bool:
        """Whether it is quicker to go over all items of the segment than over these."""
        return len(self) * _PART > self.size

    def among(self, numbers: Array) -> Array:
        """Of each of these items, which ascend, whether it is there."""
        if self._better_looked_up(numbers):
            return looked_up(numbers, self.numbers)[1]
        return np.asarray(self.mask.take(numbers))

    def _better_looked_up(self, numbers: Array) -> bool:
        known = "mask" in self.__dict__
        return not known and 0 < len(numbers) * _FEWER < len(self)


class Weighed(Items):
    """Items that have a term, and what it weighs in each: `ids` and `weights`, as files have them.

    What is made of these stays: whoever asks for a common word soon asks for it again.
    """

    def __init__(self, size: int, ids: Array, weights: Array) -> None:
        super().__init__(size)
        self.ids = ids
        self.weights = weights

    @cached_property
    def _count(self) -> int:
        return len(self.ids)

    @cached_property
    def numbers(self) -> Array:
        """Which items there are, ascending."""
        numbers = self.ids.astype(np.int64)
        numbers.setflags(write=False)
        return numbers

    @cached_property
    def spread(self) -> Array:
        """What the term weighs in each item of the segment, 0 where it is not."""
        spread = np.zeros(self.size, self.weights.dtype)
        spread[self.numbers] = self.weights
        return spread

    @cached_property
    def mask(self) -> Array:
        """Of each item of the segment, whether it has the term."""
        return np.asarray(self.spread != 0)

    def weights_in(self, numbers: Array) -> Array:
        """What the term weighs in each of these items, which ascend."""
        if numbers is self.numbers:
            return self.weights
        if "spread" not in self.__dict__ and self._better_looked_up(numbers):
            at, there = looked_up(numbers, self.numbers)
            return np.asarray(self.weights.take(at) * there)
        return np.asarray(self.spread.take(numbers))


def all_of(sets: Sequence[Items], refused: Sequence[Items]) -> Items:
    """The items that are in all of the sets, and in none of those that are refused."""
    first, *others = sorted(sets, key=len)
    if not others and not refused:
        return first
    if first.many:
        mask = first.mask
        for each in others:
            mask = mask & each.mask
        for each in refused:
            mask = mask > each.mask
        return Items(first.size, mask=mask)
    numbers = first.numbers
    for each in others:
        numbers = numbers.compress(each.among(numbers))
    for each in refused:
        numbers = numbers.compress(~each.among(numbers))
    return Items(first.size, numbers=numbers)


def any_of(sets: Sequence[Items]) -> Items:
    """The items that are in any of the sets, of which there is one at least."""
    first = sets[0]
    if len(sets) == 1:
        return first
    mask = np.zeros(first.size, bool)
    for each in sets:
        if each.many:
            mask |= each.mask
        else:
            mask[each.numbers] = True
    return Items(first.size, mask=mask)
