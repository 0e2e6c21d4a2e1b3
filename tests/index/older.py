"""Libraries as older versions of carereader left them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib import resources
from pathlib import Path

from index.record.migrations import APPLICATION_ID

_TODAY = {"meetings": "counted_meetings"}
"""What has the columns of a table of version 1, where it is no table of that name today."""


def back_to_version_1(record: Path) -> None:
    """Let the record at `record` be what version 1 would have kept of it."""
    old = record.with_suffix(".old")
    schema = resources.files("index.record").joinpath("schema.sql").read_text("utf-8")
    with closing(sqlite3.connect(old)) as db:
        db.executescript(schema)
        db.execute("attach ? as today", (str(record),))
        tables = db.execute("select name from main.sqlite_master where type = 'table'").fetchall()
        for (table,) in tables:
            if table == "sqlite_sequence":
                continue
            columns = ", ".join(row[1] for row in db.execute(f"pragma main.table_info({table})"))
            source = _TODAY.get(table, table)
            db.execute(f"delete from main.{table}")  # noqa: S608 - tables of our own
            db.execute(f"insert into main.{table} ({columns}) select {columns} from today.{source}")  # noqa: S608 - the same
        db.commit()
        db.execute(f"pragma main.application_id = {APPLICATION_ID}")
        db.execute("pragma main.user_version = 1")
        db.execute("detach today")
    for beside in ("-wal", "-shm"):
        record.with_name(record.name + beside).unlink(missing_ok=True)
    old.replace(record)
