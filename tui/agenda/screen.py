"""The screen of the agenda, whole: its columns and every command of its table."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static

from tui.agenda.sharing import Sharing
from tui.commands import AGENDA, Command
from tui.screens.keys import Hint, Hints, bound

_AT_MEETINGS: tuple[Hint, ...] = (
    ("help", "all keys"),
    ("open", "agenda"),
    ("new_meeting", "new"),
    ("next_meeting", "next of series"),
    ("details", "details"),
    ("template", "template"),
    ("choose_meeting", "make current"),
    ("export_pack", "pack"),
    ("dates", "dates"),
    ("back", "back"),
)
_AT_ENTRIES: tuple[Hint, ...] = (
    ("help", "all keys"),
    ("open", "open"),
    ("move_down", "move"),
    ("add_entry", "add"),
    ("add_section", "section"),
    ("lead", "who"),
    ("minutes", "minutes"),
    ("purpose", "for"),
    ("note", "note"),
    ("action", "action"),
    ("list_links", "links"),
    ("bookmark", "take off"),
    ("state", "state"),
    ("outcome", "outcome"),
    ("carry_forward", "carry forward"),
    ("export_pack", "pack"),
    ("back", "back"),
)
_AT_PREVIEW: tuple[Hint, ...] = (
    ("help", "all keys"),
    ("down", "down"),
    ("up", "up"),
    ("zoom", "alone"),
    ("export_pack", "write"),
    ("draft_minutes", "minutes"),
    ("copy_citation", "copy"),
    ("back", "back"),
)


class AgendaScreen(Sharing):
    """Meetings, the agenda of the one under the cursor, and its pack.

    Answers with the id of an item to be opened in the reader, or with None. What its keys change is
    kept at once.
    """

    table: ClassVar[tuple[Command, ...]] = AGENDA
    BINDINGS: ClassVar[list[BindingType]] = [
        *(bound(each.name) for each in AGENDA),
        Binding("delete", "bookmark", "Take off", show=False),
        Binding("h,left", "column(-1)", "Column before", show=False),
        Binding("l,right", "column(1)", "Next column", show=False),
    ]

    def on_mount(self) -> None:
        """Name the keys."""
        self._show_keys()

    def on_descendant_focus(self, _: object) -> None:
        """Name the keys that matter where the keys go now."""
        self._show_keys()

    def _show_keys(self) -> None:
        hints = _AT_ENTRIES
        if self.is_at_meetings:
            hints = _AT_MEETINGS
        elif self.focused is self.preview:
            hints = _AT_PREVIEW
        self.query_one(".hints", Static).update(Hints(self.active_bindings, hints))

    # moving

    def action_down(self) -> None:
        """One row or line down."""
        self.column.action_cursor_down()

    def action_up(self) -> None:
        """One row or line up."""
        self.column.action_cursor_up()

    def action_top(self) -> None:
        """To the first row or line."""
        self.column.action_first()

    def action_bottom(self) -> None:
        """To the last row or line."""
        self.column.action_last()

    def action_pane_topics(self) -> None:
        """To the meetings."""
        self.go_to_column(self.meeting_list)

    def action_pane_items(self) -> None:
        """To the agenda."""
        self.go_to_column(self.entries)

    def action_pane_reading(self) -> None:
        """To the preview of the pack."""
        self.go_to_column(self.preview)

    def action_next_pane(self) -> None:
        """To the next column, and from the last to the first."""
        self._step(1, round=True)

    def action_previous_pane(self) -> None:
        """To the column before, and from the first to the last."""
        self._step(-1, round=True)

    def action_column(self, step: int) -> None:
        """To the next column, or with -1 to the one before."""
        self._step(step, round=False)

    def _step(self, step: int, *, round: bool) -> None:
        place = self.columns.index(self.column) + step
        if round or 0 <= place < len(self.columns):
            self.go_to_column(self.columns[place % len(self.columns)])

    def action_next_unread(self) -> None:
        """To the meeting below in the list."""
        self.meeting_list.action_cursor_down()

    def action_previous_unread(self) -> None:
        """To the meeting above in the list."""
        self.meeting_list.action_cursor_up()

    def action_zoom(self) -> None:
        """Show the preview alone, or the columns again."""
        self.show_alone(not self.is_alone)

    async def action_bookmark(self) -> None:
        """Take the entry off; among the meetings, remove the meeting."""
        meeting = self.meeting
        if self.is_at_meetings and meeting is not None:
            self.remove_meeting(meeting)
        else:
            await super().action_bookmark()

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()

    # leaving

    def action_back(self) -> None:
        """One step back: out of the preview alone, then out of here."""
        if self.is_alone:
            self.show_alone(False)
        else:
            self.dismiss(None)

    def action_agenda(self) -> None:
        """Back to the reader."""
        self.dismiss(None)

    def action_dates(self) -> None:
        """Show what is coming; an item chosen there is opened in the reader."""
        from tui.screens.dates import DatesScreen

        def answered(item: str | None) -> None:
            if item is not None:
                self.dismiss(item)
            else:
                self.read()

        self.app.push_screen(DatesScreen(self.library, self.today), answered)
