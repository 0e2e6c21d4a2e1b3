"""States of items that a query can ask for: `is:read`, `has:note`, `meeting:Panel`, `due:…`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.model.days import Days
from index.record.database import Database
from index.record.names import key

_WITH_ACTIONS = (
    "select item from action_places join actions on actions.id = action_places.action"
    " join entries on entries.id = action_places.entry where item is not null"
)
_STATES = {
    ("is", "read"): "select item from read_marks",
    ("is", "bookmarked"): "select item from bookmarks",
    ("has", "note"): "select item from notes",
    ("has", "action"): _WITH_ACTIONS,
    ("has", "event"): "select id from items join item_dates on item = number where what = 'event'",
    ("has", "deadline"): (
        "select id from items join item_dates on item = number where what = 'deadline'"
    ),
    ("has", "link"): "select id from items join item_contents on item = number where links <> '[]'",
}
"""A state, and the statement that gives the ids of the items in it."""

_OF_TEXT = (("has", "event"), ("has", "deadline"), ("has", "link"))
"""States that items come with, and that no mark of a reader changes."""

_CHANGES = "select seq from sqlite_sequence where name = 'stale'"
"""A number that grows with every change of an item."""

_OPPOSITES = {"is": ("unread",)}
"""States that are asked for by their opposites, since most of a library is in them."""

# a date of less than a day's precision counts from its first day to its last
_DATED = (
    "select id from items join item_dates on item = number where {}"
    " and (?1 is null or substr(coalesce(end, start), 1, 10) || '~' >= ?1)"
    " and (?2 is null or substr(start, 1, 10) <= ?2)"
)
_SPANS = {
    "date": _DATED.format("what in ('event', 'deadline')"),
    "due": (
        _DATED.format("what = 'deadline'") + f" union {_WITH_ACTIONS} and not done"
        " and due is not null and (?1 is null or due >= ?1) and (?2 is null or due <= ?2)"
    ),
}
"""A field of days, and the statement that gives the ids of the items with days in a span."""

# a meeting may be called by its name, or by any part of that or of the name of its series
_ON_AGENDA = """
select item from bookmarks join meetings on meetings.id = meeting
left join series on series.id = meetings.series
where case when exists (select 1 from meetings where key = ?1)
    then meetings.key = ?1 else instr(meetings.key, ?1) or instr(series.key, ?1) end
"""


class States:
    """Which items are in a state; the `index.search.known.Known` of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[tuple[str, str], tuple[object, frozenset[str]]] = {}

    @property
    def names(self) -> Mapping[str, Sequence[str]]:
        """What the fields with fixed states take: {"is": ("unread", "read", …), …}."""
        fields = dict.fromkeys(field for field, _ in _STATES)
        return {
            field: (*_OPPOSITES.get(field, ()), *(name for each, name in _STATES if each == field))
            for field in fields
        }

    def items(self, field: str, value: str) -> frozenset[str]:
        """The ids of items in a state: ("is", "read"), ("has", "note"), ("meeting", "Panel").

        None are in a state that there is not, or on the agenda of a meeting that nobody made.
        """
        if field == "meeting":
            return self._asked(_ON_AGENDA, key(value)) if key(value) else frozenset()
        statement = _STATES.get((field, value))
        if statement is None:
            return frozenset()
        if (field, value) in _OF_TEXT:
            return self._remembered((field, value), statement)
        return self._asked(statement)

    def within(self, field: str, days: Days) -> frozenset[str]:
        """The ids of items with days of a field ("due") that lie in the span, in part at least."""
        ends = (end and end.isoformat() for end in (days.first, days.last))
        return self._asked(_SPANS[field], *ends)

    def _remembered(self, state: tuple[str, str], statement: str) -> frozenset[str]:
        """What goes through a whole library is asked anew only where an item has changed."""
        with self._database.reading() as db:
            row = db.execute(_CHANGES).fetchone()
            changes = row and row[0]
            known = self._kept.get(state)
            if known is None or known[0] != changes:
                found = frozenset(row[0] for row in db.execute(statement))
                known = self._kept[state] = (changes, found)
            return known[1]

    def _asked(self, statement: str, *values: object) -> frozenset[str]:
        with self._database.reading() as db:
            return frozenset(row[0] for row in db.execute(statement, values))
