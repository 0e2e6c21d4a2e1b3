"""What people type for an option, made into what the library wants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches

from index.errors import InvalidInputError
from index.model.days import days_from_words
from index.model.results import Topic


def first_day(text: str, *, ahead: bool = False) -> date:
    """The first day of what a person typed: "2022-01", "January 2022", "last month", "3 Feb 2022".

    What has no year lies before today or, if so, `ahead`. Raises InvalidInputError for anything
    else, and for what has no beginning.
    """
    return _end_of(text, days_from_words(text, date.today(), ahead=ahead).first)


def last_day(text: str, *, ahead: bool = False) -> date:
    """The last day of what a person typed, as in `first_day`."""
    return _end_of(text, days_from_words(text, date.today(), ahead=ahead).last)


def _end_of(text: str, day: date | None) -> date:
    if day is None:
        raise InvalidInputError(f"“{text}” has no such end; write a day, a month or a year")
    return day


def span_of_days(
    since: str | None, until: str | None, *, ahead: bool = False
) -> tuple[date | None, date | None]:
    """The days that two options name, both ends included; without their year as in `first_day`.

    Raises InvalidInputError if one is no date or the end lies before the beginning.
    """
    first = first_day(since, ahead=ahead) if since is not None else None
    last = last_day(until, ahead=ahead) if until is not None else None
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
