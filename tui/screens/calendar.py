"""Dates put in order for reading: what is coming, by week and month, and what has passed."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from index.model.dates import in_words
from index.model.results import DatedItem


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time with a heading, and its dates in order."""

    heading: str
    dates: tuple[DatedItem, ...]


def first_day(iso: str) -> date:
    """The first day of an ISO 8601 date of any precision."""
    return _day(iso, last=False)


def last_day(iso: str) -> date:
    """The last day of an ISO 8601 date of any precision."""
    return _day(iso, last=True)


def coming(dates: Iterable[DatedItem], today: date) -> tuple[Stretch, ...]:
    """What is not over, soonest first: under way, this week, next week, then month by month."""
    ahead = [dated for dated in dates if _is_coming(dated, today)]
    ahead.sort(key=lambda dated: (_stretch(dated, today), *_in_time(dated)))
    return _stretches(ahead, lambda dated: _stretch(dated, today)[1] or in_words(dated.start[:7]))


def passed(dates: Iterable[DatedItem], today: date) -> tuple[Stretch, ...]:
    """What is over, latest first, month by month."""
    over = [dated for dated in dates if not _is_coming(dated, today)]
    over.sort(key=_in_time, reverse=True)
    return _stretches(over, lambda dated: in_words(dated.start[:7]))


def short_day(iso: str) -> str:
    """A date of any precision for a narrow margin: "Thu 3 Feb", "Feb 2022", "2022"."""
    day = iso.partition("T")[0]
    first = first_day(iso)
    if len(day) > 7:
        return f"{first:%a} {first.day} {first:%b}"
    return f"{first:%b %Y}" if len(day) == 7 else day


def _day(iso: str, *, last: bool) -> date:
    year, *rest = (int(part) for part in iso.partition("T")[0].split("-"))
    month = rest[0] if rest else (12 if last else 1)
    if len(rest) > 1:
        return date(year, month, rest[1])
    return date(year, month, monthrange(year, month)[1] if last else 1)


def _is_coming(dated: DatedItem, today: date) -> bool:
    return last_day(dated.end or dated.start) >= today


def _in_time(dated: DatedItem) -> tuple[date, str, str]:
    return first_day(dated.start), dated.start, dated.title


def _stretch(dated: DatedItem, today: date) -> tuple[int, str, str]:
    """Where a date to come belongs: an order, a heading where it is no month, and the month."""
    first, last = first_day(dated.start), last_day(dated.end or dated.start)
    next_monday = today + timedelta(days=7 - today.weekday())
    if dated.end and first < today <= last:
        return 0, "already under way", ""
    # "October 2026" is no day of this week, even while that month lasts
    if len(dated.start) > 7 and first < next_monday:
        return 1, "this week", ""
    if len(dated.start) > 7 and first < next_monday + timedelta(days=7):
        return 2, "next week", ""
    return 3, "", dated.start[:7]


def _stretches(dates: list[DatedItem], heading: Callable[[DatedItem], str]) -> tuple[Stretch, ...]:
    """The dates, which are in order, with those that share a heading together."""
    return tuple(Stretch(words, tuple(group)) for words, group in groupby(dates, heading))
