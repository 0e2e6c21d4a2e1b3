"""Steps: what a change of meetings touched, row by row, and how it is taken back."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from index.errors import InvalidInputError
from index.model.steps import Key, Step, Touched
from index.record import rows
from index.record.forms import listed
from index.record.order import order_of, put_in_order

Former = Mapping[str, object]
"""What was in the columns of a row."""

_Place = tuple[str, Key]
"""A table of the record, and the key of a row there."""

_KEYS: Mapping[str, tuple[str, ...]] = {
    "series": ("id",),
    "meetings": ("id",),
    "entries": ("id",),
    "actions": ("id",),
    "action_places": ("action", "meeting"),
    "notes": ("item",),
}
"""The tables that a step may touch and the columns of their keys; what refers comes behind."""

_OF_ACTIONS = ("actions", "action_places")
"""The tables whose keys begin with the id of an action."""

_WITHIN = {
    "series": "select * from series",
    "meetings": "select * from meetings where id in (select value from json_each(:meetings))",
    "entries": "select * from entries where meeting in (select value from json_each(:meetings))",
    "actions": "select * from actions where id in (select value from json_each(:actions))"
    " or id in (select action from action_places"
    " where meeting in (select value from json_each(:meetings)))",
    "action_places": "select * from action_places"
    " where meeting in (select value from json_each(:meetings))",
    "notes": "select * from notes where item in (select value from json_each(:notes))",
}

_TOLD_BY_ORDERS = ("entries", "place")
"""The column that is no change by itself: `Step.orders` has it."""


@dataclass(slots=True)
class Doing:
    """A step while it is done. `meetings` are the numbers of those whose rows it may touch.

    The first of them is the one that it is about.
    """

    meetings: list[int] = field(default_factory=list)
    step: Step = field(default_factory=Step)
    """What was done, once it is."""

    def include(self, meeting: int) -> None:
        """Let the step touch a meeting that it has just made, and be about it."""
        self.meetings.insert(0, meeting)


@contextmanager
def doing(
    db: sqlite3.Connection,
    meetings: Iterable[int],
    *,
    notes: Iterable[str] = (),
    actions: Iterable[str] = (),
) -> Iterator[Doing]:
    """Note down what the block changes in these meetings, and in series; `step` has it afterwards.

    `notes` are items whose notes it may change, `actions` ids of actions that it may change though
    they belong to no meeting of these.
    """
    ahead = Doing([*dict.fromkeys(meetings)])
    within = {"notes": listed(notes), "actions": listed(actions)}
    before, orders = _rows(db, ahead.meetings, within), _orders(db, ahead.meetings)
    yield ahead
    after = _rows(db, ahead.meetings, within)
    # what has left the meetings may still be there
    after |= {key: row for key in before.keys() - after.keys() if (row := _row(db, key))}
    orders_now = _orders(db, ahead.meetings)
    touched = tuple(_touched(before, after))
    ahead.step = Step(
        meeting=_name(db, ahead.meetings),
        entries=_in_order(orders, orders_now, touched),
        actions=tuple(
            dict.fromkeys(
                str(key[0])
                for table, key, _ in touched
                if table in _OF_ACTIONS and (table, key) in after
            )
        ),
        rows=touched,
        orders=tuple(
            (meeting, order)
            for meeting, order in orders.items()
            if order != orders_now.get(meeting, ())
        ),
    )


def _rows(
    db: sqlite3.Connection, meetings: Sequence[int], within: Mapping[str, str]
) -> dict[_Place, dict[str, object]]:
    asked = {"meetings": listed(meetings), **within}
    return {
        (table, tuple(row[column] for column in _KEYS[table])): dict(row)
        for table, query in _WITHIN.items()
        for row in db.execute(query, asked)
    }


def _row(db: sqlite3.Connection, place: _Place) -> dict[str, object] | None:
    table, key = place
    return rows.row(db, table, _columns(table, key))


def _columns(table: str, key: Key) -> dict[str, object]:
    return dict(zip(_KEYS[table], key, strict=True))


def _orders(db: sqlite3.Connection, meetings: Sequence[int]) -> dict[int, tuple[str, ...]]:
    return {meeting: tuple(order_of(db, meeting)) for meeting in meetings}


def _name(db: sqlite3.Connection, meetings: Sequence[int]) -> str:
    if not meetings:
        return ""
    row = db.execute("select name from meetings where id = ?", (meetings[0],)).fetchone()
    return "" if row is None else str(row["name"])


def _touched(
    before: Mapping[_Place, dict[str, object]], after: Mapping[_Place, dict[str, object]]
) -> Iterator[Touched]:
    for (table, key), now in after.items():
        former = before.get((table, key))
        if former is None:
            yield table, key, None
            continue
        changed = {
            column: value
            for column, value in former.items()
            if value != now[column] and (table, column) != _TOLD_BY_ORDERS
        }
        if changed:
            yield table, key, changed
    for (table, key), former in before.items():
        if (table, key) not in after:
            yield table, key, former


def _in_order(
    before: Mapping[int, tuple[str, ...]],
    after: Mapping[int, tuple[str, ...]],
    touched: Iterable[Touched],
) -> tuple[str, ...]:
    """The entries that are new, changed or in another place, in the order of their agendas."""
    changed = {key[0] for table, key, _ in touched if table == "entries"}
    moved = {
        entry
        for meeting, order in after.items()
        for entry in _moved(before.get(meeting, ()), order)
    }
    return tuple(
        entry for order in after.values() for entry in order if entry in changed or entry in moved
    )


def _moved(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    stayed, there = set(after), set(before)
    former = [entry for entry in before if entry in stayed]
    now = [entry for entry in after if entry in there]
    return (entry for entry, other in zip(now, former, strict=True) if entry != other)


def take_back(db: sqlite3.Connection, step: Step) -> Step:
    """Undo a step; the step that this is. What others have changed since is left as it is.

    Raises InvalidInputError where something else has taken a name that would come back.
    """
    meetings = [meeting for meeting, _ in step.orders]
    meetings += [_meeting_of(db, *each) for each in step.rows]
    notes = [str(key[0]) for table, key, _ in step.rows if table == "notes"]
    actions = [str(key[0]) for table, key, _ in step.rows if table in _OF_ACTIONS]
    known = [meeting for meeting in dict.fromkeys(meetings) if meeting]
    with doing(db, known, notes=notes, actions=actions) as undoing:
        order_of_tables = list(_KEYS)
        touched = sorted(step.rows, key=lambda each: order_of_tables.index(each[0]))
        for table, key, former in reversed(touched):
            if former is None:
                rows.delete(db, table, _columns(table, key))
        for table, key, former in touched:
            if former is not None:
                _put_back(db, table, key, former)
        for meeting, order in step.orders:
            put_in_order(db, meeting, order)
    return undoing.step


def _meeting_of(db: sqlite3.Connection, table: str, key: Key, former: Former | None) -> int:
    """The number of the meeting that a row belongs to, 0 if to none that is known."""
    if table in ("meetings", "action_places"):
        return int(str(key[-1]))
    if table == "entries":
        row = former if former is not None and "meeting" in former else _row(db, (table, key))
        return int(str(row["meeting"])) if row else 0
    return 0


def _put_back(db: sqlite3.Connection, table: str, key: Key, former: Former) -> None:
    where = _columns(table, key)
    try:
        if _row(db, (table, key)) is not None:
            rows.update(db, table, former, where)
        elif where.keys() <= former.keys():
            # at the end of its agenda till that is put in order: nothing stands behind it
            last = {"place": sys.maxsize} if table == "entries" else {}
            rows.insert(db, table, {**former, **last})
        # else it was changed, and has gone since: there is nothing left to change back
    except sqlite3.IntegrityError as error:
        if table in ("meetings", "series"):
            raise InvalidInputError(
                f"“{former.get('name', '')}” cannot come back: something else has that name now;"
                " rename that first"
            ) from error
        # its meeting is gone, or the item is on that agenda again: there is nothing to put back
