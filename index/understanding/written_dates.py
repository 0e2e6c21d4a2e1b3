"""Dates as they are written: what stands in a text, before anything is inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.understanding import date_forms
from index.understanding.clocks import times_beside
from index.understanding.date_forms import MONTHS, SEASONS, WEEKDAYS, Written
from index.understanding.words import Words, folded_word

_DIGIT = re.compile(r"[0-9]")
_NUMBERS = re.compile(r"[0-9][/.-][0-9]{1,2}[/.-][0-9]")
_MONTH_NAMES = (
    *("january", "february", "march", "april", "june", "july", "august"),
    *("september", "october", "november", "december", "sept"),
)
_BROKEN = ("janu", "febru", "septem", "octo", "novem", "decem")
_MONTH_WORDS = frozenset(map(folded_word, (*MONTHS, *_MONTH_NAMES, *_BROKEN)))
_WEEKDAY_WORDS = frozenset(
    folded_word(form) for day in WEEKDAYS for form in (day, day[:3], day[:4], day[:5])
)
_THROUGH = frozenset(("-", "–", "—", "to", "until", "till"))
_TOGETHER = frozenset(("and", "&", "or", "", "/"))
_CLOSE = 8
"""Between the two ends of a span of days there are no more characters than these."""


def written_dates(words: Words) -> list[Written]:
    """The dates in a text, in its order, none over another; a list of days gives one for each."""
    text = words.text
    digits = _DIGIT.search(text) is not None
    months = [place for place, word in enumerate(words.folded) if word in _MONTH_WORDS]
    found: list[Written] = []
    if not (digits or months):
        return found
    if digits and months:
        for match in date_forms.DAYS_OF_MONTH.finditer(text):
            found += date_forms.days_of_month(match)
        for form, read in (
            (date_forms.MONTH_AND_DAY, date_forms.month_and_day),
            (date_forms.MONTH_OF_YEAR, date_forms.month_of_year),
        ):
            found += _unless_over(found, map(read, _at(words, months, form)))
    if digits:
        if _NUMBERS.search(text) is not None:
            numbers = date_forms.NUMBERS.finditer(text)
            found += _unless_over(found, map(date_forms.numbers, numbers))
        if "/" in text:
            for match in date_forms.DAYS_AND_MONTHS.finditer(text):
                found += _unless_over(found, date_forms.days_and_months(match))
        if not SEASONS.keys().isdisjoint(words.folded):
            seasons = date_forms.SEASON_OF_YEAR.finditer(text)
            found += _unless_over(found, map(date_forms.season_of_year, seasons))
        if not _WEEKDAY_WORDS.isdisjoint(words.folded):
            days = date_forms.WEEKDAY_AND_NUMBER.finditer(text)
            found += _unless_over(found, map(date_forms.weekday_and_number, days))
    if months:
        alone = filter(date_forms.is_month, _at(words, months, date_forms.MONTH_ALONE))
        found += _unless_over(found, map(date_forms.month_alone, alone))
    found.sort(key=lambda date: date.start)
    joined = _spans_joined(text, found)
    if not digits:
        return joined
    before = [0, *(date.end for date in joined[:-1])]
    after = [*(date.start for date in joined[1:]), len(text)]
    return [
        _with_times(text, date, since, until)
        for date, since, until in zip(joined, before, after, strict=False)
    ]


def _at(words: Words, months: list[int], form: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Where `form` stands at one of the words that name a month."""
    after = 0
    for place in months:
        start = words.starts[place]
        if start >= after and (match := form.match(words.text, start)) is not None:
            after = match.end()
            yield match


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
            if through and bool(before.first.day) == bool(date.first.day):
                first = before.first._replace(year=_year_of_first(before, date))
                joined[-1] = replace(before, end=date.end, first=first, last=date.first)
                continue
            if between in _TOGETHER and before.first.year is None and date.first.year:
                joined[-1] = replace(before, first=before.first._replace(year=date.first.year))
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


def _with_times(text: str, date: Written, since: int, until: int) -> Written:
    if date.times is not None or date.first.day is None:
        return date
    times = times_beside(text, date.start, date.end, since, until)
    if times is None:
        return date
    start, end = min(date.start, times.first), max(date.end, times.last)
    if end < len(text) and text[end] == ")" and "(" in text[start:end]:
        end += 1
    return replace(date, start=start, end=end, times=times)
