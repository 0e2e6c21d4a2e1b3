"""Items, kept whole and found by their id."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from index.errors import AmbiguousError, NotFoundError
from index.model.items import FoundDate, Item, Kind, TopicMatch
from index.model.meetings import Citation
from index.model.results import DatedItem, Hit, Slice
from index.record.database import Database
from index.record.forms import ends, links_read, links_written, listed, span, storable, words
from index.record.names import quoted

_BATCH = 500
"""Items that are asked for at once where all are wanted: quick to ask for and light to hold."""


class Shown(NamedTuple):
    """What a row of a list shows of a search, as `Hit` has it."""

    snippet: str = ""
    highlights: tuple[Slice, ...] = ()
    title_highlights: tuple[Slice, ...] = ()
    matched: str = ""


class Texts(NamedTuple):
    """What is written in an item."""

    title: str
    section: str
    text: str


class Items:
    """The items of the record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def item(self, id: str) -> Item:
        """The whole item of that id, or of the only id that begins so.

        Raises NotFoundError or AmbiguousError.
        """
        with self._database.reading() as db:
            return whole(db, [resolved(db, id)])[0]

    def citation(self, id: str) -> Citation:
        """What it takes to cite the item."""
        with self._database.reading() as db:
            return citation(db, resolved(db, id))

    def hits(
        self,
        ids: Sequence[str],
        shown: Callable[[Sequence[Texts]], Iterable[Shown]],
        scores: Mapping[str, float] | None = None,
    ) -> tuple[Hit, ...]:
        """The items of those ids as rows of a list, in the order of `ids`.

        `shown` is given what is written in them, all at once; `scores` are by id.
        """
        known = scores or {}
        with self._database.reading() as db:
            cursor = db.cursor()
            cursor.row_factory = None  # fifty rows are read at every key that is pressed
            found = {row[_TEXTS]: row for row in cursor.execute(_HITS, (listed(ids),))}
        # to ask for them in order would have all texts sorted
        rows = [found[each] for each in ids if each in found]
        texts = [Texts(*row[:_TEXTS]) for row in rows]
        return tuple(
            [
                _hit(row, known.get(row[_TEXTS], 0.0), each)
                for row, each in zip(rows, shown(texts), strict=True)
            ]
        )

    def dates(self, since: date | None, until: date | None) -> tuple[DatedItem, ...]:
        """Events and deadlines between two days, both inclusive, in order of their start."""
        with self._database.reading() as db:
            rows = db.execute(_DATES, (_day(since), _day(until))).fetchall()
        # what several newsletters tell of takes place once
        teller: dict[tuple[str, str, str], str] = {}
        return tuple(
            DatedItem(**{name: row[name] for name in _DATED})
            for row in rows
            if teller.setdefault((row["story"], row["start"], row["what"]), row["item"])
            == row["item"]
        )


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def resolved(db: sqlite3.Connection, id: str) -> str:
    """The id of the only item whose id is `id`, or begins with it."""
    wanted = storable(id.strip().lower())
    found = db.execute(
        "select id from items where id >= ? and id < ? order by id limit 2",
        (wanted, wanted + "\U0010ffff"),
    ).fetchall()
    if not wanted or not found:
        raise NotFoundError(
            f"no item {quoted(id)}; carereader search lists the items with their ids"
        )
    if found[0]["id"] != wanted and len(found) > 1:
        raise AmbiguousError(f"{quoted(id)} fits more than one item; give more of the id")
    return str(found[0]["id"])


def all_resolved(db: sqlite3.Connection, ids: Sequence[str]) -> frozenset[str]:
    """The whole ids of items that may each be given by its beginning."""
    rows = db.execute(
        "select id from items where id in (select value from json_each(?))", (listed(ids),)
    )
    exact = {row["id"] for row in rows}
    return frozenset(exact.union(resolved(db, each) for each in ids if each not in exact))


def citation(db: sqlite3.Connection, id: str) -> Citation:
    """What it takes to cite the item of that whole id."""
    row = db.execute("select * from cited_items where id = ?", (id,)).fetchone()
    return Citation(
        row["title"],
        row["document_title"],
        row["source"],
        row["issued"],
        span(row["first_line"], row["last_line"]),
    )


def write(db: sqlite3.Connection, items: Sequence[Item]) -> None:
    """Write the items of a document in their order."""
    for place, item in enumerate(items):
        number = db.execute(
            "insert into items (id, document, place, title, section, kind, topics, first_line,"
            " last_line) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                item.id,
                item.document,
                place,
                item.title,
                item.section,
                item.kind,
                listed(topic.slug for topic in item.topics),
                *ends(item.lines),
            ),
        ).lastrowid
        db.execute(
            "insert into item_contents (item, text, title_derived, links, organisations, people,"
            " gaps, why) values (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                item.text,
                item.title_derived,
                links_written(item.links),
                listed(item.organisations),
                listed(item.people),
                listed(item.gaps),
                item.why,
            ),
        )
        db.executemany(
            "insert into item_topics (item, place, slug, weight, terms) values (?, ?, ?, ?, ?)",
            [
                (number, order, topic.slug, topic.weight, listed(topic.terms))
                for order, topic in enumerate(item.topics)
            ],
        )
        db.executemany(
            "insert into item_dates (item, place, text, start, end, what)"
            " values (?, ?, ?, ?, ?, ?)",
            [
                (number, order, found.text, found.start, found.end, found.what)
                for order, found in enumerate(item.dates)
            ],
        )


def whole(db: sqlite3.Connection, ids: Sequence[str]) -> list[Item]:
    """The items of those whole ids, in that order; ids that the record has not are left out."""
    wanted = (listed(ids),)
    topics: dict[int, list[TopicMatch]] = defaultdict(list)
    for row in db.execute(_TOPICS_OF, wanted):
        topics[row["item"]].append(TopicMatch(row["slug"], row["weight"], words(row["terms"])))
    dates: dict[int, list[FoundDate]] = defaultdict(list)
    for row in db.execute(_DATES_OF, wanted):
        dates[row["item"]].append(FoundDate(row["text"], row["start"], row["end"], row["what"]))
    return [
        Item(
            id=row["id"],
            document=row["document"],
            title=row["title"],
            text=row["text"],
            lines=span(row["first_line"], row["last_line"]),
            section=row["section"],
            title_derived=bool(row["title_derived"]),
            kind=Kind(row["kind"]),
            topics=tuple(topics[row["number"]]),
            dates=tuple(dates[row["number"]]),
            links=links_read(row["links"]),
            organisations=words(row["organisations"]),
            people=words(row["people"]),
            gaps=words(row["gaps"]),
            why=row["why"],
        )
        for row in db.execute(_ITEMS, wanted)
    ]


def of_document(db: sqlite3.Connection, document: str) -> list[Item]:
    """The items of a document, in its order."""
    rows = db.execute("select id from items where document = ? order by place", (document,))
    return whole(db, [row["id"] for row in rows])


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids, so many at a time as one question should ask for."""
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def _hit(row: tuple[Any, ...], score: float, shown: Shown) -> Hit:
    # the order is that of the statement
    title, section, _, item, document, source, issued, kind, topics, *marks, also_in = row
    read, noted, bookmarked = marks
    return Hit(
        id=item,
        document=document,
        title=title,
        source=source,
        issued=issued,
        kind=kind,
        topics=_words(topics),
        section=section,
        score=score,
        snippet=shown.snippet,
        highlights=shown.highlights,
        title_highlights=shown.title_highlights,
        read=bool(read),
        bookmarked=bookmarked,
        noted=bool(noted),
        matched=shown.matched,
        also_in=_words(also_in),
    )


_words = lru_cache(maxsize=1024)(words)
"""As `words`: the rows of a list have few topics between them."""

_ITEMS = """
select items.*, item_contents.* from json_each(?) as wanted
join items on items.id = wanted.value join item_contents on item = number
order by wanted.key
"""
_TOPICS_OF = """
select item_topics.* from json_each(?) as wanted
join items on items.id = wanted.value join item_topics on item_topics.item = items.number
order by item_topics.item, item_topics.place
"""
_DATES_OF = """
select item_dates.* from json_each(?) as wanted
join items on items.id = wanted.value join item_dates on item_dates.item = items.number
order by item_dates.item, item_dates.place
"""
_DATED = tuple(field.name for field in fields(DatedItem))
_TEXTS = len(Texts._fields)
"""Columns of `_HITS` that have what is written in the item: the first."""

_HITS = """
select cited.title, section, text, cited.id, cited.document, source, issued, cited.kind, topics,
    exists (select 1 from read_marks where item = cited.id) as read,
    exists (select 1 from notes where item = cited.id) as noted,
    (select count(*) from bookmarks where item = cited.id) as bookmarked,
    case when exists (select 1 from stories where item = number and story is not null) then
        (select json_group_array(source) from
            (select coalesce(nullif(other.source, ''), other.document_title) as source
                from stories as its
                join stories as also on also.story = its.story and also.item <> its.item
                join cited_items as other on other.number = also.item
                where its.item = cited.number
                order by other.issued is null, other.issued desc, other.id))
    else '[]' end as also_in
from json_each(?) as wanted join cited_items as cited on cited.id = wanted.value
join item_contents on item_contents.item = number
"""
# a date of less than a day's precision counts from its first day to its last
_DATES = """
select cited_items.id as item, title, source, item_dates.text, start, end, what,
    coalesce(story, cited_items.id) as story
from item_dates join cited_items on number = item_dates.item
left join stories on stories.item = number
where what in ('event', 'deadline')
    and (?1 is null or substr(coalesce(end, start), 1, 10) || '~' >= ?1)
    and (?2 is null or substr(start, 1, 10) <= ?2)
order by start, document, cited_items.place, item_dates.place
"""
