"""Choosing the meeting that bookmarks go to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from index.model.meetings import Meeting
from tui.screens.choices import Choices, row
from tui.screens.dialog import Dialog
from tui.screens.styles import MUTED, REMARK, STRONG
from tui.screens.wording import counted, when_and_where, when_in_words

NEW_MEETING: Final = "\x00new meeting"
"""The answer that asks for a new meeting: no meeting can have it as its name."""

CURRENT_MARK = "●"


def meeting_in_words(meeting: Meeting, *, current: bool, place: bool = True) -> Content:
    """A meeting as lists show it: its name; below, when, where if `place`, and how much."""
    when = when_and_where(meeting) if place else when_in_words(meeting)
    below = " · ".join(part for part in (when, counted(meeting.bookmarks, "item")) if part)
    return Content.assemble(
        (f"{meeting.name}\n", STRONG),
        ("current · " if current else "", REMARK),
        (below, MUTED),
    )


class ChooseMeeting(Dialog[str | None]):
    """Answers with the name of a meeting, with NEW_MEETING, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", show=False),
        Binding("n", "new", "New meeting", show=False),
        Binding("q", "back", "Back", show=False),
    ]
    HINTS = (("enter", "choose"), ("n", "new meeting"), ("back", "back"))

    def __init__(self, meetings: Sequence[Meeting], current: str | None) -> None:
        super().__init__("Which meeting?")
        self.meetings = tuple(meetings)
        self.current = current

    def content(self) -> Iterable[Widget]:
        """The meetings, or what to do where there are none."""
        if not self.meetings:
            yield Static(
                "No meeting yet. Press n to make one: a name is enough, the date can wait.",
                markup=False,
                classes="empty",
            )
            return
        yield Choices(
            *(
                row(
                    CURRENT_MARK if meeting.name == self.current else "",
                    meeting_in_words(meeting, current=meeting.name == self.current),
                    margin=2,
                )
                for meeting in self.meetings
            )
        )

    def on_mount(self) -> None:
        """Begin at the current meeting."""
        names = [meeting.name for meeting in self.meetings]
        if self.current in names:
            self.query_one(Choices).highlighted = names.index(self.current)

    def action_choose(self) -> None:
        """Choose the meeting under the cursor; where there is none, begin one."""
        if not self.meetings:
            self.action_new()
        elif (at := self.query_one(Choices).highlighted) is not None:
            self.dismiss(self.meetings[at].name)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.meetings[event.option_index].name)

    def action_new(self) -> None:
        """Ask for a new meeting instead."""
        self.dismiss(NEW_MEETING)
