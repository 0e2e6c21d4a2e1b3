"""The index, open at one state: what it holds, and what answers a query."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from contextlib import suppress
from heapq import nlargest
from math import log
from pathlib import Path
from typing import Self

from whoosh import query as ask
from whoosh.searching import Searcher

from index.search.fields import UNKNOWN, schema
from index.search.files import Files


class Opened:
    """A searcher of the index with what is read from it once. Used by one thread at a time."""

    def __init__(self, searcher: Searcher, files: Files) -> None:
        self._files = files
        self._searcher = searcher
        self._reader = searcher.reader()
        self._items: int = searcher.doc_count_all()
        # an index of nothing has a leaf too, without columns
        self._leaves = list(searcher.leaf_searchers()) if self._items else []
        self._ids: list[str] = self._column("id")
        self._dates: list[str] = self._column("issued")
        self._written: list[str] | None = None
        self._frequencies: dict[tuple[str, str], int] = {}

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Open the index in the folder as it is now."""
        files = Files(folder)
        try:
            # the schema is given so that the one in the files need not be unpickled
            return cls(files.open_index(schema=schema()).searcher(), files)
        except BaseException:
            files.let_go()
            raise

    def close(self) -> None:
        """Let go of the files."""
        with suppress(Exception):  # of damaged files, letting go may fail as well
            self._searcher.close()
        self._files.let_go()

    # what it holds

    def frequency(self, field: str, term: str) -> int:
        """How many items have the term in the field."""
        key = (field, term)
        if key not in self._frequencies:
            count = 0
            if key in self._reader:
                count = self._reader.doc_frequency(field, term)
            self._frequencies[key] = count
        return self._frequencies[key]

    def rarity(self, field: str, term: str) -> float:
        """How much the term tells an item from others: the inverse document frequency."""
        return self.rarity_of(self.frequency(field, term))

    def rarity_of(self, frequency: int) -> float:
        """The inverse document frequency of what stands in so many items, as Whoosh reckons it."""
        return log(self._items / (min(frequency, self._items) + 1)) + 1 if self._items else 1.0

    def values(self, field: str) -> list[str]:
        """The values of a field, in order."""
        return [term.decode() for term in self._reader.lexicon(field)]

    @property
    def written(self) -> list[str]:
        """The whole words of the library, in order."""
        if self._written is None:
            self._written = self.values("written")
        return self._written

    def knows(self, form: str) -> bool:
        """Whether this is a whole word of the library."""
        return self.frequency("written", form) > 0

    def beginning_with(self, beginning: str, most: int) -> tuple[list[str], bool]:
        """The most frequent whole words with this beginning, and whether there are more."""
        first = bisect_left(self.written, beginning)
        last = bisect_left(self.written, beginning + "\U0010ffff", lo=first)
        found = self.written[first:last]
        if len(found) <= most:
            return found, False
        # a look at each frequency takes a moment, so of very many only every so manyth is looked at
        sample = found[:: 1 + len(found) // (8 * most)]
        return nlargest(most, sample, key=lambda form: self.frequency("written", form)), True

    # what answers

    def found(self, query: ask.Query) -> list[tuple[float, str, str]]:
        """Every item that answers: its score, its date or UNKNOWN, and its id; in no order."""
        rows: list[tuple[float, str, str]] = []
        for leaf, offset in self._leaves:
            matcher = query.matcher(leaf, leaf.context())
            while matcher.is_active():
                number = offset + matcher.id()
                rows.append((matcher.score(), self._dates[number], self._ids[number]))
                matcher.next()
        return rows

    def everything(self) -> list[tuple[float, str, str]]:
        """Every item, as `found` gives them."""
        return self.found(ask.Every())

    def _column(self, field: str) -> list[str]:
        values: list[str] = []
        for leaf, _ in self._leaves:
            reader = leaf.reader()
            column = reader.column_reader(field, translate=False)
            values.extend(column[number].decode() for number in range(reader.doc_count_all()))
        return values


def ordered(rows: Sequence[tuple[float, str, str]]) -> list[tuple[float, str, str]]:
    """Best first; of equals the newest first, and of those the ids in order."""
    by_id = sorted(rows, key=lambda row: row[2])
    by_date = sorted(by_id, key=lambda row: row[1] if row[1] != UNKNOWN else "", reverse=True)
    return sorted(by_date, key=lambda row: -row[0])
