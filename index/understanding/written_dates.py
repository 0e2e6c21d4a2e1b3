"""Dates as they are written: what stands in a text, before anything is inferred."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, zip_longest
from operator import attrgetter

from index.model.dates import SEASONS
from index.understanding import date_forms
from index.understanding.clocks import clock_in, times_beside
from index.understanding.date_forms import MONTHS, WEEKDAYS, Written
from index.understanding.passages import Passage
from index.understanding.phrases import Lexicon

_DIGIT = re.compile(r"[0-9]")
# Nor is there a date in numbers without two of them beside each other.
_NUMBERS_BESIDE = re.compile(r"[0-9][/.-][0-9]")
_DAY_AND_MONTH = re.compile(r"[0-9]/[0-9]")
_NUMBERS = re.compile(r"[0-9][/.-][0-9]{1,2}[/.-][0-9]")
_MONTH_NAMES = (
    *("january", "february", "march", "april", "june", "july", "august"),
    *("september", "october", "november", "december", "sept"),
)
_BROKEN = ("janu", "febru", "septem", "octo", "novem", "decem")
_WEEKDAY_FORMS = frozenset(form for day in WEEKDAYS for form in (day, day[:3], day[:4], day[:5]))
_THROUGH = frozenset(("-", "–", "—", "to", "until", "till"))
_TOGETHER = frozenset(("and", "&", "or", "", "/"))
_CLOSE = 8
"""Between the two ends of a span of days there are no more characters than these."""


_Form = Callable[[str, int], Written | None]
"""What reads the date that stands at a place of a text, if one does."""
_MONTH: _Form = date_forms.at_month
_start = attrgetter("start")


class WrittenDates:
    """The words that dates are written with, ready to be looked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        """The same for every reader: they are those of the calendar."""
        names: dict[str, _Form] = {}
        names |= dict.fromkeys((*MONTHS, *_MONTH_NAMES, *_BROKEN), _MONTH)
        names |= dict.fromkeys(SEASONS, date_forms.at_season)
        names |= dict.fromkeys(_WEEKDAY_FORMS, date_forms.at_weekday)
        self._names = lexicon.phrases(names.items())

    def of(self, passage: Passage) -> list[Written]:
        """The dates in a text, in order, none over another; a list of days gives one for each."""
        text, starts = passage.words.text, passage.words.starts
        among = self._names.among(passage.finds)
        digit = _DIGIT.search(text)
        found: list[Written] = []
        if not (among or digit):
            return found
        first = digit.start() if digit else len(text)
        named = [(starts[first], forms[0]) for first, _, forms in among]
        if digit and any(form is _MONTH for _, form in named):
            taken: set[int] = set()
            for match in date_forms.DAYS_OF_MONTH.finditer(text, first):
                found += date_forms.days_of_month(match)
                taken.add(match.start("month"))
            named = [(start, form) for start, form in named if start not in taken]
        if digit and _NUMBERS_BESIDE.search(text, first) is not None:
            found += _in_numbers(text, found)
        if named:
            found += _unless_over(found, _at_names(text, named))
        if not found:
            return found
        joined = found
        if len(found) > 1:
            found.sort(key=_start)
            joined = _spans_joined(text, found)
        return _with_times(text, joined) if digit and clock_in(text) else joined


def _in_numbers(text: str, found: list[Written]) -> list[Written]:
    """The dates in numbers alone that lie over none of those found: "3/2/22", "on 12/6"."""
    free: list[Written] = []
    if _NUMBERS.search(text) is not None:
        free += _unless_over(found, map(date_forms.numbers, date_forms.NUMBERS.finditer(text)))
    if _DAY_AND_MONTH.search(text) is not None:
        lists = map(date_forms.days_and_months, date_forms.DAYS_AND_MONTHS.finditer(text))
        free += _unless_over([*found, *free], chain.from_iterable(lists))
    return free


def _at_names(text: str, named: list[tuple[int, _Form]]) -> Iterator[Written]:
    """The dates that begin with the name of a month, season or weekday, none over another."""
    after = 0
    for start, form in named:
        if start >= after and (date := form(text, start)) is not None:
            after = date.end
            yield date


def _unless_over(found: list[Written], more: Iterable[Written | None]) -> list[Written]:
    """Those of `more` that lie over none of `found`; `more` is in the order of the text."""
    if not found:
        return [date for date in more if date is not None]
    taken = sorted((date.start, date.end) for date in found)
    free: list[Written] = []
    at = 0
    for date in more:
        if date is None:
            continue
        while at < len(taken) and taken[at][1] <= date.start:
            at += 1
        if at == len(taken) or date.end <= taken[at][0]:
            free.append(date)
    return free


def _spans_joined(text: str, found: list[Written]) -> list[Written]:
    """The dates, with the two ends of "28 February – 4 March 2022" as one span.

    A year that is said once is that of both: "12 May and 13 June 2022".
    """
    joined: list[Written] = []
    for date in found:
        before = joined[-1] if joined else None
        if before is not None and _belong_together(before, date):
            between = text[before.end : date.start].strip(" ,").lower()
            through = between in _THROUGH or (
                between == "and" and text.endswith("between ", 0, before.start)
            )
            if through:
                first = before.first._replace(year=_year_of_first(before, date))
                if bool(before.first.day) == bool(date.first.day):
                    joined[-1] = before._replace(end=date.end, first=first, last=date.first)
                    continue
                joined[-1] = before._replace(first=first)  # "5 March to May 2022" is two dates
            if between in _TOGETHER and before.first.year is None and date.first.year:
                joined[-1] = before._replace(first=before.first._replace(year=date.first.year))
        joined.append(date)
    return joined


def _belong_together(one: Written, other: Written) -> bool:
    return one.last is None and other.last is None and 0 < other.start - one.end <= _CLOSE


def _year_of_first(first: Written, last: Written) -> int | None:
    """The year in which a span begins; it may end in the next."""
    if first.first.year is not None or last.first.year is None:
        return first.first.year
    over_new_year = (first.first.month or 0) > (last.first.month or 12)
    return last.first.year - over_new_year


def _with_times(text: str, dates: list[Written]) -> list[Written]:
    """The dates, those of a day with the times that stand beside them."""
    timed: list[Written] = []
    since = 0
    for date, following in zip_longest(dates, dates[1:]):
        times = date.times
        if times is None and date.first.day is not None:
            until = following.start if following is not None else len(text)
            times = times_beside(text, date.start, date.end, since, until)
            if times is not None:
                start, end = min(date.start, times.first), max(date.end, times.last)
                if end < len(text) and text[end] == ")" and "(" in text[start:end]:
                    end += 1
                timed.append(date._replace(start=start, end=end, times=times))
        if times is date.times:
            timed.append(date)
        since = date.end
    return timed
