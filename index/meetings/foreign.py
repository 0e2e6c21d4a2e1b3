"""What another program wrote, taken apart with care: nothing is believed to be what it should."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from typing import TypeVar, cast

from index.meetings.texts import one_line, through_the_gate
from index.model.dates import first_day
from index.model.documents import Span

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?)?)?)?", re.ASCII)
_LARGEST_NUMBER = 2**31
_Word = TypeVar("_Word", bound=str)


class ForeignError(Exception):
    """Something is not what it should be. `str(error)` says where and what, for a reader."""


class Foreign:
    """A table of names and values that came from outside, and `where` in the file it stands.

    Each method gives the value of a name as what it should be, or raises ForeignError. Text goes
    through the gate of `index.reading.cleaning`.
    """

    def __init__(self, value: object, where: str = "") -> None:
        """Raises ForeignError if the value is no table."""
        self.where = where
        if not isinstance(value, dict):
            raise ForeignError(f"{where or 'the file'} should be a table of names and values")
        self._values: Mapping[str, object] = value

    def text(self, name: str) -> str:
        """Text of any number of lines."""
        value = self._value(name)
        if not isinstance(value, str):
            raise self._wrong(name, "text")
        return through_the_gate(value)

    def line(self, name: str) -> str:
        """Text, made into one line."""
        return one_line(self.text(name))

    def line_or_none(self, name: str) -> str | None:
        """One line of text, or null."""
        return None if self._value(name) is None else self.line(name)

    def lines(self, name: str) -> tuple[str, ...]:
        """A list of single lines; empty ones are left out."""
        values = self._list(name)
        if not all(isinstance(value, str) for value in values):
            raise self._wrong(name, "a list of texts")
        return tuple(line for value in values if (line := one_line(str(value))))

    def id(self, name: str) -> str:
        """What identifies something: letters, digits, dots and hyphens."""
        value = self._value(name)
        if not isinstance(value, str) or not _ID.fullmatch(value):
            raise self._wrong(name, "an id")
        return value

    def name_of(self, name: str, known: Collection[str]) -> str:
        """The id of something that is known."""
        if (value := self.id(name)) not in known:
            raise self._wrong(name, "the id of something in this file")
        return value

    def one_of(self, name: str, words: Collection[_Word]) -> _Word:
        """One of the words."""
        value = self._value(name)
        if not isinstance(value, str) or value not in words:
            raise self._wrong(name, f"one of {', '.join(f'“{word}”' for word in words)}")
        return cast("_Word", value)

    def truth(self, name: str) -> bool:
        """True or false."""
        value = self._value(name)
        if not isinstance(value, bool):
            raise self._wrong(name, "true or false")
        return value

    def number(self, name: str, *, least: int, most: int = _LARGEST_NUMBER) -> int:
        """A whole number, both ends included."""
        value = self._value(name)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self._wrong(name, "a whole number that can be")
        return value

    def number_or_none(self, name: str, *, least: int, most: int = _LARGEST_NUMBER) -> int | None:
        """A whole number, or null."""
        return None if self._value(name) is None else self.number(name, least=least, most=most)

    def span_or_none(self, name: str) -> Span | None:
        """The first and the last of some lines, or null."""
        if self._value(name) is None:
            return None
        match self._list(name):
            case [int(first), int(last)] if 0 < first <= last <= _LARGEST_NUMBER:
                return Span(int(first), int(last))  # true is an int to Python
        raise self._wrong(name, "the first and the last line")

    def iso(self, name: str) -> str:
        """A date in ISO 8601, to any precision from the year to the minute."""
        value = self._value(name)
        if not isinstance(value, str) or not _ISO.fullmatch(value) or not _exists(value):
            raise self._wrong(name, "a date")
        return value

    def iso_or_none(self, name: str) -> str | None:
        """A date as in `iso`, or null."""
        return None if self._value(name) is None else self.iso(name)

    def day(self, name: str) -> date | None:
        """A day, or null."""
        value = self.iso_or_none(name)
        if value is None:
            return None
        if len(value) != len("2026-12-03"):
            raise self._wrong(name, "a day")
        return date.fromisoformat(value)

    def moment(self, name: str) -> datetime:
        """A day and time; one without a time zone is taken for universal time."""
        try:
            value = datetime.fromisoformat(self.line(name))
        except ValueError as error:
            raise self._wrong(name, "a day and time") from error
        return value if value.tzinfo else value.replace(tzinfo=UTC)

    def table(self, name: str) -> Foreign:
        """A table within this one."""
        return Foreign(self._value(name), self._path(name))

    def table_or_none(self, name: str) -> Foreign | None:
        """A table within this one, or null."""
        return None if self._value(name) is None else self.table(name)

    def tables(self, name: str) -> tuple[Foreign, ...]:
        """A list of tables."""
        where = self._path(name)
        return tuple(
            Foreign(value, f"{where}, no. {number}")
            for number, value in enumerate(self._list(name), 1)
        )

    def _list(self, name: str) -> list[object]:
        value = self._value(name)
        if not isinstance(value, list):
            raise self._wrong(name, "a list")
        return value

    def _value(self, name: str) -> object:
        if name not in self._values:
            raise ForeignError(f"{self._path(name)} is missing")
        return self._values[name]

    def _path(self, name: str) -> str:
        return f"{self.where}: {name}" if self.where else name

    def _wrong(self, name: str, wanted: str) -> ForeignError:
        return ForeignError(f"{self._path(name)} should be {wanted}")


def _exists(iso: str) -> bool:
    try:
        first_day(iso)
        return "T" not in iso or bool(datetime.fromisoformat(iso))
    except ValueError:
        return False
