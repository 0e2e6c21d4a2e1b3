"""Making few segments of many: each that there is costs every search a little.

The new segment is written beside the others while these answer, and takes their place in a moment;
what was deleted meanwhile is deleted in it too.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

import numpy as np
from whoosh.codec.whoosh3 import W3Segment

from index.search.arrays import Array
from index.search.codec import file_of
from index.search.files import Files
from index.search.gathering import joined
from index.search.segment import Segment, write
from index.search.writing import committed, contents_of, named

MOST_SEGMENTS = 6
"""Segments that an index may have before some are made one."""

_MOST_DELETED = 0.3
"""Of the items of a segment: with more that are deleted, it is written anew with others."""

_MUCH_LARGER = 4
"""Times that a segment is larger than the smaller ones together, to be left out."""

_UNFINISHED = "merging-"


@dataclass(frozen=True, slots=True)
class Merged:
    """A segment that was made of others, in a file that does not count yet.

    `sources` are the names of the others, each with which of its items it had.
    """

    path: Path
    sources: dict[str, Array]
    size: int


def merged(folder: Path) -> Merged | None:
    """Make a segment of several of the index in the folder; None where that is not due.

    Only one program may do so at a time. What others have left unfinished is taken away.
    """
    for path in folder.glob(f"{_UNFINISHED}*"):
        with suppress(OSError):
            path.unlink()
    with Files(folder) as files:
        parts = []
        chosen = _due(contents_of(files).segments)
        for segment in chosen:
            there = Segment(file_of(files, segment))
            kept = np.ones(there.size, bool)
            kept[list(segment.deleted_docs())] = False
            parts.append((there.everything(), kept))
        if not parts:
            return None
        whole = joined(parts)
        path = folder / f"{_UNFINISHED}{token_hex(8)}"
        write(whole, path)
        names = [segment.segment_id() for segment in chosen]
        return Merged(path, dict(zip(names, (kept for _, kept in parts), strict=True)), len(whole))


def take_over(folder: Path, merged: Merged) -> list[str]:
    """Let a segment take the place of those it was made of; the files of the index from then on.

    None are named where one of these does not count any more. Only who holds the lock may do so.
    """
    with Files(folder) as files:
        contents = contents_of(files)
        counting = {segment.segment_id(): segment for segment in contents.segments}
        if not counting.keys() >= merged.sources.keys():
            return []
        new = named(files, merged.size)
        before = 0
        for name, kept in merged.sources.items():
            moved = before + np.cumsum(kept) - 1
            for number in counting[name].deleted_docs():
                if kept[number]:
                    new.delete_document(int(moved[number]))
            before += int(np.count_nonzero(kept))
        merged.path.replace(file_of(files, new))
        others = [each for name, each in counting.items() if name not in merged.sources]
        return committed(files, [*others, new], contents.generation + 1)


def _due(segments: list[W3Segment]) -> list[W3Segment]:
    """The segments to be made one: the small ones, and such as have many deleted items."""
    if len(segments) <= MOST_SEGMENTS:
        return []
    together = 0
    chosen: list[W3Segment] = []
    for each in sorted(segments, key=lambda each: each.doc_count_all()):
        size = each.doc_count_all()
        worn = each.deleted_count() > _MOST_DELETED * size
        if len(chosen) < 2 or worn or size <= _MUCH_LARGER * together:
            chosen.append(each)
            together += size
    return [each for each in segments if each in chosen]
