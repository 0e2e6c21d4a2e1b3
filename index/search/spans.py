"""Which items have days in a span: of columns of days as `index.search.columns` keeps them.

A column may say less than a day: 20220100 is some day in January, 20220000 one in 2022. So no array
of first and last days is made of it; the ends of the span are moved instead.
"""

from __future__ import annotations

from calendar import monthrange

import numpy as np

from index.search.arrays import Array
from index.search.asking import DATE, Between
from index.search.segment import Segment
from index.search.sets import Items


def between(segment: Segment, query: Between) -> Items:
    """The items of a segment that have days in the span that is asked for."""
    columns = segment.columns
    begins, ends = columns.issued, columns.issued
    if query.field == DATE:
        begins, ends = columns.dates.values, columns.until
    first = int(query.first.replace("-", "")) if query.first else 1
    last = int(query.last.replace("-", "")) if query.last else 99_99_99_99
    if query.wholly:
        within = not_beginning_before(begins, first) & over_by(ends, last)
    else:
        within = not_over_before(ends, first) & begun_by(begins, last)
    within &= begins > 0
    if query.field != DATE:
        return Items(segment.size, mask=within)
    dated = columns.dates.items.compress(within).astype(np.int64)
    return Items(segment.size, numbers=once(dated))


def begun_by(days: Array, last: int) -> Array:
    """Whether the first day that each may be is not after `last`."""
    return np.asarray(days <= last)


def not_over_before(days: Array, first: int) -> Array:
    """Whether the last day that each may be is not before `first`."""
    return np.asarray((days >= first) | (days == _month(first)) | (days == _year(first)))


def not_beginning_before(days: Array, first: int) -> Array:
    """Whether the first day that each may be is not before `first`."""
    if first == _year(first) + 101:
        return np.asarray(days >= _year(first))
    if first == _month(first) + 1:
        return np.asarray(days >= _month(first))
    return np.asarray(days >= first)


def over_by(days: Array, last: int) -> Array:
    """Whether the last day that each may be is not after `last`."""
    over = np.asarray(days <= last)
    if last - _year(last) < 1231:
        over &= days != _year(last)
    if last - _month(last) < _length(last):
        over &= days != _month(last)
    return over


def once(numbers: Array) -> Array:
    """Ascending numbers, each once."""
    return numbers.compress(np.diff(numbers, prepend=-1) != 0)


def _year(day: int) -> int:
    return day // 10_000 * 10_000


def _month(day: int) -> int:
    return day // 100 * 100


def _length(day: int) -> int:
    """How many days the month of this day has."""
    year, month = day // 10_000, day // 100 % 100
    return monthrange(year, month)[1] if year and 1 <= month <= 12 else 31
