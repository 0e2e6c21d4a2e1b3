"""Items by what people did with them: noted, on an agenda, with an action, due.

Each function gives the ids of the items, over an open transaction, for a search to combine.
"""

from __future__ import annotations

import sqlite3
from datetime import date

from index.record.forms import day_written
from index.record.names import key


def noted(db: sqlite3.Connection) -> frozenset[str]:
    """The items that have a note (`has:note`)."""
    return _items(db, "select item from notes")


def bookmarked(db: sqlite3.Connection) -> frozenset[str]:
    """The items that are on any agenda (`is:bookmarked`)."""
    return _items(db, "select item from entries where item is not null")


def at_meeting(db: sqlite3.Connection, name: str) -> frozenset[str]:
    """The items on the agenda of the meetings whose name, or series, has these words (`meeting:`).

    A name that is a meeting's whole name means that meeting alone.
    """
    wanted = key(name)
    exact = _items(db, f"{_AT_MEETINGS} and meetings.key = ?", wanted)
    if exact or not wanted:
        return exact
    return _items(
        db, f"{_AT_MEETINGS} and (instr(meetings.key, ?1) or instr(series.key, ?1))", wanted
    )


def with_action(db: sqlite3.Connection) -> frozenset[str]:
    """The items that an action belongs to, whether it is done or not (`has:action`)."""
    return _items(db, _WITH_ACTIONS)


def due(db: sqlite3.Connection, since: date | None, until: date | None) -> frozenset[str]:
    """The items with an open action due between these days, both inclusive (`due:`)."""
    return _items(
        db,
        f"{_WITH_ACTIONS} and not done and due is not null"
        " and (?1 is null or due >= ?1) and (?2 is null or due <= ?2)",
        day_written(since),
        day_written(until),
    )


_AT_MEETINGS = """
select item from entries join meetings on meetings.id = meeting
left join series on series.id = meetings.series
where item is not null
"""
_WITH_ACTIONS = """
select item from action_places join actions on actions.id = action_places.action
join entries on entries.id = action_places.entry
where item is not null
"""


def _items(db: sqlite3.Connection, query: str, *asked: object) -> frozenset[str]:
    return frozenset(row["item"] for row in db.execute(query, asked))
