"""A whole newsletter as rows of a width: its lines wrapped, a rule above each of its items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from index.model.pages import LineRole, WholePage


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the screen.

    `line` is the line of the document that it shows, 0 for a rule or a gap; `start` and `end` are
    the stretch of its text; `item` is, for a rule, the place of the item that it stands above, else
    -1.
    """

    line: int = 0
    start: int = 0
    end: int = 0
    item: int = -1


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a page, and where among them each line begins; blank lines have no row."""

    rows: tuple[Row, ...]
    first_of: dict[int, int]

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines that are not blank, in order."""
        return tuple(self.first_of)


def lay_out(page: WholePage, width: int) -> Rows:
    """The page in rows of at most `width` cells. Blank lines become a gap, several of them one."""
    begins = {item.lines.first: at for at, item in enumerate(page.items) if item.lines}
    rows: list[Row] = []
    first_of: dict[int, int] = {}
    gap = False
    for number, line in enumerate(page.lines, 1):
        if line.role is LineRole.BLANK:
            gap = bool(rows)
            continue
        if number in begins:
            rows.append(Row(item=begins[number]))
        elif gap:
            rows.append(Row())
        gap = False
        first_of[number] = len(rows)
        rows += [Row(number, start, end) for start, end in wrapped(shown(line.text), width)]
    return Rows(tuple(rows), first_of)


def shown(text: str) -> str:
    """A line as it is shown: without the white space at its end, and tabs as spaces."""
    return text.rstrip().expandtabs(4)


def wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text, none wider than `width` cells, broken at spaces where it has any."""
    start = 0
    while True:
        end = min(len(text), start + width)
        while end > start + 1 and cell_len(text[start:end]) > width:
            end -= 1
        if end < len(text) and (space := text.rfind(" ", start + 1, end + 1)) > start:
            end = space
        yield start, end
        start = end
        while start < len(text) and text[start] == " ":
            start += 1
        if start >= len(text):
            return
