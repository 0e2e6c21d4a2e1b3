"""Which items tell the same story, each kept once for all the newsletters that bring it.

Items tell one story if each is alike to another of them. What is alike is not decided here: items
come with marks, of which such as are alike share one, and with somebody who compares them. An item
that is new, or has changed, has no row in `stories` until it is sorted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence

from index.model.items import Item
from index.model.results import Copy
from index.record.database import Database
from index.record.forms import listed
from index.record.items import all_resolved, batches, resolved, whole

_COMPARED = 16
"""Stories that an item is compared with at most: those with which it shares most marks."""

Alike = Callable[[Item, Item], bool]


class Stories:
    """The stories that the items of the record tell."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unsorted(self) -> Iterator[Sequence[Item]]:
        """Items of which it is not known yet which story they tell, a few at a time."""
        with self._database.reading() as db:
            ids = [row["id"] for row in db.execute(_UNSORTED)]
        for batch in batches(ids):
            with self._database.reading() as db:
                items = whole(db, batch)
            yield items

    def waiting(self) -> int:
        """Of how many items it is not known yet which story they tell."""
        with self._database.reading() as db:
            # every row of `stories` is that of an item
            return int(db.execute(_WAITING).fetchone()[0])

    def sort(self, items: Iterable[tuple[Item, Sequence[int]]], alike: Alike) -> None:
        """Find out which story each of the items tells; an item comes with its marks.

        The index is told of every item whose story has changed.
        """
        with self._database.writing() as db:
            for item, marks in items:
                _sort(db, item, marks, alike)

    def copies(self, id: str) -> tuple[Copy, ...]:
        """The other items that tell the story of this one, newest first, the undated last."""
        with self._database.reading() as db:
            rows = db.execute(_COPIES, (resolved(db, id),))
            return tuple(Copy(**row) for row in rows)

    def together(self, ids: Sequence[str]) -> frozenset[str]:
        """The items of those ids, and all others that tell one of their stories."""
        with self._database.reading() as db:
            found = all_resolved(db, ids)
            rows = db.execute(_TOGETHER, (listed(found),))
            return found.union(row["id"] for row in rows)


def _sort(db: sqlite3.Connection, item: Item, marks: Sequence[int], alike: Alike) -> None:
    row = db.execute(
        "select number from items where id = ?"
        " and number not in (select stories.item from stories)",
        (item.id,),
    ).fetchone()
    if row is None:
        return  # it has gone, or somebody else was quicker
    found = [
        story
        for story, ids in _candidates(db, marks).items()
        if any(alike(item, other) for other in whole(db, ids))
    ]
    name = min([item.id, *found]) if found else None
    for story in found:
        _rename(db, story, name)
    db.execute("insert into stories (item, story) values (?, ?)", (row["number"], name))
    db.executemany(
        "insert or ignore into story_marks (item, mark) values (?, ?)",
        [(row["number"], mark) for mark in marks],
    )
    if found:
        db.execute("insert into stale (item) values (?)", (item.id,))


def _candidates(db: sqlite3.Connection, marks: Sequence[int]) -> dict[str, list[str]]:
    """The stories that share a mark, each with the ids of the items that do, most marks first.

    One that a single item tells goes by the id of that.
    """
    stories: dict[str, list[str]] = {}
    for row in db.execute(_SHARING, (listed(marks),)):
        if row["story"] in stories or len(stories) < _COMPARED:
            ids = stories.setdefault(row["story"], [])
            if len(ids) < _COMPARED:
                ids.append(row["id"])
    return stories


def _rename(db: sqlite3.Connection, story: str, name: str | None) -> None:
    """Let what is told by the items of a story, and soon by one more, go by `name`."""
    own = db.execute("select number from items where id = ?", (story,)).fetchone()
    changed = db.execute(
        "update stories set story = ?1 where (story = ?2 or item = ?3) and story is not ?1"
        " returning item",
        (name, story, own and own["number"]),
    ).fetchall()
    db.execute(
        "insert into stale (item)"
        " select id from items where number in (select value from json_each(?))",
        (listed(row["item"] for row in changed),),
    )


_UNSORTED = """
select id from items where number not in (select item from stories) order by number
"""
_WAITING = "select (select count(*) from items) - (select count(*) from stories)"
_SHARING = """
select items.id, coalesce(story, items.id) as story from story_marks
join stories on stories.item = story_marks.item join items on number = story_marks.item
where mark in (select value from json_each(?))
group by items.id order by count(*) desc, items.id
"""
_COPIES = """
select other.id as item, other.title, other.document_title as document, other.source, other.issued
from cited_items as this join stories as its on its.item = this.number
join stories as also on also.story = its.story and also.item <> its.item
join cited_items as other on other.number = also.item
where this.id = ? order by other.issued is null, other.issued desc, other.id
"""
_TOGETHER = """
select distinct other.id from json_each(?) as wanted join items as this on this.id = wanted.value
join stories as its on its.item = this.number join stories as also on also.story = its.story
join items as other on other.number = also.item
"""
