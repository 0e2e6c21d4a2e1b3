"""What people type for an option, made into what the library wants."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from difflib import get_close_matches

from index.errors import InvalidInputError
from index.model.dates import day_from_words
from index.model.results import Topic

_YEAR = re.compile(r"(\d{4})")
_YEAR_AND_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_MONTH_FORMATS = ("%B %Y", "%b %Y")


def first_day(text: str) -> date:
    """The first day of what a person typed: a day, a month ("2022-01", "January 2022") or a year.

    Raises InvalidInputError for anything else.
    """
    if (month := _month(text)) is not None:
        return date(*month, 1)
    if (year := _YEAR.fullmatch(text.strip())) and int(year[1]):
        return date(int(year[1]), 1, 1)
    return day_from_words(text)


def last_day(text: str) -> date:
    """The last day of what a person typed, as in `first_day`."""
    if (month := _month(text)) is not None:
        return date(*month, calendar.monthrange(*month)[1])
    if (year := _YEAR.fullmatch(text.strip())) and int(year[1]):
        return date(int(year[1]), 12, 31)
    return day_from_words(text)


def span_of_days(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """The days that two options name, both ends included.

    Raises InvalidInputError if one is no date or the end lies before the beginning.
    """
    first = first_day(since) if since is not None else None
    last = last_day(until) if until is not None else None
    if first and last and last < first:
        raise InvalidInputError(f"--until {until} lies before --since {since}")
    return first, last


def topic_slug(asked: str, tree: Iterable[Topic]) -> str:
    """The slug of the topic or group that a person named by its slug or by its name.

    Raises InvalidInputError, with the names that are nearest, if the tree has none.
    """
    topics = tuple(tree)
    slugs = {_folded(name): topic.slug for topic in topics for name in (topic.slug, topic.name)}
    if (slug := slugs.get(_folded(asked))) is not None:
        return slug
    near = nearest(asked, [topic.slug for topic in topics])
    hint = f"; the nearest: {', '.join(near)}" if near else "; carereader topics lists them all"
    raise InvalidInputError(f"there is no topic “{asked}”{hint}")


def source_name(asked: str, sources: Iterable[str]) -> str:
    """The source in whatever case it was typed; what was typed where the library has no such."""
    names = {_folded(source): source for source in sources}
    return names.get(_folded(asked), asked)


def nearest(asked: str, names: Sequence[str]) -> list[str]:
    """Up to three of the names that look like what was asked for, or hold it."""
    folded = {_folded(name): name for name in names}
    holding = [name for key, name in folded.items() if _folded(asked) in key]
    alike = [folded[key] for key in get_close_matches(_folded(asked), folded, cutoff=0.5)]
    return list(dict.fromkeys(alike + holding))[:3]


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")


def _month(text: str) -> tuple[int, int] | None:
    plain = " ".join(text.split())
    if (found := _YEAR_AND_MONTH.fullmatch(plain)) and 1 <= int(found[2]) <= 12 and int(found[1]):
        return int(found[1]), int(found[2])
    for form in _MONTH_FORMATS:
        try:
            moment = datetime.strptime(plain, form)
        except ValueError:
            continue
        return moment.year, moment.month
    return None
