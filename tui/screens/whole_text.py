"""The pane that shows a whole newsletter, of any length: it paints only what is in sight."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from index.model.items import Item
from index.model.pages import LineRole, WholePage
from tui.reader.ink import ink
from tui.screens.keys import bound
from tui.screens.whole_rows import Row, Rows, lay_out, shown

_STYLES = {
    LineRole.ITEM: "whole--item",
    LineRole.SECTION: "whole--section",
    LineRole.FURNITURE: "whole--furniture",
}
_ABOVE = 3
"""Rows that stay in sight above and below the cursor."""


class WholeText(ScrollView, can_focus=True):
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

    @dataclass
    class Moved(Message):
        """The cursor is on another line, or the line is something else now."""

        line: int

    def __init__(self) -> None:
        super().__init__()
        self._page: WholePage | None = None
        self._rows = Rows((), {})
        self._lines: tuple[int, ...] = ()
        self._line = 0
        self._current = ""
        self._base = Style()

    @property
    def line(self) -> int:
        """The line of the document that the cursor is on, 0 where there is none."""
        return self._line

    def show(self, page: WholePage, line: int) -> None:
        """Show the page with the cursor on the line, or on the next one that is not blank."""
        self._page = page
        self._lay_out()
        self.go_to(line)

    def go_to(self, line: int) -> None:
        """Put the cursor on the line, or on the next one that is not blank."""
        if self._page is None or not self._lines:
            return
        at = min(bisect_left(self._lines, line), len(self._lines) - 1)
        self._line = self._lines[at]
        item = self._page.item_at(self._line)
        self._current = item.id if item else ""
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self._line))

    def _step(self, step: int) -> None:
        at = bisect_left(self._lines, self._line) + step
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
        height = max(1, self.size.height - _ABOVE)
        row = self._rows.first_of[self._line] + direction * height
        target = self._rows.rows[min(max(row, 0), len(self._rows.rows) - 1)].line
        while not target and 0 <= row < len(self._rows.rows):
            target = self._rows.rows[row].line
            row += direction
        if target == self._line or not target:
            self._step(direction)
        else:
            self.go_to(target)

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
        self._rows = lay_out(self._page, max(10, width - self._margin - 1))
        self._lines = self._rows.lines
        self.virtual_size = Size(width, len(self._rows.rows))

    def _reveal(self) -> None:
        first = self._rows.first_of.get(self._line)
        if first is None:
            return
        height = 1
        while (
            first + height < len(self._rows.rows)
            and self._rows.rows[first + height].line == self._line
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

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines within `crop`. What they share is worked out once for all of them."""
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the screen. `y` counts from the top of the pane."""
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if self._page is None or number >= len(self._rows.rows):
            return Strip.blank(width, self._base)
        row = self._rows.rows[number]
        base = self._base
        if row.item >= 0:
            text = self._rule(self._page.items[row.item], width)
        elif not row.line:
            text = Text()
        else:
            text = self._stretch(self._page, row)
            if row.line == self._line:
                base += ink(self, "whole--cursor")
        text.truncate(width, overflow="ellipsis", pad=True)
        return Strip(text.render(self.app.console), width).apply_style(base)

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
        text = Text("▌" if mine else " ", ink(self, "whole--current"))
        number = f"{row.line:>{digits}}" if numbered else " " * digits
        mended = row.line in page.mends.borders and row.line not in {
            each + 1 for each in page.mends.furniture | page.mends.content
        }
        text.append(f"{number}  ", ink(self, "whole--mended" if mended else "whole--number"))
        style = ink(self, _STYLES[line.role])
        return text.append(shown(line.text)[row.start : row.end], style)
