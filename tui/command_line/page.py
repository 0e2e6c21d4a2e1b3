"""Text on stdout for a person to read. It draws with rich, which JSON and messages never load."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from tui.command_line.printing import printable

WIDEST = 100
"""Columns beyond which lines of text are hard to read, however wide the terminal is."""

_NARROWEST = 20
"""Columns that a line keeps however far it is indented."""

_WORD = re.compile(r"\s*\S+\s*")


class Page:
    """Lines of text on stdout, wrapped to the width and never read as markup.

    On a terminal they have styles, of which NO_COLOR leaves bold and dim. Piped to a file or a
    program they are plain, and as wide as COLUMNS says or 80.
    """

    def __init__(self) -> None:
        self._console = _Stdout(markup=False, highlight=False, emoji=False)

    @property
    def width(self) -> int:
        """Columns that a line may have."""
        return min(self._console.width, WIDEST)

    def line(self, *pieces: str | tuple[str, str] | Text, indent: int = 0, hang: int = 0) -> None:
        """Write a line of pieces, each a text, or a text and its style ("bold", "dim").

        What is too long goes on below, indented by `indent` and `hang` columns. A word that is
        longer than a line, as addresses are, stays whole.
        """
        whole = Text()
        for piece in pieces:
            if isinstance(piece, Text):
                whole.append_text(piece)
            else:
                text, style = (piece, "") if isinstance(piece, str) else piece
                whole.append(printable(text), style or None)
        width = max(self.width - indent - hang, _NARROWEST)
        for number, row in enumerate(whole.divide(_line_breaks(whole.plain, width))):
            margin = " " * (indent + (hang if number else 0))
            row.rstrip()
            self._console.print(margin, row, sep="", soft_wrap=True)

    def gap(self) -> None:
        """Write an empty line."""
        self._console.print()

    def draw(self, picture: RenderableType) -> None:
        """Write anything else that rich can draw."""
        self._console.print(picture, width=self.width)


class _Stdout(Console):
    def on_broken_pipe(self) -> None:
        """Leave a closed pipe to `exits`; rich would leave the program with an exit code of 1."""
        raise BrokenPipeError


def marked(text: str, slices: Iterable[Sequence[int]], style: str = "bold") -> Text:
    """A text with `slices` of it in a style of their own."""
    styled = Text(printable(text))
    for start, end in slices:
        styled.stylize(style, start, end)
    return styled


def _line_breaks(text: str, width: int) -> Iterator[int]:
    """Offsets at which the text goes on in a new line of `width` columns, between words only."""
    used = 0
    for word in _WORD.finditer(text):
        if used and used + cell_len(word[0].rstrip()) > width:
            yield word.start()
            used = 0
        used += cell_len(word[0])
