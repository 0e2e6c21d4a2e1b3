"""Items on agendas: each with what it takes to cite and to read it without the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from index.model.documents import Link
from index.model.items import FoundDate, Item
from index.model.meetings import Citation
from index.record import entries, rows
from index.record.forms import dates_written, ends, links_written, listed, storable
from index.record.items import citation, resolved, whole

_HELD = (
    "cited",
    "document",
    "source",
    "issued",
    "first_line",
    "last_line",
    "text",
    "links",
    "dates",
)


def put(
    db: sqlite3.Connection, meeting: int, items: Sequence[str], at: int | None = None
) -> list[str]:
    """Put items on an agenda, those that are not there yet; the ids of the new entries."""
    wanted = dict.fromkeys(resolved(db, item) for item in items)
    there = {
        row["item"] for row in db.execute("select item from entries where meeting = ?", (meeting,))
    }
    new: list[dict[str, object]] = [
        {"kind": "item", "title": item.title, "item": item.id, **_held(db, item)}
        for item in whole(db, [each for each in wanted if each not in there])
    ]
    return entries.insert(db, meeting, new, at)


def taken_off(db: sqlite3.Connection, meeting: int, item: str) -> bool:
    """Take the item off the agenda, also one that is gone; whether it was there."""
    remove = "delete from entries where meeting = ? and item = ?"
    if db.execute(remove, (meeting, storable(item))).rowcount:
        return True
    return db.execute(remove, (meeting, resolved(db, item))).rowcount > 0


def meetings_of(db: sqlite3.Connection, item: str) -> tuple[str, ...]:
    """The names of the meetings whose agenda has the item."""
    found = db.execute(
        "select name from entries join meetings on meetings.id = entries.meeting"
        " where item = ? order by meetings.key",
        (resolved(db, item),),
    )
    return tuple(row["name"] for row in found)


def _held(db: sqlite3.Connection, item: Item) -> dict[str, object]:
    return held(citation(db, item.id), item.text, item.links, item.dates)


def held(
    cited: Citation, text: str, links: Iterable[Link], dates: Iterable[FoundDate]
) -> dict[str, object]:
    """What an entry holds of an item, by column."""
    values = (
        cited.title,
        cited.document,
        cited.source,
        cited.issued,
        *ends(cited.lines),
        text,
        links_written(links),
        dates_written(dates),
    )
    return dict(zip(_HELD, values, strict=True))


def cite_anew(db: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Let bookmarks of those items hold what the items say now: a person has mended them."""
    bookmarked = db.execute(
        "select distinct item from entries where item in (select value from json_each(?))",
        (listed(ids),),
    )
    for item in whole(db, [row["item"] for row in bookmarked]):
        says = _held(db, item)
        # a title that a person gave the entry stays
        db.execute(
            "update entries set title = ? where item = ? and title = cited", (item.title, item.id)
        )
        rows.update(db, "entries", says, {"item": item.id})


def entrust(db: sqlite3.Connection, former: str, heir: str) -> None:
    """Let the item `heir` take the place of `former` on every agenda.

    Where both are on one, the heir's entry takes over what was said and is to be done.
    """
    db.execute("update or ignore entries set item = ? where item = ?", (heir, former))
    both = db.execute(
        "select ours.id as heir, theirs.id as former from entries as ours"
        " join entries as theirs on theirs.meeting = ours.meeting"
        " where ours.item = ? and theirs.item = ?",
        (heir, former),
    ).fetchall()
    for pair in both:
        db.execute(
            "update entries set"
            " outcome = trim(entries.outcome || char(10) || former.outcome, char(10)),"
            " state = coalesce(nullif(entries.state, ''), former.state),"
            " lead = coalesce(nullif(entries.lead, ''), former.lead),"
            " purpose = coalesce(nullif(entries.purpose, ''), former.purpose),"
            " minutes = coalesce(entries.minutes, former.minutes)"
            " from entries as former where former.id = ? and entries.id = ?",
            (pair["former"], pair["heir"]),
        )
        db.execute(
            "update action_places set entry = ? where entry = ?", (pair["heir"], pair["former"])
        )
    db.execute("delete from entries where item = ?", (former,))
