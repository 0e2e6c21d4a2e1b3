"""Meetings by name, and what is bookmarked for their agendas."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from index.errors import NotFoundError
from index.model.items import Item
from index.model.meetings import Bookmark, Citation, Meeting
from index.record.database import Database
from index.record.forms import (
    dates_read,
    dates_written,
    ends,
    links_read,
    links_written,
    listed,
    span,
    storable,
)
from index.record.items import citation, resolved, whole
from index.record.names import key, named, quoted, tidied

_CURRENT = "current meeting"


class Meetings:
    """The meetings of the record, each with its bookmarks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, today: date) -> tuple[Meeting, ...]:
        """All meetings: from `today` on, soonest first; then undated; then past, latest first."""
        with self._database.reading() as db:
            rows = db.execute("select * from counted_meetings order by id")
            meetings = [_meeting(row) for row in rows]
        coming = [each for each in meetings if each.date is not None and each.date >= today]
        undated = [each for each in meetings if each.date is None]
        past = [each for each in meetings if each.date is not None and each.date < today]
        coming.sort(key=lambda each: each.date or today)
        past.sort(key=lambda each: each.date or today, reverse=True)
        return (*coming, *undated, *past)

    def meeting(self, name: str) -> Meeting:
        """The meeting of that name, in whatever case. Raises NotFoundError."""
        with self._database.reading() as db:
            return _meeting(_row(db, name))

    def save(
        self,
        name: str,
        *,
        date: date | None = None,
        time: str | None = None,
        place: str | None = None,
        standing: Sequence[str] | None = None,
    ) -> Meeting:
        """Make the meeting, or change what is not None. Raises InvalidInputError for its name."""
        tidy = named(name, "a meeting")
        with self._database.writing() as db:
            db.execute(
                "insert or ignore into meetings (key, name, time, place, standing)"
                " values (?, ?, '', '', '[]')",
                (key(tidy), tidy),
            )
            db.execute(
                "update meetings set date = coalesce(?, date), time = coalesce(?, time),"
                " place = coalesce(?, place), standing = coalesce(?, standing) where key = ?",
                (
                    None if date is None else date.isoformat(),
                    None if time is None else tidied(time),
                    None if place is None else tidied(place),
                    None if standing is None else _standing(standing),
                    key(tidy),
                ),
            )
            return _meeting(_row(db, tidy))

    def current(self) -> Meeting | None:
        """The meeting that bookmarks go to, if one was chosen."""
        with self._database.reading() as db:
            row = db.execute(
                "select * from counted_meetings where id ="
                " (select cast(value as integer) from settings where name = ?)",
                (_CURRENT,),
            ).fetchone()
            return None if row is None else _meeting(row)

    def choose(self, name: str) -> Meeting:
        """Make the meeting of that name the current one. Raises NotFoundError."""
        with self._database.writing() as db:
            row = _row(db, name)
            db.execute(
                "insert or replace into settings (name, value) values (?, ?)",
                (_CURRENT, str(row["id"])),
            )
            return _meeting(row)

    def bookmark(self, item: str, meeting: str) -> bool:
        """Put the item at the end of the meeting's agenda; whether it was not there yet."""
        with self._database.writing() as db:
            where = _row(db, meeting)["id"]
            (kept,) = whole(db, [resolved(db, item)])
            cited = citation(db, kept.id)
            added = db.execute(
                "insert or ignore into bookmarks (meeting, item, place, title, document, source,"
                " issued, first_line, last_line, text, links, dates) values (?1, ?2,"
                " (select coalesce(max(place), 0) + 1 from bookmarks where meeting = ?1),"
                " ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                (where, kept.id, *_held(kept, cited)),
            )
            return added.rowcount > 0

    def remove_bookmark(self, item: str, meeting: str) -> bool:
        """Take the item off the agenda, also one that is gone; whether it was there."""
        with self._database.writing() as db:
            where = _row(db, meeting)["id"]
            remove = "delete from bookmarks where meeting = ? and item = ?"
            if db.execute(remove, (where, storable(item))).rowcount:
                return True
            return db.execute(remove, (where, resolved(db, item))).rowcount > 0

    def agenda(self, meeting: str) -> tuple[Bookmark, ...]:
        """The bookmarks of the meeting, in the order of the agenda. Raises NotFoundError."""
        with self._database.reading() as db:
            row = _row(db, meeting)
            rows = db.execute(_AGENDA, (row["id"],)).fetchall()
            return tuple(_bookmark(row["name"], each) for each in rows)

    def of_item(self, item: str) -> tuple[str, ...]:
        """The names of the meetings whose agenda has the item."""
        with self._database.reading() as db:
            rows = db.execute(
                "select name from bookmarks join meetings on meetings.id = bookmarks.meeting"
                " where item = ? order by meetings.key",
                (resolved(db, item),),
            )
            return tuple(row["name"] for row in rows)


def cite_anew(db: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Let bookmarks of those items hold what the items say now: a person has mended them."""
    bookmarked = db.execute(
        "select distinct item from bookmarks where item in (select value from json_each(?))",
        (listed(ids),),
    )
    for item in whole(db, [row["item"] for row in bookmarked]):
        cited = citation(db, item.id)
        db.execute(
            "update bookmarks set title = ?, document = ?, source = ?, issued = ?,"
            " first_line = ?, last_line = ?, text = ?, links = ?, dates = ? where item = ?",
            (*_held(item, cited), item.id),
        )


def _held(item: Item, cited: Citation) -> tuple[object, ...]:
    """What a bookmark holds of an item."""
    return (
        cited.title,
        cited.document,
        cited.source,
        cited.issued,
        *ends(cited.lines),
        item.text,
        links_written(item.links),
        dates_written(item.dates),
    )


_AGENDA = """
select bookmarks.*, coalesce(notes.text, '') as note,
    not exists (select 1 from items where items.id = bookmarks.item) as missing
from bookmarks left join notes on notes.item = bookmarks.item
where meeting = ? order by place
"""


def _row(db: sqlite3.Connection, name: str) -> sqlite3.Row:
    row: sqlite3.Row | None = db.execute(
        "select * from counted_meetings where key = ?", (key(name),)
    ).fetchone()
    if row is None:
        raise NotFoundError(f"no meeting {quoted(name)}; carereader meetings lists them")
    return row


def _standing(items: Sequence[str]) -> str:
    return listed(tidy for tidy in map(tidied, items) if tidy)


def _meeting(row: sqlite3.Row) -> Meeting:
    return Meeting(
        name=row["name"],
        date=None if row["date"] is None else date.fromisoformat(row["date"]),
        time=row["time"],
        place=row["place"],
        standing=tuple(json.loads(row["standing"])),
        bookmarks=row["bookmarks"],
    )


def _bookmark(meeting: str, row: sqlite3.Row) -> Bookmark:
    return Bookmark(
        meeting=meeting,
        item=row["item"],
        citation=Citation(
            row["title"],
            row["document"],
            row["source"],
            row["issued"],
            span(row["first_line"], row["last_line"]),
        ),
        text=row["text"],
        links=links_read(row["links"]),
        dates=dates_read(row["dates"]),
        note=row["note"],
        missing=bool(row["missing"]),
    )
