"""The forms that dates are written in: "3 February 2022", "3-5 May", "3/2/22", "Spring 2021"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from index.model.dates import SEASONS
from index.understanding.clocks import Times

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY_NUMBERS = {name[:3]: number for number, name in enumerate(WEEKDAYS)}
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}


class Day(NamedTuple):
    """A day, month or year as far as it is written; None where a part is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


class Written(NamedTuple):
    """A date in a text, at `text[start:end]` with its times.

    `weekday` counts from Monday, 0. `last` is the end of a span of days or months. Nothing here is
    checked against the calendar: "31/02/2022" is still a Written.
    """

    start: int
    end: int
    first: Day
    last: Day | None = None
    weekday: int | None = None
    times: Times | None = None


# "May" and "March" are verbs in small letters; "Mar", "Jan" and "Sun" are names. All other months
# may be written in any case.
_MONTH = (
    r"(?:May|MAY|March|MARCH|Mar|MAR|Jan|JAN"
    r"|(?i:January|February|April|June|July|August|September|October|November|December)"
    # these are broken at the end of a line
    r"|Jan-?u-?ary|Feb-?ru-?ary|Sep-?tem-?ber|Octo-?ber|No-?vem-?ber|De-?cem-?ber"
    r"|Feb|FEB|Apr|APR|Jun|JUN|Jul|JUL|Aug|AUG|Sept?|SEPT?|Oct|OCT|Nov|NOV|Dec|DEC)\b\.?"
)
_WEEKDAY_NAME = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_WEEKDAY = rf"(?i:{_WEEKDAY_NAME})\b\.?,?\s{{1,2}}(?:the\s)?"
_ORDINAL = r"(?:\s?(?i:st|nd|rd|th)\b)?"
_YEAR = r"(?:(?:19|20)\d\d(?![\d%]|[/-]\d)|['’]\d\d\b)"
_JOINED = r"\s{0,2}(?:,|-|–|—|&|/|\b(?:to|until|till|and|or)\b)\s{0,2}(?:and\s)?"
_THROUGH = re.compile(r"[-–—]|\b(?:to|until|till)\b")

# A number that begins a date follows no other number, price, clock or reference. The look back
# comes after the first digit, so that the search may leap from digit to digit.
_NO_NUMBER_BEFORE = (
    r"(?<![\w./:£$€]\d)(?<!\d[-–]\d)(?<!\b[Ii]ssue\s\d)(?<!\bNo\s\d)(?<!\bNo\.\s\d)(?<!\bVol\s\d)"
)
_FIRST_DAY = rf"[0-9]{_NO_NUMBER_BEFORE}(?:(?<=[0-3])\d)?"

DAYS_OF_MONTH = re.compile(
    rf"{_FIRST_DAY}{_ORDINAL}(?:{_JOINED}(?:{_WEEKDAY})?[0-3]?\d{_ORDINAL}){{0,9}}"
    rf"\s{{0,2}}(?:of\s)?(?P<month>{_MONTH})(?:,?\s{{0,2}}(?P<year>{_YEAR}))?"
)
_MONTH_AND_DAY = re.compile(
    rf"(?P<month>{_MONTH})\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?![.:/%]\d)"
    rf"(?:(?:,\s?|\s)(?P<year>{_YEAR}))?"
)
_MONTH_OF_YEAR = re.compile(
    rf"(?:(?P<from>{_MONTH})\s?(?:-|–|to|and|/|&)\s?)?(?P<month>{_MONTH}),?\s(?P<year>{_YEAR})"
)
_MONTH_ALONE = re.compile(
    rf"(?P<month>{_MONTH})(?![\w’'-]|\s[A-Z0-9])"
    r"(?P<of>\s(?:meeting|committee|panel|board|council|conference|session|event|deadline|issue"
    r"|edition|intake|launch)\b)?"
)
_BEFORE_MONTH = re.compile(
    r"\b(?i:in|by|during|until|till|since|early|late|mid|end\sof|beginning\sof|start\sof"
    r"|throughout|next|last|this|from)[\s-]$"
)
NUMBERS = re.compile(
    r"""(?<![\w/.-])
    (?: (?P<y>(?:19|20)\d\d) - (?P<m>\d\d) - (?P<d>\d\d)
        (?: [T\s] (?P<clock>\d\d:\d\d) (?::\d\d)? \S{0,6} )?
      | (?P<day>\d{1,2}) (?P<sep>[/.-]) (?P<month>\d{1,2}) (?P=sep)
        (?P<year>(?:19|20)\d\d|\d\d) )
    (?![\w/]|[.-]\d)""",
    re.VERBOSE,
)
# "12/6" is a day where a word before it says so; "1/2" and "24/7" hardly ever are.
_DAY_AND_MONTH = r"(?!24/7|[123]/[234]\b)[0-3]?\d/[01]?\d(?![\w/%]|[.-]\d)"
DAYS_AND_MONTHS = re.compile(
    rf"(?:\b(?i:{_WEEKDAY_NAME}|on|by|until|till|from|before|after|closes|is|date|dates)[ ]"
    rf"|:[ ]|^|(?<=\n))(?P<days>{_DAY_AND_MONTH}"
    rf"(?:(?:,[ ]|[ ](?:and|&|or|to|-|–)[ ]){_DAY_AND_MONTH}){{0,9}})"
)
_SEASON_OF_YEAR = re.compile(
    rf"\b(?P<season>(?i:spring|summer|autumn|winter)),?\s(?:of\s"
    rf"|(?i:(?:e-?)?(?:newsletter|news|bulletin|edition|issue|update|programme|term)\s))?(?P<year>{_YEAR})"
)
_WEEKDAY_AND_NUMBER = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY_NAME}),?\s(?:the\s)?"
    r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?!\s(?:of\s)?[A-Z])"
)
_WEEKDAY_BEFORE = re.compile(rf"\b({_WEEKDAY})$")
_WEEKDAY_ENDINGS = frozenset(
    ("day", "mon", "tue", "ues", "wed", "nes", "thu", "hur", "urs", "fri", "sat", "tur", "sun")
)
_WEEKDAY_WITHIN = re.compile(_WEEKDAY)
_NUMBER = re.compile(r"\d+")
_ONE_NUMBER = re.compile(r"(\d+)\D*$")
_DAY_OF_MONTH = re.compile(r"(\d+)/(\d+)")


@lru_cache(maxsize=128)
def month_number(name: str) -> int:
    """The number of a month from any of its names."""
    return _MONTH_NUMBERS[name[:3].lower()]


@lru_cache(maxsize=512)
def year_number(text: str | None) -> int | None:
    """The year that is written "2022" or, after an apostrophe, "22"; None for None."""
    if text is None:
        return None
    digits = text.lstrip("'’")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def weekday_number(name: str) -> int:
    """The number of a weekday from any of its names; Monday is 0. Raises KeyError for none."""
    return _WEEKDAY_NUMBERS[name[:3].lower()]


def days_of_month(match: re.Match[str]) -> list[Written]:
    """What stands before a month: one day, a span of days, or one date for each of a list."""
    text, start, end = match.string, match.start(), match.end()
    month, year = month_number(match["month"]), year_number(match["year"])
    head = text[start : match.start("month")]
    begin, weekday = _weekday_before(text, start)
    if (alone := _ONE_NUMBER.match(head)) is not None:
        return [Written(begin, end, Day(year, month, int(alone[1])), None, weekday)]
    numbers = list(_NUMBER.finditer(head))
    days = [Day(year, month, int(number.group())) for number in numbers]
    pieces = [head[a.end() : b.start()] for a, b in pairwise(numbers)]
    if len(days) == 2 and _THROUGH.search(_WEEKDAY_WITHIN.sub("", pieces[0])):
        return [Written(begin, end, days[0], days[1], weekday)]
    weekdays = [weekday, *map(_weekday_in, pieces)]
    begins = [begin, *(start + number.start() for number in numbers[1:])]
    ends = [*(start + number.end() for number in numbers[:-1]), end]
    return [
        Written(at, until, day, None, weekday)
        for at, until, day, weekday in zip(begins, ends, days, weekdays, strict=True)
    ]


def at_month(text: str, start: int) -> Written | None:
    """A date that begins with a month: "April 21, 2021", "March to May 2022", "in April"."""
    if (match := _MONTH_AND_DAY.match(text, start)) is not None:
        day = Day(year_number(match["year"]), month_number(match["month"]), int(match["day"]))
        begin, weekday = _weekday_before(text, start)
        return Written(begin, match.end(), day, None, weekday)
    if (match := _MONTH_OF_YEAR.match(text, start)) is not None:
        year, month = year_number(match["year"]), month_number(match["month"])
        if not match["from"]:
            return Written(start, match.end(), Day(year, month))
        first = Day(year, month_number(match["from"]))
        return Written(start, match.end(), first, Day(year, month))
    if (match := _MONTH_ALONE.match(text, start)) is not None and _is_month(match):
        return Written(start, match.end("month"), Day(None, month_number(match["month"])))
    return None


def _is_month(match: re.Match[str]) -> bool:
    """Whether a month without day and year is one, and no Theresa May."""
    if match["of"]:
        return True
    before = match.string[max(0, match.start() - 16) : match.start()]
    found = _BEFORE_MONTH.search(before)
    return bool(found) and not (
        match["month"] == "May" and before.lower().endswith(("from ", "last "))
    )


def numbers(match: re.Match[str]) -> Written | None:
    """A date in numbers, the British way or as ISO 8601; None for the number of a paragraph."""
    if match["y"]:
        day = Day(int(match["y"]), int(match["m"]), int(match["d"]))
        times = Times(match["clock"], None, *match.span("clock")) if match["clock"] else None
        return Written(match.start(), match.end(), day, times=times)
    year, short = match["year"], len(match["year"]) == 2
    if short and match["sep"] != "/" and len(match["day"] + match["month"]) < 4:
        return None  # "3.2.10" is a paragraph
    day = Day(int(year) + (2000 if short else 0), int(match["month"]), int(match["day"]))
    begin, weekday = _weekday_before(match.string, match.start())
    return Written(begin, match.end(), day, None, weekday)


def days_and_months(match: re.Match[str]) -> list[Written]:
    """Days in numbers without their year: "20/9, 18/10 and 15/11"."""
    dates: list[Written] = []
    for found in _DAY_OF_MONTH.finditer(match["days"]):
        day = Day(None, int(found[2]), int(found[1]))
        if 1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12:
            begin, weekday = _weekday_before(match.string, match.start("days") + found.start())
            dates.append(Written(begin, match.start("days") + found.end(), day, None, weekday))
    return dates


def at_season(text: str, start: int) -> Written | None:
    """The months of "Spring 2021"; winter ends in the year after the one that it is named for."""
    match = _SEASON_OF_YEAR.match(text, start)
    if match is None:
        return None
    first, last = SEASONS[match["season"].lower()]
    year = year_number(match["year"]) or 0
    return Written(start, match.end(), Day(year, first), Day(year + (last < first), last))


def at_weekday(text: str, start: int) -> Written | None:
    """A day without its month: "Thursday 3rd"."""
    match = _WEEKDAY_AND_NUMBER.match(text, start)
    if match is None:
        return None
    day = Day(None, None, int(match["day"]))
    return Written(start, match.end(), day, None, weekday_number(match["weekday"]))


def _weekday_before(text: str, start: int) -> tuple[int, int | None]:
    """Where the weekday begins that is written just before `start`, and which it is."""
    before = text[max(0, start - 18) : start]
    last = before.removesuffix("the ").rstrip(" .,\n\t\u00a0")
    found = _WEEKDAY_BEFORE.search(before) if last[-3:].lower() in _WEEKDAY_ENDINGS else None
    if found is None:
        return start, None
    return start - len(found[1]), weekday_number(found[1])


def _weekday_in(text: str) -> int | None:
    found = _WEEKDAY_WITHIN.search(text)
    return weekday_number(found.group()) if found else None
