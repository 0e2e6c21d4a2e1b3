"""What a person mended, by document; and the marks on a document's items, to go back to."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from typing import Any

from index.model.items import Kind
from index.model.mends import NOTHING, Change, Marks, Mends
from index.record.forms import listed

_LINES = ("breaks", "joins", "furniture", "content")


def mends_of(db: sqlite3.Connection, document: str) -> Mends:
    """What was mended in the document."""
    row = db.execute("select * from mends where document = ?", (document,)).fetchone()
    if row is None:
        return NOTHING
    said: dict[str, dict[str, Any]] = json.loads(row["changes"])
    return Mends(
        **{name: frozenset(json.loads(row[name])) for name in _LINES},
        changes={int(line): _change(**each) for line, each in said.items()},
        issued=row["issued"],
    )


def write_mends(db: sqlite3.Connection, document: str, mends: Mends) -> None:
    """Keep what was mended in the document, in place of what was before."""
    db.execute("delete from mends where document = ?", (document,))
    if not mends:
        return
    changes = {line: _said(change) for line, change in sorted(mends.changes.items())}
    db.execute(
        "insert into mends (document, breaks, joins, furniture, content, changes, issued)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (
            document,
            *(listed(sorted(getattr(mends, name))) for name in _LINES),
            json.dumps(changes, ensure_ascii=False),
            mends.issued,
        ),
    )


def _said(change: Change) -> dict[str, object]:
    return {name: value for name, value in asdict(change).items() if value is not None}


def _change(
    title: str | None = None,
    kind: str | None = None,
    topics: list[str] | None = None,
    date: str | None = None,
) -> Change:
    return Change(
        title=title,
        kind=None if kind is None else Kind(kind),
        topics=None if topics is None else tuple(topics),
        date=date,
    )


# The id of an item begins with that of its document and a hyphen. Rows are kept as they are: what
# is put back is what was there, whatever columns there are.
_ROWS = {
    "bookmarks": "select * from entries where item glob ? order by id",
    "notes": "select * from notes where item glob ? order by item",
    "read": "select * from read_marks where item glob ? order by item",
    "actions": "select entry, action, action_places.meeting from action_places"
    " join entries on entries.id = entry where item glob ? order by action, action_places.meeting",
}
_AWAY = {
    "bookmarks": "delete from entries where item glob ?",
    "notes": "delete from notes where item glob ?",
    "read": "delete from read_marks where item glob ?",
}
_BACK = {
    "bookmarks": "insert or ignore into entries values",
    "notes": "insert or ignore into notes values",
    "read": "insert or ignore into read_marks values",
}


def marks_of(db: sqlite3.Connection, document: str) -> Marks:
    """All marks on items of the document."""
    found = {name: db.execute(rows, (f"{document}-*",)) for name, rows in _ROWS.items()}
    return Marks(**{name: tuple(map(tuple, rows)) for name, rows in found.items()})


def put_marks_back(db: sqlite3.Connection, document: str, marks: Marks, *, alone: bool) -> None:
    """Put back these marks on items of the document; they stand `alone`, or beside those of now."""
    meetings = {row["id"] for row in db.execute("select id from meetings")}
    for name in _BACK:
        if alone:
            db.execute(_AWAY[name], (f"{document}-*",))
        for row in getattr(marks, name):
            if name != "bookmarks" or row[1] in meetings:
                db.execute(f"{_BACK[name]} ({', '.join('?' * len(row))})", row)
    if alone:
        db.executemany(
            "update action_places set entry = ? where action = ? and meeting = ?", marks.actions
        )
