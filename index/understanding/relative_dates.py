"""Dates that are meant by the time of issue: "next Monday", "tomorrow", "this summer"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from index.model.dates import SEASONS
from index.understanding.date_forms import WEEKDAYS, Day
from index.understanding.passages import Passage
from index.understanding.phrases import Lexicon
from index.understanding.placing import Anchor, of_date
from index.understanding.words import Words

_SEASON_MONTHS = tuple(SEASONS.values())
_BEFORE_SEASON = ("this", "over the", "in the", "during the", "by the", "until the", "later in the")
_AFTER_SEASON = frozenset(("term", "statement", "budget", "conference"))


@dataclass(frozen=True, slots=True)
class Relative:
    """What a relative expression means.

    `number` is the weekday (Monday is 0), the days from the issue, the months on, which season, or
    the month in which a year ends for those who say so. A weekday that is `past` was not long ago.
    """

    unit: Literal["weekday", "days", "week", "month", "season", "year"]
    number: int
    which: Literal["next", "this", "last", "past"] = "this"


def _expressions() -> Iterator[tuple[str, Relative]]:
    for number, weekday in enumerate(WEEKDAYS):
        yield f"next {weekday}", Relative("weekday", number, "next")
        yield f"last {weekday}", Relative("weekday", number, "last")
        for before in ("this", "this coming", "on"):
            yield f"{before} {weekday}", Relative("weekday", number)
    yield "tomorrow", Relative("days", 1)
    yield "yesterday", Relative("days", -1)
    yield "next week", Relative("week", 1)
    yield "next month", Relative("month", 1)
    for year in ("the year", "this year"):
        yield f"end of {year}", Relative("year", 12)
    for before in ("by", "before", "until", "this", "at"):
        yield f"{before} christmas", Relative("year", 12)
    for number, season in enumerate(SEASONS):
        yield f"next {season}", Relative("season", number, "next")
        for before in _BEFORE_SEASON:
            yield f"{before} {season}", Relative("season", number)


class RelativeDates:
    """The expressions that mean a date by the time of issue, ready to be looked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        """The same for every reader: they are plain English."""
        self._expressions = lexicon.phrases(_expressions())

    def named(self, passage: Passage) -> list[tuple[int, int, Relative]]:
        """The relative dates of a text: first and last word of each, and what it means."""
        return [
            (first, last, meaning)
            for first, last, (meaning, *_) in self._expressions.among(passage.finds)
            if not _is_habit(passage.words, last, meaning)
        ]


def _is_habit(words: Words, last: int, meaning: Relative) -> bool:
    """Whether the words are no date after all: "on Thursdays", "in the spring term"."""
    if meaning.unit == "weekday":
        return words.spelt(last, last).endswith("ys")
    following = words.folded[last + 1] if last + 1 < len(words) else ""
    return meaning.unit == "season" and following in _AFTER_SEASON


def when(meaning: Relative, anchor: Anchor) -> tuple[Day, Day | None] | None:
    """First and last day of a relative date; None where the issue date is too vague to tell."""
    if anchor.day is None or anchor.precision == "guess":
        return None
    if meaning.unit == "season":
        return _season(meaning, anchor)
    if meaning.unit == "year":
        return Day(anchor.day.year, meaning.number), None
    if meaning.unit == "month" and anchor.precision != "year":
        month = anchor.day.month - 1 + meaning.number
        return Day(anchor.day.year + month // 12, month % 12 + 1), None
    if anchor.precision != "day":
        return None
    if meaning.unit == "days":
        return of_date(anchor.day + timedelta(days=meaning.number)), None
    today = anchor.day.weekday()
    if meaning.unit == "week":
        monday = anchor.day + timedelta(days=7 * meaning.number - today)
        return of_date(monday), of_date(monday + timedelta(days=6))
    ahead = (meaning.number - today) % 7
    if meaning.which == "last" or (meaning.which == "past" and ahead):
        ahead -= 7
    elif meaning.which == "next" and ahead == 0:
        ahead = 7
    return of_date(anchor.day + timedelta(days=ahead)), None


def _season(meaning: Relative, anchor: Anchor) -> tuple[Day, Day] | None:
    """The season of the year of issue, or of the next if this year's is over."""
    if anchor.day is None:
        return None
    first, last = _SEASON_MONTHS[meaning.number]
    year, month = anchor.day.year, anchor.day.month
    over = month > (last if last > first else 12)
    now = first <= month <= last
    if anchor.precision != "year" and (over or (meaning.which == "next" and now)):
        year += 1
    return Day(year, first), Day(year + (last < first), last)
