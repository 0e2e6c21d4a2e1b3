"""carereader, as its peers are: a library of made-up items, asked through its one door."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from index import Library
from index.model.documents import Issued
from index.model.items import Item, Kind, Newsletter, TopicMatch
from index.model.results import Sort
from index.places import Places
from index.record.record import Record
from index.search.entry import Entry
from index.search.index import SearchIndex
from tests.bench.peers import ROWS
from tests.bench.queries import Asked


class Ours:
    """carereader. Its index is also kept up to date by itself, as its peers' are."""

    name = "carereader"

    def __init__(self, folder: Path) -> None:
        self._places = Places.of(folder)
        self._index = SearchIndex(self._places.index)
        self._library: Library | None = None

    def put(self, entries: Sequence[Entry]) -> None:
        """Take in entries: all there are at first, then such as are new or have changed."""
        if self._index.stamp is None:
            self._index.rebuild(entries, _stamp(self._places))
        else:
            self._index.update(entries)

    def remove(self, ids: Iterable[str]) -> None:
        """Let go of items."""
        self._index.update([], ids)

    def found(self, asked: Asked) -> int:
        """Answer a query from the index alone; how many rows there are of a screen of them."""
        return len(self._index.match(asked.ours).ids[:ROWS])

    def rows(self, asked: Asked, *, snippets: bool) -> int:
        """Answer a query with a screen of rows; how many these are."""
        results = self._asked().search(asked.ours)
        ids = results.ids[:ROWS]
        return len(self._asked().hits(results, 0, ROWS) if snippets else ids)

    def counts(self, asked: Asked, sort: Sort = "relevance") -> int:
        """Count the whole answer by facets, in any order; how many values these have."""
        results = self._asked().search(asked.ours, sort=sort)
        counts = results.counts
        assert len(results.ids[:ROWS]) <= ROWS
        facets = (counts.topics, counts.sources, counts.kinds, counts.years, counts.organisations)
        return sum(map(len, facets))

    def close(self) -> None:
        """Let go of the files."""
        self._index.close()
        if self._library is not None:
            self._library.close()

    def _asked(self) -> Library:
        if self._library is None:
            self._library = Library(self._places, seeds=False)
        return self._library


def keep(folder: Path, entries: Iterable[Entry]) -> None:
    """Put entries into the record of a new library; its index is told nothing of them."""
    places = Places.of(folder)
    Library(places, seeds=False).close()
    record = Record(places.record)
    for document, several in groupby(entries, key=lambda entry: entry.document):
        items = list(several)
        first = items[0]
        record.documents.add(
            Newsletter(
                id=document,
                path=document,
                title=first.document_title,
                source=first.source,
                issued=Issued(first.issued, "stated"),
                kind="newsletter",
                origin="text",
                items=tuple(map(_item, items)),
            ),
            document,
        )
    record.outbox.done(record.outbox.turn())
    record.close()


def _item(entry: Entry) -> Item:
    return Item(
        id=entry.id,
        document=entry.document,
        title=entry.title,
        text=entry.text,
        lines=None,
        kind=Kind(entry.kind),
        topics=tuple(TopicMatch(slug, 1.0, ()) for slug in entry.topics),
        organisations=entry.organisations,
    )


def _stamp(places: Places) -> str:
    """What the library itself would mark its index with."""
    library = Library(places, seeds=False)
    try:
        return library._indexing.stamp()  # nobody else needs to know it
    finally:
        library.close()
