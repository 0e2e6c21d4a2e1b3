"""The preview: the pack as plain text, turned to the entry under the cursor."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from rich.text import Text
from textual import events
from textual.geometry import Size

from tui.reader.line_pane import LinePane

_MARGIN = 1
_MEASURE = 92
"""Lines longer than this are hard to follow by eye."""
_NARROWEST = 10


class Preview(LinePane):
    """Shows a text and scrolls it by lines."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text = ""
        self._sought = "", ""
        self._lines: list[str] = []

    def show(self, text: str) -> None:
        """Show the text, as far down as the one before."""
        if text != self._text:
            self._text = text
            self._lay_out()

    def turn_to(self, number: int, title: str) -> None:
        """Scroll to where the pack tells of the entry with that number and title.

        That is where both stand last: what the agenda at the front lists follows in full behind it.
        """
        self._sought = f"{number}. ", " ".join(f"{number}. {title}".split())
        self._turn()

    def _turn(self) -> None:
        number, heading = self._sought
        found = [
            place
            for place, line in enumerate(map(str.strip, self._lines))
            if number and line.startswith(number) and heading.startswith(line)
        ]
        if found:
            self.scroll_to(y=max(0, found[-1] - 1), animate=False, force=True)

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

    def on_resize(self, _: events.Resize) -> None:
        """Wrap the text anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = min(self.scrollable_content_region.width - 2 * _MARGIN, _MEASURE)
        self._lines = list(_wrapped(self._text, max(width, _NARROWEST)))
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))
        self.repaint()
        self._turn()

    def line(self, number: int, width: int) -> Text | None:
        """A line of the text."""
        if number >= len(self._lines):
            return None
        return Text(" " * _MARGIN + self._lines[number])


def _wrapped(text: str, width: int) -> Iterable[str]:
    """The lines of the text, those that are too long folded below where their words begin."""
    for line in text.splitlines():
        if len(line) <= width:
            yield line
            continue
        indent = " " * (len(line) - len(line.lstrip()))
        yield from textwrap.wrap(
            line,
            width,
            subsequent_indent=indent[: width // 2],
            drop_whitespace=True,
            break_on_hyphens=False,
        ) or [""]
