"""The pane that shows a whole newsletter, of any length: it paints only what is in sight."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message

from index.model.items import Item
from index.model.pages import LineRole, WholePage
from tui.reader.ink import ink
from tui.reader.line_pane import LinePane
from tui.screens.keys import bound
from tui.screens.whole_rows import Row, Rows, lay_out, shown

_STYLES = {
    LineRole.ITEM: "whole--item",
    LineRole.SECTION: "whole--section",
    LineRole.FURNITURE: "whole--furniture",
}
_ABOVE = 3
"""Rows that stay in sight above and below the cursor."""


class WholeText(LinePane):
    """The lines of a newsletter, with a cursor on one of them; blank ones are passed over."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "whole--item",
        "whole--section",
        "whole--furniture",
        "whole--number",
        "whole--rule",
        "whole--mended",
        "whole--current",
        "whole--cursor",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("down", "cursor_down"),
        bound("up", "cursor_up"),
        bound("top", "first"),
        bound("bottom", "last"),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
    ]

    class Moved(Message):
        """The cursor is on another line, or the line is something else now."""

    def __init__(self) -> None:
        super().__init__(id="whole")
        self._page: WholePage | None = None
        self._rows = Rows((), {})
        self._lines: tuple[int, ...] = ()
        self._mended: frozenset[int] = frozenset()
        self._cursor = 0
        self._current = ""

    @property
    def cursor(self) -> int:
        """The line of the document that the cursor is on, 0 where there is none."""
        return self._cursor

    def show(self, page: WholePage, line: int) -> None:
        """Show the page with the cursor on the line, or on the next one that is not blank."""
        self._page = page
        self._mended = page.mends.lines
        self._lay_out()
        self.go_to(line)

    def go_to(self, line: int) -> None:
        """Put the cursor on the line, or on the next one that is not blank."""
        if self._page is None or not self._lines:
            return
        at = min(bisect_left(self._lines, line), len(self._lines) - 1)
        self._cursor = self._lines[at]
        item = self._page.item_at(self._cursor)
        self._current = item.id if item else ""
        self._reveal()
        self.refresh()
        self.post_message(self.Moved())

    def _step(self, step: int) -> None:
        at = bisect_left(self._lines, self._cursor) + step
        if self._lines:
            self.go_to(self._lines[min(max(at, 0), len(self._lines) - 1)])

    def action_cursor_down(self) -> None:
        """One line down."""
        self._step(1)

    def action_cursor_up(self) -> None:
        """One line up."""
        self._step(-1)

    def action_first(self) -> None:
        """To the first line."""
        self.go_to(0)

    def action_last(self) -> None:
        """To the last line."""
        if self._lines:
            self.go_to(self._lines[-1])

    def action_page(self, direction: int) -> None:
        """As far up or down as the pane is high; a line higher than that is passed at once."""
        if not self._lines:
            return
        starts = tuple(self._rows.first_of.values())
        height = max(1, self.size.height - _ABOVE)
        row = self._rows.first_of[self._cursor] + direction * height
        line = self._lines[max(0, bisect_right(starts, row) - 1)]
        if line == self._cursor:
            self._step(direction)
        else:
            self.go_to(line)

    async def on_click(self, event: events.Click) -> None:
        """Put the cursor on the line that was clicked."""
        row = (event.get_content_offset(self) or event.offset).y + self.scroll_offset.y
        if 0 <= row < len(self._rows.rows) and (line := self._rows.rows[row].line):
            self.go_to(line)

    # how it looks

    def on_resize(self, _: events.Resize) -> None:
        """Wrap the lines anew."""
        self._lay_out()
        self._reveal()

    @property
    def _margin(self) -> int:
        """Cells of the margin: a bar, the number of the line, a space on either side."""
        return len(str(len(self._page.lines) if self._page else 0)) + 3

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if self._page is None or width <= 0:
            return
        self._rows = lay_out(self._page, min(max(10, width - self._margin - 1), self.MEASURE))
        self._lines = self._rows.lines
        self.virtual_size = Size(width, len(self._rows.rows))
        self.repaint()

    def _reveal(self) -> None:
        first = self._rows.first_of.get(self._cursor)
        if first is None:
            return
        height = 1
        while (
            first + height < len(self._rows.rows)
            and self._rows.rows[first + height].line == self._cursor
            and height < self.size.height - 2 * _ABOVE
        ):
            height += 1
        above = max(0, first - _ABOVE)
        self.scroll_to_region(
            Region(0, above, 1, first - above + height + _ABOVE),
            animate=False,
            force=True,
            x_axis=False,
        )

    def look_of(self, number: int) -> Hashable:
        """A line looks otherwise under the cursor, and with the item that the cursor is in."""
        if self._page is None or number >= len(self._rows.rows):
            return None
        row = self._rows.rows[number]
        item = self._page.lines[row.line - 1].item if row.line else ""
        if row.item >= 0:
            item = self._page.items[row.item].id
        return row.line == self._cursor, item == self._current

    def line(self, number: int, width: int) -> Text | None:
        """A row: a stretch of a line, the rule above an item, or a gap."""
        if self._page is None or number >= len(self._rows.rows):
            return None
        row = self._rows.rows[number]
        if row.item >= 0:
            return self._rule(self._page.items[row.item], width)
        if not row.line:
            return None
        text = self._stretch(self._page, row)
        if row.line == self._cursor:
            text.truncate(width, overflow="ellipsis", pad=True)
            text.stylize(ink(self, "whole--cursor"))
        return text

    def _rule(self, item: Item, width: int) -> Text:
        style = ink(self, "whole--rule")
        if item.id == self._current:
            style += ink(self, "whole--current")
        words = Text(f"{'─' * (self._margin - 1)} {item.title} ", style)
        words.truncate(max(1, width - 2), overflow="ellipsis")
        return words.append("─" * max(0, width - words.cell_len), style)

    def _stretch(self, page: WholePage, row: Row) -> Text:
        line = page.lines[row.line - 1]
        mine = bool(line.item) and line.item == self._current
        numbered = self._rows.rows[self._rows.first_of[row.line]] is row
        digits = self._margin - 3
        text = Text().append("▌" if mine else " ", ink(self, "whole--current"))
        number = f"{row.line:>{digits}}" if numbered else " " * digits
        ink_of_number = "whole--mended" if row.line in self._mended else "whole--number"
        text.append(f"{number}  ", ink(self, ink_of_number))
        # what is dimmed is hard to read on the colour of the cursor
        role = LineRole.ITEM if row.line == self._cursor else line.role
        style = ink(self, _STYLES[role])
        return text.append(shown(line.text)[row.start : row.end], style)
