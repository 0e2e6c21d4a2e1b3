"""From entries to the arrays of a segment."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat

import numpy as np

from index.search import columns, postings
from index.search.arrays import Array
from index.search.columns import ONE, SEVERAL, Columns, Several, day
from index.search.cutting import Numbered, Vocabulary, as_array
from index.search.entry import Entry
from index.search.fields import GAP, KEYWORDS, PARTS, keyword_terms, parts
from index.search.postings import Postings, inverted

_MOST_CHUNKS = 1 << 20
"""Different chunks of texts that are remembered from one batch of entries to the next."""

_WEIGHTS = np.array(list(PARTS.values()))


@dataclass(frozen=True, slots=True)
class Gathered:
    """The arrays of a segment: postings by field, lengths by field (in terms), and columns."""

    postings: dict[str, Postings]
    lengths: dict[str, Array]
    columns: Columns

    def __len__(self) -> int:
        return len(self.columns)


class Gatherer:
    """Makes arrays of entries, and remembers the words that it has met."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()

    def gathered(self, entries: Iterable[Entry]) -> Gathered:
        """The arrays of the entries, numbered in their order."""
        if len(self._vocabulary) > _MOST_CHUNKS:
            self._vocabulary = Vocabulary()
        gathering = _Gathering(self._vocabulary)
        for entry in entries:
            gathering.add(entry)
        return gathering.done()


@dataclass(slots=True)
class _Listed:
    """Values of which an item may have several."""

    items: array[int] = field(default_factory=lambda: array("q"))
    values: array[int] = field(default_factory=lambda: array("q"))

    def add(self, item: int, values: Sequence[int]) -> None:
        self.items.extend(repeat(item, len(values)))
        self.values.extend(values)


class _Gathering:
    """Takes entries one by one; a name or a word is a number here as soon as it is met."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._ids: list[bytes] = []
        self._issued, self._places, self._until = array("q"), array("q"), array("q")
        self._tables = {name: Numbered() for name in (*ONE, *SEVERAL)}
        self._one = {name: array("q") for name in ONE}
        self._several = {name: _Listed() for name in (*SEVERAL, "date")}
        self._terms = {name: Numbered() for name in KEYWORDS}
        self._keywords = {name: _Listed() for name in KEYWORDS}
        self._chunks = array("q")
        # of each text: where its chunks end, its item, and its part
        self._ends, self._items, self._parts = array("q"), array("q"), array("q")

    def add(self, entry: Entry) -> None:
        item = len(self._ids)
        self._ids.append(entry.id.encode(errors="replace"))
        self._issued.append(day(entry.issued))
        self._places.append(entry.place)
        tables = self._tables
        document = (entry.document, entry.document_title)
        self._one["document"].append(tables["document"][document])
        self._one["source"].append(tables["source"][entry.source])
        self._one["kind"].append(tables["kind"][entry.kind])
        self._one["story"].append(tables["story"][entry.story])
        for name, values in (("topic", entry.topics), ("organisation", entry.organisations)):
            self._several[name].add(item, [tables[name][value] for value in dict.fromkeys(values)])
        for first, last in entry.dates:
            self._several["date"].add(item, [day(first)])
            self._until.append(day(last or first))
        for name in KEYWORDS:
            terms = self._terms[name]
            self._keywords[name].add(item, [terms[term] for term in keyword_terms(entry, name)])
        for part, text in enumerate(parts(entry)):
            if text:
                self._chunks.extend(self._vocabulary.chunks(text))
                self._ends.append(len(self._chunks))
                self._items.append(item)
                self._parts.append(part)

    def done(self) -> Gathered:
        """The arrays of all that was added."""
        size = len(self._ids)
        item, part = as_array(self._items), as_array(self._parts)
        forms, found, counts = self._vocabulary.read(as_array(self._chunks), as_array(self._ends))
        names = [*self._vocabulary.terms]
        terms, texts, positions = found
        items, parts_of = item[texts], part[texts]
        everywhere = positions + _begins(item, counts)[texts]
        inverse = {
            "words": inverted(
                names, terms, items, positions=everywhere, weights=_WEIGHTS[parts_of]
            ),
            "written": inverted([*self._vocabulary.forms], forms.numbers, item[forms.texts]),
        }
        lengths = {"words": np.bincount(items, minlength=size)}
        for number, name in enumerate(PARTS):
            if name != "text":
                here = np.flatnonzero(parts_of == number)
                inverse[name] = inverted(names, terms[here], items[here], positions=positions[here])
                lengths[name] = np.bincount(items[here], minlength=size)
        for name, listed in self._keywords.items():
            inverse[name] = inverted(
                [*self._terms[name]], as_array(listed.values), as_array(listed.items)
            )
        return Gathered(inverse, lengths, self._columns())

    def _columns(self) -> Columns:
        several = {
            name: Several(as_array(listed.items), as_array(listed.values))
            for name, listed in self._several.items()
        }
        ids = np.array(self._ids, "S") if self._ids else np.zeros(0, "S1")
        return Columns(
            ids=ids,
            order=np.argsort(ids, kind="stable"),
            issued=as_array(self._issued),
            place=as_array(self._places),
            one={name: as_array(codes) for name, codes in self._one.items()},
            several={name: several[name] for name in SEVERAL},
            dates=several["date"],
            until=as_array(self._until),
            tables={name: list(table) for name, table in self._tables.items()},
        )


def joined(parts: Sequence[tuple[Gathered, Array]]) -> Gathered:
    """Several in one. With each comes, for each of its items, whether it is kept."""
    numbered = []
    before = 0
    for part, kept in parts:
        numbers = np.where(kept, np.cumsum(kept) - 1 + before, -1)
        before += int(np.count_nonzero(kept))
        numbered.append((part, numbers))
    names = {name: None for part, _ in parts for name in part.postings}
    return Gathered(
        {
            name: postings.merged([(part.postings[name], numbers) for part, numbers in numbered])
            for name in names
        },
        {
            name: np.concatenate([part.lengths[name][kept] for part, kept in parts])
            for name in (parts[0][0].lengths if parts else ())
        },
        columns.merged([(part.columns, numbers) for part, numbers in numbered]),
    )


def _begins(items: Array, counts: Array) -> Array:
    """Of each text, the position of its first word among those of all texts of its item."""
    lengths = np.maximum(counts - 1, 0) + GAP
    before = np.cumsum(lengths) - lengths
    first = np.flatnonzero(np.diff(items, prepend=-1))
    return np.asarray(before - np.repeat(before[first], np.diff(first, append=len(items))))


def batches(entries: Iterable[Entry], most: int, letters: int) -> Iterator[Iterator[Entry]]:
    """The entries, so many at a time, and fewer where they have more letters than that.

    An entry is asked for when its batch is read, and each batch is to be read before the next.
    """
    rest = iter(entries)
    for first in rest:
        yield _batch(chain((first,), rest), most, letters)


def _batch(entries: Iterable[Entry], most: int, letters: int) -> Iterator[Entry]:
    held = 0
    for count, entry in enumerate(entries, 1):
        yield entry
        held += len(entry.text)
        if count >= most or held > letters:
            return
