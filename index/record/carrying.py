"""On to the next meeting of a series: making it, and carrying forward what is left over."""

from __future__ import annotations

import sqlite3
from datetime import date
from hashlib import sha256

from index.errors import InvalidInputError
from index.model.steps import Step
from index.record import entries
from index.record.changing import made
from index.record.database import Database
from index.record.entries import Closing
from index.record.forms import day_read, day_written
from index.record.meeting_rows import found, row_of
from index.record.names import key, named, quoted
from index.record.series import following, make_with, next_day, next_name
from index.record.series import row_of as series_row
from index.record.steps import Doing, doing

_CARRIED_COLUMNS = (
    *("kind", "title", "note", "lead", "minutes", "purpose", "item", "cited", "document"),
    *("source", "issued", "first_line", "last_line", "text", "links", "dates"),
)


class Carrying:
    """What leads from one meeting of a series to the next."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_meeting(self, series: str, day: date | None, name: str) -> Step:
        """Make the meeting of the series that comes after its last.

        Without a day it is as many weeks later as the series says, and undated where that is not
        known. Raises NotFoundError, and InvalidInputError for a name that is taken.
        """
        with self._database.writing() as db:
            row = series_row(db, series)
            with doing(db, []) as done:
                _next(db, done, row, day, name)
            return done.step

    def carry_forward(self, meeting: str, to: str, today: date, closing: Closing) -> Step:
        """Put what is left of the meeting on the agenda of the next one, which is made if need be.

        That is what was deferred, open actions and, of a meeting that is over, items and entries of
        its own that nobody has said anything of. What was carried forward once is not carried
        again. Raises InvalidInputError where it is not known which meeting is the next.
        """
        with self._database.writing() as db:
            row = row_of(db, meeting)
            known = _next_known(db, row, to)
            with doing(db, [each for each in (known, row["id"]) if each is not None]) as done:
                number = known or _next(db, done, series_row(db, row["series_name"]), None, "")
                target = db.execute(
                    "select * from counted_meetings where id = ?", (number,)
                ).fetchone()
                _carry_entries(db, row, target, today, closing)
                _carry_actions(db, row, target)
            return done.step


def _next(
    db: sqlite3.Connection, done: Doing, series: sqlite3.Row, day: date | None, name: str
) -> int:
    day = day or next_day(db, series)
    tidy = named(name or next_name(db, series, day), "a meeting")
    if found(db, tidy) is not None:
        raise InvalidInputError(
            f"there is a meeting {quoted(tidy)} already; give the next one another name or date"
        )
    number = made(db, tidy)
    done.include(number)
    make_with(db, number, series["name"])
    db.execute("update meetings set date = ? where id = ?", (day_written(day), number))
    return number


def _next_known(db: sqlite3.Connection, row: sqlite3.Row, to: str) -> int | None:
    """The number of the meeting to carry to, None where it has yet to be made."""
    if to:
        number = int(row_of(db, to)["id"])
        if number == row["id"]:
            raise InvalidInputError(f"{quoted(row['name'])} cannot be carried forward to itself")
        return number
    if row["series"] is None:
        raise InvalidInputError(
            f"{quoted(row['name'])} is in no series, so nobody knows the next meeting; put it in"
            " one, or say which meeting is meant"
        )
    return following(db, row["id"])


def _carry_entries(
    db: sqlite3.Connection,
    row: sqlite3.Row,
    target: sqlite3.Row,
    today: date,
    closing: Closing,
) -> None:
    agenda = db.execute(
        "select * from entries where meeting = ? order by place, rowid", (row["id"],)
    ).fetchall()
    day = day_read(row["date"])
    over = (day is not None and day <= today) or any(entry["state"] for entry in agenda)
    section = ""
    for entry in agenda:
        if entry["kind"] == "section":
            section = entry["title"]
        elif entry["state"] == "deferred" or (
            over and not entry["state"] and entry["kind"] != "standing"
        ):
            _carry(db, entry, row, target, section, closing)


def _carry(
    db: sqlite3.Connection,
    entry: sqlite3.Row,
    row: sqlite3.Row,
    target: sqlite3.Row,
    section: str,
    closing: Closing,
) -> None:
    came = {"carried": row["name"], "carried_on": row["date"]}
    if there := _there(db, entry, target):
        db.execute(
            "update entries set carried = ?, carried_on = ? where id = ? and carried is null",
            (*came.values(), there),
        )
        return
    sections = db.execute(
        "select title from entries where meeting = ? and kind = 'section'", (target["id"],)
    )
    at = (
        entries.end_of_section(db, target["id"], section, closing)
        if key(section) in {key(each["title"]) for each in sections}
        else entries.before_closing(db, target["id"], closing)
    )
    columns = {column: entry[column] for column in _CARRIED_COLUMNS}
    columns["id"] = carried_id(entry["id"], target["identity"])
    entries.insert(db, target["id"], [{**columns, **came}], at)


def _there(db: sqlite3.Connection, entry: sqlite3.Row, target: sqlite3.Row) -> str:
    """The id of what is on the target's agenda for the entry already, "" if nothing is.

    That is what was carried from it, its item, or the standing item of its title.
    """
    alike = db.execute(
        "select id, title, kind, item from entries where meeting = ?"
        " and (id = ? or item = ? or kind = 'standing')",
        (target["id"], carried_id(entry["id"], target["identity"]), entry["item"]),
    )
    for each in alike:
        if each["kind"] != "standing" or (
            entry["kind"] == "standing" and key(each["title"]) == key(entry["title"])
        ):
            return str(each["id"])
    return ""


def _carry_actions(db: sqlite3.Connection, row: sqlite3.Row, target: sqlite3.Row) -> None:
    places = db.execute(
        "select action, entry from action_places join actions on actions.id = action"
        " where meeting = ? and not done",
        (row["id"],),
    ).fetchall()
    for place in places:
        entry = db.execute("select * from entries where id = ?", (place["entry"],)).fetchone()
        there = _there(db, entry, target) if entry is not None else ""
        db.execute(
            "insert or ignore into action_places (action, meeting, entry, carried, carried_on)"
            " values (?, ?, ?, ?, ?)",
            (place["action"], target["id"], there or place["entry"], row["name"], row["date"]),
        )


def carried_id(entry: str, meeting: str) -> str:
    """The id of what is carried from an entry to a meeting: the same in every library."""
    return sha256(f"{entry} to {meeting}".encode()).hexdigest()[:16]
