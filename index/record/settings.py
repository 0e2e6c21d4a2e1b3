"""What the library remembers of itself: single values by name."""

from __future__ import annotations

from index.record.database import Database


class Settings:
    """Texts by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> str | None:
        """The value of that name, or None."""
        with self._database.reading() as db:
            row = db.execute("select value from settings where name = ?", (name,)).fetchone()
            return None if row is None else str(row["value"])

    def put(self, name: str, value: str) -> None:
        """Keep a value under its name, in place of the one before."""
        with self._database.writing() as db:
            db.execute("insert or replace into settings (name, value) values (?, ?)", (name, value))
