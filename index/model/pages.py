"""A whole document line by line, with what has become of each line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from index.model.documents import Issued, Span
from index.model.items import Item
from index.model.mends import NOTHING, Mends


class LineRole(Enum):
    """What a line of a document is."""

    ITEM = auto()
    SECTION = auto()
    FURNITURE = auto()
    BLANK = auto()


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of the original: its text, clean, and what it is.

    `item` is the id of the item that the line is of, or that a blank line lies in; "" where it is
    of none. `why` says why a line is furniture. `paragraph` are the lines that are one paragraph
    with it, where these are several.
    """

    text: str
    role: LineRole
    item: str = ""
    why: str = ""
    paragraph: Span | None = None


@dataclass(frozen=True, slots=True)
class WholePage:
    """A document, its lines in order and its items. Line 1 is `lines[0]`."""

    document: str
    title: str
    issued: Issued
    lines: tuple[PageLine, ...]
    items: tuple[Item, ...]
    mends: Mends = NOTHING

    def paragraph_at(self, line: int) -> Span:
        """The lines of the paragraph that the line is of."""
        return self.lines[line - 1].paragraph or Span(line, line)

    def item_at(self, line: int) -> Item | None:
        """The item that the line is of, or lies in."""
        wanted = self.lines[line - 1].item if 1 <= line <= len(self.lines) else ""
        return next((item for item in self.items if item.id == wanted), None) if wanted else None
