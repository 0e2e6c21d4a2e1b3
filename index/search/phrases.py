"""Which items have words near each other, by the points at which these stand.

A point is a position in an item as one number, in the order of the items and in each of positions:
what stands behind a word stands at the next point. Between two items there are unused ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from index.search.arrays import Array
from index.search.postings import sign
from index.search.segment import Segment, Standing
from index.search.sets import looked_up
from index.search.spans import once

_FEWER = 4
"""Of so many times fewer points, each is looked up among the others."""


def items_with(segment: Segment, field: str, words: Sequence[bytes], slop: int) -> Array:
    """The items, ascending, in which each word stands at most `slop` positions behind the last."""
    if not words or not all(segment.frequency(field, word) for word in words):
        return np.zeros(0, np.int64)
    standing = [segment.standing(field, word) for word in words]
    stride = segment.field(field).stride
    if slop == 1:
        found = _adjacent(standing, words)
    else:
        found = _near([each.points for each in standing], slop, stride, segment.size)
    return once((found // stride).astype(np.int64))


def _adjacent(standing: Sequence[Standing], words: Sequence[bytes]) -> Array:
    """The points of the last word where each stands right behind the one before it."""
    *firsts, last = standing
    followed = [
        each.points.compress((each.behind == sign(after)) | (each.behind == 0))
        for each, after in zip(firsts, words[1:], strict=True)
    ]
    return reduce(lambda before, points: _in_both(before + 1, points), [*followed, last.points])


def _in_both(one: Array, other: Array) -> Array:
    """What stands in both of two arrays; each ascends."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    if len(few) * _FEWER < len(many):
        return few.compress(looked_up(few, many)[1])
    both = np.concatenate((few, many))
    both.sort()
    return both[:-1].compress(both[1:] == both[:-1])


def _near(points: Sequence[Array], slop: int, stride: int, size: int) -> Array:
    """The points of the last word where each stands near enough behind the one before it."""
    found = points[0]
    for after in points[1:]:
        there = np.zeros(size, bool)
        there[found // stride] = True
        after = after.compress(there.take(after // stride))
        before = found.searchsorted(after)
        after, before = after.compress(before > 0), before.compress(before > 0) - 1
        last = found.take(before)
        near = (after - last <= slop) & (after // stride == last // stride)
        found = after.compress(near)
    return found
