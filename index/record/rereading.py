"""A document read anew: which item is which, and where what a person decided goes."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from index.model.items import Item
from index.record.bookmarks import entrust

_ENOUGH = 0.5
"""The part of the smaller of two texts that the other must have to be its heir."""


def with_kept_ids(
    before: Sequence[Item], after: Sequence[Item], *, by_hand: bool = False
) -> tuple[Item, ...]:
    """The items of a new reading, each with the id that its text had in the former one.

    An item is the same where title and text agree, or else its text, the id that it comes with
    (which is made from its first words), or its lines; where items were joined or divided
    `by_hand`, also where it begins on the same line. What is new keeps the id that it comes with,
    lengthened where that has been given away.
    """
    samenesses = (_title_and_text, _text, _id, _lines, *((_first_line,) if by_hand else ()))
    ids: dict[int, str] = {}
    free = {item.id: item for item in before}
    for sameness in samenesses:
        waiting: dict[object, list[str]] = defaultdict(list)
        for former in free.values():
            waiting[sameness(former)].append(former.id)
        for place, item in enumerate(after):
            mark = sameness(item)
            if place not in ids and mark is not None and waiting[mark]:
                ids[place] = waiting[mark].pop(0)
                del free[ids[place]]
    taken = set(ids.values())
    for place, item in enumerate(after):
        if place not in ids:
            ids[place] = _untaken(item.id, taken)
            taken.add(ids[place])
    return tuple(replace(item, id=ids[place]) for place, item in enumerate(after))


def _title_and_text(item: Item) -> object:
    return _folded(item.title), _folded(item.text)


def _text(item: Item) -> object:
    return _folded(item.text) or None


def _id(item: Item) -> object:
    return item.id


def _lines(item: Item) -> object:
    return item.lines


def _first_line(item: Item) -> object:
    return item.lines and item.lines.first


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _untaken(id: str, taken: set[str]) -> str:
    longer, count = id, 0
    while longer in taken:
        count += 1
        longer = f"{id}{count:x}"
    return longer


def follow(db: sqlite3.Connection, before: Sequence[Item], after: Sequence[Item]) -> None:
    """Let bookmarks, notes and read marks of items that are gone go where their text went.

    `before` are the items of the former reading, none where the document was away: then bookmarks
    are followed by the text that they carry.
    """
    there = {item.id for item in after}
    gone = {item.id: f"{item.title} {item.text}" for item in before if item.id not in there}
    if after:
        begin = f"{after[0].document}-"
        lost = db.execute(
            "select item, title, text from bookmarks where item >= ? and item < ?",
            (begin, f"{begin}~"),
        )
        for row in lost:
            if row["item"] not in there:
                gone.setdefault(row["item"], f"{row['title']} {row['text']}")
    for former, heir in _heirs(gone, after).items():
        _move(db, former, heir)


def _heirs(gone: Mapping[str, str], after: Sequence[Item]) -> dict[str, str]:
    """For each id that is gone with its text, the id of the item that has most of it, if any."""
    sizes: dict[str, int] = {}
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for item in after if gone else ():
        pairs = _pairs(f"{item.title} {item.text}")
        sizes[item.id] = len(pairs)
        for pair in pairs:
            holders[pair].append(item.id)
    heirs: dict[str, str] = {}
    for former, text in gone.items():
        wanted = _pairs(text)
        shared = Counter(heir for pair in wanted for heir in holders.get(pair, ()))
        best = max(shared, key=lambda heir: (shared[heir], heir), default=None)
        if best is not None and shared[best] > _ENOUGH * min(len(wanted), sizes[best]):
            heirs[former] = best
    return heirs


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Each word of the text with the one before it: single words say little of what it is."""
    words = _folded(text).split()
    return frozenset(pairwise(["", *words]))


def _move(db: sqlite3.Connection, former: str, heir: str) -> None:
    # where both are on one agenda, or both have a note, the heir's own comes first
    entrust(db, former, heir)
    db.execute("update or ignore read_marks set item = ? where item = ?", (heir, former))
    db.execute("delete from read_marks where item = ?", (former,))
    db.execute(
        "update notes set text = text || char(10, 10) ||"
        " (select text from notes as old where old.item = ?1)"
        " where item = ?2 and exists (select 1 from notes as old where old.item = ?1)",
        (former, heir),
    )
    db.execute("update or ignore notes set item = ? where item = ?", (heir, former))
    db.execute("delete from notes where item = ?", (former,))
