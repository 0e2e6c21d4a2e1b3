"""A pane that paints its own lines, one at a time, and keeps those that it has painted."""

from __future__ import annotations

from collections.abc import Hashable

from rich.style import Style
from rich.text import Text
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.reader.ink import ink


class LinePane(ScrollView, can_focus=True):
    """Base of the item list, the reading view and other panes of lines.

    A subclass says in `line` what stands in a line, and calls `repaint` when that has changed. The
    keys scroll it by lines, unless it has a cursor of its own for them to move.
    """

    MEASURE = 92
    """Lines of running text longer than this are hard to follow by eye."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._painted: dict[tuple[int, int, Hashable], Strip] = {}
        self._inks: dict[str, Style] = {}
        self._base: Style | None = None

    def line(self, number: int, width: int) -> Text | None:
        """What stands in the line `number`, counted from 0 in all that can be scrolled to.

        A text of any length up to `width` cells, over the style of the pane; None leaves the line
        empty.
        """
        raise NotImplementedError

    def look_of(self, number: int) -> Hashable:
        """What the line's look depends on beside its text: lines of one look are painted once."""
        return None

    def ink(self, name: str) -> Style:
        """The style of a component class, as `tui.reader.ink` has it, worked out once."""
        if name not in self._inks:
            self._inks[name] = ink(self, name)
        return self._inks[name]

    def repaint(self) -> None:
        """Paint all lines anew."""
        self._painted.clear()
        self.refresh()

    def set_length(self, lines: int) -> None:
        """Let there be so many lines to scroll through.

        The screen is laid out anew only where the scroll bar comes or goes: that would cost a
        search as you type more than all else that is painted for a letter.
        """
        region = self.scrollable_content_region
        size = Size(region.width, lines)
        if not region.height or (lines > region.height) is not self.show_vertical_scrollbar:
            self.virtual_size = size
            return
        self.set_reactive(LinePane.virtual_size, size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = lines
        # what they are held within has changed
        self.scroll_target_y = self.scroll_target_y
        self.scroll_y = self.scroll_y

    def action_cursor_down(self) -> None:
        """One line down."""
        self.scroll_relative(y=1, animate=False, force=True)

    def action_cursor_up(self) -> None:
        """One line up."""
        self.scroll_relative(y=-1, animate=False, force=True)

    def action_first(self) -> None:
        """To the first line."""
        self.scroll_to(y=0, animate=False, force=True)

    def action_last(self) -> None:
        """To the last line."""
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def notify_style_update(self) -> None:
        """Colours have changed, with the theme or with the focus."""
        super().notify_style_update()
        self._painted.clear()
        self._inks.clear()
        self._base = None

    def render_line(self, y: int) -> Strip:
        """One line of the screen. `y` counts from the top of the pane."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        key = (number, width, self.look_of(number))
        if key not in self._painted:
            self._painted[key] = self._paint(number, width)
        return self._painted[key]

    def _paint(self, number: int, width: int) -> Strip:
        if self._base is None:
            self._base = self.rich_style
        text = self.line(number, width)
        if text is None:
            return Strip.blank(width, self._base)
        text.truncate(width, overflow="ellipsis", pad=True)
        return Strip(text.render(self.app.console), width).apply_style(self._base)
