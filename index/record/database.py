"""The database file: connections for any thread, transactions, and errors in a reader's words."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import LibraryError
from index.record.migrations import APPLICATION_ID, VERSION, migrate

_PATIENCE = 20.0
"""Seconds to wait for another process that is writing."""

_NOT_OURS = "ask for permission, or choose another folder with --library"
_BUSY = "another carereader has been writing to it for too long; close that one and try again"
_DAMAGED = "move it away, or put a copy of it in its place"
_REASONS = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_READONLY: f"it cannot be written; {_NOT_OURS}",
    sqlite3.SQLITE_PERM: f"it cannot be opened; {_NOT_OURS}",
    sqlite3.SQLITE_CANTOPEN: f"it cannot be opened; {_NOT_OURS}",
    sqlite3.SQLITE_AUTH: f"it cannot be opened; {_NOT_OURS}",
    sqlite3.SQLITE_FULL: "the disk is full; make room and do the last thing again",
    sqlite3.SQLITE_IOERR: "the disk could not be read or written; check it and try again",
    sqlite3.SQLITE_NOTADB: f"no library of carereader, or a damaged one; {_DAMAGED}",
    sqlite3.SQLITE_CORRUPT: f"damaged; {_DAMAGED}",
}
"""What SQLite's primary result codes mean to a reader. Other codes are faults of our own."""

_PRIMARY_CODE = 0xFF


class Database:
    """The SQLite file of a library, for any number of threads and processes.

    Connections are lent to one borrower at a time and kept for the next. Readers see the record as
    it was when they began; of writers there is one at a time, and what it writes is on the disk
    when its block ends. Whatever SQLite refuses is raised as LibraryError.
    """

    def __init__(self, path: Path) -> None:
        """Open the file, or make it, and bring it to the version of this program."""
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._lending = threading.Lock()
        self._writer = threading.Lock()
        self._closed = False
        self._watching = threading.Lock()
        self._watcher: sqlite3.Connection | None = None
        self._prepare()

    def close(self) -> None:
        """Close the connections. Those that are lent are closed when they come back."""
        with self._lending:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
        with self._watching:
            if self._watcher is not None:
                self._watcher.close()
                self._watcher = None

    def version(self) -> int:
        """A number that is another one after any change that anybody has made to the record."""
        with self._in_words(), self._watching:
            if self._closed:
                raise LibraryError(f"{self._path}: the library is closed; open it again")
            if self._watcher is None:
                # one that writes nothing: a connection is not told of its own changes
                self._watcher = self._connected()
            return int(self._watcher.execute("pragma data_version").fetchone()[0])

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees the record at one moment, whatever is written meanwhile."""
        with self._lent("begin") as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are all kept when the block ends, or none if it raises."""
        with self._writer, self._lent("begin immediate") as db:
            yield db

    @contextmanager
    def _lent(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._in_words():
            db = self._borrowed()
            try:
                db.execute(begin)
                try:
                    yield db
                    db.execute("commit")
                except BaseException:
                    # SQLite itself rolls back what the disk refuses
                    if db.in_transaction:
                        db.execute("rollback")
                    raise
            finally:
                self._given_back(db)

    def _borrowed(self) -> sqlite3.Connection:
        with self._lending:
            if self._closed:
                raise LibraryError(f"{self._path}: the library is closed; open it again")
            if self._idle:
                return self._idle.pop()
        return self._connected()

    def _given_back(self, db: sqlite3.Connection) -> None:
        with self._lending:
            if not self._closed:
                self._idle.append(db)
                return
        db.close()

    def _connected(self) -> sqlite3.Connection:
        # a connection moves from thread to thread, but never serves two at once
        db = sqlite3.connect(
            self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        db.row_factory = sqlite3.Row
        try:
            db.execute("pragma foreign_keys = on")
            # every commit waits for the disk: no power cut takes back what a person wrote
            db.execute("pragma synchronous = full")
        except BaseException:
            # a file that is no database is found out by the first thing asked of it
            db.close()
            raise
        return db

    def _prepare(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(
                f"{self._path.parent}: the library's folder cannot be made ({error.strerror});"
                " choose another with --library"
            ) from error
        if not os.access(self._path.parent, os.W_OK) or (
            self._path.exists() and not os.access(self._path, os.W_OK)
        ):
            raise LibraryError(f"{self._path}: {_REASONS[sqlite3.SQLITE_READONLY]}")
        with self._in_words():
            db = self._connected()
            try:
                self._bring_up(db)
            except BaseException:
                db.close()
                raise
            self._given_back(db)

    def _bring_up(self, db: sqlite3.Connection) -> None:
        if self._version(db) == VERSION:
            return
        if db.execute("pragma journal_mode").fetchone()[0] != "wal":
            db.execute("pragma journal_mode = wal")
        db.execute("begin immediate")
        try:
            # another process may have come first
            if self._version(db) < VERSION:
                migrate(db)
            db.execute("commit")
        except BaseException:
            if db.in_transaction:
                db.execute("rollback")
            raise

    def _version(self, db: sqlite3.Connection) -> int:
        version: int = db.execute("pragma user_version").fetchone()[0]
        application: int = db.execute("pragma application_id").fetchone()[0]
        tables: int = db.execute("select count(*) from sqlite_master").fetchone()[0]
        if application != APPLICATION_ID and tables:
            raise LibraryError(f"{self._path}: {_REASONS[sqlite3.SQLITE_NOTADB]}")
        if version > VERSION:
            raise LibraryError(
                f"{self._path}: written by a newer carereader (its version {version}, ours"
                f" {VERSION}); update carereader, or choose another library with --library"
            )
        return version

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", None)
            reason = None if code is None else _REASONS.get(code & _PRIMARY_CODE)
            if reason is None:
                raise
            raise LibraryError(f"{self._path}: {reason}") from error
