"""Moving about: panes, lines, and one step back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from textual import work

from index.errors import CareReaderError
from tui.reader.base import ReaderBase

if TYPE_CHECKING:
    from tui.reader.item_list import ItemList


@runtime_checkable
class Pane(Protocol):
    """What every pane can do when a key asks for it."""

    def action_cursor_down(self) -> None:
        """One line or item down."""

    def action_cursor_up(self) -> None:
        """One line or item up."""

    def action_first(self) -> None:
        """To the first line or item."""

    def action_last(self) -> None:
        """To the last line or item."""


class Moving(ReaderBase):
    """The commands of the group "Moving"."""

    @property
    def pane(self) -> Pane:
        """The pane that keys go to; the item list where they go to none."""
        return cast("Pane", self.focused if self.focused in self.panes else self.items)

    def action_down(self) -> None:
        """One line or item down."""
        self.pane.action_cursor_down()

    def action_up(self) -> None:
        """One line or item up."""
        self.pane.action_cursor_up()

    def action_top(self) -> None:
        """To the first line or item."""
        self.pane.action_first()

    def action_bottom(self) -> None:
        """To the last line or item."""
        self.pane.action_last()

    def action_pane_topics(self) -> None:
        """To the topic tree."""
        self.go_to_pane(self.topics)

    def action_pane_items(self) -> None:
        """To the item list."""
        self.go_to_pane(self.items)

    def action_pane_reading(self) -> None:
        """To the reading view."""
        self.go_to_pane(self.reading)

    def action_next_pane(self) -> None:
        """To the next pane, and from the last to the first."""
        self._step(1)

    def action_previous_pane(self) -> None:
        """To the pane before, and from the first to the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
        panes = self.panes
        if self.focused in panes:
            self.go_to_pane(panes[(panes.index(self.focused) + step) % len(panes)])
        else:
            self.go_to_pane(self.items)

    def action_mark(self) -> None:
        """Mark the item, or mark it no longer, and go on to the next."""
        self.items.action_mark()

    def action_zoom(self) -> None:
        """Show the reading view alone, or all panes again."""
        self.zoom(not self.is_zoomed)

    def action_back(self) -> None:
        """One step back: out of a box, the reading view, the marks, the query, the filter."""
        if self.find_box.display:
            self.close_find()
        elif self.focused is not self.items:
            self.go_to_pane(self.items)
        elif self.items.marked:
            self.items.unmark()
        elif not self.view.is_beginning:
            view = self.view.back()
            self.bar.value = view.query
            self.look(view, keep=self.item)
        else:
            self.tell("This is the beginning. q leaves carereader, ? shows the keys.")

    def close_find(self) -> None:
        """Close the box in which words to find in the text are typed."""
        self.find_box.display = False
        self.go_to_pane(self.reading)

    def on_item_list_opened(self, message: ItemList.Opened) -> None:
        """Read the item: it is no longer new."""
        self.go_to_pane(self.reading)
        self._mark_as_read(message.item)

    @work(thread=True, group="marks", exit_on_error=False)
    def _mark_as_read(self, item: str) -> None:
        # a disk takes its time to keep a mark, and opening an item must not wait for it
        try:
            changed = self.library.mark_read([item])
        except CareReaderError as error:
            self.post_message(self.Failed(str(error)))
            return
        if changed:
            self.app.call_from_thread(self.rows_changed)
