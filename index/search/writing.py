"""Writing the index: segments of arrays, and Whoosh's table of contents, which says which count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
from whoosh.codec.whoosh3 import W3Segment
from whoosh.index import TOC
from whoosh.util.filelock import FileLock, LockBase, try_for

from index.search.codec import ArrayCodec, file_of
from index.search.columns import having
from index.search.entry import Entry
from index.search.fields import schema
from index.search.files import Files
from index.search.gathering import Gathered, Gatherer, batches, joined
from index.search.segment import Segment
from index.search.segment import write as write_segment

_DELAY = 0.05
"""Seconds between two tries to get a lock."""

_NAME = "MAIN"
_BATCH = 8192
"""Entries that are gathered at a time."""

_LETTERS = 16_000_000
"""Letters of the entries that are gathered at a time."""

MOST_SEGMENTS = 6
"""Segments that an index may have before some are made one."""


def write(folder: Path, entries: Iterable[Entry]) -> tuple[list[str], int]:
    """Write an index of the entries into an empty folder; its files, and how many there were."""
    gatherer = Gatherer()
    gathered = [gatherer.gathered(batch) for batch in batches(entries, _BATCH, _LETTERS)]
    with Files(folder) as files:
        segments = []
        if gathered:
            whole = gathered[0] if len(gathered) == 1 else _whole(gathered)
            segments.append(_written(files, whole))
        return _committed(files, segments, 0), sum(map(len, gathered))


def change(folder: Path, changed: Iterable[Entry], ids: Iterable[str]) -> list[str]:
    """Take what has these ids out of the index in the folder, and put the entries in; its files."""
    gone = set(ids)
    with Files(folder) as files:
        contents = _contents(files)
        for segment in contents.segments:
            there = Segment(file_of(files, segment))
            for number in having(there.columns, gone).tolist():
                segment.delete_document(number)
        segments = [
            each for each in contents.segments if each.deleted_count() < each.doc_count_all()
        ]
        new = list(changed)
        if new:
            segments.append(_written(files, Gatherer().gathered(new)))
        return _committed(files, segments, contents.generation + 1)


def contents(folder: Path) -> list[tuple[Path, W3Segment]]:
    """The segments that count, each with its file."""
    with Files(folder) as files:
        return [(file_of(files, segment), segment) for segment in _contents(files).segments]


def _empty(segment: W3Segment) -> bool:
    return bool(segment.deleted_count() >= segment.doc_count_all())


def _whole(gathered: Sequence[Gathered]) -> Gathered:
    return joined([(part, np.ones(len(part), bool)) for part in gathered])


def _written(files: Files, gathered: Gathered) -> W3Segment:
    segment = ArrayCodec().new_segment(files, _NAME)
    segment.set_doc_count(len(gathered))
    write_segment(gathered, file_of(files, segment))
    return segment


def _contents(files: Files) -> TOC:
    # the schema is given so that the one in the file need not be unpickled
    return TOC.read(files, _NAME, schema=schema())


def _committed(files: Files, segments: list[W3Segment], generation: int) -> list[str]:
    """Let these segments be the index; the names of its files. Others are taken away."""
    TOC(schema(), segments, generation).write(files, _NAME)
    contents = TOC._filename(_NAME, generation)
    names = [contents, *(file_of(files, segment).name for segment in segments)]
    for path in Path(files.folder).iterdir():
        if path.name.startswith((f"_{_NAME}_", f"{_NAME}_")) and path.name not in names:
            with suppress(OSError):  # somebody may still be reading it
                path.unlink()
    return names


def held(file: Path, patience: float) -> LockBase | None:
    """The lock on this file, held; None if it is not to be had within `patience` seconds."""
    lock = FileLock(str(file))
    return lock if try_for(lock.acquire, timeout=patience, delay=_DELAY) else None
