"""The door's part for meetings: series, agendas, actions, and on to the next meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from index.model.meetings import (
    Action,
    AgendaEntry,
    Bookmark,
    Meeting,
    Series,
    TemplateEntry,
)
from index.places import Places
from index.record.record import Record

if TYPE_CHECKING:
    from index.model.shared import SharedPack
    from index.model.steps import ActionChange, EntryChange, MeetingChange, Merged, Step


class Agendas:
    """Meetings of a library. What changes them answers with the step that `undo` takes back.

    Meetings and series are asked for by their names, in whatever case; entries and actions by their
    ids. What does not exist is raised as NotFoundError, what cannot be used as InvalidInputError.
    """

    _record: Record
    _places: Places

    # meetings

    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings: those to come, soonest first; the undated; those past, latest first."""
        return self._record.meetings.all(date.today())

    def meeting(self, name: str) -> Meeting:
        """The meeting of that name."""
        return self._record.meetings.meeting(name)

    def save_meeting(
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
        """Make the meeting of that name, or change it: what is None stays as it is.

        A new meeting of a series begins with what the series hands on. A series that does not exist
        is made, and takes over what the meeting has. Raises InvalidInputError if a name is empty or
        longer than 200 characters.
        """
        return self._record.meetings.save(
            name,
            date=date,
            time=time,
            place=place,
            standing=standing,
            chair=chair,
            series=series,
            people=people,
        )

    def change_meeting(self, name: str, change: MeetingChange) -> Step:
        """Change the meeting, its name and series too; a series that does not exist is made."""
        return self._record.meetings.change(name, change)

    def remove_meeting(self, name: str) -> Step:
        """Let the meeting go, with its agenda and with its actions but those carried elsewhere."""
        return self._record.meetings.remove(name)

    def current_meeting(self) -> Meeting | None:
        """The meeting that bookmarks go to, if one was chosen."""
        return self._record.meetings.current()

    def choose_meeting(self, name: str) -> Meeting:
        """Make the meeting of that name the current one."""
        return self._record.meetings.choose(name)

    def undo(self, step: Step) -> Step:
        """Take a step back: entries come back where they were. The step that this is."""
        return self._record.meetings.take_back(step)

    # series

    def series(self) -> tuple[Series, ...]:
        """All series, by name."""
        return self._record.series.all()

    def one_series(self, name: str) -> Series:
        """The series of that name."""
        return self._record.series.one(name)

    def meetings_of_series(self, name: str) -> tuple[str, ...]:
        """The names of the meetings of a series, in order of their days, undated ones last."""
        return self._record.series.meetings(name)

    def save_series(self, series: Series, known_as: str = "") -> Step:
        """Make the series of that name, or let it be this; `known_as` is its name till now."""
        return self._record.series.save(series, known_as)

    def remove_series(self, name: str) -> Step:
        """Let the series go. Its meetings stay."""
        return self._record.series.remove(name)

    def next_meeting(self, series: str, *, date: date | None = None, name: str = "") -> Step:
        """Make the next meeting of a series: `Step.meeting` is its name.

        Without a `date` it is so many weeks after the last as the series says; without a `name` it
        is called after the series and its day ("Corporate Parenting Panel, 3 December 2026"). It
        begins with the time, place, chair, people and agenda that the series hands on.
        """
        return self._record.carrying.next_meeting(series, date, name)

    def carry_forward(self, meeting: str, to: str = "") -> Step:
        """Put what is left of the meeting on the agenda of the next: `Step.meeting` is its name.

        That is the next of its series, made if need be, or the meeting `to`. Carried are open
        actions, what was deferred and, of a meeting that is over, items and own entries of which
        nothing was said. What was carried before is not carried again.
        """
        return self._record.carrying.carry_forward(meeting, to, date.today(), self._closing)

    # agendas

    def agenda_template(self) -> tuple[TemplateEntry, ...]:
        """The sections and standing items that are offered for a new meeting."""
        from index.agendas.template import offered

        return offered(self._places.config)

    def lay_agenda(self, meeting: str, template: Sequence[TemplateEntry]) -> Step:
        """Put on the agenda what it has not yet of a template, in the order of that.

        Any other business and the like come behind all that is there.
        """
        return self._record.agendas.lay(meeting, template, self._closing)

    def entries(self, meeting: str) -> tuple[AgendaEntry, ...]:
        """The agenda of the meeting, in its order: sections, standing items, own entries, items."""
        return self._record.agendas.entries(meeting)

    def entry(self, entry: str) -> AgendaEntry:
        """The entry of that id."""
        return self._record.agendas.entry(entry)

    def agenda(self, meeting: str) -> tuple[Bookmark, ...]:
        """The bookmarked items of the meeting, in the order of the agenda."""
        return self._record.meetings.agenda(meeting)

    def add_entry(
        self,
        meeting: str,
        title: str,
        kind: Literal["section", "standing", "own"] = "own",
        *,
        after: str = "",
    ) -> Step:
        """Put a section, a standing item or an entry of its own on the agenda.

        It comes behind the entry `after`, or else at the end, before any other business and the
        like. The series of the meeting hands on a standing item from now on.
        """
        return self._record.agendas.add(
            meeting, title, kind=kind, after=after, closing=self._closing
        )

    def change_entries(self, entries: Sequence[str], change: EntryChange) -> Step:
        """Change these entries alike: title, note, lead, minutes, purpose, state, outcome."""
        return self._record.agendas.change(entries, change)

    def move_entry(self, entry: str, by: int) -> Step:
        """Move an entry down the agenda by so many places, up if `by` is less than nothing."""
        return self._record.agendas.move(entry, by)

    def move_section(self, heading: str, by: int) -> Step:
        """Move a heading, with all that stands under it, past so many sections, up if less than 0.

        What stands under no heading stays on top, and what closes the meeting at the end.
        """
        return self._record.agendas.move_section(heading, by, self._closing)

    def remove_entries(self, entries: Sequence[str]) -> Step:
        """Take entries off their agendas."""
        return self._record.agendas.remove(entries)

    # bookmarks

    def bookmark(self, item: str, meeting: str) -> bool:
        """Put the item on the agenda of the meeting; whether it was not there yet."""
        return self._record.meetings.bookmark(item, meeting, self._closing)

    def bookmark_all(self, items: Sequence[str], meeting: str, section: str = "") -> Step:
        """Put items on the agenda, those that are not there yet, in their order.

        They come at the end of the section whose heading has that id or title, or else at the end
        of the agenda, before any other business and the like.
        """
        return self._record.agendas.bookmark(items, meeting, section=section, closing=self._closing)

    def remove_bookmark(self, item: str, meeting: str) -> bool:
        """Take the item off the agenda of the meeting; whether it was there."""
        return self._record.meetings.remove_bookmark(item, meeting)

    def remove_bookmarks(self, items: Sequence[str], meeting: str) -> Step:
        """Take items off the agenda of the meeting, those that are there."""
        return self._record.agendas.remove_bookmarks(items, meeting)

    def meetings_of(self, item: str) -> tuple[str, ...]:
        """The names of the meetings whose agenda has the item."""
        return self._record.meetings.of_item(item)

    # actions

    def actions(self, meeting: str = "", *, open: bool = False) -> tuple[Action, ...]:
        """The actions of the meeting and those carried to it, in order; only `open` ones if set.

        Without a meeting those of all, what is due first coming first.
        """
        actions = self._record.actions.of(meeting) if meeting else self._record.actions.all()
        return tuple(action for action in actions if not (open and action.done))

    def add_action(
        self, meeting: str, text: str, *, owner: str = "", due: date | None = None, entry: str = ""
    ) -> Step:
        """Take down what somebody is to do; `entry` is the id of the entry that it comes from."""
        action = Action("", meeting, text, owner, due, entry=entry)
        return self._record.actions.add(meeting, action)

    def change_action(self, action: str, change: ActionChange) -> Step:
        """Change an action, or say that it is done."""
        return self._record.actions.change(action, change)

    def remove_action(self, action: str) -> Step:
        """Let an action go, from all meetings that it was carried to."""
        return self._record.actions.remove(action)

    def due_dates(self, entry: str) -> tuple[date, ...]:
        """The days that an item of an agenda names, to be offered as due dates of an action.

        Closing dates come first, then the days of events; nothing that is past or vague.
        """
        from index.agendas.due_dates import due_dates

        bookmark = self.entry(entry).bookmark
        return due_dates(bookmark.dates if bookmark is not None else (), date.today())

    # sharing

    def merge(self, shared: SharedPack) -> Merged:
        """Take in an agenda that somebody shared, beside what is here; nothing of ours is lost.

        Meeting, entries and actions are the same where their ids are, or else the name and date of
        the meeting, the item of an entry, its kind and title. What we have not yet is added, what
        is empty with us is filled in; of notes and outcomes that differ both are kept, theirs with
        whose it is.
        """
        return self._record.merging.merge(shared)

    def _closing(self) -> frozenset[str]:
        return self._closing_titles

    @cached_property
    def _closing_titles(self) -> frozenset[str]:
        from index.agendas.template import closing

        return closing(self._places.config)
