"""The three panes: what stands on the reader's screen, and which of it has the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from tui.reader.bars import SearchBar, StatusBar
from tui.reader.index_notice import IndexNotice
from tui.reader.item_list import ItemList
from tui.reader.reading_view import ReadingView
from tui.reader.telling import Telling
from tui.reader.topic_tree import TopicTree

if TYPE_CHECKING:
    from index.model.completions import Completion

ONE_PANE = 70
"""A terminal of fewer columns shows one pane at a time."""


class Panes(Screen[None]):
    """The search bar above, three panes, the status bar below; where there is no room, one pane."""

    # Textual types this as an attribute of each screen, so it cannot be told to be the class's
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (ONE_PANE, "-medium"), (150, "-wide")]  # noqa: RUF012
    AUTO_FOCUS = "#items"

    is_zoomed = False
    """Whether the reading view is shown alone."""

    # what is on the screen

    def compose(self) -> ComposeResult:
        """The search bar above, the panes, the status bar below."""
        yield SearchBar(self.completions, self._tell_completions, id="search")
        yield IndexNotice(id="notice")
        yield Telling(id="telling")
        with Horizontal(id="panes"):
            yield TopicTree(id="topics")
            with Vertical(id="desk"):
                yield ItemList(id="items")
                with Vertical(id="page"):
                    yield ReadingView(id="reading")
                    yield Input(id="find", placeholder="Find in this text", compact=True)
        yield StatusBar(id="status")

    @property
    def bar(self) -> SearchBar:
        """Where queries are typed."""
        return self.query_one("#search", SearchBar)

    @property
    def notice(self) -> IndexNotice:
        """The line that says that the search index is made."""
        return self.query_one("#notice", IndexNotice)

    @property
    def telling(self) -> Telling:
        """The line under the search bar."""
        return self.query_one("#telling", Telling)

    @property
    def topics(self) -> TopicTree:
        """The topic tree."""
        return self.query_one("#topics", TopicTree)

    @property
    def items(self) -> ItemList:
        """The item list."""
        return self.query_one("#items", ItemList)

    @property
    def reading(self) -> ReadingView:
        """The reading view."""
        return self.query_one("#reading", ReadingView)

    @property
    def find_box(self) -> Input:
        """Where words to find in the open text are typed."""
        return self.query_one("#find", Input)

    def on_mount(self) -> None:
        """Name the panes."""
        self.topics.border_title = "Topics"
        self.items.border_title = "Items"
        self.reading.border_title = "Reading"

    # focus

    @property
    def panes(self) -> tuple[Widget, ...]:
        """The panes in the order of Tab."""
        return (self.topics, self.items, self.reading)

    def go_to_pane(self, pane: Widget) -> None:
        """Move the keys to a pane; on a narrow screen it is the one that is shown."""
        self.is_zoomed = self.is_zoomed and pane is self.reading
        self._arrange(pane)
        self.move_keys_to(pane)

    def move_keys_to(self, widget: Widget) -> None:
        """Give a widget the keys at once: who types fast has typed the next one already."""
        self.set_focus(widget)

    def on_descendant_focus(self, _: object) -> None:
        """A click moves the keys as well: on a narrow screen keep to what has them."""
        if self.focused in self.panes:
            self._arrange(self.focused)

    def on_resize(self, event: events.Resize) -> None:
        """Show one pane or all, as the new size has room for."""
        self._arrange(self.focused, event.size.width)

    def zoom(self, alone: bool) -> None:
        """Show the reading view alone, or the others too."""
        self.is_zoomed = alone
        self.go_to_pane(self.reading if alone else self.items)

    def _arrange(self, current: Widget | None, width: int = 0) -> None:
        # not by classes of the screen: each change of one restyles all that is in it
        one = self.is_zoomed or (width or self.size.width) < ONE_PANE
        shown = current if current in self.panes else self.items
        self.topics.display = not one or shown is self.topics
        self.query_one("#desk").display = not one or shown is not self.topics
        self.items.display = not one or shown is self.items
        self.query_one("#page").display = not one or shown is self.reading

    # completing

    def completions(self, query: str) -> Sequence[Completion]:
        """How a half-typed query may go on."""
        raise NotImplementedError

    def _tell_completions(self, completions: Sequence[Completion]) -> None:
        self.telling.tell_completions(completions)
