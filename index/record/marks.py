"""What a reader marks on items: read, and noted."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from index.record.database import Database
from index.record.forms import listed, now
from index.record.items import all_resolved, resolved
from index.record.names import lines


class Marks:
    """Read marks and notes, by the id of the item."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, items: Sequence[str]) -> frozenset[str]:
        """Those of the items that are marked as read."""
        with self._database.reading() as db:
            rows = db.execute(
                "select item from read_marks where item in (select value from json_each(?))",
                (listed(items),),
            )
            return frozenset(row["item"] for row in rows)

    def mark_read(self, items: Sequence[str], read: bool) -> frozenset[str]:
        """Mark items as read or unread; those whose mark changed."""
        with self._database.writing() as db:
            ids = all_resolved(db, items)
            marked = {
                row["item"]
                for row in db.execute(
                    "select item from read_marks where item in (select value from json_each(?))",
                    (listed(ids),),
                )
            }
            if read:
                db.executemany(
                    "insert into read_marks (item, at) values (?, ?)",
                    [(item, now()) for item in ids - marked],
                )
                return frozenset(ids - marked)
            db.executemany("delete from read_marks where item = ?", [(item,) for item in marked])
            return frozenset(marked)

    def note(self, item: str) -> str:
        """The note on the item, "" where there is none."""
        with self._database.reading() as db:
            row = db.execute(
                "select text from notes where item = ?", (resolved(db, item),)
            ).fetchone()
            return "" if row is None else str(row["text"])

    def write_note(self, item: str, text: str) -> str:
        """Keep the text, cleaned, as the note on the item; none if it is empty. The former note."""
        with self._database.writing() as db:
            return write_note(db, resolved(db, item), text)


def write_note(db: sqlite3.Connection, item: str, text: str) -> str:
    """Keep the note on the item of that whole id, whether the record has it or not; the former."""
    tidy = lines(text)
    row = db.execute("select text from notes where item = ?", (item,)).fetchone()
    former = "" if row is None else str(row["text"])
    if not tidy:
        db.execute("delete from notes where item = ?", (item,))
    elif tidy != former:
        db.execute(
            "insert into notes (item, text, written) values (?, ?, ?)"
            " on conflict (item) do update"
            " set text = excluded.text, written = excluded.written",
            (item, tidy, now()),
        )
    return former
