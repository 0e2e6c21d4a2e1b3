"""The bar at the top, where searches are typed, and the one at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, Static

from index.model.dates import in_words
from tui.plain import plain
from tui.reader.completing import Complete, Completing, Tell

if TYPE_CHECKING:
    from index.model.meetings import Meeting


class SearchBar(Input):
    """Where a query is typed. Down, Enter and Esc leave it for the list, the query stays.

    Up goes back through `history`, the queries of before, newest first, and Down forth again. Tab
    takes the completion that is shown dimmed.
    """

    # what leaves the bar comes before it, not after it as other keys: who types fast has pressed
    # the next key already, and that one is for the items
    # the bar is as wide as the screen: what is typed in it moves nothing that stands around it
    virtual_size = Reactive(Size(0, 0))

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "To the items", show=False, priority=True),
        Binding("down", "newer", "To the items", show=False, priority=True),
        ("up", "older", "The query before"),
        ("tab", "complete", "Complete"),
    ]

    class Left(Message):
        """The reader has typed enough and wants to see the items."""

    class Tabbed(Message):
        """Tab was pressed where there is nothing to complete."""

    def __init__(self, complete: Complete, tell: Tell, *, id: str) -> None:
        """Take who knows how a query may go on, and whom to tell of that."""
        self._completing = Completing(complete, tell)
        super().__init__(
            id=id,
            placeholder="Search all newsletters: press / and type",
            suggester=self._completing,
            compact=True,
            select_on_focus=False,
        )
        self.history: Sequence[str] = ()
        self._place = -1
        self._typed = ""

    def validate_value(self, value: str) -> str:
        """Whatever comes in, by key, paste or code, is plain text."""
        return plain(value)

    def _on_paste(self, event: events.Paste) -> None:
        """Make one line of several that are pasted; the field itself would take the first alone."""
        event.text = " ".join(event.text.split())

    def action_older(self) -> None:
        """The query before."""
        if self._place + 1 < len(self.history):
            self._recall(self._place + 1)

    def action_newer(self) -> None:
        """The query after or, behind the newest, what was typed; from there to the items."""
        if self._place >= 0:
            self._recall(self._place - 1)
        else:
            self.post_message(self.Left())
            self._let_go()

    async def action_submit(self) -> None:
        """To what was found."""
        await super().action_submit()
        self._let_go()

    def _let_go(self) -> None:
        """Take no more keys."""
        self.screen.set_focus(None)

    def begin(self, history: Sequence[str]) -> None:
        """Let the reader begin at what stands there, with the queries of before."""
        self.history = [query for query in history if query != self.value.strip()]
        self._place = -1
        self.action_select_all()

    def _recall(self, place: int) -> None:
        if self._place < 0:
            self._typed = self.value
        self._place = place
        self.value = self._typed if place < 0 else self.history[place]
        self.cursor_position = len(self.value)

    def action_complete(self) -> None:
        """Take the completion that is shown."""
        completion = self._completing.latest(self.value) if self.cursor_at_end else None
        if completion is None:
            self.post_message(self.Tabbed())
            return
        self.value = completion.query
        self.cursor_position = completion.cursor

    def action_cursor_right(self, select: bool = False) -> None:
        """One letter on; behind the last, take the completion."""
        if self.cursor_at_end and self._completing.latest(self.value) is not None and not select:
            self.action_complete()
        else:
            super().action_cursor_right(select)


class StatusBar(Horizontal):
    """The keys that matter here, and the meeting that bookmarks go to.

    Either is updated only where it is another: that lays the whole screen out.
    """

    _hints: Sequence[tuple[str, str]] = ()

    def compose(self) -> ComposeResult:
        """The keys, and at their right the current meeting."""
        yield Static(id="keys", markup=False)
        yield Static(id="meeting", markup=False)

    def show_keys(self, hints: Sequence[tuple[str, str]]) -> None:
        """Name keys, as people write them, each with a word for what it does."""
        if hints != self._hints:
            self._hints = hints
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
        told = self.query_one("#meeting", Static)
        if told.content != words:
            told.update(Content(words))
