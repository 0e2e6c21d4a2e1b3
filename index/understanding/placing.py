"""Placing dates in time: the year that a date leaves out, and whether a calendar has the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from index.model.documents import Issued
from index.understanding.date_forms import Day, Written
from index.understanding.tense import Tense

# A day without a year lies not long before the time that a text speaks from, and not far after it.
_BEFORE, _AFTER = 130, 235
_FAR = 75
"""A day so many days off may as well be of the year before or after: its verb decides."""
# A "Thursday 3rd" is of the last week or of the weeks to come.
_DAYS_BACK, _DAYS_AHEAD = 7, 75


@dataclass(frozen=True, slots=True)
class Anchor:
    """The time from which a text speaks.

    `day` lies within the issue date or, where that is unknown, among the dates of the document
    (then `precision` is "guess"); it is None where there are none.
    """

    day: date | None = None
    precision: Literal["day", "month", "year", "guess"] = "guess"

    @classmethod
    def of(cls, issued: Issued, dates: Iterable[Written] = ()) -> Anchor:
        """The anchor of a document by its issue date, or else by the dates written in it."""
        if issued.value:
            parts = [int(part) for part in issued.value.split("T")[0].split("-")]
            if len(parts) == 3:
                return cls(date(parts[0], parts[1], parts[2]), "day")
            if len(parts) == 2:
                return cls(date(parts[0], parts[1], 15), "month")
            return cls(date(parts[0], 7, 1), "year")
        days = sorted(day for written in dates if (day := calendar_day(written.first)) is not None)
        return cls(days[len(days) // 2]) if days else cls()

    @classmethod
    def within(cls, dates: Iterable[Written]) -> Anchor | None:
        """The first whole day among the dates of an item: others in it are not far from that."""
        for one in dates:
            if one.first.day is not None and (day := calendar_day(one.first)) is not None:
                return cls(day, "day")
        return None


def calendar_day(day: Day) -> date | None:
    """The day in the calendar, in the middle of a month; None where it is incomplete or is none."""
    if day.year is None or day.month is None:
        return None
    try:
        return date(day.year, day.month, day.day or 15)
    except ValueError:
        return None


def of_date(day: date) -> Day:
    """A day of the calendar, as one that is written in full."""
    return Day(day.year, day.month, day.day)


def placed(
    one: Written, near: Anchor, issued: Anchor, tense: Tense = Tense.UNKNOWN
) -> tuple[str, str | None] | None:
    """Start and end of a date as ISO 8601, or None where its year is unknown or no calendar has it.

    `near` is what a date without a year is close to; `issued` the anchor of the whole document.
    `tense` says on which side of it a date lies that might be on either.
    """
    first, last = one.first, one.last
    if first.month is None:
        first = _coming(first.day or 0, one.weekday, issued)
    elif first.year is None:
        first = first._replace(year=_year_near(first, one.weekday, near, tense))
    if last is not None and last.year is None and first.year is not None:
        over_new_year = (last.month or 0, last.day or 0) < (first.month or 0, first.day or 0)
        last = last._replace(year=first.year + over_new_year)
    begins = calendar_day(first)
    ends = calendar_day(last) if last is not None else None
    if begins is None or (last is not None and (ends is None or ends < begins)):
        return None
    start = _iso(first)
    end = _iso(last) if last is not None else None
    if one.times is not None and first.day is not None:
        start = f"{start}T{one.times.start}"
        if one.times.end is not None:
            end = f"{end or _iso(first)}T{one.times.end}"
    return start, end


def _iso(day: Day) -> str:
    month = f"{day.year:04}-{day.month:02}"
    return month if day.day is None else f"{month}-{day.day:02}"


def _year_near(day: Day, weekday: int | None, anchor: Anchor, tense: Tense) -> int | None:
    """The year in which a day without one falls close to the anchor, and on its weekday."""
    if anchor.day is None:
        return None
    if anchor.precision == "year" and weekday is None:
        return anchor.day.year
    # a weekday comes back on a day within a few years; other days are not so far off
    reach = 1 if weekday is None else 2
    nearest: date | None = None
    least = 0
    for year in range(anchor.day.year - reach, anchor.day.year + reach + 1):
        there = calendar_day(Day(year, day.month, day.day))
        if there is None or (weekday is not None and there.weekday() != weekday):
            continue
        away = (there - anchor.day).days
        if weekday is None and not -_BEFORE <= away <= _AFTER:
            continue
        far = away if away >= 0 else -away * 2
        if nearest is None or far < least:
            nearest, least = there, far
    if nearest is None:
        return None
    return nearest.year if weekday is not None else _by_tense(day, nearest, anchor.day, tense)


def _by_tense(day: Day, there: date, anchor: date, tense: Tense) -> int:
    """The year in which a day far from the anchor lies where the verb beside it looks that way."""
    away = (there - anchor).days
    if tense is Tense.PAST and away > _FAR:
        return there.year - 1
    if tense is Tense.COMING and -away > (_FAR if day.day else _FAR / 2):
        return there.year + 1
    return there.year


def _coming(number: int, weekday: int | None, anchor: Anchor) -> Day:
    """The next "Thursday 3rd"; an empty Day where the issue date is not known to the month."""
    if anchor.day is None or anchor.precision not in ("day", "month"):
        return Day()
    begin = anchor.day if anchor.precision == "day" else anchor.day.replace(day=1)
    for ahead in range(-_DAYS_BACK, _DAYS_AHEAD):
        there = begin + timedelta(days=ahead)
        if there.day == number and there.weekday() == weekday:
            return of_date(there)
    return Day()
