"""Agendas: their entries, added, changed, moved and taken off."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Literal, get_args

from index.errors import InvalidInputError
from index.model.meetings import AgendaEntry, Purpose, State, TemplateEntry
from index.model.steps import NO_MINUTES, EntryChange, Step
from index.record import bookmarks, entries, rows
from index.record.database import Database
from index.record.entries import Closing
from index.record.marks import write_note
from index.record.meeting_rows import row_of
from index.record.names import line, lines, quoted, tidied
from index.record.order import order_of, put_in_order, with_section_moved
from index.record.series import series_of
from index.record.steps import doing

_MOST_MINUTES = 24 * 60


class Agendas:
    """The agendas of the record. Each change answers with the step that it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, meeting: str) -> tuple[AgendaEntry, ...]:
        """The agenda of the meeting, in its order. Raises NotFoundError."""
        with self._database.reading() as db:
            return entries.of_meeting(db, row_of(db, meeting)["id"])

    def entry(self, id: str) -> AgendaEntry:
        """The entry of that id. Raises NotFoundError."""
        with self._database.reading() as db:
            return entries.entry(db, id)

    def add(
        self,
        meeting: str,
        title: str,
        *,
        kind: Literal["section", "standing", "own"],
        after: str,
        closing: Closing,
    ) -> Step:
        """Put an entry behind the one `after`, or else at the end, before what closes the meeting.

        A standing item is handed on by the series of the meeting from now on.
        """
        tidy = line(title, "an entry of an agenda")
        with self._database.writing() as db:
            number = row_of(db, meeting)["id"]
            with doing(db, [number]) as done:
                at = _behind(db, number, after, closing)
                entries.insert(db, number, [{"kind": kind, "title": tidy}], at)
                series = series_of(db, number)
                if kind == "standing" and series is not None:
                    entries.hand_on_new(db, number, series)
            return done.step

    def bookmark(
        self, items: Sequence[str], meeting: str, *, section: str, closing: Closing
    ) -> Step:
        """Put items, in their order, at the end of a section, or else before what closes."""
        with self._database.writing() as db:
            number = row_of(db, meeting)["id"]
            with doing(db, [number]) as done:
                at = (
                    entries.end_of_section(db, number, section, closing)
                    if section
                    else entries.before_closing(db, number, closing)
                )
                bookmarks.put(db, number, items, at)
            return done.step

    def remove_bookmarks(self, items: Sequence[str], meeting: str) -> Step:
        """Take items off the agenda, those that are there."""
        with self._database.writing() as db:
            number = row_of(db, meeting)["id"]
            with doing(db, [number]) as done:
                for item in items:
                    bookmarks.taken_off(db, number, item)
            return done.step

    def lay(
        self, meeting: str, template: Sequence[TemplateEntry], closing: Closing = frozenset
    ) -> Step:
        """Put on the agenda what it has not yet of a template."""
        with self._database.writing() as db:
            number = row_of(db, meeting)["id"]
            with doing(db, [number]) as done:
                entries.lay(db, number, template, closing)
                series = series_of(db, number)
                if series is not None:
                    entries.hand_on_new(db, number, series)
            return done.step

    def change(self, ids: Sequence[str], change: EntryChange) -> Step:
        """Change these entries alike. Raises InvalidInputError, and NotFoundError for any."""
        columns = _columns(change)
        with self._database.writing() as db:
            agendas = entries.meetings_with(db, ids)
            changed = [entries.entry(db, each) for each in ids]
            items = [each.bookmark.item for each in changed if each.bookmark is not None]
            with doing(db, agendas, notes=items) as done:
                for each in changed:
                    told = dict(columns)
                    note = told.pop("note", None)
                    if note is not None and each.bookmark is not None:
                        write_note(db, each.bookmark.item, str(note))
                    elif note is not None:
                        told["note"] = note
                    rows.update(db, "entries", told, {"id": each.id})
            return done.step

    def move(self, id: str, by: int) -> Step:
        """Move an entry down its agenda by so many places, up if that is less than nothing."""
        with self._database.writing() as db:
            (number,) = entries.meetings_with(db, [id])
            with doing(db, [number]) as done:
                order = order_of(db, number)
                at = order.index(id)
                order.insert(max(0, min(at + by, len(order) - 1)), order.pop(at))
                put_in_order(db, number, order)
            return done.step

    def move_section(self, heading: str, by: int, closing: Closing) -> Step:
        """Move a heading, with what stands under it, past so many sections, up if less than 0.

        What closes the meeting stays where it is, unless it is what is moved.
        """
        with self._database.writing() as db:
            (number,) = entries.meetings_with(db, [heading])
            with doing(db, [number]) as done:
                order = order_of(db, number)
                end = entries.before_closing(db, number, closing)
                if heading not in order[:end]:
                    end = len(order)
                headings = {
                    each.id
                    for each in entries.of_meeting(db, number)[:end]
                    if each.kind == "section"
                }
                moved = with_section_moved(order[:end], headings, heading, by)
                put_in_order(db, number, [*moved, *order[end:]])
            return done.step

    def remove(self, ids: Sequence[str]) -> Step:
        """Take entries off their agendas. Raises NotFoundError."""
        with self._database.writing() as db:
            with doing(db, entries.meetings_with(db, ids)) as done:
                db.executemany("delete from entries where id = ?", [(each,) for each in ids])
            return done.step


def _behind(db: sqlite3.Connection, meeting: int, after: str, closing: Closing) -> int:
    if not after:
        return entries.before_closing(db, meeting, closing)
    order = order_of(db, meeting)
    if after not in order:
        raise InvalidInputError(f"there is no entry {quoted(after)} on this agenda to add behind")
    return order.index(after) + 1


def _columns(change: EntryChange) -> dict[str, object]:
    """What the change says, by column. Raises InvalidInputError."""
    said: dict[str, object] = {}
    if change.title is not None:
        said["title"] = line(change.title, "an entry of an agenda")
    if change.lead is not None:
        said["lead"] = tidied(change.lead)
    if change.minutes is not None:
        said["minutes"] = checked_minutes(change.minutes)
    for name, known in (("purpose", Purpose), ("state", State)):
        value = getattr(change, name)
        if value is not None:
            said[name] = checked(value, get_args(known), name)
    for name in ("note", "outcome"):
        value = getattr(change, name)
        if value is not None:
            said[name] = lines(value)
    return said


def checked_minutes(minutes: int) -> int | None:
    """The minutes as they are kept, None for NO_MINUTES. Raises InvalidInputError."""
    if not 0 <= minutes <= _MOST_MINUTES:
        raise InvalidInputError(
            f"{minutes} minutes cannot be allotted; give at most {_MOST_MINUTES}, a day"
        )
    return None if minutes == NO_MINUTES else minutes


def checked(value: str, known: Sequence[str], of: str) -> str:
    """The value, if it is one of the known ones. Raises InvalidInputError."""
    if value not in known:
        raise InvalidInputError(
            f"{quoted(value)} is no {of} of an entry; use {', '.join(filter(None, known))}"
        )
    return value
