"""The line that says that the search index is made, why, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from textual import events

    from index.model.making import Making

_LEAST_BAR, _MOST_BAR = 16, 48
_APART = "  "


class IndexNotice(Static):
    """Hidden while there is nothing to say. Where one line has no room for all, there are two."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._making: Making | None = None
        self._lines = 0

    def show(self, making: Making) -> None:
        """Say how far the index is."""
        self._making = making
        self.display = True
        self._paint()

    def say_failed(self, error: str) -> None:
        """Say that a search cannot be answered, and why."""
        self._making = None
        self.display = True
        self.update(Content.styled(error, "$text-error"))

    def hide(self) -> None:
        """There is nothing more to say."""
        self._making = None
        self.display = False

    def on_resize(self, _: events.Resize) -> None:
        """Lay it out for the new width."""
        self._paint()

    def _paint(self) -> None:
        if self._making is None:
            return
        # before it is first laid out it has no width of its own
        width = self.content_size.width or self.screen.size.width - self.gutter.width
        lines = laid_out(self._making, width)
        self.update(Content("\n").join(lines), layout=len(lines) != self._lines)
        self._lines = len(lines)


def laid_out(making: Making, width: int) -> list[Content]:
    """What is said of the making, in one line or in two of that many columns."""
    words = Content(making.in_words())
    if not making.size:
        return [words.truncate(width, ellipsis=True)]
    count = f"{making.done:,} of {making.size:,} items"
    room = width - len(count) - len(_APART)
    beside = room - words.cell_length - len(_APART)
    if beside >= _LEAST_BAR:
        told = Content.assemble(bar(making, min(beside, _MOST_BAR)), _APART, count)
        return [Content.assemble(words, _APART, told)]
    told = Content.assemble(bar(making, max(0, min(room, _MOST_BAR))), _APART, count)
    return [words.truncate(width, ellipsis=True), told.truncate(width, ellipsis=True)]


def bar(making: Making, width: int) -> Content:
    """As many columns, filled as far as the making has come; also where there are no colours."""
    full = min(width, width * making.done // making.size)
    return Content.assemble(("▇" * full, "$accent"), ("▁" * (width - full), "$text-muted"))
