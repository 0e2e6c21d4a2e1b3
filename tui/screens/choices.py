"""A list to choose from, by arrows or by letters, that reads its texts as texts."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.screens.hanging import Hanging
from tui.screens.keys import bound
from tui.screens.styles import HEADING, MARK, MUTED


class Choices(OptionList, inherit_bindings=False):
    """A list whose rows wrap. Enter is left to the screen, so that it can say what Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("down", "cursor_down"),
        bound("up", "cursor_up"),
        bound("top", "first"),
        bound("bottom", "last"),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
    ]

    def __init__(self, *rows: Option, id: str | None = None) -> None:
        super().__init__(*rows, id=id, markup=False)

    def action_cursor_down(self) -> None:
        """To the next row, staying on the last."""
        if self.highlighted is None or self._another(self.highlighted, 1):
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """To the row before, staying on the first."""
        if self.highlighted is None or self._another(self.highlighted, -1):
            super().action_cursor_up()

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Scroll to the row, and to the headings above it where it is the first below them."""
        super().scroll_to_highlight(top)
        if self.highlighted is None or not self.is_mounted or top:
            return
        first = self.highlighted
        while first > 0 and self.options[first - 1].disabled:
            first -= 1
        if first < self.highlighted and first in self._index_to_line:
            start = self._index_to_line[first]
            end = self._index_to_line[self.highlighted] + self._heights[self.highlighted]
            # a heading taller than the list would push the row itself out of sight
            if end - start <= self.scrollable_content_region.height:
                self.scroll_to_region(
                    Region(0, start, self.scrollable_content_region.width, end - start),
                    force=True,
                    animate=False,
                    immediate=True,
                )

    def _another(self, index: int, direction: int) -> bool:
        rest = self.options[index + 1 :] if direction > 0 else self.options[:index]
        return any(not option.disabled for option in rest)


def row(mark: str, body: Content, margin: int) -> Option:
    """A row with a mark in its margin, which is `margin` cells wide."""
    return Option(Hanging(Content.styled(mark, MARK), body, margin))


def heading(words: str, *, apart: bool = False) -> Option:
    """A heading between rows, which cannot be chosen, `apart` from the rows above it."""
    return _between(words, HEADING, apart)


def remark(words: str, *, apart: bool = False) -> Option:
    """A sentence between rows, which cannot be chosen, `apart` from the rows above it."""
    return _between(words, MUTED, apart)


def _between(words: str, style: str, apart: bool) -> Option:
    return Option(Content.styled(f"\n{words}" if apart else words, style), disabled=True)
