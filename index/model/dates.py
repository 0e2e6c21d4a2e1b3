"""Dates as people write them, from dates as programs keep them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from index.errors import InvalidInputError

UNKNOWN = "date unknown"

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
"""First and last month of each season, as the Met Office counts them.

Winter ends in the next year.
"""


def in_words(iso: str | None) -> str:
    """An ISO 8601 date of any precision in British words.

    "2022-01-14T18:30" gives "14 January 2022, 6.30pm", "2022-01-14" gives "14 January 2022",
    "2022-01" "January 2022", "2022" "2022", and None or "" "date unknown". What is no date is
    given back as it is.
    """
    if not iso:
        return UNKNOWN
    day, _, clock = iso.partition("T")
    try:
        if len(day) == 4:
            return day
        if len(day) == 7:
            return f"{datetime.strptime(day, '%Y-%m'):%B %Y}"
        moment = date.fromisoformat(day)
        words = f"{moment.day} {moment:%B %Y}"
        return f"{words}, {clock_in_words(clock)}" if clock else words
    except ValueError:
        return iso


def span_in_words(start: str, end: str | None) -> str:
    """A span of dates in words; the end is shortened where it is on the same day."""
    if not end or end == start:
        return in_words(start)
    if "T" in end and end.split("T")[0] == start.split("T")[0]:
        return f"{in_words(start)} to {clock_in_words(end.split('T')[1])}"
    return f"{in_words(start)} to {in_words(end)}"


def clock_in_words(clock: str) -> str:
    """A time of day ("18:30") in British words ("6.30pm")."""
    hour, minute = (int(part) for part in clock.split(":")[:2])
    minutes = f".{minute:02}" if minute else ""
    return f"{hour % 12 or 12}{minutes}{'am' if hour < 12 else 'pm'}"


def first_day(iso: str) -> date:
    """The first day of an ISO 8601 date of any precision. Raises ValueError if it is none."""
    year, month, day = _parts(iso)
    return date(year, month or 1, day or 1)


def last_day(iso: str) -> date:
    """The last day of an ISO 8601 date of any precision. Raises ValueError if it is none."""
    year, month, day = _parts(iso)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(iso: str) -> tuple[int, int, int]:
    """Year, month and day; 0 for what the date does not say."""
    year, month, day, *_ = (*map(int, iso.partition("T")[0].split("-")), 0, 0)
    return year, month, day


def issue_from_words(text: str) -> str:
    """When something was issued, as a person typed it: ISO 8601 to the precision that they gave.

    "14 January 2022" gives "2022-01-14", "Jan 2022" "2022-01" and "2022" "2022". Numbers are read
    the British way, the day first. Raises InvalidInputError.
    """
    plain = _plain(text)
    for forms, length in ((_DAY_FORMATS, 10), (_MONTH_FORMATS, 7), (("%Y",), 4)):
        for form in forms:
            if (found := _parsed(plain, form)) is not None:
                return found.isoformat()[:length]
    raise InvalidInputError(
        f"“{text.strip()}” is not a date with its year; write it like 14 January 2022 or January"
        " 2022"
    )


_DAY_FORMATS = ("%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d")
_MONTH_FORMATS = ("%B %Y", "%b %Y", "%m/%Y", "%Y-%m")
_YEARLESS_FORMATS = ("%d %B %Y", "%d %b %Y", "%d/%m/%Y")
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[,\s]+", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=[a-z])\.(?=\s|$)", re.IGNORECASE)
_SEPTEMBER = re.compile(r"\bsept\b", re.IGNORECASE)


def day_from_words(text: str, today: date | None = None, *, past: bool = False) -> date:
    """The day that a person typed: "2026-12-03", "3/12/2026", "3 Dec 2026", "Thu 3rd December".

    Numbers are read the British way, the day first. Without a year it is the next such day on or
    after `today` or, if it is `past`, the last one on or before it. Also understood are "today" and
    "tomorrow". Raises InvalidInputError otherwise.
    """
    today = today or date.today()
    plain = _plain(text)
    if plain.lower() in ("today", "tomorrow"):
        return today + timedelta(days=plain.lower() == "tomorrow")
    for form in _DAY_FORMATS:
        if (found := _parsed(plain, form)) is not None:
            return found
    for form in _YEARLESS_FORMATS:
        separator = "/" if "/" in form else " "
        # 29 February may have to wait for a leap year, eight years at the most
        for ahead in range(9):
            year = today.year - ahead if past else today.year + ahead
            found = _parsed(f"{plain}{separator}{year}", form)
            if found is not None and (found <= today if past else found >= today):
                return found
    raise InvalidInputError(
        f"“{text.strip()}” is not a date; write it like 3 December 2026 or 3/12/2026"
    )


def _plain(text: str) -> str:
    """A date without its weekday, ordinals, commas and the full stops of what is cut short."""
    bare = _FULL_STOP.sub("", _ORDINAL.sub("", _WEEKDAY.sub("", text.strip())).replace(",", " "))
    return " ".join(_SEPTEMBER.sub("Sep", bare).split())


def _parsed(text: str, form: str) -> date | None:
    # strptime takes long to say no, and most forms are told from others by their signs
    named = "%B" in form or "%b" in form
    if any((sign in text) != (sign in form) for sign in "/.-") or named != _has_letters(text):
        return None
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        return None


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
