"""Writing the index: segments of arrays, and Whoosh's table of contents, which says which count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import cache
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from whoosh.codec.whoosh3 import W3Segment
from whoosh.index import TOC
from whoosh.util.filelock import FileLock, LockBase, try_for

from index.search.codec import ArrayCodec, file_of
from index.search.entry import Entry
from index.search.fields import schema
from index.search.files import Files
from index.search.folder import DamagedFileError
from index.search.gathering import Gatherer, batches, joined
from index.search.segment import Segment
from index.search.segment import write as write_segment

_DELAY = 0.05
"""Seconds between two tries to get a lock."""

_NAME = "MAIN"
_BATCH = 8192
"""Entries that are gathered at a time."""

_LETTERS = 16_000_000
"""Letters of the entries that are gathered at a time."""

_WORTH_MORE = 3
"""Batches that are worth it to start more programs, which takes half a second."""


def write(
    folder: Path, entries: Iterable[Entry], cores: int = 1, batch: int = _BATCH
) -> tuple[list[str], int]:
    """Write an index of the entries into an empty folder; its files, and how many there were.

    Where there are several times `batch`, as many programs as there are `cores` gather them. That
    takes more memory, and is only as fast as what hands the entries over: measure before asking.
    """
    several: Iterator[Iterable[Entry]] = batches(entries, batch, _LETTERS)
    first = [list(each) for each in islice(several, _WORTH_MORE)] if cores > 1 else []
    parts = _parts_of(folder)
    if len(first) == _WORTH_MORE:
        counts = _gathered_by(cores, chain(first, map(list, several)), parts)
    else:
        gatherer = Gatherer()
        counts = []
        for each, part in zip(chain(first, several), parts, strict=False):
            gathered = gatherer.gathered(each)
            write_segment(gathered, part)
            counts.append(len(gathered))
    written = [part for part, _ in zip(_parts_of(folder), counts, strict=False)]
    with Files(folder) as files:
        segments = []
        if written:
            segment = named(files, sum(counts))
            if len(written) == 1:
                written[0].rename(file_of(files, segment))
            else:
                wholes = [Segment(part) for part in written]
                kept = [(each.everything(), np.ones(each.size, bool)) for each in wholes]
                write_segment(joined(kept), file_of(files, segment))
                for part, whole in zip(written, wholes, strict=True):
                    whole.close()
                    part.unlink()
            segments.append(segment)
        return committed(files, segments, 0), sum(counts)


def _parts_of(folder: Path) -> Iterator[Path]:
    """Files for the parts of an index, until they are made one."""
    return (folder / f"part-{number}" for number in range(1 << 30))


def _gathered_by(cores: int, several: Iterator[list[Entry]], parts: Iterator[Path]) -> list[int]:
    """Gather batches in other programs, a few at a time; how many entries each part has.

    What these cannot do is done here: a script that starts its work as it is imported, for one, is
    imported by each of them and stops it.
    """
    counts: list[int] = []
    # "spawn": what is copied from a program with threads may be locked for good
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        waiting = []
        for batch, part in zip(several, parts, strict=False):
            counts.append(len(batch))
            waiting.append((_begun(pool, batch, part), batch, part))
            if len(waiting) > cores:
                _finish(*waiting.pop(0))
        for each in waiting:
            _finish(*each)
    return counts


def _begun(pool: ProcessPoolExecutor, batch: Sequence[Entry], part: Path) -> Future[None] | None:
    with suppress(BrokenProcessPool):
        return pool.submit(_gather, batch, part)
    return None


def _finish(begun: Future[None] | None, batch: Sequence[Entry], part: Path) -> None:
    if begun is not None:
        with suppress(BrokenProcessPool):
            return begun.result()
    write_segment(Gatherer().gathered(batch), part)
    return None


def _gather(batch: Sequence[Entry], part: Path) -> None:
    write_segment(_gatherer().gathered(batch), part)


@cache
def _gatherer() -> Gatherer:
    """That of a program which gathers for another: it remembers words from batch to batch."""
    return Gatherer()


def change(folder: Path, changed: Iterable[Entry], ids: Iterable[str]) -> list[str]:
    """Take what has these ids out of the index in the folder, and put the entries in; its files."""
    gone = set(ids)
    with Files(folder) as files:
        contents = contents_of(files)
        for segment in contents.segments:
            there = Segment(file_of(files, segment))
            for number in there.having(gone).tolist():
                segment.delete_document(number)
        segments = [each for each in contents.segments if not _empty(each)]
        new = list(changed)
        if new:
            segment = named(files, len(new))
            write_segment(Gatherer().gathered(new), file_of(files, segment))
            segments.append(segment)
        return committed(files, segments, contents.generation + 1)


def contents(folder: Path) -> list[tuple[Path, W3Segment]]:
    """The segments that count, each with its file."""
    with Files(folder) as files:
        return [(file_of(files, segment), segment) for segment in contents_of(files).segments]


def contents_of(files: Files) -> TOC:
    """What Whoosh's table of contents says. Raises DamagedFileError."""
    try:
        # the schema is given so that the one in the file need not be unpickled
        return TOC.read(files, _NAME, schema=schema())
    except Exception as error:  # damaged pickles raise whatever they like
        raise DamagedFileError(files.folder) from error


def named(files: Files, size: int) -> W3Segment:
    """A new segment of so many items, whose file is not there yet."""
    segment = ArrayCodec().new_segment(files, _NAME)
    segment.set_doc_count(size)
    return segment


def committed(files: Files, segments: list[W3Segment], generation: int) -> list[str]:
    """Let these segments be the index; the names of its files. Others are taken away."""
    TOC(schema(), segments, generation).write(files, _NAME)
    contents = TOC._filename(_NAME, generation)  # Whoosh gives its name nowhere else
    names = [contents, *(file_of(files, segment).name for segment in segments)]
    for path in Path(files.folder).iterdir():
        if path.name.startswith((f"_{_NAME}_", f"{_NAME}_")) and path.name not in names:
            with suppress(OSError):  # somebody may still be reading it
                path.unlink()
    return names


def _empty(segment: W3Segment) -> bool:
    return bool(segment.deleted_count() >= segment.doc_count_all())


def held(file: Path, patience: float) -> LockBase | None:
    """The lock on this file, held; None if it is not to be had within `patience` seconds."""
    lock = FileLock(str(file))
    return lock if try_for(lock.acquire, timeout=patience, delay=_DELAY) else None
