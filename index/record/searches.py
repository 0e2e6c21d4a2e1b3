"""Searches that a reader keeps."""

from __future__ import annotations

from typing import get_args

from index.errors import NotFoundError
from index.model.results import SavedSearch, Sort
from index.record.database import Database
from index.record.forms import filter_read, filter_written
from index.record.names import key, named, quoted, tidied


class Searches:
    """Saved searches, by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[SavedSearch, ...]:
        """The saved searches, by name."""
        with self._database.reading() as db:
            rows = db.execute("select name, query, filter, sort from saved_searches order by key")
            return tuple(
                SavedSearch(
                    row["name"], row["query"], filter_read(row["filter"]), _sort_read(row["sort"])
                )
                for row in rows
            )

    def save(self, search: SavedSearch) -> None:
        """Keep a search, in place of one of that name. Raises InvalidInputError for its name."""
        name = named(search.name, "a search")
        with self._database.writing() as db:
            db.execute(
                "insert or replace into saved_searches (key, name, query, filter, sort)"
                " values (?, ?, ?, ?, ?)",
                (
                    key(name),
                    name,
                    tidied(search.query),
                    filter_written(search.filter),
                    search.sort,
                ),
            )

    def forget(self, name: str) -> None:
        """Drop the search of that name. Raises NotFoundError."""
        with self._database.writing() as db:
            if not db.execute("delete from saved_searches where key = ?", (key(name),)).rowcount:
                raise NotFoundError(f"no saved search {quoted(name)}")


def _sort_read(value: str) -> Sort:
    """The order of that name; the usual one for what a newer version may have written."""
    known: tuple[Sort, ...] = get_args(Sort)
    return next((sort for sort in known if sort == value), "relevance")
