"""Occasions that a newsletter names instead of a date: awareness weeks, months and days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from index import vocabulary
from index.errors import LibraryError
from index.understanding.date_forms import Day, weekday_number
from index.understanding.passages import Passage
from index.understanding.phrases import Lexicon


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day, week or month that comes back every year, as occasions.toml has it."""

    name: str
    month: int
    day: int | None = None
    weekday: int | None = None
    days: int = 1

    def in_year(self, year: int) -> tuple[Day, Day | None]:
        """When it begins in a year, and when it ends; None for a day or a month."""
        if self.day is None:
            return Day(year, self.month), None
        begins = date(year, self.month, self.day)
        if self.weekday is not None:
            begins += timedelta(days=(self.weekday - begins.weekday()) % 7)
        ends = begins + timedelta(days=self.days - 1)
        last = Day(ends.year, ends.month, ends.day) if self.days > 1 else None
        return Day(begins.year, begins.month, begins.day), last


class Occasions:
    """The occasions of the field, ready to be looked for."""

    def __init__(self, lexicon: Lexicon, config: Path | None = None) -> None:
        """Load them; raises LibraryError if a reader's own occasions.toml cannot be used."""
        listed = vocabulary.load("index.understanding", "occasions", config)["occasions"]
        self._phrases = lexicon.phrases(
            (name, _occasion(name, entry)) for name, entry in listed.items()
        )

    def named(self, passage: Passage) -> list[tuple[int, int, Occasion]]:
        """The occasions named in a text: first and last word of each, and what it is."""
        return [
            (first, last, occasion)
            for first, last, (occasion, *_) in self._phrases.among(passage.finds)
        ]


def _occasion(name: str, entry: dict[str, object]) -> Occasion:
    try:
        if "month" in entry:
            return Occasion(name, int(str(entry["month"])))
        *weekday, day = str(entry["begins"]).split()
        month, number = (int(part) for part in day.split("-"))
        date(2000, month, number)
        on = weekday_number(weekday[0]) if weekday else None
        return Occasion(name, month, number, on, int(str(entry.get("days", 1))))
    except (KeyError, ValueError) as error:
        raise LibraryError(
            f'occasions.toml: “{name}” needs month = 10, or begins = "Monday 02-01" and days = 7'
        ) from error
