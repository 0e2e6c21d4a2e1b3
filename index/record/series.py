"""Series: meetings that come back, and what each hands on to the next."""

from __future__ import annotations

import json
import sqlite3
from datetime import date, timedelta

from index.errors import InvalidInputError, NotFoundError
from index.model.dates import in_words
from index.model.meetings import Series, TemplateEntry
from index.model.steps import Step
from index.record import entries, rows
from index.record.database import Database
from index.record.forms import day_read, listed, template_read, template_written
from index.record.names import key, line, named, names, quoted, tidied
from index.record.steps import doing

_MOST_WEEKS = 520


class SeriesOfMeetings:
    """The series of the record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Series, ...]:
        """All series, by name."""
        with self._database.reading() as db:
            return tuple(map(_read, db.execute("select * from series order by key")))

    def one(self, name: str) -> Series:
        """The series of that name, in whatever case. Raises NotFoundError."""
        with self._database.reading() as db:
            return _read(row_of(db, name))

    def meetings(self, name: str) -> tuple[str, ...]:
        """The names of the meetings of the series, in order of their days, undated ones last."""
        with self._database.reading() as db:
            return tuple(row["name"] for row in _in_order(db, row_of(db, name)["id"]))

    def save(self, series: Series, known_as: str = "") -> Step:
        """Make the series, or let the one that is `known_as`, or has the name, be this.

        Raises InvalidInputError for a name that is taken or cannot be used, and for weeks of which
        no year has any.
        """
        name = named(series.name, "a series")
        if series.weeks is not None and not 1 <= series.weeks <= _MOST_WEEKS:
            raise InvalidInputError(
                f"a series meets every 1 to {_MOST_WEEKS} weeks, not every {series.weeks}"
            )
        template = [_line(each) for each in series.template]
        with self._database.writing() as db, doing(db, []) as done:
            row = row_of(db, known_as) if known_as else _found(db, name)
            number = _made(db, name) if row is None else row["id"]
            other = _found(db, name)
            if other is not None and other["id"] != number:
                raise InvalidInputError(
                    f"there is a series {quoted(name)} already; give this one another name"
                )
            told = {
                "key": key(name),
                "name": name,
                "weeks": series.weeks,
                "time": tidied(series.time),
                "place": tidied(series.place),
                "chair": tidied(series.chair),
                "people": listed(names(series.people)),
                "template": template_written(template),
            }
            rows.update(db, "series", told, {"id": number})
        return done.step

    def remove(self, name: str) -> Step:
        """Let the series go; its meetings stay. Raises NotFoundError."""
        with self._database.writing() as db:
            number = row_of(db, name)["id"]
            meetings = db.execute("select id from meetings where series = ?", (number,))
            with doing(db, [row["id"] for row in meetings]) as done:
                db.execute("delete from series where id = ?", (number,))
            return done.step


def _line(given: TemplateEntry) -> TemplateEntry:
    return TemplateEntry(
        "section" if given.kind == "section" else "standing",
        line(given.title, "a line of a template"),
        given.minutes,
        tidied(given.lead),
    )


def _found(db: sqlite3.Connection, name: str) -> sqlite3.Row | None:
    return rows.of_name(db, "series", name)


def row_of(db: sqlite3.Connection, name: str) -> sqlite3.Row:
    """The row of the series of that name. Raises NotFoundError."""
    row = _found(db, name)
    if row is None:
        raise NotFoundError(f"no series {quoted(name)}; carereader series lists them")
    return row


def series_of(db: sqlite3.Connection, meeting: int) -> int | None:
    """The number of the series that the meeting belongs to, if any."""
    row = db.execute("select series from meetings where id = ?", (meeting,)).fetchone()
    number: int | None = row["series"]
    return number


def join(db: sqlite3.Connection, meeting: int, name: str) -> None:
    """Let the meeting belong to the series of that name, "" for none.

    A series that nobody has made yet takes what it hands on from the meeting.
    """
    if not tidied(name):
        db.execute("update meetings set series = null where id = ?", (meeting,))
        return
    known = _found(db, name)
    if known is None:
        number = _made(db, named(name, "a series"))
        db.execute(
            "update series set (time, place, chair, people) ="
            " (select time, place, chair, people from meetings where id = ?1),"
            " template = ?2 where id = ?3",
            (meeting, template_written(entries.template_of(db, meeting)), number),
        )
    else:
        number = known["id"]
        entries.hand_on_new(db, meeting, number)
    db.execute("update meetings set series = ? where id = ?", (number, meeting))


def make_with(db: sqlite3.Connection, meeting: int, series: str) -> None:
    """Let a new meeting begin with what the series of that name hands on, if there is one."""
    known = _found(db, series)
    if known is None:
        return
    db.execute(
        "update meetings set (time, place, chair, people, series) ="
        " (select time, place, chair, people, id from series where id = ?1) where id = ?2",
        (known["id"], meeting),
    )
    entries.lay(db, meeting, template_read(known["template"]))


def following(db: sqlite3.Connection, meeting: int) -> int | None:
    """The number of the next meeting of the same series, if there is one."""
    ids = [int(row["id"]) for row in _in_order(db, series_of(db, meeting))]
    at = ids.index(meeting) + 1 if meeting in ids else len(ids)
    return ids[at] if at < len(ids) else None


def _in_order(db: sqlite3.Connection, series: int | None) -> list[sqlite3.Row]:
    """The meetings of a series in order of their days, undated ones last."""
    return db.execute(
        "select id, name from meetings where series = ? order by date is null, date, id", (series,)
    ).fetchall()


def next_day(db: sqlite3.Connection, series: sqlite3.Row) -> date | None:
    """The day of the meeting after the last of a series, None where that cannot be known."""
    last = db.execute(
        "select max(date) as date from meetings where series = ?", (series["id"],)
    ).fetchone()
    day = day_read(last["date"])
    if day is None or series["weeks"] is None:
        return None
    try:
        return day + timedelta(weeks=series["weeks"])
    except OverflowError as error:
        raise InvalidInputError(
            f"the next meeting of {series['name']} would be after the year 9999; give its date"
        ) from error


def next_name(db: sqlite3.Connection, series: sqlite3.Row, day: date | None) -> str:
    """What the next meeting of a series is called: the series with its day, or its number."""
    if day is not None:
        return f"{series['name']}, {in_words(day.isoformat())}"
    taken = {row["key"] for row in db.execute("select key from meetings")}
    number = 1 + int(
        db.execute("select count(*) from meetings where series = ?", (series["id"],)).fetchone()[0]
    )
    while key(name := f"{series['name']}, meeting {number}") in taken:
        number += 1
    return name


def _made(db: sqlite3.Connection, name: str) -> int:
    blank = {"time": "", "place": "", "chair": "", "people": listed(()), "template": listed(())}
    return rows.insert(db, "series", {"key": key(name), "name": name, **blank})


def _read(row: sqlite3.Row) -> Series:
    return Series(
        name=row["name"],
        weeks=row["weeks"],
        time=row["time"],
        place=row["place"],
        chair=row["chair"],
        people=tuple(json.loads(row["people"])),
        template=template_read(row["template"]),
    )
