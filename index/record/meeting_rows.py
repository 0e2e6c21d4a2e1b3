"""The rows of meetings: found by name, and read."""

from __future__ import annotations

import json
import sqlite3

from index.errors import NotFoundError
from index.model.meetings import Meeting
from index.record import rows
from index.record.forms import day_read
from index.record.names import quoted


def found(db: sqlite3.Connection, name: str) -> sqlite3.Row | None:
    """The row of the meeting of that name, or None."""
    return rows.of_name(db, "counted_meetings", name)


def row_of(db: sqlite3.Connection, name: str) -> sqlite3.Row:
    """The row of the meeting of that name. Raises NotFoundError."""
    row = found(db, name)
    if row is None:
        raise NotFoundError(f"no meeting {quoted(name)}; carereader meetings lists them")
    return row


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
