"""Documents: taking one in, reading one anew, letting one go."""

from __future__ import annotations

import sqlite3

from index.errors import NotFoundError
from index.model.documents import Issued
from index.model.items import Newsletter
from index.model.results import DocumentRow
from index.record import items
from index.record.database import Database
from index.record.forms import (
    furniture_read,
    furniture_written,
    headings_read,
    headings_written,
    now,
    storable,
)
from index.record.names import quoted
from index.record.rereading import follow, with_kept_ids


class Documents:
    """The documents of the record, each with its items."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def row(self, id: str) -> DocumentRow | None:
        """The document of that id, or None."""
        with self._database.reading() as db:
            return _row_of(db, id)

    def rows(self) -> tuple[DocumentRow, ...]:
        """All documents, newest issue first, those of unknown date last."""
        with self._database.reading() as db:
            rows = db.execute(
                "select * from document_rows order by issued is null, issued desc, title, id"
            )
            return tuple(DocumentRow(**row) for row in rows)

    def newsletter(self, id: str) -> Newsletter:
        """The document of that id with all its items, furniture and headings.

        Raises NotFoundError.
        """
        with self._database.reading() as db:
            _required(db, id)
            row = db.execute("select * from documents where id = ?", (id,)).fetchone()
            return Newsletter(
                id=row["id"],
                path=row["path"],
                title=row["title"],
                source=row["source"],
                issued=Issued(row["issued"], row["known"], row["evidence"]),
                kind=row["kind"],
                origin=row["origin"],
                items=tuple(items.of_document(db, id)),
                furniture=furniture_read(row["furniture"]),
                headings=headings_read(row["headings"]),
            )

    def add(self, newsletter: Newsletter, original: str) -> tuple[DocumentRow, bool]:
        """Take in a document whose copy is called `original`; its row, and whether it is new."""
        with self._database.writing() as db:
            known = _row_of(db, newsletter.id)
            if known is not None:
                return known, False
            db.execute(
                "insert into documents (title, source, issued, known, evidence, kind, origin,"
                " path, furniture, headings, id, original, added)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*_described(newsletter), newsletter.id, original, now()),
            )
            items.write(db, newsletter.items)
            # it may have been here before, and still be on somebody's agenda
            follow(db, [], newsletter.items)
            return _required(db, newsletter.id), True

    def replace(self, newsletter: Newsletter) -> None:
        """Put a document that was read anew in the place of its former reading.

        An item whose text is still there keeps its id; bookmarks, notes and read marks of an item
        that was joined or divided go to the item that has most of its text. Raises NotFoundError.
        """
        with self._database.writing() as db:
            _required(db, newsletter.id)
            before = items.of_document(db, newsletter.id)
            after = with_kept_ids(before, newsletter.items)
            db.execute(
                "update documents set title = ?, source = ?, issued = ?, known = ?, evidence = ?,"
                " kind = ?, origin = ?, path = ?, furniture = ?, headings = ? where id = ?",
                (*_described(newsletter), newsletter.id),
            )
            db.execute("delete from items where document = ?", (newsletter.id,))
            items.write(db, after)
            follow(db, before, after)

    def remove(self, id: str) -> None:
        """Let a document go with its items. What a person decided about them stays.

        Raises NotFoundError.
        """
        with self._database.writing() as db:
            _required(db, id)
            db.execute("delete from documents where id = ?", (id,))


def _row_of(db: sqlite3.Connection, id: str) -> DocumentRow | None:
    row = db.execute("select * from document_rows where id = ?", (id,)).fetchone()
    return None if row is None else DocumentRow(**row)


def _required(db: sqlite3.Connection, id: str) -> DocumentRow:
    row = _row_of(db, id)
    if row is None:
        raise NotFoundError(f"no document {quoted(id)}; carereader documents lists them")
    return row


def _described(newsletter: Newsletter) -> tuple[str | None, ...]:
    return (
        newsletter.title,
        newsletter.source,
        newsletter.issued.value,
        newsletter.issued.known,
        newsletter.issued.evidence,
        newsletter.kind,
        newsletter.origin,
        storable(newsletter.path),
        furniture_written(newsletter.furniture),
        headings_written(newsletter.headings),
    )
