"""The order of the entries of an agenda."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from itertools import chain

_ORDER = "select id from entries where meeting = ? order by place, rowid"


def order_of(db: sqlite3.Connection, meeting: int) -> list[str]:
    """The ids of the entries of an agenda, in its order."""
    return [row["id"] for row in db.execute(_ORDER, (meeting,))]


def with_section_moved(
    order: Sequence[str], headings: Collection[str], heading: str, by: int
) -> list[str]:
    """The order with what `heading` stands above, and itself, so many sections further down.

    With `by` less than nothing it is moved up, but never above what stands under no heading.
    """
    starts = [place for place, entry in enumerate(order) if entry in headings]
    if heading not in headings or not starts:
        return list(order)
    ends = [*starts[1:], len(order)]
    sections = [order[start:end] for start, end in zip(starts, ends, strict=True)]
    at = next(place for place, section in enumerate(sections) if section[0] == heading)
    sections.insert(max(0, min(at + by, len(sections) - 1)), sections.pop(at))
    return [*order[: starts[0]], *chain.from_iterable(sections)]


def put_in_order(db: sqlite3.Connection, meeting: int, order: Sequence[str]) -> None:
    """Let the entries of an agenda stand in this order; others stay behind the one before them."""
    now = order_of(db, meeting)
    there, known = set(now), set(order)
    wanted = [entry for entry in order if entry in there]
    for before, entry in zip([None, *now], now, strict=False):
        if entry not in known:
            wanted.insert(wanted.index(before) + 1 if before is not None else 0, entry)
    db.executemany(
        "update entries set place = ? where id = ? and place <> ?",
        [(place, entry, place) for place, entry in enumerate(wanted, 1)],
    )
