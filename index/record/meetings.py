"""Meetings by name: making them, changing them, and which of them is the current one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from index.model.meetings import Bookmark, Meeting
from index.record import bookmarks, entries
from index.record.database import Database
from index.record.meeting_rows import meeting_read, row_of

_CURRENT = "current meeting"

if TYPE_CHECKING:
    from index.model.steps import MeetingChange, Step


class Meetings:
    """The meetings of the record, each with its bookmarks.

    What changes them is loaded when they are first changed: most starts only read.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, today: date) -> tuple[Meeting, ...]:
        """All meetings: from `today` on, soonest first; then undated; then past, latest first."""
        with self._database.reading() as db:
            found = db.execute("select * from counted_meetings order by id")
            meetings = [meeting_read(row) for row in found]
        coming = [each for each in meetings if each.date is not None and each.date >= today]
        undated = [each for each in meetings if each.date is None]
        past = [each for each in meetings if each.date is not None and each.date < today]
        coming.sort(key=lambda each: each.date or today)
        past.sort(key=lambda each: each.date or today, reverse=True)
        return (*coming, *undated, *past)

    def meeting(self, name: str) -> Meeting:
        """The meeting of that name, in whatever case. Raises NotFoundError."""
        with self._database.reading() as db:
            return meeting_read(row_of(db, name))

    def save(
        self,
        name: str,
        *,
        date: date | None = None,
        time: str | None = None,
        place: str | None = None,
        standing: Sequence[str] | None = None,
        chair: str | None = None,
        series: str | None = None,
        people: Sequence[str] | None = None,
    ) -> Meeting:
        """Make the meeting, or change what is not None. Raises InvalidInputError for its name."""
        from index.model.steps import MeetingChange
        from index.record.changing import save

        change = MeetingChange(
            date=date,
            time=time,
            place=place,
            standing=None if standing is None else tuple(standing),
            chair=chair,
            series=series,
            people=None if people is None else tuple(people),
        )
        with self._database.writing() as db:
            save(db, name, change)
            return meeting_read(row_of(db, name))

    def change(self, name: str, change: MeetingChange) -> Step:
        """Change the meeting; the step that this is.

        Raises NotFoundError, and InvalidInputError for a name that is taken or cannot be used.
        """
        from index.record.changing import change_meeting

        with self._database.writing() as db:
            return change_meeting(db, row_of(db, name)["id"], change)

    def remove(self, name: str) -> Step:
        """Let the meeting go with its agenda, and with the actions of no other meeting."""
        from index.record.changing import remove_meeting

        with self._database.writing() as db:
            return remove_meeting(db, row_of(db, name)["id"])

    def take_back(self, step: Step) -> Step:
        """Undo a step in meetings; the step that this is, so that it can be undone as well."""
        from index.record.steps import take_back

        with self._database.writing() as db:
            return take_back(db, step)

    def current(self) -> Meeting | None:
        """The meeting that bookmarks go to, if one was chosen."""
        with self._database.reading() as db:
            row = db.execute(
                "select * from counted_meetings where id ="
                " (select cast(value as integer) from settings where name = ?)",
                (_CURRENT,),
            ).fetchone()
            return None if row is None else meeting_read(row)

    def choose(self, name: str) -> Meeting:
        """Make the meeting of that name the current one. Raises NotFoundError."""
        with self._database.writing() as db:
            row = row_of(db, name)
            db.execute(
                "insert or replace into settings (name, value) values (?, ?)",
                (_CURRENT, str(row["id"])),
            )
            return meeting_read(row)

    def bookmark(self, item: str, meeting: str, closing: entries.Closing = frozenset) -> bool:
        """Put the item at the end of the agenda, before what closes it; whether it is new there."""
        with self._database.writing() as db:
            number = row_of(db, meeting)["id"]
            at = entries.before_closing(db, number, closing)
            return bool(bookmarks.put(db, number, [item], at))

    def remove_bookmark(self, item: str, meeting: str) -> bool:
        """Take the item off the agenda, also one that is gone; whether it was there."""
        with self._database.writing() as db:
            return bookmarks.taken_off(db, row_of(db, meeting)["id"], item)

    def agenda(self, meeting: str) -> tuple[Bookmark, ...]:
        """The bookmarks of the meeting, in the order of the agenda. Raises NotFoundError."""
        with self._database.reading() as db:
            agenda = entries.of_meeting(db, row_of(db, meeting)["id"])
        return tuple(entry.bookmark for entry in agenda if entry.bookmark is not None)

    def of_item(self, item: str) -> tuple[str, ...]:
        """The names of the meetings whose agenda has the item."""
        with self._database.reading() as db:
            return bookmarks.meetings_of(db, item)
