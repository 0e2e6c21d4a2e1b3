"""Documents: taking one in, reading one anew, letting one go."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.errors import NotFoundError
from index.model.documents import Issued
from index.model.items import Item, Newsletter
from index.model.mends import Former, Mends
from index.model.results import DocumentRow
from index.record import items
from index.record.bookmarks import cite_anew
from index.record.database import Database
from index.record.forms import (
    entry_read,
    entry_written,
    furniture_read,
    furniture_written,
    headings_read,
    headings_written,
    now,
    storable,
)
from index.record.mends import marks_of, mends_of, put_marks_back, write_mends
from index.record.names import quoted
from index.record.rereading import follow, with_kept_ids

if TYPE_CHECKING:
    from index.reading.catalogue import Entry


@dataclass(frozen=True, slots=True)
class Source:
    """What it takes to read a document anew.

    `original` is the name of its copy, `path` where it was when it was added, `stated` what a
    catalogue states of it, None where that was not kept.
    """

    original: str
    path: str
    stated: Entry | None


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

    def sources(self) -> tuple[str, ...]:
        """The sources that documents have, in order."""
        with self._database.reading() as db:
            rows = db.execute("select distinct source from documents where source <> ''")
            return tuple(sorted((row["source"] for row in rows), key=str.casefold))

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

    def source(self, id: str) -> Source:
        """What it takes to read the document anew. Raises NotFoundError."""
        with self._database.reading() as db:
            _required(db, id)
            row = db.execute(
                "select original, path, stated from documents where id = ?", (id,)
            ).fetchone()
            stated = None if row["stated"] is None else entry_read(row["stated"])
            return Source(row["original"], row["path"], stated)

    def mends(self, id: str) -> Mends:
        """What a person mended in the document, whether it is in the library or not."""
        with self._database.reading() as db:
            return mends_of(db, id)

    def by_other_rules(self, rules: str) -> tuple[str, ...]:
        """The ids of the documents that were last taken apart by other rules than these."""
        with self._database.reading() as db:
            rows = db.execute("select id from documents where rules <> ? order by id", (rules,))
            return tuple(row["id"] for row in rows)

    def add(
        self,
        newsletter: Newsletter,
        original: str,
        stated: Entry | None = None,
        rules: str = "",
    ) -> tuple[DocumentRow, bool]:
        """Take in a document whose copy is called `original`; its row, and whether it is new.

        `stated` is what a catalogue states of it, `rules` what it was taken apart by.
        """
        with self._database.writing() as db:
            known = _row_of(db, newsletter.id)
            if known is not None:
                return known, False
            db.execute(
                "insert into documents (title, source, issued, known, evidence, kind, origin,"
                " path, furniture, headings, id, original, added, stated, rules)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *_described(newsletter),
                    newsletter.id,
                    original,
                    now(),
                    None if stated is None else entry_written(stated),
                    rules,
                ),
            )
            items.write(db, newsletter.items)
            # it may have been here before, and still be on somebody's agenda
            follow(db, [], newsletter.items)
            return _required(db, newsletter.id), True

    def replace(self, newsletter: Newsletter, rules: str = "") -> None:
        """Put a document that was read anew, by `rules`, in the place of its former reading.

        An item whose text is still there keeps its id; bookmarks, notes and read marks of an item
        that was joined or divided go to the item that has most of its text. Raises NotFoundError.
        """
        with self._database.writing() as db:
            _replace(db, newsletter, rules, items.of_document(db, newsletter.id))

    def mend(self, newsletter: Newsletter, rules: str, mends: Mends) -> Former:
        """Replace a document by what it is with these mends, and keep them; what it was before.

        Bookmarks take over what was mended in their items. Raises NotFoundError.
        """
        with self._database.writing() as db:
            issued = _required(db, newsletter.id).issued
            before = items.of_document(db, newsletter.id)
            former, marks = mends_of(db, newsletter.id), marks_of(db, newsletter.id)
            write_mends(db, newsletter.id, mends)
            after = _replace(db, newsletter, rules, before, by_hand=True)
            same = set() if issued != newsletter.issued.value else {*map(_seen, before)}
            cite_anew(db, [item.id for item in after if _seen(item) not in same])
            marks_after = marks_of(db, newsletter.id)
            return Former(newsletter.id, former, tuple(before), marks, marks_after)

    def go_back(self, newsletter: Newsletter, rules: str, former: Former) -> None:
        """Replace a document by what it was formerly, with the mends and marks of that time.

        Marks that were changed since it was mended stay as they are, and follow their text. Raises
        NotFoundError.
        """
        with self._database.writing() as db:
            unchanged = marks_of(db, newsletter.id) == former.marks_after
            write_mends(db, newsletter.id, former.mends)
            _replace(db, newsletter, rules, former.items)
            put_marks_back(db, newsletter.id, former.marks, alone=unchanged)

    def remove(self, id: str) -> None:
        """Let a document go with its items. What a person decided about them stays.

        Raises NotFoundError.
        """
        with self._database.writing() as db:
            _required(db, id)
            db.execute("delete from documents where id = ?", (id,))


def _replace(
    db: sqlite3.Connection,
    newsletter: Newsletter,
    rules: str,
    known: Sequence[Item],
    *,
    by_hand: bool = False,
) -> Sequence[Item]:
    """Replace a document, whose items take the ids of those in `known`; the items as they are."""
    _required(db, newsletter.id)
    before = items.of_document(db, newsletter.id)
    after = with_kept_ids(known, newsletter.items, by_hand=by_hand)
    db.execute(
        "update documents set title = ?, source = ?, issued = ?, known = ?, evidence = ?,"
        " kind = ?, origin = ?, path = ?, furniture = ?, headings = ?, rules = ? where id = ?",
        (*_described(newsletter), rules, newsletter.id),
    )
    db.execute("delete from items where document = ?", (newsletter.id,))
    items.write(db, after)
    follow(db, before, after)
    return after


def _seen(item: Item) -> tuple[object, ...]:
    """What a bookmark holds of an item, for telling whether it has changed."""
    return item.id, item.title, item.text, item.lines, item.links, item.dates


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
