"""Plain text and Markdown as blocks: a paragraph, a bullet, a heading each."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from itertools import compress, count, repeat
from operator import attrgetter, itemgetter

from index.model.documents import Block, Span
from index.reading import markdown
from index.reading.lines import Line, lines_of
from index.reading.wrapping import column_of, goes_on, joined


def blocks_of(text: str, borders: Container[int] = ()) -> tuple[Block, ...]:
    """The blocks of a clean text, with the numbers of their lines.

    Each line is a block of its own, but that the lines of a paragraph or bullet broken at a column
    are one, and that a heading has the line drawn under it. At the lines whose numbers are in
    `borders` a block begins whatever stands above.
    """
    lines = lines_of(text)
    column = column_of(lines)
    firsts = map(itemgetter(0), map(attrgetter("text"), lines))
    headings = {
        at - 1
        for at in compress(count(), map(_UNDERLINES.__contains__, firsts))
        if at and _is_drawn_under(lines, at, borders)
    }
    if column or headings:
        blocks = _of_several_lines(lines, column, headings, borders)
    else:
        blocks = list(map(_BLOCK, zip(*_fields_of(lines), repeat(()), repeat(0), strict=False)))
    for at in markdown.marked(text, list(map(_TEXT, blocks))):
        blocks[at] = _without_marks(blocks[at])
    return tuple(blocks)


_UNDERLINES = {"=": 1, "-": 2, "~": 3, "_": 2, "*": 2}
"""The levels of headings by what is drawn under them."""

_IN_STARS = re.compile(r"\*{2,4}[ \t]+(?=[^\s*])")
"""What the plain text of a mailing has before a heading, with a line drawn below."""

_SHORTEST_UNDERLINE = 3
_LONGEST_HEADING = 120


def _fields_of(lines: Sequence[Line]) -> Iterator[Iterator[object]]:
    """What the blocks of the lines have of these: text, lines, marker, level, indent, blanks."""
    yield map(attrgetter("text"), lines)
    numbers = list(map(attrgetter("number"), lines))
    yield map(_SPAN, zip(numbers, numbers, strict=True))
    for name in ("marker", "level", "indent", "blank_before"):
        yield map(attrgetter(name), lines)


_TEXT = attrgetter("text")
_BLOCK: Callable[[Iterable[object]], Block] = partial(tuple.__new__, Block)
_SPAN: Callable[[Iterable[object]], Span] = partial(tuple.__new__, Span)
"""Make a Block or Span of all its fields, in order, in half the time that the names take."""


def _of_several_lines(
    lines: Sequence[Line], column: int, headings: Container[int], borders: Container[int]
) -> list[Block]:
    """The blocks of lines that were broken at `column` (0 for none) or have lines drawn under."""
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        end = at + 1
        if at in headings:
            blocks.append(_heading(line, lines[end]))
            end += 1
        else:
            while (
                column
                and end < len(lines)
                and end not in headings
                and goes_on(lines[end - 1], lines[end], column)
                and lines[end].number not in borders
            ):
                end += 1
            whole = line.text if end == at + 1 else joined([one.text for one in lines[at:end]])
            blocks.append(_block(line, whole, lines[end - 1].number))
        at = end
    return blocks


def _block(first: Line, whole: str, last: int) -> Block:
    """The block that begins with the line `first`, says `whole`, and ends at the line `last`."""
    return Block(
        whole,
        Span(first.number, last),
        first.marker,
        first.level,
        first.indent,
        first.blank_before,
    )


def _without_marks(block: Block) -> Block:
    """The block as it is read, without the marks that Markdown sets within a line."""
    level, strong = block.level, 0
    if not level and not block.marker and markdown.is_emphasised(block.text):
        level = 6
    if not level:
        strong = markdown.emphasised_at_start(block.text)
    text, links = markdown.plain(block.text)
    return block._replace(text=text, level=level, links=links, strong=strong)


def _heading(line: Line, drawn: Line) -> Block:
    """The heading under which a line is drawn."""
    stars = _IN_STARS.match(line.text)
    return _block(
        line._replace(level=_UNDERLINES[drawn.text[0]]),
        line.text[stars.end() :] if stars else line.text,
        drawn.number,
    )


def _is_drawn_under(lines: Sequence[Line], at: int, borders: Container[int]) -> bool:
    """Whether the line is drawn under the one above, rather than between two parts of the page."""
    line, drawn = lines[at - 1], lines[at]
    if drawn.number in borders or drawn.blank_before or line.marker or line.level:
        return False
    if len(line.text) > _LONGEST_HEADING or len(drawn.text) < _SHORTEST_UNDERLINE:
        return False
    if set(drawn.text) != {drawn.text[0]} or line.text[-1] in ".,;":
        return False
    if line.text[0] in _UNDERLINES and not _IN_STARS.match(line.text):
        return False
    alone = at == 1 or line.blank_before > 0 or lines[at - 2].text[0] in _UNDERLINES
    if drawn.text[0] == "=":
        return alone
    alike = 0.6 * len(line.text) <= len(drawn.text) <= 1.6 * len(line.text)
    return alone and (
        alike or bool(_IN_STARS.match(line.text)) or (len(drawn.text) < 6 and len(line.text) <= 60)
    )
