"""Writing Whoosh's files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.index import Index
from whoosh.util.filelock import FileLock, LockBase, try_for
from whoosh.writing import IndexWriter

from index.search.entry import Entry
from index.search.fields import document, schema
from index.search.files import Files

_DELAY = 0.05
"""Seconds between two tries to get a lock."""


def write(folder: Path, entries: Iterable[Entry]) -> int:
    """Write an index of the entries into an empty folder; how many there were."""
    count = 0
    with Files(folder) as files, _writer(files.create_index(schema())) as writer:
        for entry in entries:
            writer.add_document(**document(entry))
            count += 1
    return count


def change(folder: Path, changed: Iterable[Entry], ids: Iterable[str]) -> None:
    """Take what has these ids out of the index in the folder, and put the entries in."""
    with Files(folder) as files:
        index = files.open_index(schema=schema())
        with _writer(index) as writer:
            with index.searcher() as searcher:
                for item in ids:
                    writer.delete_by_term("id", item, searcher=searcher)
            for entry in changed:
                writer.add_document(**document(entry))


@contextmanager
def _writer(index: Index) -> Iterator[IndexWriter]:
    """A writer that commits what was written, or nothing."""
    # a compound segment would be copied whole into memory at each opening
    writer = index.writer(compound=False)
    try:
        yield writer
    except BaseException:
        writer.cancel()
        raise
    writer.commit()


def held(file: Path, patience: float) -> LockBase | None:
    """The lock on this file, held; None if it is not to be had within `patience` seconds."""
    lock = FileLock(str(file))
    return lock if try_for(lock.acquire, timeout=patience, delay=_DELAY) else None
