"""What search is measured beside: SQLite's FTS5 with bm25(), and tantivy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from index.search.entry import Entry
from tests.bench.queries import Asked

ROWS = 50
"""Rows of an answer, a screen or two."""

FACETS = ("topic", "source", "kind", "year", "organisation")


# the rows of a reader's list: marks in the title, and a passage with its marks
_ROWS_SHOWN = """
select id, highlight(items, 2, '[', ']'), bm25(items, 0, 0, 4, 1, 1) as score,
    snippet(items, 3, '[', ']', '…', 24)
from items where items match ? and issued >= ? and issued < ? order by score limit ?
"""
_ROWS = """
select id, title, bm25(items, 0, 0, 4, 1, 1) as score
from items where items match ? and issued >= ? and issued < ? order by score limit ?
"""


class FTS5:
    """SQLite's full-text index, weighing a word of the title four times one of the text."""

    name = "FTS5"

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self._db = sqlite3.connect(folder / "fts5.db", isolation_level=None)
        self._db.execute(
            "create virtual table if not exists items using fts5(id unindexed, issued unindexed,"
            " title, text, topic, tokenize = 'porter unicode61')"
        )
        self._db.execute("create table if not exists numbers (id primary key, item) without rowid")

    def put(self, entries: Iterable[Entry]) -> None:
        """Take in entries."""
        self._db.execute("begin")
        for each in entries:
            item = self._db.execute(
                "insert into items (id, issued, title, text, topic) values (?, ?, ?, ?, ?)",
                (each.id, each.issued, each.title, each.text, " ".join(each.topics)),
            ).lastrowid
            self._db.execute("insert or replace into numbers values (?, ?)", (each.id, item))
        self._db.execute("commit")

    def remove(self, ids: Iterable[str]) -> None:
        """Let go of items."""
        self._db.execute("begin")
        for each in ids:
            row = self._db.execute("select item from numbers where id = ?", (each,)).fetchone()
            if row is not None:
                self._db.execute("delete from items where rowid = ?", row)
        self._db.execute("commit")

    def rows(self, asked: Asked, *, snippets: bool) -> int:
        """Answer a query with a screen of rows; how many these are."""
        first, last = (str(asked.first), str(asked.last + 1)) if asked.first else ("", "~")
        statement = _ROWS_SHOWN if snippets else _ROWS
        return len(self._db.execute(statement, (_in_texts(asked), first, last, ROWS)).fetchall())

    def close(self) -> None:
        """Let go of the files."""
        self._db.close()


class Tantivy:
    """tantivy, with its English stemmer."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        import tantivy

        folder.mkdir(exist_ok=True)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("title", stored=True, tokenizer_name="en_stem")
        builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
        builder.add_integer_field("issued", indexed=True, fast=True)
        for facet in FACETS:
            builder.add_text_field(facet, tokenizer_name="raw", fast=True)
        self._schema = builder.build()
        self._tantivy = tantivy
        self._index = tantivy.Index(self._schema, str(folder))
        self._writer: Any = None

    def put(self, entries: Iterable[Entry]) -> None:
        """Take in entries."""
        writer = self._writing()
        for each in entries:
            facets: dict[str, list[str]] = {facet: [] for facet in FACETS}
            for facet, value in _facets(each):
                facets[facet].append(value)
            writer.add_document(
                self._tantivy.Document(
                    id=each.id,
                    title=each.title,
                    text=each.text,
                    issued=int((each.issued or "0")[:4]),
                    **facets,
                )
            )
        writer.commit()
        self._index.reload()

    def remove(self, ids: Iterable[str]) -> None:
        """Let go of items."""
        writer = self._writing()
        for each in ids:
            writer.delete_documents("id", each)
        writer.commit()
        self._index.reload()

    def rows(self, asked: Asked, *, snippets: bool) -> int:
        """Answer a query with a screen of rows; how many these are."""
        searcher = self._index.searcher()
        query = self._query(asked)
        hits = searcher.search(query, ROWS).hits
        found = [searcher.doc(address) for _, address in hits]
        if snippets:
            # the rows of a reader's list: marks in the title, and a passage with its marks
            make = self._tantivy.SnippetGenerator.create
            for field in ("title", "text"):
                generator = make(searcher, query, self._schema, field)
                for each in found:
                    snippet = generator.snippet_from_doc(each)
                    assert len(snippet.fragment()) >= len(snippet.highlighted())
        return len(found)

    def counts(self, asked: Asked) -> int:
        """Count the whole answer by facets; how many values these have."""
        wanted = {facet: {"terms": {"field": facet, "size": 1000}} for facet in FACETS}
        found: dict[str, Any] = self._index.searcher().aggregate(self._query(asked), wanted)
        return sum(len(found[facet]["buckets"]) for facet in FACETS)

    def close(self) -> None:
        """Let go of the files."""
        if self._writer is not None:
            self._writer.wait_merging_threads()
            self._writer = None

    def _writing(self) -> Any:
        if self._writer is None:
            self._writer = self._index.writer(heap_size=128_000_000, num_threads=1)
        return self._writer

    def _query(self, asked: Asked) -> Any:
        make, fields = self._tantivy.Query, ["title", "text"]
        if asked.kind == "prefix":
            return make.boolean_query(
                [
                    (self._tantivy.Occur.Should, make.regex_query(self._schema, field, pattern))
                    for field in fields
                    for pattern in [f"{asked.tantivy}.*"]
                ]
            )
        if asked.kind == "typo":
            return make.fuzzy_term_query(self._schema, "text", asked.tantivy, distance=2)
        query = self._index.parse_query(asked.tantivy, fields, field_boosts={"title": 4.0})
        if not asked.first:
            return query
        must, integer = self._tantivy.Occur.Must, self._tantivy.FieldType.Integer
        span = make.range_query(self._schema, "issued", integer, asked.first, asked.last)
        return make.boolean_query([(must, query), (must, span)])


def _in_texts(asked: Asked) -> str:
    return asked.fts5 if asked.kind == "field" else f"{{title text}} : ({asked.fts5})"


def _facets(entry: Entry) -> Sequence[tuple[str, str]]:
    return [
        *(("topic", topic) for topic in entry.topics),
        ("source", entry.source),
        ("kind", entry.kind),
        ("year", (entry.issued or "unknown")[:4]),
        *(("organisation", each) for each in entry.organisations),
    ]
