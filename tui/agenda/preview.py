"""The preview: the pack as plain text, turned to the entry under the cursor."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual import events
from textual.message import Message

from index.model.formats import PackPreview
from tui.reader.line_pane import LinePane

_MARGIN = 1
_NARROWEST = 20


class Preview(LinePane):
    """Shows a text and scrolls it by lines. Posts `Resized` when it wants one of another width."""

    COMPONENT_CLASSES = {"preview--heading"}  # noqa: RUF012 - typed so by Textual

    class Resized(Message):
        """The text no longer fits: lines of `Preview.measure` columns are wanted."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._shown = PackPreview()
        self._number = 0
        self._headings: frozenset[int] = frozenset()

    @property
    def measure(self) -> int:
        """How long lines may be, in columns."""
        room = self.scrollable_content_region.width - 2 * _MARGIN
        return max(_NARROWEST, min(room, self.MEASURE))

    def show(self, preview: PackPreview) -> None:
        """Show the text, at the entry that it was turned to last."""
        self._shown = preview = _folded(preview, self.measure)
        self._headings = frozenset(_headings(preview))
        self.set_length(len(preview.lines))
        self.repaint()
        self.turn_to(self._number)

    def turn_to(self, number: int) -> None:
        """Scroll to where the text tells of the entry with that number on the agenda."""
        self._number = number
        if number in self._shown.places:
            place = max(0, self._shown.places[number] - 1)
            self.scroll_to(y=place, animate=False, force=True)

    def on_resize(self, _: events.Resize) -> None:
        """Ask for lines that fit."""
        self.post_message(self.Resized())

    def notify_style_update(self) -> None:
        """Colours are part of the lines."""
        super().notify_style_update()
        self.repaint()

    def line(self, number: int, width: int) -> Text | None:
        """A line of the text."""
        if number >= len(self._shown.lines):
            return None
        line = Text(" " * _MARGIN + self._shown.lines[number])
        if number in self._headings:
            line.stylize(self.ink("preview--heading"))
        return line


def _folded(preview: PackPreview, measure: int) -> PackPreview:
    """The text with what is longer than a line, such as an address, cut where that ends."""
    lines: list[str] = []
    moved: list[int] = []
    for line in preview.lines:
        moved.append(len(lines))
        lines += [line[at : at + measure] for at in range(0, max(len(line), 1), measure)]
    return PackPreview(
        tuple(lines), {number: moved[place] for number, place in preview.places.items()}
    )


def _headings(preview: PackPreview) -> Iterator[int]:
    """The lines of the headings, and those of the agenda that is listed at the front."""
    lines = preview.lines
    for place, line in enumerate(lines):
        if place and line and not line.strip("=-"):
            yield place - 1
    for place in preview.places.values():
        yield place
        # the heading of an entry that is told in full goes on to the next empty line
        while not lines[place].startswith(" ") and lines[place + 1]:
            place += 1
            yield place
