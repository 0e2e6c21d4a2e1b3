"""Which items a filter lets through, in what order, and how they are counted."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter

from index.model.results import Counts, Filter, Sort
from index.record.database import Database
from index.record.forms import listed, words
from index.record.names import key

UNCLASSIFIED = "unclassified"
"""What stands in the place of a topic for items that have none."""


Selected = tuple[tuple[str, ...], Counts]
"""The ids of items in order, and their counts."""


class Selection:
    """Filters, orders and counts items, whether the index found them or they are all there are.

    `groups` is always the group of each topic.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[tuple[str, ...], tuple[int, frozenset[str]]] = {}

    def all(self, filter: Filter, sort: Sort, groups: Mapping[str, str]) -> Selected:
        """Every item that the filter lets through; `relevance` means newest first."""
        with self._database.reading() as db:
            rows = db.execute(f"{_ALL} {_WHERE}", _asked(filter, groups)).fetchall()
            documents = db.execute(_DOCUMENTS).fetchall()
            stories = dict(db.execute(_STORIES).fetchall())
        order: Sort = "newest" if sort == "relevance" else sort
        return _selected(rows, documents, stories, order, groups)

    def on_agenda(self, meeting: str) -> frozenset[str]:
        """The ids of the items on the agenda of a meeting; the same object while none changes."""
        return self._marked(_ON_AGENDA, key(meeting))

    def read(self) -> frozenset[str]:
        """The ids of the items marked as read; the same object while none changes."""
        return self._marked(_READ)

    def _marked(self, statement: str, *values: str) -> frozenset[str]:
        version = self._database.version()
        kept = self._kept.get((statement, *values))
        if kept is not None and kept[0] == version:
            return kept[1]
        with self._database.reading() as db:
            ids = frozenset(row["item"] for row in db.execute(statement, values))
        if kept is not None and kept[1] == ids:
            ids = kept[1]
        self._kept[statement, *values] = (version, ids)
        return ids

    def among(
        self,
        ids: Sequence[str],
        filter: Filter,
        sort: Sort,
        groups: Mapping[str, str],
        *,
        copies: bool = False,
    ) -> Selected:
        """Those of the items that the filter lets through; `relevance` keeps the order of `ids`.

        Of those that tell one story only the first is there, or with `copies` all.
        """
        with self._database.reading() as db:
            asked = {**_asked(filter, groups), "ids": listed(ids)}
            rows = db.execute(f"{_AMONG} {_WHERE} order by given.key", asked).fetchall()
            documents = db.execute(_DOCUMENTS).fetchall()
            stories = {} if copies else dict(db.execute(_STORIES).fetchall())
        return _selected(rows, documents, stories, sort, groups)


# The database filters. Its rows are ordered and counted here: to ask it for the order and for each
# of the counts would go through a whole library five times.


def _selected(
    rows: list[sqlite3.Row],
    documents: list[sqlite3.Row],
    stories: Mapping[int, str],
    sort: Sort,
    groups: Mapping[str, str],
) -> Selected:
    """The rows in order, and their counts; one of each of `stories`, given by item number."""
    if sort != "relevance":
        ordered = _ordered(documents, sort)
        position = {document["id"]: place for place, document in enumerate(ordered)}
        rows.sort(key=lambda row: (position[row["document"]], row["place"]))
    source = {document["id"]: document["source"] for document in documents}
    sources: Counter[str] = Counter()
    for document, items in Counter(row["document"] for row in rows).items():
        sources[source[document]] += items
    told = [row for row in rows if row["number"] in stories] if stories else []
    topics = _by_topic(Counter(row["topics"] for row in rows).items(), groups)
    counts = Counts(
        topics=_less(topics, _again(told, stories, lambda row: _standing(row["topics"], groups))),
        sources=_less(sources, _again(told, stories, lambda row: {source[row["document"]]})),
        kinds=_less(
            Counter(row["kind"] for row in rows), _again(told, stories, lambda row: {row["kind"]})
        ),
    )
    first = {stories[row["number"]]: row["number"] for row in reversed(told)}
    hidden = {row["number"] for row in told} - {*first.values()}
    return tuple(row["id"] for row in rows if row["number"] not in hidden), counts


def _again(
    told: Iterable[sqlite3.Row],
    stories: Mapping[int, str],
    names_of: Callable[[sqlite3.Row], Iterable[str]],
) -> Counter[str]:
    """How many of the items stand where another item of their story stands as well."""
    seen: set[tuple[str, str]] = set()
    again: Counter[str] = Counter()
    for row in told:
        for name in names_of(row):
            place = (stories[row["number"]], name)
            again[name] += place in seen
            seen.add(place)
    return again


def _less(counts: Counter[str], others: Counter[str]) -> dict[str, int]:
    return dict(counts - others) if others else dict(counts)


def _ordered(documents: list[sqlite3.Row], sort: Sort) -> list[sqlite3.Row]:
    """The documents in order; those of unknown date last, what is equal by title."""
    ordered = sorted(documents, key=itemgetter("title", "id"))
    ordered.sort(key=lambda document: document["issued"] or "", reverse=sort != "oldest")
    ordered.sort(key=lambda document: document["issued"] is None)
    if sort == "source":
        ordered.sort(key=lambda document: document["source"].casefold())
    return ordered


def _by_topic(combinations: Iterable[tuple[str, int]], groups: Mapping[str, str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for topics, items in combinations:
        for name in _standing(topics, groups):
            counts[name] += items
    return counts


def _standing(topics: str, groups: Mapping[str, str]) -> set[str]:
    """What an item with these topics stands under; once in a group of which it has two topics."""
    slugs = words(topics)
    within = {groups[slug] for slug in slugs if slug in groups}
    return {*slugs, *within} or {UNCLASSIFIED}


def _asked(filter: Filter, groups: Mapping[str, str]) -> dict[str, object]:
    """What `_WHERE` compares with: lists as JSON, None for what is not asked for."""
    within = {slug for slug, group in groups.items() if group in filter.topics}
    return {
        "topics": listed({*filter.topics, *within}) if filter.topics else None,
        "unclassified": UNCLASSIFIED in filter.topics,
        "sources": listed(filter.sources) if filter.sources else None,
        "kinds": listed(filter.kinds) if filter.kinds else None,
        "documents": listed(filter.documents) if filter.documents else None,
        "meeting": key(filter.meeting) if filter.meeting else None,
        "since": filter.since.isoformat() if filter.since else None,
        "until": filter.until.isoformat() if filter.until else None,
        "unread": filter.unread,
    }


_READ = "select item from read_marks"
_ON_AGENDA = """
select item from bookmarks join meetings on meetings.id = meeting where meetings.key = ?
"""
_DOCUMENTS = "select id, source, issued, title from documents"
_STORIES = "select item, story from stories where story is not null"
_ALL = """
select document, place, number, items.id, topics, items.kind
from items join documents on documents.id = document
"""
# "cross" keeps the order of the joins: few items are found quickly in a large library
_AMONG = """
select document, place, number, items.id, topics, items.kind
from json_each(:ids) as given cross join items on items.id = given.value
join documents on documents.id = document
"""
# an issue date of less than a day's precision may be any day of its month or year; "~" sorts
# behind all that can follow it there
_WHERE = """
where (:topics is null
        or exists (select 1 from item_topics
            where item = number and slug in (select value from json_each(:topics)))
        or (:unclassified and not exists (select 1 from item_topics where item = number)))
    and (:sources is null
        or exists (select 1 from json_each(:sources) where value = source collate nocase))
    and (:kinds is null or items.kind in (select value from json_each(:kinds)))
    and (:documents is null or document in (select value from json_each(:documents)))
    and (:meeting is null or items.id in
        (select item from bookmarks join meetings on meetings.id = meeting
            where meetings.key = :meeting))
    and (:since is null or issued || '~' >= :since)
    and (:until is null or substr(issued, 1, 10) <= :until)
    and (not :unread or items.id not in (select item from read_marks))
"""
