"""Steps that change meetings and their agendas, and what it takes to take them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from index.model.meetings import Purpose, State

NO_DATE: Literal[""] = ""
"""The date of what has none any more."""

NO_MINUTES = 0
"""The minutes of an entry that has none allotted any more."""

Key = tuple[object, ...]
"""The key of a row of the record."""

Touched = tuple[str, Key, Mapping[str, object] | None]
"""A table of the record, the key of a row there, and what was in its columns.

Of a row that was changed these are the changed columns, of one that was taken away all; None stands
for a row that was not there.
"""


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """What a meeting is to be from now on. None leaves it as it is.

    NO_DATE takes the date away; the series "" takes the meeting out of its series.
    """

    name: str | None = None
    date: date | Literal[""] | None = None
    time: str | None = None
    place: str | None = None
    standing: tuple[str, ...] | None = None
    chair: str | None = None
    series: str | None = None
    people: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What an entry of an agenda is to be from now on. None leaves it as it is.

    The note of a bookmarked item is the reader's note on it, wherever it stands; its title is the
    entry's alone. NO_MINUTES takes the minutes away.
    """

    title: str | None = None
    note: str | None = None
    lead: str | None = None
    minutes: int | None = None
    purpose: Purpose | None = None
    state: State | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class ActionChange:
    """What an action is to be from now on. None leaves it as it is; NO_DATE takes `due` away."""

    text: str | None = None
    owner: str | None = None
    due: date | Literal[""] | None = None
    done: bool | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What was done to meetings, for a person to be told and for `take_back` to undo.

    `meeting` is the name of the meeting as it is now, "" where it is gone or none was touched.
    `entries` and `actions` are the ids of those that were added, changed or moved, in order. `rows`
    are the rows of the record that were touched; `orders` the entries of each agenda whose order
    was, in the order that they had.
    """

    meeting: str = ""
    entries: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    rows: tuple[Touched, ...] = ()
    orders: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was changed at all."""
        return bool(self.rows or self.orders)


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of an agenda that somebody shared.

    `meeting` is the name of the meeting here; `changes` says in words what is new, a sentence
    each, and is empty where all of it was here already.
    """

    meeting: str
    changes: tuple[str, ...]
    step: Step
