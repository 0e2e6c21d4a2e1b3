"""What the search index has still to be told: the items that changed since it was last written.

Triggers of the record fill it in the transaction that changes an item or its note, so nothing is
missed, whatever is killed when. The index is told first and the outbox emptied afterwards: at the
worst an item is told twice, which is harmless.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.model.items import Item
from index.record.database import Database
from index.record.forms import listed
from index.record.items import batches, resolved, whole


@dataclass(frozen=True, slots=True)
class Entered:
    """An item with what is not its own but is searched with it.

    `issued` is as in `Issued.value`. `note` is all that people wrote on the item: the reader's
    note, and what was said and is to be done at meetings. `story` names the story that it tells,
    "" where no other item tells it. `document_title` is the title of its document, `place` where in
    that it stands, from 0.
    """

    item: Item
    source: str
    issued: str | None
    note: str
    story: str = ""
    document_title: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """The items of the outbox up to `turn`, as they are now, and the ids of those that are gone.

    `turn` is 0 where nothing waits. `last` is the last turn that there was when they were read.
    """

    turn: int
    last: int
    items: tuple[Entered, ...]
    gone: tuple[str, ...]


class Outbox:
    """The items whose entries in the search index are out of date."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def turn(self) -> int:
        """The number of the last change that waits, 0 if none does."""
        with self._database.reading() as db:
            return int(db.execute("select coalesce(max(turn), 0) from stale").fetchone()[0])

    def waiting(self) -> int:
        """How many items wait."""
        with self._database.reading() as db:
            return int(db.execute("select count(distinct item) from stale").fetchone()[0])

    def changes(self, most: int = 5000) -> Changes:
        """The changes that wait, `most` of them at a time."""
        with self._database.reading() as db:
            rows = db.execute("select turn, item from stale order by turn limit ?", (most,))
            waiting = {row["item"]: row["turn"] for row in rows}
            entered = _entered(db, list(waiting))
            last = _last(db)
        there = {each.item.id for each in entered}
        gone = tuple(each for each in waiting if each not in there)
        return Changes(max(waiting.values(), default=0), last, tuple(entered), gone)

    def told(self, changes: Changes) -> None:
        """The index has been told these changes.

        Where something else changed meanwhile, another program may have told the index newer things
        first, and these have overwritten them: then they wait once more.
        """
        ids = (*(each.item.id for each in changes.items), *changes.gone)
        with self._database.writing() as db:
            overtaken = _last(db) != changes.last
            db.execute("delete from stale where turn <= ?", (changes.turn,))
            if overtaken:
                db.executemany("insert into stale (item) values (?)", [(each,) for each in ids])

    def done(self, turn: int) -> None:
        """Forget the changes up to `turn`: an index was made that has them all."""
        with self._database.writing() as db:
            db.execute("delete from stale where turn <= ?", (turn,))

    def everything(self) -> Iterator[Entered]:
        """All items of the record, a few at a time."""
        with self._database.reading() as db:
            ids = [row["id"] for row in db.execute("select id from items order by number")]
        for batch in batches(ids):
            with self._database.reading() as db:
                entered = _entered(db, batch)
            yield from entered

    def entered(self, id: str) -> Entered:
        """The item of that id, or of the only id that begins so, as the index knows it."""
        with self._database.reading() as db:
            return _entered(db, [resolved(db, id)])[0]

    def size(self) -> int:
        """How many items the record has."""
        with self._database.reading() as db:
            return int(db.execute("select count(*) from items").fetchone()[0])


_BESIDE = """
select cited_items.id, source, issued, document_title, cited_items.place,
    (select group_concat(said, char(10)) from (
        select text as said from notes where item = cited_items.id
        union all
        select outcome from entries where item = cited_items.id and outcome <> ''
        union all
        select distinct trim(actions.owner || ' ' || actions.text)
        from entries join action_places on action_places.entry = entries.id
        join actions on actions.id = action_places.action
        where entries.item = cited_items.id)) as note,
    coalesce((select story from stories as its where its.item = number and exists
        (select 1 from stories as also where also.story = its.story and also.item <> its.item)
    ), '') as story
from json_each(?) as wanted join cited_items on cited_items.id = wanted.value
"""


def _last(db: sqlite3.Connection) -> int:
    row = db.execute("select seq from sqlite_sequence where name = 'stale'").fetchone()
    return 0 if row is None else int(row["seq"])


def _entered(db: sqlite3.Connection, ids: Sequence[str]) -> list[Entered]:
    beside = {row["id"]: row for row in db.execute(_BESIDE, (listed(ids),))}
    return [
        Entered(
            item,
            beside[item.id]["source"],
            beside[item.id]["issued"],
            beside[item.id]["note"] or "",
            beside[item.id]["story"],
            beside[item.id]["document_title"],
            beside[item.id]["place"],
        )
        for item in whole(db, ids)
    ]
