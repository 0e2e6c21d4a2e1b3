"""What is known of each item beside its words: an array for each kind of thing, one value an item.

Names (of sources, topics and so on) are kept once, in a table, and stand in the arrays by their
place there. Days are numbers that read as they are written: 20220114, and 20220100 where only the
month is known, 20220000 for a year, 0 where nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from index.search.arrays import Array, ArrayFile, ArraysWriter

ONE = ("document", "source", "kind", "story")
"""Columns of names of which an item has one. A document is named by its id and its title, and the
story of an item by "" where no other item tells it."""

SEVERAL = ("topic", "organisation")
"""Columns of names of which an item may have any number."""

_PLAIN = ("issued", "place")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Several:
    """Values of which an item may have any number: each with the number of its item, ascending."""

    items: Array
    values: Array


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of some items. Item number 0 is `ids[0]`, as bytes.

    `order` are the numbers of the items in the order of their ids; `place` is the place of each in
    its document; `until` the last day of each of `dates`.
    """

    ids: Array
    order: Array
    issued: Array
    place: Array
    one: Mapping[str, Array]
    several: Mapping[str, Several]
    dates: Several
    until: Array
    tables: Mapping[str, Sequence[Any]]

    def __len__(self) -> int:
        return len(self.ids)


def day(text: str | None) -> int:
    """A date of any precision, ISO 8601, as columns hold it; 0 for anything else."""
    found = _DAY.fullmatch(text[:10]) if text else None
    if found is None:
        return 0
    year, month, of_month = (int(part or 0) for part in found.groups())
    return year * 10_000 + month * 100 + of_month


def having(ids: Array, order: Array, wanted: Iterable[str]) -> Array:
    """The items with the ids that are wanted, ascending; `ids` and `order` are of Columns."""
    sought = np.array([each.encode(errors="replace") for each in wanted], "S")
    if not len(sought) or not len(ids):
        return np.zeros(0, np.int64)
    at = np.searchsorted(ids, sought, sorter=order)
    there = at < len(ids)
    items = order[at[there]]
    return np.sort(items[ids[items] == sought[there]])


def write(columns: Columns, writer: ArraysWriter) -> dict[str, Any]:
    """Write the arrays of columns; what is not in arrays is handed back, for the file's tables."""
    writer.add("ids", np.frombuffer(columns.ids.tobytes(), "u1"))
    writer.add("order", columns.order)
    for name in _PLAIN:
        writer.add(name, getattr(columns, name))
    for name, codes in columns.one.items():
        writer.add(name, codes)
    for name, several in {**columns.several, "date": columns.dates}.items():
        writer.add(f"{name}.items", several.items)
        writer.add(f"{name}.values", several.values)
    writer.add("date.until", columns.until)
    return {
        "width": columns.ids.dtype.itemsize,
        "names": {name: list(table) for name, table in columns.tables.items()},
    }


def read_ids(file: ArrayFile) -> Array:
    """The ids of the items that stand in a file."""
    return np.frombuffer(file.whole("ids").tobytes(), f"S{max(1, int(file.tables['width']))}")


def read(file: ArrayFile) -> Columns:
    """The columns that stand in a file."""

    def several(name: str) -> Several:
        return Several(file.whole(f"{name}.items"), file.whole(f"{name}.values"))

    return Columns(
        ids=read_ids(file),
        order=file.whole("order").astype(np.int64),
        issued=file.whole("issued"),
        place=file.whole("place"),
        one={name: file.whole(name) for name in ONE},
        several={name: several(name) for name in SEVERAL},
        dates=several("date"),
        until=file.whole("date.until"),
        tables=file.tables["names"],
    )


def merged(parts: Sequence[tuple[Columns, Array]]) -> Columns:
    """The columns of several in one, without the items whose new number is -1."""
    alive = [numbers >= 0 for _, numbers in parts]
    tables: dict[str, dict[Any, int]] = {name: {} for name in (*ONE, *SEVERAL)}
    moved = [
        {name: _entered(tables[name], columns.tables[name]) for name in tables}
        for columns, _ in parts
    ]

    def one(name: str) -> Array:
        return _joined(
            moves[name][columns.one[name][kept]]
            for (columns, _), moves, kept in zip(parts, moved, alive, strict=True)
        )

    def several(name: str) -> Several:
        items, values = [], []
        for (columns, numbers), moves in zip(parts, moved, strict=True):
            here = columns.several[name]
            at = numbers[here.items]
            items.append(at[at >= 0])
            values.append(moves[name][here.values[at >= 0]])
        return Several(_joined(items), _joined(values))

    dated = [(columns, numbers[columns.dates.items]) for columns, numbers in parts]
    ids = [part.ids[kept] for (part, _), kept in zip(parts, alive, strict=True)]
    together = np.concatenate([np.zeros(0, "S1"), *ids])
    return Columns(
        ids=together,
        order=np.argsort(together, kind="stable"),
        issued=_joined(part.issued[kept] for (part, _), kept in zip(parts, alive, strict=True)),
        place=_joined(part.place[kept] for (part, _), kept in zip(parts, alive, strict=True)),
        one={name: one(name) for name in ONE},
        several={name: several(name) for name in SEVERAL},
        dates=Several(
            _joined(at[at >= 0] for _, at in dated),
            _joined(part.dates.values[at >= 0] for part, at in dated),
        ),
        until=_joined(part.until[at >= 0] for part, at in dated),
        tables={name: list(table) for name, table in tables.items()},
    )


def _entered(table: dict[Any, int], names: Sequence[Any]) -> Array:
    """Where each of the names stands in the table; those that it has not are entered."""
    keys = (tuple(name) if isinstance(name, list) else name for name in names)
    places = [table.setdefault(key, len(table)) for key in keys]
    return np.array(places, np.int64)


def _joined(arrays: Any) -> Array:
    return np.concatenate([np.zeros(0, np.int64), *arrays])
