"""Actions: what somebody is to do, at the meeting where it was said and those it is carried to."""

from __future__ import annotations

import sqlite3

from index.errors import InvalidInputError, NotFoundError
from index.model.meetings import Action
from index.model.steps import NO_DATE, ActionChange, Step
from index.record import entries, rows
from index.record.database import Database
from index.record.forms import day_read, day_written
from index.record.meeting_rows import row_of
from index.record.names import line, new_id, quoted, tidied
from index.record.steps import doing

_ACTIONS = """
select actions.*, action_places.*, meetings.name as meeting_name
from action_places join actions on actions.id = action
join meetings on meetings.id = action_places.meeting
"""
# of the meetings that an action was carried to, the last
_LATEST = """
where not exists (
    select 1 from action_places as later join meetings as then_on on then_on.id = later.meeting
    where later.action = actions.id
        and (coalesce(then_on.date, '~'), then_on.id) > (coalesce(meetings.date, '~'), meetings.id))
"""


class Actions:
    """The actions of the record. Each change answers with the step that it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, meeting: str) -> tuple[Action, ...]:
        """The actions of the meeting and those carried to it, in the order they were made."""
        with self._database.reading() as db:
            return of_meeting(db, row_of(db, meeting)["id"])

    def all(self) -> tuple[Action, ...]:
        """All actions, each at the last of its meetings; what is due first comes first."""
        with self._database.reading() as db:
            found = db.execute(f"{_ACTIONS} {_LATEST} order by due is null, due, number")
            return tuple(map(_read, found))

    def add(self, meeting: str, action: Action) -> Step:
        """Take down an action of the meeting; its id is given to it here.

        Raises InvalidInputError where its text is empty or its entry is on another agenda.
        """
        text = line(action.text, "an action")
        with self._database.writing() as db:
            number = row_of(db, meeting)["id"]
            if action.entry and number not in entries.meetings_with(db, [action.entry]):
                raise InvalidInputError(
                    f"the entry {quoted(action.entry)} is on the agenda of another meeting"
                )
            with doing(db, [number]) as done:
                new = new_id()
                rows.insert(
                    db,
                    "actions",
                    {
                        "id": new,
                        "text": text,
                        "owner": tidied(action.owner),
                        "due": day_written(action.due),
                        "done": action.done,
                    },
                )
                rows.insert(
                    db, "action_places", {"action": new, "meeting": number, "entry": action.entry}
                )
            return done.step

    def change(self, id: str, change: ActionChange) -> Step:
        """Change the action, at all its meetings. Raises NotFoundError, InvalidInputError."""
        told: dict[str, object] = {}
        if change.text is not None:
            told["text"] = line(change.text, "an action")
        if change.owner is not None:
            told["owner"] = tidied(change.owner)
        if change.due is not None:
            told["due"] = None if change.due == NO_DATE else day_written(change.due)
        if change.done is not None:
            told["done"] = change.done
        with self._database.writing() as db:
            with doing(db, _meetings_of(db, id)) as done:
                rows.update(db, "actions", told, {"id": id})
            return done.step

    def remove(self, id: str) -> Step:
        """Let the action go, from all its meetings. Raises NotFoundError."""
        with self._database.writing() as db:
            with doing(db, _meetings_of(db, id)) as done:
                db.execute("delete from actions where id = ?", (id,))
            return done.step


def of_meeting(db: sqlite3.Connection, meeting: int) -> tuple[Action, ...]:
    """The actions of the meeting, in the order in which they were made."""
    found = db.execute(f"{_ACTIONS} where action_places.meeting = ? order by number", (meeting,))
    return tuple(map(_read, found))


def _meetings_of(db: sqlite3.Connection, id: str) -> list[int]:
    """The numbers of the meetings of an action, the last first. Raises NotFoundError."""
    found = db.execute(
        "select meeting from action_places join meetings on meetings.id = meeting"
        " where action = ? order by date is null desc, date desc, meeting desc",
        (id,),
    ).fetchall()
    if not found:
        raise NotFoundError(f"no action {quoted(id)}; carereader actions lists them")
    return [row["meeting"] for row in found]


def _read(row: sqlite3.Row) -> Action:
    return Action(
        id=row["id"],
        meeting=row["meeting_name"],
        text=row["text"],
        owner=row["owner"],
        due=day_read(row["due"]),
        done=bool(row["done"]),
        entry=row["entry"],
        carried_from=entries.carried_from(row),
    )
