"""The index, open at one state: what it holds, and what answers a query."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from heapq import nlargest
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import DTypeLike
from whoosh import query as ask

from index.search.arrays import Array
from index.search.found import Found
from index.search.ranker import Collection, Ranker
from index.search.segment import Segment
from index.search.table import Table
from index.search.writing import contents


class _Leaf(NamedTuple):
    """A segment: the number of its first item in the index, and which of its items are alive."""

    segment: Segment
    offset: int
    alive: Array | None


class Opened:
    """One state of the index. Any thread may ask."""

    def __init__(self, leaves: Sequence[_Leaf], segments: dict[Path, Segment]) -> None:
        self._leaves = leaves
        self._segments = segments
        self._collection = Collection([leaf.segment for leaf in leaves])
        self._values: dict[str, list[str]] = {}

    @classmethod
    def of(cls, folder: Path, before: Self | None = None) -> Self:
        """Open the index in the folder as it is now; what has not changed is kept from `before`."""
        known = before._segments if before is not None else {}
        segments: dict[Path, Segment] = {}
        leaves = []
        offset = 0
        for path, segment in contents(folder):
            segments[path] = known.get(path) or Segment(path)
            alive = None
            if segment.has_deletions():
                alive = np.ones(segments[path].size, bool)
                alive[list(segment.deleted_docs())] = False
            leaves.append(_Leaf(segments[path], offset, alive))
            offset += segments[path].size
        return cls(leaves, segments)

    def prepare(self) -> None:
        """Read what answers need whatever is asked: the lexicons, the lengths and the columns."""
        for leaf in self._leaves:
            for name in leaf.segment.fields:
                leaf.segment.field(name)
                leaf.segment.lengths(name)
            _ = leaf.segment.columns
        _ = self.written
        self.table.prepare()

    # what it holds

    def frequency(self, field: str, term: str) -> int:
        """How many items have the term in the field."""
        return self._collection.frequency(field, term.encode(errors="replace"))

    def rarity(self, field: str, term: str) -> float:
        """How much the term tells an item from others: the inverse document frequency."""
        return self.rarity_of(self.frequency(field, term))

    def rarity_of(self, frequency: int) -> float:
        """The inverse document frequency of what stands in so many items."""
        return self._collection.rarity(frequency)

    def values(self, field: str) -> list[str]:
        """The values of a field, in order."""
        if field not in self._values:
            found = {
                term
                for leaf in self._leaves
                if field in leaf.segment
                for term in leaf.segment.field(field).terms
            }
            self._values[field] = [term.decode() for term in sorted(found)]
        return self._values[field]

    @property
    def written(self) -> list[str]:
        """The whole words of the library, in order."""
        return self.values("written")

    def knows(self, form: str) -> bool:
        """Whether this is a whole word of the library."""
        return self.frequency("written", form) > 0

    def beginning_with(self, beginning: str, most: int) -> tuple[list[str], bool]:
        """The most frequent whole words with this beginning, and whether there are more."""
        prefix = beginning.encode(errors="replace")
        found: set[bytes] = set()
        more = False
        for leaf in self._leaves:
            if "written" not in leaf.segment:
                continue
            field = leaf.segment.field("written")
            numbers = np.arange(*field.terms.beginning(prefix))
            if len(numbers) > most:
                more = True
                often = np.diff(field.starts)[numbers]
                numbers = numbers[np.argsort(-often, kind="stable")[:most]]
            found.update(field.terms[number] for number in numbers.tolist())
        words = sorted(term.decode() for term in found)
        if not more and len(words) <= most:
            return words, False
        return nlargest(most, words, key=lambda form: self.frequency("written", form)), True

    # what answers

    def find(self, query: ask.Query, *, scored: bool = True) -> Found:
        """Every item that answers, with its score if that is wanted."""
        numbers, scores = [], []
        for segment, offset, alive in self._leaves:
            ranker = Ranker(segment, self._collection)
            items = ranker.found(query)
            if alive is not None:
                items = items.compress(alive.take(items))
            numbers.append(items + offset if offset else items)
            if scored:
                scores.append(ranker.scores(query, items))
        return Found(
            self.table,
            _joined(numbers, np.int64),
            _joined(scores, np.float32) if scored else None,
        )

    @cached_property
    def table(self) -> Table:
        """What is known of each item beside its words."""
        return Table([leaf.segment.columns for leaf in self._leaves])


def _joined(arrays: Sequence[Array], kind: DTypeLike) -> Array:
    """Arrays of a kind end to end; a single one, which may be large, is not copied."""
    return arrays[0] if len(arrays) == 1 else np.concatenate([np.zeros(0, kind), *arrays])
