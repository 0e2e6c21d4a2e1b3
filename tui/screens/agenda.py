"""The meetings, and the agenda of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from index import Library
from index.errors import CareReaderError
from index.model.meetings import Bookmark, Meeting
from tui.screens.agenda_list import AgendaList
from tui.screens.asking import Confirm
from tui.screens.choices import Choices, row
from tui.screens.choose_meeting import CURRENT_MARK, meeting_in_words
from tui.screens.kept_text import KeptText
from tui.screens.keys import Hint, Hints, bound
from tui.screens.meeting_details import AskMeeting, MeetingDetails
from tui.screens.note import WriteNote
from tui.screens.styles import MUTED
from tui.screens.wording import when_and_where

NO_MEETING = "No meeting yet. Press n to make one: a name is enough, the date can wait."

Result = TypeVar("Result")


class AgendaScreen(Screen[str | None]):
    """Meetings on the left, the agenda of the one under the cursor on the right.

    Answers with the id of an item to be opened in the reader, or with None. Changes the library as
    its keys say: the current meeting, bookmarks, notes, meetings, and the pack that it writes.
    """

    AUTO_FOCUS = "#agenda"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-roomy"), (130, "-wide")]  # noqa: RUF012 - typed so by Textual
    CSS_PATH = "screens.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", show=False),
        Binding("h,left", "to_meetings", "Meetings", show=False),
        Binding("l,right", "to_agenda", "Agenda", show=False),
        bound("pane_topics", "to_meetings"),
        bound("pane_items", "to_agenda"),
        bound("next_pane", "other_column"),
        bound("previous_pane", "other_column"),
        Binding("c", "make_current", "Make current", show=False),
        bound("choose_meeting", "make_current"),
        bound("bookmark", "take_off"),
        Binding("delete", "take_off", "Take off", show=False),
        bound("note", "write_note"),
        Binding("E", "edit", "Details", show=False),
        Binding("n", "new_meeting", "New meeting", show=False),
        bound("export_pack", "write_pack"),
        bound("undo", "undo"),
        bound("back", "leave"),
        bound("agenda", "leave"),
        bound("quit", "leave"),
    ]
    HINTS: ClassVar[tuple[Hint, ...]] = (
        ("enter", "open"),
        ("bookmark", "take off"),
        ("note", "note"),
        ("export_pack", "pack"),
        ("c", "current"),
        ("E", "details"),
        ("n", "new"),
        ("back", "back"),
    )

    def __init__(self, library: Library, meeting_name: str | None = None) -> None:
        super().__init__()
        self.library = library
        self.meetings: tuple[Meeting, ...] = ()
        self._wanted = meeting_name
        self._shown = ""
        self._undoable: list[tuple[str, Callable[[], object]]] = []

    def compose(self) -> ComposeResult:
        """Two columns, and the keys below them."""
        with Horizontal(id="columns"):
            with Vertical(id="meetings-column", classes="column") as column:
                column.border_title = "Meetings"
                yield Choices(id="meetings")
            with Vertical(id="agenda-column", classes="column"):
                yield Static("", markup=False, id="when")
                yield AgendaList(id="agenda")
        yield Static("", markup=False, classes="hints")

    def on_mount(self) -> None:
        """Read the meetings, and begin at the agenda of the one that was asked for."""
        self.query_one(".hints", Static).update(Hints(self.active_bindings, self.HINTS))
        self._read_meetings(self._wanted)

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""
        at = self.query_one("#meetings", Choices).highlighted
        return self.meetings[at] if at is not None and at < len(self.meetings) else None

    def _bookmark_at_hand(self) -> Bookmark | None:
        """The bookmark under the cursor, or None after telling the reader that there is none."""
        bookmark = None if self.has_class("-at-meetings") else self.query_one(AgendaList).bookmark
        if bookmark is None:
            self._say("Move to an item of the agenda first.")
        return bookmark

    # what is shown

    def _read_meetings(self, wanted: str | None) -> None:
        """Show the meetings as they are now, with the cursor on `wanted`, or else the current one.

        The agenda beside them follows.
        """
        self.meetings = self._attempt(self.library.meetings) or ()
        current = self._attempt(self.library.current_meeting)
        current_name = current.name if current else None
        listed = self.query_one("#meetings", Choices)
        names = [meeting.name for meeting in self.meetings]
        with self.prevent(OptionList.OptionHighlighted):
            listed.set_options(
                row(
                    CURRENT_MARK if meeting.name == current_name else "",
                    meeting_in_words(meeting, current=meeting.name == current_name, place=False),
                    margin=2,
                )
                for meeting in self.meetings
            )
            for name in (wanted, current_name):
                if name in names:
                    listed.highlighted = names.index(name)
                    break
            else:
                listed.highlighted = 0 if names else None
        self._read_agenda()

    def _read_agenda(self) -> None:
        """Show the agenda of the meeting under the cursor as it is now."""
        meeting = self.meeting
        self.query_one("#agenda-column").border_title = Content(
            meeting.name if meeting else "Agenda"
        )
        when = self.query_one("#when", Static)
        when.display = meeting is not None
        listed = self.query_one(AgendaList)
        if meeting is None:
            self._shown = ""
            listed.show_only(NO_MEETING)
            return
        name = meeting.name
        when.update(Content.styled(when_and_where(meeting), MUTED))
        bookmarks = self._attempt(lambda: self.library.agenda(name)) or ()
        listed.show(meeting, bookmarks, afresh=self._shown != name)
        self._shown = name

    @on(OptionList.OptionHighlighted, "#meetings")
    def _another_meeting(self) -> None:
        if self.meeting is not None and self.meeting.name != self._shown:
            self._read_agenda()

    # moving

    def action_to_meetings(self) -> None:
        """To the column of meetings."""
        self.add_class("-at-meetings")
        self.query_one("#meetings").focus()

    def action_to_agenda(self) -> None:
        """To the column of the agenda."""
        self.remove_class("-at-meetings")
        self.query_one(AgendaList).focus()

    def action_other_column(self) -> None:
        """To the other one of the two columns."""
        if self.has_class("-at-meetings"):
            self.action_to_agenda()
        else:
            self.action_to_meetings()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click moves between the columns, too."""
        self.set_class(event.widget.id == "meetings", "-at-meetings")

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()

    # doing: what cannot be kept, because the disk is full, is asked for again and not lost

    def action_open(self) -> None:
        """Open what is under the cursor: a meeting, an item, the text kept of one, or details."""
        if self.meeting is None:
            self.action_new_meeting()
        elif self.has_class("-at-meetings"):
            self.action_to_agenda()
        elif (bookmark := self.query_one(AgendaList).bookmark) is None:
            self.action_edit()
        elif bookmark.missing:
            self.app.push_screen(KeptText(bookmark))
        else:
            self.dismiss(bookmark.item)

    def action_leave(self) -> None:
        """One step back."""
        self.dismiss(None)

    def action_make_current(self) -> None:
        """Let bookmarks go to the meeting under the cursor from now on."""
        if (meeting := self.meeting) is None:
            return
        if self._attempt(lambda: self.library.choose_meeting(meeting.name)):
            self._say(f"Bookmarks go to {meeting.name} now.")
            self._read_meetings(meeting.name)

    def action_take_off(self) -> None:
        """Take the item under the cursor off the agenda; where it cannot come back, ask first."""
        meeting, bookmark = self.meeting, self._bookmark_at_hand()
        if meeting is None or bookmark is None:
            return
        if not bookmark.missing:
            self._take_off(meeting, bookmark)
            return

        def answered(sure: bool | None) -> None:
            if sure:
                self._take_off(meeting, bookmark)

        question = (
            f"“{bookmark.citation.title}” is no longer in the library, and its bookmark "
            "holds the last copy of its text. Take it off for good?"
        )
        self.app.push_screen(Confirm(question, "Take off", "Keep"), answered)

    def _take_off(self, meeting: Meeting, bookmark: Bookmark) -> None:
        if not self._attempt(lambda: self.library.remove_bookmark(bookmark.item, meeting.name)):
            return
        words = f"Taken off the agenda: {bookmark.citation.title}"
        if bookmark.missing:
            self._say(words)
        else:
            self._undoable.append(
                (
                    f"Back, at the end of the agenda: {bookmark.citation.title}",
                    lambda: self.library.bookmark(bookmark.item, meeting.name),
                )
            )
            self._say(f"{words}. ctrl+z brings it back.")
        self._read_meetings(meeting.name)

    def action_write_note(self) -> None:
        """Write the note on the item under the cursor."""
        bookmark = self._bookmark_at_hand()
        if bookmark is None:
            return
        if bookmark.missing:
            self._say("This item is no longer in the library: its note stays as it is.")
        else:
            self._ask_for_note(bookmark, bookmark.note)

    def _ask_for_note(self, bookmark: Bookmark, draft: str) -> None:
        def written(text: str | None) -> None:
            if text is None:
                return
            before = self._attempt(lambda: self.library.write_note(bookmark.item, text))
            if before is None:
                self._ask_for_note(bookmark, text)
                return
            if before != text:
                self._undoable.append(
                    (
                        f"The note is as it was: {bookmark.citation.title}",
                        lambda: self.library.write_note(bookmark.item, before),
                    )
                )
            self._read_meetings(self._shown)

        self.app.push_screen(WriteNote(f"Note: {bookmark.citation.title}", draft), written)

    def action_undo(self) -> None:
        """Take back the last thing that was taken off or noted here."""
        if not self._undoable:
            self._say("Nothing to undo here.")
            return
        words, take_back = self._undoable.pop()
        if self._attempt(take_back) is not None:
            self._say(words)
        self._read_meetings(self._shown)

    def action_edit(self) -> None:
        """Change date, time, place and standing items of the meeting."""
        if (meeting := self.meeting) is None:
            return
        details = MeetingDetails(
            meeting.name, meeting.date, meeting.time, meeting.place, meeting.standing
        )
        self._ask_for_details(details, new=False)

    def action_new_meeting(self) -> None:
        """Ask for a new meeting. The first one is the current one from then on."""
        self._ask_for_details(None, new=True)

    def _ask_for_details(self, draft: MeetingDetails | None, *, new: bool) -> None:
        def answered(details: MeetingDetails | None) -> None:
            if details is None:
                return
            meeting = self._attempt(lambda: self._kept(details, new=new))
            if meeting is None:
                self._ask_for_details(details, new=new)
                return
            self._read_meetings(meeting.name)
            if new:
                self.action_to_meetings()

        heading = "New meeting" if new else "Meeting"
        self.app.push_screen(AskMeeting(heading, draft, rename=new), answered)

    def _kept(self, details: MeetingDetails, *, new: bool) -> Meeting:
        """The meeting with these details, kept. Raises CareReaderError."""
        # a new meeting may have the name of a known one: what was left empty then stays as it is
        meeting = self.library.save_meeting(
            details.name,
            date=details.date,
            time=details.time or (None if new else ""),
            place=details.place or (None if new else ""),
            standing=details.standing or (None if new else ()),
        )
        if new and self.library.current_meeting() is None:
            self.library.choose_meeting(meeting.name)
        return meeting

    def action_write_pack(self) -> None:
        """Write the pack of the meeting, and say where it is."""
        if (meeting := self.meeting) is None:
            return
        path = self._attempt(lambda: self.library.write_pack(meeting.name))
        if path is not None:
            self._say(f"The pack is in {path}", seconds=8)

    def _attempt(self, what: Callable[[], Result]) -> Result | None:
        """What comes of it, or None after telling the reader what went wrong."""
        try:
            return what()
        except CareReaderError as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
            return None

    def _say(self, words: str, seconds: float = 5) -> None:
        self.notify(words, timeout=seconds, markup=False)
