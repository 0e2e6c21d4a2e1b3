"""An agenda that somebody shared, taken in beside our own: both keep what they wrote."""

from __future__ import annotations

import sqlite3
from datetime import date

from index.model.dates import in_words
from index.model.meetings import Meeting
from index.model.shared import SharedPack
from index.model.steps import MeetingChange, Merged
from index.record import entries
from index.record.changing import alter, made
from index.record.database import Database
from index.record.forms import day_written
from index.record.meeting_rows import found, meeting_read
from index.record.merging_agendas import Taking
from index.record.names import key, named, names, quoted, tidied
from index.record.steps import doing


class Merging:
    """Takes in agendas of other libraries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def merge(self, shared: SharedPack) -> Merged:
        """Take in all that is shared, or nothing of it. Raises InvalidInputError."""
        items = {each.bookmark.item for each in shared.agenda if each.bookmark is not None}
        ids = [action.id for action in shared.actions]
        with self._database.writing() as db:
            known = _same(db, shared.meeting)
            here = entries.of_meeting(db, known) if known is not None else ()
            items |= {each.bookmark.item for each in here if each.bookmark is not None}
            with doing(db, [known] if known else [], notes=items, actions=ids) as done:
                said: list[str] = []
                if known is None:
                    known = _new(db, shared.meeting)
                    done.include(known)
                    said.append(f"New meeting: {_read(db, known).name}")
                taking = Taking(db, known, tidied(shared.by))
                taking.take(shared)
                # a series that is new here takes over what is on the agenda
                said += _filled_in(db, known, shared.meeting)
            return Merged(_read(db, known).name, (*said, *taking.said), done.step)


def _same(db: sqlite3.Connection, theirs: Meeting) -> int | None:
    """The number of our meeting that theirs is: by its id, its name and day, its series and day."""
    row = db.execute(
        "select counted_meetings.id from counted_meetings"
        " left join series on series.id = counted_meetings.series"
        " where identity = :identity"
        " or (counted_meetings.key = :key"
        "     and (date is null or :date is null or date = :date))"
        " or (date = :date and :series <> '' and series.key = :series)"
        " order by identity = :identity desc, counted_meetings.key = :key desc limit 1",
        {
            "identity": theirs.id,
            "key": key(theirs.name),
            "date": day_written(theirs.date),
            "series": key(theirs.series),
        },
    ).fetchone()
    return None if row is None else int(row["id"])


def _new(db: sqlite3.Connection, theirs: Meeting) -> int:
    """The number of a new meeting of their name; where another has that, its day is added."""
    name = base = named(theirs.name, "a meeting")
    number = 1
    while found(db, name) is not None:
        day = theirs.date and number == 1
        name = f"{base}, {in_words(day_written(theirs.date))}" if day else f"{base} ({number})"
        number += 1
    return made(db, named(name, "a meeting"), tidied(theirs.id))


def _read(db: sqlite3.Connection, number: int) -> Meeting:
    return meeting_read(
        db.execute("select * from counted_meetings where id = ?", (number,)).fetchone()
    )


def _filled_in(db: sqlite3.Connection, number: int, theirs: Meeting) -> list[str]:
    """Take over what our meeting does not say; in words, what is new, and where they differ."""
    ours = _read(db, number)
    said: list[str] = []
    people = tuple(each for each in names(theirs.people) if key(each) not in map(key, ours.people))
    taken = MeetingChange(
        date=theirs.date if ours.date is None else None,
        time=theirs.time if not ours.time else None,
        place=theirs.place if not ours.place else None,
        chair=theirs.chair if not ours.chair else None,
        series=theirs.series if not ours.series and theirs.series else None,
        people=(*ours.people, *people) if people else None,
    )
    alter(db, number, taken)
    now = _read(db, number)
    for what in ("date", "time", "place", "chair", "series"):
        before, after, their = (_in_words(getattr(each, what)) for each in (ours, now, theirs))
        if before != after:
            said.append(f"{what.capitalize()}: {after}")
        elif their and key(their) != key(before):
            said.append(f"{what.capitalize()}: they have {quoted(their)}, yours stays {before}")
    if people:
        said.append(f"People: {', '.join(people)}")
    return said


def _in_words(value: object) -> str:
    return tidied(in_words(value.isoformat()) if isinstance(value, date) else str(value or ""))
