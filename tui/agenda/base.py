"""The screen of the agenda without its commands: three columns, and how a step is taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.worker import get_current_worker

from index import Library
from index.errors import CareReaderError
from index.model.formats import PackPreview
from index.model.meetings import Action, AgendaEntry, Meeting, Pack
from index.model.steps import Step
from tui.agenda.entry_list import EntryList
from tui.agenda.meeting_list import MeetingList
from tui.agenda.preview import Preview
from tui.agenda.wording import allotted
from tui.screens.asking import AskLine
from tui.screens.commanded import STYLES, Commanded
from tui.screens.styles import MUTED
from tui.screens.wording import when_and_where

NO_MEETING = "No meeting yet. Press n to make one: a name is enough, the date can wait."

TWO_COLUMNS, THREE_COLUMNS = 72, 120
"""The widths of terminals from which on two columns have room, and three."""

_COLUMNS = ("#meetings-column", "#agenda-column", "#preview-column")

Column = MeetingList | EntryList | Preview
Result = TypeVar("Result")


class AgendaBase(Commanded[str | None]):
    """Meetings, the agenda of the one under the cursor, and what its pack says of it."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - typed so by Textual
    CSS_PATH: ClassVar = [STYLES, Path(__file__).with_name("agenda.tcss")]
    AUTO_FOCUS = "#agenda"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (TWO_COLUMNS, "-medium"), (150, "-wide")]  # noqa: RUF012 - typed so by Textual

    def __init__(
        self, library: Library, meeting_name: str | None = None, today: date | None = None
    ) -> None:
        super().__init__()
        self.library = library
        self.today = today or date.today()
        self.pack: Pack | None = None
        """The pack of the meeting under the cursor."""
        self._wanted = meeting_name
        self._said = ("", "", "")
        self.is_alone = False
        """Whether the preview is shown alone."""

    # what is on the screen

    def compose(self) -> ComposeResult:
        """Three columns, and the keys below them."""
        with Horizontal(id="columns"):
            with Vertical(id="meetings-column", classes="column") as column:
                column.border_title = "Meetings"
                yield MeetingList(id="meetings")
            with Vertical(id="agenda-column", classes="column"):
                yield Static("", markup=False, id="when")
                yield EntryList(id="agenda")
            with Vertical(id="preview-column", classes="column") as column:
                column.border_title = "Pack"
                yield Preview(id="preview")
        yield Static("", markup=False, classes="hints")

    def on_mount(self) -> None:
        """Read the meetings, and begin at the agenda of the one that was asked for."""
        self.read(self._wanted)

    @property
    def meeting_list(self) -> MeetingList:
        """The meetings."""
        return self.query_one("#meetings", MeetingList)

    @property
    def entries(self) -> EntryList:
        """The agenda."""
        return self.query_one("#agenda", EntryList)

    @property
    def preview(self) -> Preview:
        """The pack."""
        return self.query_one("#preview", Preview)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""
        return self.meeting_list.meeting

    # what is shown

    def read(self, wanted: str | None = None, keep: str = "") -> None:
        """Show everything as it is now, with the cursor on the meeting `wanted`.

        On its agenda the cursor is on what has the id `keep`, or else where it was.
        """
        current = self.attempt(self.library.current_meeting)
        current_name = current.name if current else ""
        before = self.pack.meeting.name if self.pack else ""
        with self.prevent(OptionList.OptionHighlighted):
            self.meeting_list.show(
                self.attempt(self.library.meetings) or (),
                current_name,
                (wanted or before, before, current_name),
                self.today,
            )
        self._read_agenda(keep)

    def _read_agenda(self, keep: str = "") -> None:
        meeting = self.meeting
        before = self.pack.meeting.name if self.pack else None
        self.pack = self.attempt(lambda: self._pack_of(meeting)) if meeting else None
        timings = self.attempt(lambda: self.library.timings(meeting.name)) if meeting else None
        self._entitle(meeting, allotted(timings) if timings else "")
        if meeting is None or self.pack is None or timings is None:
            self.entries.show_only(NO_MEETING if meeting is None else "")
            self.preview.show(PackPreview())
            return
        with self.prevent(OptionList.OptionHighlighted):
            place = self.entries.highlighted if before == meeting.name else None
            self.entries.show(self.pack, timings, keep, place)
        self._read_preview()

    def _entitle(self, meeting: Meeting | None, foot: str) -> None:
        """Say above and below the agenda which it is; that costs a layout of all the columns."""
        said = (
            meeting.name if meeting else "Agenda",
            foot,
            when_and_where(meeting) if meeting else "",
        )
        if said == self._said:
            return
        self._said = said
        column, when = self.query_one("#agenda-column"), self.query_one("#when", Static)
        column.border_title, column.border_subtitle = map(Content, said[:2])
        when.display = meeting is not None
        when.update(Content.styled(said[2], MUTED))

    def _pack_of(self, meeting: Meeting) -> Pack:
        # a list of acronyms would cost each step dear, and is part of the preview alone
        name = meeting.name
        return Pack(meeting, self.library.entries(name), self.library.actions(name))

    @on(Preview.Resized)
    def _read_preview(self) -> None:
        name = self.pack.meeting.name if self.pack else ""
        if name and self.query_one("#preview-column").display:
            self._render_preview(name, self.preview.measure)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _render_preview(self, name: str, measure: int) -> None:
        # in a thread: who moves an entry along need not wait for the pack to follow each time
        worker = get_current_worker()
        try:
            preview = self.library.preview_pack(name, measure)
        except CareReaderError as error:
            preview = PackPreview((str(error),))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_preview, name, preview)

    def _show_preview(self, name: str, preview: PackPreview) -> None:
        if self.pack is not None and self.pack.meeting.name == name:
            self.preview.show(preview)
            self._turn_preview()

    @on(OptionList.OptionHighlighted, "#agenda")
    def _turn_preview(self) -> None:
        entry, pack = self.entries.entry, self.pack
        if entry is None or pack is None:
            return
        numbered = [each.id for each in pack.agenda if each.kind != "section"]
        if entry.id in numbered:
            self.preview.turn_to(numbered.index(entry.id) + 1)

    @on(OptionList.OptionHighlighted, "#meetings")
    def _another_meeting(self) -> None:
        if self.meeting is not None and (
            self.pack is None or self.meeting.name != self.pack.meeting.name
        ):
            self._read_agenda()

    # columns

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in the order of Tab, by what in them has the keys."""
        return (self.meeting_list, self.entries, self.preview)

    @property
    def column(self) -> Column:
        """The column that the keys go to."""
        return next((each for each in self.columns if each is self.focused), self.entries)

    def go_to_column(self, column: Column) -> None:
        """Move the keys to a column, and show it."""
        self._arrange(column)
        self.set_focus(column)

    @property
    def is_at_meetings(self) -> bool:
        """Whether keys mean meetings, and not entries."""
        return self.focused is self.meeting_list

    def on_descendant_focus(self, _: object) -> None:
        """A click moves the keys as well."""
        if self.focused in self.columns:
            self._arrange(self.focused)

    def on_resize(self, event: events.Resize) -> None:
        """Show as many columns as have room."""
        self._arrange(self.focused, event.size.width)

    def show_alone(self, alone: bool) -> None:
        """Show the preview alone, or the columns."""
        self.is_alone = alone
        self.go_to_column(self.preview if alone else self.entries)

    def _arrange(self, current: Widget | None, width: int = 0) -> None:
        width = width or self.size.width
        self.is_alone = self.is_alone and current is self.preview
        at = next((each for each in self.columns if each is current), self.entries)
        shown: set[Column] = {at}
        if not self.is_alone and width >= TWO_COLUMNS:
            shown |= {self.entries, at if at is self.preview else self.meeting_list}
        if not self.is_alone and width >= THREE_COLUMNS:
            shown |= set(self.columns)
        was_shown = self.query_one("#preview-column").display
        for each, column in zip(self.columns, _COLUMNS, strict=True):
            self.query_one(column).display = each in shown
        if self.preview in shown and not was_shown:
            self._read_preview()

    # steps

    async def take(self, words: str, step: Callable[[], Step], *, keep: str = "") -> Step | None:
        """Take a step and, once it is kept, show what comes of it; None after telling what failed.

        `words` say what was done, for whoever takes it back.
        """
        taken = await self.attempt_aside(step)
        if taken is None:
            return None
        if taken:
            self.remember(words, partial(self.library.undo, taken))
        if self.is_attached:
            self.read(taken.meeting, keep or next(iter((*taken.entries, *taken.actions)), ""))
        return taken

    def undone(self, back: object) -> None:
        """Show the meeting as it is again, with the cursor on what came back."""
        if isinstance(back, Step):
            self.read(back.meeting, next(iter((*back.entries, *back.actions)), ""))

    def ask_line(
        self,
        dialog: Callable[[str], AskLine],
        draft: str,
        do: Callable[[str], Awaitable[object | None]],
        *,
        again: bool = False,
    ) -> None:
        """Ask for a line, beginning with `draft`; what cannot be kept is asked for again."""

        async def answered(line: str | None) -> None:
            if line is not None and (again or line != draft) and await do(line) is None:
                self.ask_line(dialog, line, do, again=True)

        self.app.push_screen(dialog(draft), answered)

    # what is under the cursor

    def at_hand(self) -> AgendaEntry | Action | None:
        """The entry or action under the cursor, or None after saying that there is none."""
        each = None if self.is_at_meetings else self.entries.at_hand
        if each is None:
            self.say("Move to an entry of the agenda first.")
        return each

    def entry_at_hand(self) -> AgendaEntry | None:
        """The entry under the cursor, or None after saying that there is none."""
        each = self.at_hand()
        if isinstance(each, Action):
            self.say("This is an action: move to an entry first.")
            return None
        if each is not None and each.kind == "section":
            self.say("This is a heading: move to an entry first.")
            return None
        return each
