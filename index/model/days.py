"""Spans of days as people write them: "2021", "jan 2022", "last month", "2020..2022"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from index.errors import InvalidInputError
from index.model.dates import SEASONS, day_from_words, in_words, issue_from_words


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included; None: there is no such end."""

    first: date | None = None
    last: date | None = None

    def in_words(self) -> str:
        """The span as a sentence goes on: "14 May 2022", "1 to 31 May 2022", "since 1 May 2022"."""
        if self.first is None or self.last is None:
            if self.first is not None:
                return f"since {in_words(self.first.isoformat())}"
            return f"until {in_words(self.last.isoformat())}" if self.last else "at any time"
        end = in_words(self.last.isoformat())
        if self.first == self.last:
            return end
        if self.first.year != self.last.year:
            return f"{in_words(self.first.isoformat())} to {end}"
        month = "" if self.first.month == self.last.month else f" {self.first:%B}"
        return f"{self.first.day}{month} to {end}"


_LONGEST = 60
"""Characters of the longest span that anybody writes."""

_NUMBERS = (
    *("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
_NUMBER = rf"\d{{1,4}}|an|one|{'|'.join(_NUMBERS)}"
_MONTHS = tuple(name.casefold() for name in calendar.month_name)
_WEEKDAYS = tuple(name.casefold() for name in calendar.day_name)
_SEASONS = {name: first for name, (first, _) in SEASONS.items()}
"""The first month of each season."""

_BETWEEN = re.compile(
    r"(?:between (?P<a>.+) and (?P<b>.+)|(?:from )?(?P<c>.*?)(?: ?\.\.+ ?| to | until | [-–—] )"
    r"(?P<d>.*))"
)
_OPEN = re.compile(r"(?P<how>since|from|after|until|till|by|up to|before) (?P<rest>.+)")
_WHICH = re.compile(r"(?:(?P<which>this|last|past|next|coming) )?(?P<unit>[a-z]+)")
_SEVERAL = re.compile(
    rf"(?P<which>last|past|next|coming) (?P<number>{_NUMBER}) (?P<unit>day|week|month|year)s?"
)
_AGO = re.compile(
    rf"(?:(?P<number>{_NUMBER}) (?P<unit>day|week|month|year)s? ago"
    rf"|in (?P<ahead>{_NUMBER}) (?P<later>day|week|month|year)s?(?: time)?)"
)
_SEASON = re.compile(rf"(?P<season>{'|'.join(_SEASONS)}) (?P<year>\d{{4}})")
_FINANCIAL = re.compile(r"(?P<year>\d{4})/(?P<next>\d\d)")
_OF = re.compile(r"(?<=[a-z\d]) of (?=[a-z])")
_LITTLE = re.compile(r"^(?:(?:in|on|during|the) )+")
_YEAR_AND_MONTH = re.compile(r"(\d{4})-(\d)")

_IN_NUMBERS = re.compile(r"(?:\d(?:st|nd|rd|th)?|[./-])+")
_DATE_WORDS = frozenset(
    """between and from to until till since after before by up in on during of the this last past
    next coming ago time today tomorrow yesterday an one day days week weeks month months year years
    unknown sept""".split()  # noqa: SIM905 - one word a line would be a page of them
).union(_NUMBERS, _MONTHS[1:], _WEEKDAYS, _SEASONS, [month[:3] for month in _MONTHS[1:]])


def days_from_words(text: str, today: date, *, ahead: bool = False) -> Days:
    """The days that a person means, seen from `today`.

    Understood are days, months and years ("14 Jan 2022", "2022-01", "sept 2021"), seasons,
    financial years ("2021/22", from April), "last month", "next week" (from Monday), "past 3
    weeks", "Friday", "two days ago", and spans of these: "2020..2022", "..June 2021", "March to May
    2022", "since Monday". What has no year is the last such day or month that has begun or, if they
    lie `ahead`, the next that is not over. Raises InvalidInputError for anything else.
    """
    plain = " ".join(_OF.sub(" ", text.casefold().replace(",", " ")).split())
    if plain and len(plain) <= _LONGEST:
        try:
            found = _days(plain, today, ahead)
        except (OverflowError, ValueError):  # a day that no calendar has
            found = None
        if found is not None and not _backwards(found):
            return found
    raise InvalidInputError(
        f"“{text.strip()[:_LONGEST]}” is not a date; write it like 2021, Jan 2022, last month or"
        " 2020..2022"
    )


def may_become_days(text: str) -> bool:
    """Whether somebody who has typed this may be about to write days: "las", "12 ja"."""
    *whole, last = text.casefold().replace(",", " ").split() or [""]
    return all(word in _DATE_WORDS or _IN_NUMBERS.fullmatch(word) for word in whole) and (
        _IN_NUMBERS.fullmatch(last) is not None
        or any(word.startswith(last) for word in _DATE_WORDS)
    )


def _backwards(days: Days) -> bool:
    return days.first is not None and days.last is not None and days.last < days.first


def _days(text: str, today: date, ahead: bool) -> Days | None:
    for read in (_one, _spanning, _opening):
        if (found := read(text, today, ahead)) is not None:
            return found
    return None


def _one(text: str, today: date, ahead: bool) -> Days | None:
    """A single stretch of time that has one name."""
    for words in dict.fromkeys((text, _LITTLE.sub("", text))):
        for read in (_written, _several, _ago, _named, _yearless):
            if (found := read(words, today, ahead)) is not None:
                return found
    return None


def _spanning(text: str, today: date, ahead: bool) -> Days | None:
    """From one to the other; of what stands in numbers with dots, one may be missing."""
    if (match := _BETWEEN.fullmatch(text)) is None:
        return None
    first, last = (match["a"], match["b"]) if match["a"] else (match["c"], match["d"])
    if not first and not last:
        return None
    end = _one(last, today, ahead) if last else Days()
    start: Days | None = Days()
    if first:
        # "March to May 2022" begins in March 2022, "1 to 5 May 2022" on the 1st of May
        words = (last or "").split()
        whole = (" ".join([first, *words[at:]]) for at in range(1, len(words)))
        borrowed = (found for text in whole if (found := _written(text, today, ahead)) is not None)
        start = next(borrowed, None) or _one(first, today, ahead)
    return Days(start.first, end.last) if start is not None and end is not None else None


def _opening(text: str, today: date, ahead: bool) -> Days | None:
    if (match := _OPEN.fullmatch(text)) is None:
        return None
    if (named := _one(match["rest"], today, ahead)) is None:
        return None
    match match["how"]:
        case "since" | "from":
            return Days(named.first)
        case "after":
            return Days(named.last + timedelta(days=1)) if named.last else None
        case "before":
            return Days(None, named.first - timedelta(days=1)) if named.first else None
        case _:
            return Days(None, named.last)


def _written(text: str, _today: date, _ahead: bool) -> Days | None:
    """A day, month, season or year that is written with its year."""
    if (match := _SEASON.fullmatch(text)) is not None:
        return _months(int(match["year"]), _SEASONS[match["season"]], 3)
    if (match := _FINANCIAL.fullmatch(text)) is not None:
        year = int(match["year"])
        return _months(year, 4, 12) if (year + 1) % 100 == int(match["next"]) else None
    text = _YEAR_AND_MONTH.sub(r"\1-0\2", text) if _YEAR_AND_MONTH.fullmatch(text) else text
    try:
        return days_of(issue_from_words(text))
    except InvalidInputError:
        return None


def days_of(iso: str) -> Days:
    """The days of an ISO 8601 date of any precision: of "2022-01", all of January."""
    match [int(part) for part in iso[:10].split("-")]:
        case [year, month, day]:
            return Days(date(year, month, day), date(year, month, day))
        case [year, month]:
            return _months(year, month, 1)
        case [year]:
            return _months(year, 1, 12)
    raise ValueError(iso)


def _several(text: str, today: date, _ahead: bool) -> Days | None:
    if (match := _SEVERAL.fullmatch(text)) is None:
        return None
    number = _number(match["number"])
    if match["which"] in ("last", "past"):
        return Days(_moved(today, -number, match["unit"]), today)
    return Days(today, _moved(today, number, match["unit"]))


def _ago(text: str, today: date, _ahead: bool) -> Days | None:
    if (match := _AGO.fullmatch(text)) is None:
        return None
    if match["number"]:
        day = _moved(today, -_number(match["number"]), match["unit"])
    else:
        day = _moved(today, _number(match["ahead"]), match["later"])
    return Days(day, day)


def _named(text: str, today: date, ahead: bool) -> Days | None:
    """A day, week, month, season or year that is named by its place before or after today."""
    if text == "yesterday":
        return Days(today - timedelta(days=1), today - timedelta(days=1))
    if (match := _WHICH.fullmatch(text)) is None:
        return None
    which, unit = match["which"] or "", match["unit"]
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    if which and unit in ("day", "week", "month", "year"):
        return _unit(unit, step, today)
    begins = {
        **{name: _beginning_of_month(number) for number, name in enumerate(_MONTHS) if name},
        **{name[:3]: _beginning_of_month(number) for number, name in enumerate(_MONTHS) if name},
        "sept": _beginning_of_month(9),
        **{name: _beginning_of_month(month, 3) for name, month in _SEASONS.items()},
    }
    if unit in begins:
        return _nearest(begins[unit], today, which, ahead)
    for number, name in enumerate(_WEEKDAYS):
        if unit in (name, name[:3]):
            return _weekday(number, today, which, ahead)
    return None


def _unit(unit: str, step: int, today: date) -> Days:
    if unit == "day":
        day = today + timedelta(days=step)
        return Days(day, day)
    if unit == "week":
        monday = today + timedelta(days=7 * step - today.weekday())
        return Days(monday, monday + timedelta(days=6))
    if unit == "month":
        month = today.month - 1 + step
        return _months(today.year + month // 12, month % 12 + 1, 1)
    return _months(today.year + step, 1, 12)


def _beginning_of_month(month: int, length: int = 1) -> Callable[[int], Days]:
    return lambda year: _months(year, month, length)


def _nearest(of_year: Callable[[int], Days], today: date, which: str, ahead: bool) -> Days | None:
    """What comes every year, in the year that is meant."""
    around = [of_year(year) for year in range(today.year - 2, today.year + 3)]
    if which == "this":
        return next((days for days in around if days.last is None or days.last >= today), None)
    if which in ("next", "coming"):
        return next((days for days in around if days.first and days.first > today), None)
    if which in ("last", "past"):
        return next((days for days in reversed(around) if days.last and days.last < today), None)
    if ahead:
        return next((days for days in around if days.last and days.last >= today), None)
    return next((days for days in reversed(around) if days.first and days.first <= today), None)


def _weekday(number: int, today: date, which: str, ahead: bool) -> Days:
    forward = (number - today.weekday()) % 7
    if which in ("next", "coming"):
        forward = forward or 7
    elif which in ("last", "past") or (not which and not ahead):
        forward -= 7 if forward or which else 0
    day = today + timedelta(days=forward)
    return Days(day, day)


def _yearless(text: str, today: date, ahead: bool) -> Days | None:
    try:
        day = day_from_words(text, today, past=not ahead)
    except InvalidInputError:
        return None
    return Days(day, day)


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    return 1 if written in ("an", "one") else _NUMBERS.index(written) + 1


def _moved(day: date, number: int, unit: str) -> date:
    """The day so many days, weeks, months or years on; the last of a month that has no such day."""
    if unit in ("day", "week"):
        return day + timedelta(days=number * (7 if unit == "week" else 1))
    month = day.month - 1 + number * (12 if unit == "year" else 1)
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, _last_of(year, month)))


def _months(year: int, month: int, length: int) -> Days:
    """So many months from the first of that one."""
    end = month - 1 + length - 1
    last_year, last_month = year + end // 12, end % 12 + 1
    return Days(date(year, month, 1), date(last_year, last_month, _last_of(last_year, last_month)))


def _last_of(year: int, month: int) -> int:
    if not 1 <= year <= 9999:
        raise ValueError(year)
    return calendar.monthrange(year, month)[1]
