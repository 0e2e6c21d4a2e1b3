"""Rows by column name. Tables and columns are named by the record's code, never by a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from index.record import names

Columns = Mapping[str, object]
"""Values by the names of their columns."""


def row(db: sqlite3.Connection, table: str, key: Columns) -> dict[str, object] | None:
    """The row that has these values, or None."""
    found = db.execute(f"select * from {table} where {_all(key)}", (*key.values(),)).fetchone()  # noqa: S608 - names of our own
    return None if found is None else dict(found)


def of_name(db: sqlite3.Connection, table: str, name: str) -> sqlite3.Row | None:
    """The row that a person knows by this name, in whatever case, or None."""
    found: sqlite3.Row | None = db.execute(
        f"select * from {table} where key = ?",  # noqa: S608 - names of our own
        (names.key(name),),
    ).fetchone()
    return found


def insert(db: sqlite3.Connection, table: str, columns: Columns) -> int:
    """Write a new row; its number."""
    values = ", ".join("?" * len(columns))
    written = db.execute(
        f"insert into {table} ({', '.join(columns)}) values ({values})",  # noqa: S608 - names of our own
        (*columns.values(),),
    )
    return written.lastrowid or 0


def update(db: sqlite3.Connection, table: str, columns: Columns, key: Columns) -> None:
    """Write into those columns of the rows that have the values of `key`."""
    if columns:
        db.execute(
            f"update {table} set {', '.join(map(_is, columns))} where {_all(key)}",  # noqa: S608 - names of our own
            (*columns.values(), *key.values()),
        )


def delete(db: sqlite3.Connection, table: str, key: Columns) -> None:
    """Take away the rows that have these values."""
    db.execute(f"delete from {table} where {_all(key)}", (*key.values(),))  # noqa: S608 - names of our own


def _all(key: Columns) -> str:
    return " and ".join(map(_is, key))


def _is(column: str) -> str:
    return f"{column} = ?"
