"""The items of the whole index: what is known of each, by its number there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from index.model.results import Counts, Filter
from index.search.arrays import Array
from index.search.columns import ONE, SEVERAL, Columns, Several, having
from index.search.counting import Counted, Counting, Facets
from index.search.fields import UNCLASSIFIED, UNKNOWN
from index.search.spans import begun_by, not_over_before

_AHEAD = 0.03
"""What the newest items are ahead by, of their score: of equals, and near-equals, the newer."""

MOST_NEWNESS = 1.001 * (1 + _AHEAD)
"""More than the score of any item is multiplied by for its age; of none is it made less."""

_HALF = 730.0
"""Days after which an item is ahead by half as much as the newest."""

_FEWER = 4
"""Of so many times fewer items than all, what is not known of all is reckoned for each."""

_MOST_MASKS = 4
"""Sets of ids whose masks are kept."""


class Table:
    """The columns of all segments, end to end. Nothing in it changes."""

    def __init__(self, segments: Sequence[Columns]) -> None:
        self._segments = segments
        sizes = [len(columns) for columns in segments]
        self._offsets = np.concatenate(([0], np.cumsum(sizes, dtype=np.int64)))
        self._coded: dict[str, tuple[list[Any], list[Array]]] = {}
        self._kept: dict[str, Any] = {}
        self._masks: list[tuple[frozenset[str], Array]] = []

    def __len__(self) -> int:
        return int(self._offsets[-1])

    def prepare(self) -> None:
        """Read the columns that lists are ordered, filtered and counted by."""
        for name in ONE:
            self.one(name)
        for name in SEVERAL:
            self.several(name)
        for column in ("issued", "place", "_newness", "stories", "classified", "years"):
            getattr(self, column)

    # items and their ids

    def numbers(self, ids: Iterable[str]) -> Array:
        """The numbers of the items with these ids, ascending; ids that are not there are nothing.

        An item that was changed is there twice: as it was, which is deleted, and as it is.
        """
        wanted = list(ids)
        parts = zip(self._segments, self._offsets, strict=False)
        return _joined(
            [having(columns.ids, columns.order, wanted) + offset for columns, offset in parts]
        )

    def ids(self, numbers: Array) -> list[str]:
        """The ids of items, in the order of their numbers as they are given."""
        at = np.searchsorted(self._offsets, numbers, side="right") - 1
        within = numbers - self._offsets[at]
        pairs = zip(at.tolist(), within.tolist(), strict=True)
        return [self._segments[which].ids[number].decode() for which, number in pairs]

    def mask_of(self, ids: frozenset[str]) -> Array:
        """Which of all items have these ids; the masks of the last few sets are kept."""
        for known, mask in self._masks:
            if known is ids:
                return mask
        mask = self.mask(self.numbers(ids))
        self._masks = [(ids, mask), *self._masks[: _MOST_MASKS - 1]]
        return mask

    def mask(self, numbers: Array) -> Array:
        """Which of all items are among these."""
        mask = np.zeros(len(self), bool)
        mask[numbers] = True
        return mask

    # columns

    @cached_property
    def issued(self) -> Array:
        """When each item was issued, as `index.search.columns.day` has it."""
        days = _joined([columns.issued for columns in self._segments])
        # no day is so late that it is another number with a sign
        return days.view(np.int32) if days.dtype == np.uint32 else days.astype(np.int32)

    @cached_property
    def place(self) -> Array:
        """Where in its document each item stands."""
        return _joined([columns.place for columns in self._segments])

    def one(self, name: str) -> Array:
        """Of each item, where its name stands in `names(name)`."""

        def joined() -> Array:
            if len(self._segments) == 1:
                return self._segments[0].one[name]
            _, moves = self._codes(name)
            parts = zip(moves, self._segments, strict=True)
            return _joined([move[columns.one[name]] for move, columns in parts])

        array: Array = self._once(f"one {name}", joined)
        return array

    def several(self, name: str) -> Several:
        """The names of each item, as in `names(name)`."""

        def joined() -> Several:
            _, moves = self._codes(name)
            parts = list(zip(moves, self._segments, self._offsets, strict=False))
            return Several(
                _joined([columns.several[name].items + offset for _, columns, offset in parts]),
                _joined([move[columns.several[name].values] for move, columns, _ in parts]),
            )

        found: Several = self._once(f"several {name}", joined)
        return found

    def names(self, name: str) -> list[Any]:
        """The names of a column: of documents, pairs of the id and the title."""
        return self._codes(name)[0]

    def newness(self, numbers: Array) -> Array:
        """What the scores of these items are multiplied by, for their age before the newest."""
        if "_newness" not in self.__dict__ and len(numbers) * _FEWER < len(self):
            return self._newness_of(self.issued.take(numbers))
        return np.asarray(self._newness.take(numbers))

    @cached_property
    def _newness(self) -> Array:
        return self._newness_of(self.issued)

    def _newness_of(self, issued: Array) -> Array:
        age = (self._newest - _count(issued)).astype(np.float32)
        age[issued == 0] = np.inf
        return np.asarray(1 + np.float32(_AHEAD * _HALF) / (np.float32(_HALF) + age))

    @cached_property
    def _newest(self) -> int:
        return int(_count(self.issued.max(initial=0)))

    @cached_property
    def source_order(self) -> Array:
        """Where the source of each item stands among all sources in order."""
        folded = [name.casefold() for name in self.names("source")]
        places = {name: at for at, name in enumerate(sorted(set(folded)))}
        rank = np.array([places[name] for name in folded], np.int64)
        return np.asarray(rank[self.one("source")])

    # filters and counts

    def wanted(self, filter: Filter, groups: Mapping[str, str]) -> list[Array]:
        """A mask of all items for each field of a filter that the index knows of.

        `groups` is the group of each topic. `meeting` and `unread` are for the record to say.
        """
        masks = []
        if filter.topics:
            within = {slug for slug, group in groups.items() if group in filter.topics}
            masks.append(self._with_topics({*filter.topics, *within}))
        for name, values in (("source", filter.sources), ("kind", filter.kinds)):
            if values:
                masks.append(self._in(name, {_folded(value) for value in values}))
        if filter.documents:
            documents = [each[0] in filter.documents for each in self.names("document")]
            masks.append(np.array(documents, bool)[self.one("document")])
        if filter.organisations:
            folded = {_folded(value) for value in filter.organisations}
            chosen = [_folded(each) in folded for each in self.names("organisation")]
            masks.append(self._having(self.several("organisation"), np.array(chosen, bool)))
        if filter.years:
            years = [0 if year == UNKNOWN else int(year) for year in filter.years if _year(year)]
            masks.append(np.isin(self.issued // 10_000, years))
        if filter.since:
            since = not_over_before(self.issued, _number(filter.since.isoformat()))
            masks.append(since & (self.issued > 0))
        if filter.until:
            until = begun_by(self.issued, _number(filter.until.isoformat()))
            masks.append(until & (self.issued > 0))
        return masks

    def counts(self, numbers: Array) -> Counts:
        """How many of the items stand under each topic, source and so on.

        What tells one story counts once under each: as many as are listed where only what stands
        there is asked for. Each of the counts is made when it is first looked at.
        """
        counting = Counting(self, numbers)
        return Counts(
            topics=Counted(lambda: counting.by("topic")),
            sources=Counted(lambda: counting.by("source")),
            kinds=Counted(lambda: counting.by("kind")),
            years=Counted(lambda: counting.by("year")),
            organisations=Counted(lambda: counting.by("organisation")),
        )

    @cached_property
    def facets(self) -> Facets:
        """What items are counted by."""
        return Facets(self)

    @cached_property
    def years(self) -> Array:
        """The year of issue of each item, 0 where it is unknown."""
        return np.asarray(self.issued.astype(np.int64) // 10_000)

    @cached_property
    def classified(self) -> Array:
        """Which of all items have a topic."""
        return self.mask(self.several("topic").items)

    @cached_property
    def stories(self) -> Array | None:
        """The number of each item's story, -1 where only it tells it; None where all do."""
        shared = np.array([bool(name) for name in self.names("story")], bool)
        if not shared.any():
            return None
        codes = self.one("story")
        return np.where(shared.take(codes), codes.astype(np.int64), -1)

    def _with_topics(self, topics: set[str]) -> Array:
        chosen = np.array([name in topics for name in self.names("topic")], bool)
        mask = self._having(self.several("topic"), chosen)
        return mask | ~self.classified if UNCLASSIFIED in topics else mask

    def _in(self, name: str, folded: set[str]) -> Array:
        kept = np.array([_folded(each) in folded for each in self.names(name)], bool)
        mask: Array = kept[self.one(name)]
        return mask

    def _having(self, several: Several, chosen: Array) -> Array:
        return self.mask(several.items[chosen[several.values]])

    def _codes(self, name: str) -> tuple[list[Any], list[Array]]:
        """The names of a column in all segments, and for each of these where its own stand."""

        def coded() -> tuple[list[Any], list[Array]]:
            if len(self._segments) == 1:
                names = list(self._segments[0].tables[name])
                return names, [np.arange(len(names))]
            table: dict[Any, int] = {}
            moves = []
            for columns in self._segments:
                keys = map(_key, columns.tables[name])
                moves.append(
                    np.array([table.setdefault(key, len(table)) for key in keys], np.int64)
                )
            return list(table), moves

        found: tuple[list[Any], list[Array]] = self._once(f"codes {name}", coded)
        return found

    def _once(self, key: str, made: Callable[[], Any]) -> Any:
        if key not in self._kept:
            self._kept[key] = made()
        return self._kept[key]


def _key(name: Any) -> Any:
    return tuple(name) if isinstance(name, list) else name


def _count(days: Array) -> Array:
    """The days before each, near enough: of years of twelve months of 31 days."""
    # the year times 372, the month times 31 and the day: of integers, remainders are dear
    return np.asarray(days - 69 * (days // 100) - 2728 * (days // 10_000))


def _joined(arrays: Sequence[Array]) -> Array:
    if len(arrays) == 1:
        return arrays[0]
    return np.concatenate([np.zeros(0, np.int64), *arrays])


def _number(day: str) -> int:
    return int(day.replace("-", ""))


def _year(text: str) -> bool:
    return text == UNKNOWN or (text.isascii() and text.isdigit() and len(text) < 9)


def _folded(name: str) -> str:
    # as SQLite's "nocase" compares, which knows only the letters of ASCII
    return "".join(letter.lower() if letter.isascii() else letter for letter in name)
