"""Meetings by name: making them, changing them, and which of them is the current one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from index.errors import InvalidInputError, NotFoundError
from index.model.meetings import Bookmark, Meeting
from index.model.steps import NO_DATE, MeetingChange, Step
from index.record import bookmarks, entries, rows
from index.record.database import Database
from index.record.forms import day_read, day_written, listed
from index.record.names import key, named, names, new_id, quoted, tidied
from index.record.series import join, make_with, series_of
from index.record.steps import doing, take_back

_CURRENT = "current meeting"


class Meetings:
    """The meetings of the record, each with its bookmarks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, today: date) -> tuple[Meeting, ...]:
        """All meetings: from `today` on, soonest first; then undated; then past, latest first."""
        with self._database.reading() as db:
            found = db.execute("select * from counted_meetings order by id")
            meetings = [meeting_read(row) for row in found]
        coming = [each for each in meetings if each.date is not None and each.date >= today]
        undated = [each for each in meetings if each.date is None]
        past = [each for each in meetings if each.date is not None and each.date < today]
        coming.sort(key=lambda each: each.date or today)
        past.sort(key=lambda each: each.date or today, reverse=True)
        return (*coming, *undated, *past)

    def meeting(self, name: str) -> Meeting:
        """The meeting of that name, in whatever case. Raises NotFoundError."""
        with self._database.reading() as db:
            return meeting_read(row_of(db, name))

    def save(
        self,
        name: str,
        *,
        date: date | None = None,
        time: str | None = None,
        place: str | None = None,
        standing: Sequence[str] | None = None,
        chair: str | None = None,
        series: str | None = None,
        people: Sequence[str] | None = None,
    ) -> Meeting:
        """Make the meeting, or change what is not None. Raises InvalidInputError for its name."""
        tidy = named(name, "a meeting")
        change = MeetingChange(
            date=date,
            time=time,
            place=place,
            standing=None if standing is None else tuple(standing),
            chair=chair,
            series=series,
            people=None if people is None else tuple(people),
        )
        with self._database.writing() as db:
            known = found(db, tidy)
            if known is None:
                number = made(db, tidy)
                if series:
                    make_with(db, number, series)
            else:
                number = known["id"]
            alter(db, number, change)
            return meeting_read(row_of(db, tidy))

    def change(self, name: str, change: MeetingChange) -> Step:
        """Change the meeting; the step that this is.

        Raises NotFoundError, and InvalidInputError for a name that is taken or cannot be used.
        """
        with self._database.writing() as db:
            number = row_of(db, name)["id"]
            with doing(db, [number]) as done:
                alter(db, number, change)
            return done.step

    def remove(self, name: str) -> Step:
        """Let the meeting go with its agenda, and with the actions of no other meeting."""
        with self._database.writing() as db:
            number = row_of(db, name)["id"]
            with doing(db, [number]) as done:
                db.execute("delete from meetings where id = ?", (number,))
                db.execute("delete from actions where id not in (select action from action_places)")
            return done.step

    def take_back(self, step: Step) -> Step:
        """Undo a step in meetings; the step that this is, so that it can be undone as well."""
        with self._database.writing() as db:
            return take_back(db, step)

    def current(self) -> Meeting | None:
        """The meeting that bookmarks go to, if one was chosen."""
        with self._database.reading() as db:
            row = db.execute(
                "select * from counted_meetings where id ="
                " (select cast(value as integer) from settings where name = ?)",
                (_CURRENT,),
            ).fetchone()
            return None if row is None else meeting_read(row)

    def choose(self, name: str) -> Meeting:
        """Make the meeting of that name the current one. Raises NotFoundError."""
        with self._database.writing() as db:
            row = row_of(db, name)
            db.execute(
                "insert or replace into settings (name, value) values (?, ?)",
                (_CURRENT, str(row["id"])),
            )
            return meeting_read(row)

    def bookmark(self, item: str, meeting: str, closing: entries.Closing = frozenset) -> bool:
        """Put the item at the end of the agenda, before what closes it; whether it is new there."""
        with self._database.writing() as db:
            number = row_of(db, meeting)["id"]
            at = entries.before_closing(db, number, closing)
            return bool(bookmarks.put(db, number, [item], at))

    def remove_bookmark(self, item: str, meeting: str) -> bool:
        """Take the item off the agenda, also one that is gone; whether it was there."""
        with self._database.writing() as db:
            return bookmarks.taken_off(db, row_of(db, meeting)["id"], item)

    def agenda(self, meeting: str) -> tuple[Bookmark, ...]:
        """The bookmarks of the meeting, in the order of the agenda. Raises NotFoundError."""
        with self._database.reading() as db:
            agenda = entries.of_meeting(db, row_of(db, meeting)["id"])
        return tuple(entry.bookmark for entry in agenda if entry.bookmark is not None)

    def of_item(self, item: str) -> tuple[str, ...]:
        """The names of the meetings whose agenda has the item."""
        with self._database.reading() as db:
            return bookmarks.meetings_of(db, item)


def found(db: sqlite3.Connection, name: str) -> sqlite3.Row | None:
    """The row of the meeting of that name, or None."""
    row: sqlite3.Row | None = db.execute(
        "select * from counted_meetings where key = ?", (key(name),)
    ).fetchone()
    return row


def row_of(db: sqlite3.Connection, name: str) -> sqlite3.Row:
    """The row of the meeting of that name. Raises NotFoundError."""
    row = found(db, name)
    if row is None:
        raise NotFoundError(f"no meeting {quoted(name)}; carereader meetings lists them")
    return row


def made(db: sqlite3.Connection, name: str, identity: str = "") -> int:
    """The number of a new meeting of that name, which nobody has yet."""
    blank = {"time": "", "place": "", "chair": "", "people": listed(())}
    identity = identity or new_id()
    return rows.insert(
        db, "meetings", {"identity": identity, "key": key(name), "name": name, **blank}
    )


def meeting_read(row: sqlite3.Row) -> Meeting:
    """The meeting in a row of `counted_meetings`."""
    return Meeting(
        name=row["name"],
        date=day_read(row["date"]),
        time=row["time"],
        place=row["place"],
        standing=tuple(json.loads(row["standing"])),
        bookmarks=row["bookmarks"],
        chair=row["chair"],
        series=row["series_name"],
        people=tuple(json.loads(row["people"])),
        id=row["identity"],
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
