"""Meetings made and changed, over an open transaction."""

from __future__ import annotations

import sqlite3

from index.errors import InvalidInputError
from index.model.steps import NO_DATE, MeetingChange, Step
from index.record import entries, rows
from index.record.forms import day_written, listed
from index.record.meeting_rows import found
from index.record.names import key, named, names, new_id, quoted, tidied
from index.record.series import join, make_with, series_of
from index.record.steps import doing


def save(db: sqlite3.Connection, name: str, change: MeetingChange) -> None:
    """Make the meeting of that name, or change it. Raises InvalidInputError."""
    tidy = named(name, "a meeting")
    known = found(db, tidy)
    if known is not None:
        alter(db, known["id"], change)
        return
    number = made(db, tidy)
    if change.series:
        make_with(db, number, change.series)
    alter(db, number, change)


def change_meeting(db: sqlite3.Connection, number: int, change: MeetingChange) -> Step:
    """Change the meeting; the step that this is. Raises InvalidInputError."""
    with doing(db, [number]) as done:
        alter(db, number, change)
    return done.step


def remove_meeting(db: sqlite3.Connection, number: int) -> Step:
    """Let the meeting go with its agenda, and with the actions of no other; the step."""
    with doing(db, [number]) as done:
        db.execute("delete from meetings where id = ?", (number,))
        db.execute("delete from actions where id not in (select action from action_places)")
    return done.step


def made(db: sqlite3.Connection, name: str, identity: str = "") -> int:
    """The number of a new meeting of that name, which nobody has yet."""
    blank = {"time": "", "place": "", "chair": "", "people": listed(())}
    identity = identity or new_id()
    return rows.insert(
        db, "meetings", {"identity": identity, "key": key(name), "name": name, **blank}
    )


def alter(db: sqlite3.Connection, number: int, change: MeetingChange) -> None:
    """Let the meeting be what the change says. Raises InvalidInputError."""
    if change.name is not None:
        _rename(db, number, change.name)
    told: dict[str, object] = {
        column: tidied(text)
        for column in ("time", "place", "chair")
        if (text := getattr(change, column)) is not None
    }
    if change.date is not None:
        told["date"] = None if change.date == NO_DATE else day_written(change.date)
    if change.people is not None:
        told["people"] = listed(names(change.people))
    rows.update(db, "meetings", told, {"id": number})
    if change.standing is not None:
        entries.replace_standing(db, number, change.standing)
    if change.series is not None:
        join(db, number, change.series)
    elif change.standing is not None and (series := series_of(db, number)) is not None:
        entries.hand_on_new(db, number, series)


def _rename(db: sqlite3.Connection, number: int, name: str) -> None:
    tidy = named(name, "a meeting")
    other = found(db, tidy)
    if other is not None and other["id"] != number:
        raise InvalidInputError(
            f"there is a meeting {quoted(other['name'])} already; give this one another name"
        )
    db.execute("update meetings set name = ?, key = ? where id = ?", (tidy, key(tidy), number))
