"""The versions of the record, and the way from each to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

APPLICATION_ID = 0x43525244
"""Marks a SQLite file as a record of carereader: "CRRD"."""

_STEPS = ("schema", "mends", "stories", "agendas", "orders")
"""The SQL files that lead from version 0 to 1, from 1 to 2 and so on."""

VERSION = len(_STEPS)
"""The version of the record that this program reads and writes."""


def migrate(db: sqlite3.Connection) -> None:
    """Bring the record from its version to ours, within the transaction that is open."""
    from importlib import resources  # most starts find a record of this version

    version: int = db.execute("pragma user_version").fetchone()[0]
    for step in _STEPS[version:]:
        script = resources.files(__package__).joinpath(f"{step}.sql").read_text("utf-8")
        for statement in _statements(script):
            db.execute(statement)
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute(f"pragma user_version = {VERSION}")


def _statements(script: str) -> Iterator[str]:
    # Connection.executescript would commit the transaction that the steps belong to
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
