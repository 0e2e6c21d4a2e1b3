"""The bar at the top, where searches are typed, and the one at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from index.model.dates import in_words

if TYPE_CHECKING:
    from index.model.meetings import Meeting


class SearchBar(Input):
    """Where a query is typed. Down, Enter and Esc leave it for the list, the query stays."""

    BINDINGS: ClassVar[list[BindingType]] = [("down", "leave", "To the items")]

    class Left(Message):
        """The reader has typed enough and wants to see the items."""

    def __init__(self, *, id: str) -> None:
        super().__init__(
            id=id,
            placeholder="Search all newsletters: press / and type",
            compact=True,
            select_on_focus=False,
        )

    def action_leave(self) -> None:
        """To the items."""
        self.post_message(self.Left())


class StatusBar(Horizontal):
    """The keys that matter here, and the meeting that bookmarks go to."""

    def compose(self) -> ComposeResult:
        """The keys, and at their right the current meeting."""
        yield Static(id="keys", markup=False)
        yield Static(id="meeting", markup=False)

    def show_keys(self, hints: Sequence[tuple[str, str]]) -> None:
        """Name keys, as people write them, each with a word for what it does."""
        parts = [Content.assemble((f"{key} ", "bold $accent"), title) for key, title in hints]
        self.query_one("#keys", Static).update(Content("  ").join(parts))

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Name the current meeting."""
        if meeting is None:
            words = "no meeting"
        else:
            day = in_words(meeting.date.isoformat()) if meeting.date else ""
            name = meeting.name if day in meeting.name else f"{meeting.name}, {day}"
            words = f"★ {name} ({meeting.bookmarks})"
        self.query_one("#meeting", Static).update(Content(words))
