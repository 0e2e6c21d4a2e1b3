"""A segment of the index on the disk: the arrays of some items, never changed once written.

Its files' names are Whoosh's, and Whoosh reads it through `index.search.codec`.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, overload

import numpy as np
from whoosh.util.numeric import byte_to_length

from index.search import columns
from index.search.arrays import Array, ArrayFile, ArraysWriter
from index.search.columns import Columns, having
from index.search.gathering import Gathered
from index.search.postings import Postings
from index.search.sets import Weighed

_MOST_KEPT = 1 << 20
"""Postings of terms that a segment keeps in memory, a dozen bytes each."""

_MOST_PLACED = 16
"""Terms whose positions a segment keeps in memory."""

_APART = 2
"""Points that lie unused between those of two items, and one: no word is next to another's."""

_FOUR_BYTES = 1 << 32
_NOTHING = np.zeros(0, np.uint8)

LENGTHS = np.array([byte_to_length(byte) for byte in range(256)], np.float64)
"""The lengths that fields may have, in terms: Whoosh keeps one of these, in a byte."""


class Terms(Sequence[bytes]):
    """The terms of a field, sorted, as they stand in one piece of memory."""

    def __init__(self, joined: Array, ends: Array) -> None:
        self._joined = joined.tobytes()
        self._ends = memoryview(ends.astype("<i8").tobytes()).cast("q")

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> bytes: ...

    @overload
    def __getitem__(self, at: slice) -> list[bytes]: ...

    def __getitem__(self, at: int | slice) -> bytes | list[bytes]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if not 0 <= at < len(self._ends):
            raise IndexError(at)
        return self._joined[self._ends[at - 1] if at else 0 : self._ends[at]]

    def __iter__(self) -> Iterator[bytes]:
        # all that there are are asked for often enough not to find each anew
        ends = self._ends.tolist()
        return (self._joined[start:end] for start, end in pairwise([0, *ends]))

    def find(self, term: bytes) -> int:
        """The number of the term, -1 if it is not there."""
        at = bisect_left(self, term)
        return at if at < len(self._ends) and self[at] == term else -1

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """The number of the first term that begins so, and of the first after these."""
        first = bisect_left(self, prefix)
        return first, bisect_left(self, prefix + b"\xff", first)


class Standing(NamedTuple):
    """The points at which a term stands, ascending, and the sign of what stands behind at each."""

    points: Array
    behind: Array


class Field:
    """The postings of one field in a file. `name` is the field's.

    Of positions, a file has the points: a point is `stride` times the number of the item, and the
    position in it. So it is one number, in the order of the items and in each of positions.
    """

    def __init__(self, file: ArrayFile, name: str) -> None:
        self._file = file
        self.name = name
        self.terms = Terms(file.whole(f"{name}.terms"), file.whole(f"{name}.ends"))
        self.starts = file.whole(f"{name}.starts").astype(np.int64)
        self.placed = f"{name}.points" in file
        self.stride = int(file.tables["strides"].get(name, 1))
        self._size = file.length("issued")

    def frequency(self, number: int) -> int:
        """How many items have the term of that number."""
        return int(self.starts[number + 1] - self.starts[number])

    def posting(self, number: int) -> Weighed:
        """The items that have the term of that number."""
        start, stop = self.starts[number : number + 2].tolist()
        ids = self._file.part(f"{self.name}.ids", start, stop)
        if not self.placed:
            return Weighed(self._size, ids, np.ones(len(ids), np.uint8))
        weights = self._file.part(f"{self.name}.weights", start, stop)
        # a sum of integers as wide as this and of single precision would be in double
        narrow = weights if weights.itemsize < 4 else weights.astype(np.float32)
        return Weighed(self._size, ids, narrow)

    def standing(self, number: int) -> Standing:
        """Where the term of that number stands."""
        first, last = self._spots[number : number + 2].tolist()
        points = self._counted(self._file.part(f"{self.name}.points", first, last))
        return Standing(points, self._file.part(f"{self.name}.behind", first, last))

    def places(self, number: int) -> tuple[Array, Array]:
        """How many positions each posting of the term has, and all of these, end to end."""
        return self._apart(self.standing(number).points, np.zeros(1, np.int64))

    def whole(self) -> Postings:
        """All postings of the field."""
        ids = self._file.whole(f"{self.name}.ids")
        if not self.placed:
            return Postings(self.terms, self.starts, ids)
        points = self._counted(self._file.whole(f"{self.name}.points"))
        counts, places = self._apart(points, self._spots[:-1])
        weights = self._file.whole(f"{self.name}.weights")
        behind = self._file.whole(f"{self.name}.behind")
        return Postings(self.terms, self.starts, ids, weights, counts, places, behind, self._spots)

    @cached_property
    def _spots(self) -> Array:
        return self._file.whole(f"{self.name}.spots").astype(np.int64)

    def _counted(self, points: Array) -> Array:
        """Points in a type that they can be added to and taken from without running over."""
        narrow = self._size * self.stride < _FOUR_BYTES
        return points.astype(np.uint32 if narrow else np.int64, copy=False)

    def _apart(self, points: Array, firsts: Array) -> tuple[Array, Array]:
        """Points as counts and positions, of terms that begin at `firsts`."""
        items = points // self.stride
        begins = np.diff(items, prepend=items[:1]) != 0
        begins[firsts[firsts < len(begins)]] = True
        counts = np.diff(np.flatnonzero(begins), append=len(points))
        return counts, (points - items * self.stride).astype(np.int64)


class Segment:
    """The items of one file, by their number in it. Any thread may read."""

    def __init__(self, path: Path) -> None:
        self._file = ArrayFile(path)
        self._fields: dict[str, Field] = {}
        self._lengths: dict[str, Array] = {}
        self._kept: OrderedDict[tuple[str, bytes], Weighed] = OrderedDict()
        self._standing: OrderedDict[tuple[str, bytes], Standing] = OrderedDict()
        self._held = 0
        self._keeping = threading.Lock()
        self.size: int = self._file.length("issued")

    def __contains__(self, field: str) -> bool:
        return f"{field}.terms" in self._file

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    @property
    def fields(self) -> list[str]:
        """The names of the fields that have terms here."""
        return list(self._file.tables["fields"])

    def field(self, name: str) -> Field:
        """The postings of a field."""
        if name not in self._fields:
            self._fields[name] = Field(self._file, name)
        return self._fields[name]

    def frequency(self, field: str, term: bytes) -> int:
        """How many items have the term in the field."""
        if field not in self:
            return 0
        found = self.field(field)
        number = found.terms.find(term)
        return found.frequency(number) if number >= 0 else 0

    def posting(self, field: str, term: bytes) -> Weighed:
        """The items that have a term; what was asked for of late is kept."""
        key = (field, term)
        with self._keeping:
            if (kept := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return kept
        found = self.field(field) if field in self else None
        number = -1 if found is None else found.terms.find(term)
        if found is None or number < 0:
            return Weighed(self.size, _NOTHING, _NOTHING)
        posting = found.posting(number)
        with self._keeping:
            if key not in self._kept:
                self._held += len(posting)
            self._kept[key] = posting
            while self._held > _MOST_KEPT and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._held -= len(dropped)
        return posting

    def standing(self, field: str, term: bytes) -> Standing:
        """Where a term stands that is there; what was asked for last is kept."""
        key = (field, term)
        with self._keeping:
            kept = self._standing.pop(key, None)
        if kept is None:
            found = self.field(field)
            kept = found.standing(found.terms.find(term))
        with self._keeping:
            self._standing[key] = kept
            while len(self._standing) > _MOST_PLACED:
                self._standing.popitem(last=False)
        return kept

    def having(self, ids: Iterable[str]) -> Array:
        """The items with these ids, ascending."""
        known = self.__dict__.get("columns")
        if known is not None:
            return having(known.ids, known.order, ids)
        return having(columns.read_ids(self._file), self._file.whole("order").astype("i8"), ids)

    @cached_property
    def columns(self) -> Columns:
        """What is known of each item beside its words."""
        return columns.read(self._file)

    def lengths(self, field: str) -> Array:
        """How many terms each item has in the field, as a byte: the place in LENGTHS."""
        if field not in self._lengths:
            key = f"{field}.lengths"
            there = key in self._file
            self._lengths[field] = self._file.whole(key) if there else np.zeros(self.size, "u1")
        return self._lengths[field]

    def total(self, field: str) -> int:
        """How many terms the field has in all items together."""
        return int(self._file.tables["totals"].get(field, 0))

    def everything(self) -> Gathered:
        """All that is in the segment."""
        postings = {name: self.field(name).whole() for name in self.fields}
        lengths = {name: self._file.whole(f"{name}.length") for name in self._file.tables["totals"]}
        return Gathered(postings, lengths, self.columns)


def write(gathered: Gathered, path: Path) -> None:
    """Write a segment into a new file."""
    writer = ArraysWriter(path)
    strides: dict[str, int] = {}
    try:
        for name, postings in gathered.postings.items():
            writer.add(f"{name}.terms", np.frombuffer(b"".join(postings.terms), "u1"))
            writer.add(
                f"{name}.ends", np.cumsum([len(term) for term in postings.terms], dtype="i8")
            )
            for part in ("starts", "ids", "weights", "behind", "spots"):
                array = getattr(postings, part)
                if array is not None:
                    writer.add(f"{name}.{part}", array)
            if postings.places is not None and postings.counts is not None:
                strides[name] = int(postings.places.max(initial=0)) + _APART
                begins = np.repeat(postings.ids.astype(np.int64) * strides[name], postings.counts)
                writer.add(f"{name}.points", begins + postings.places)
        for name, lengths in gathered.lengths.items():
            writer.add(f"{name}.length", lengths)
            writer.add(f"{name}.lengths", np.minimum(np.searchsorted(LENGTHS, lengths), 255))
        writer.close(
            {
                "fields": list(gathered.postings),
                "strides": strides,
                "totals": {name: int(each.sum()) for name, each in gathered.lengths.items()},
                **columns.write(gathered.columns, writer),
            }
        )
    except BaseException:
        writer.cancel()
        raise
