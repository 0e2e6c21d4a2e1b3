"""Plain text and Markdown as blocks: a paragraph, a bullet, a heading each."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from index.model.documents import Block, Link, Span
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
    headings = {
        at - 1
        for at, line in enumerate(lines)
        if line.text[0] in _UNDERLINES and at and _is_drawn_under(lines, at, borders)
    }
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
    return tuple(blocks)


_UNDERLINES = {"=": 1, "-": 2, "~": 3, "_": 2, "*": 2}
"""The levels of headings by what is drawn under them."""

_IN_STARS = re.compile(r"\*{2,4}[ \t]+(?=[^\s*])")
"""What the plain text of a mailing has before a heading, with a line drawn below."""

_SHORTEST_UNDERLINE = 3
_LONGEST_HEADING = 120


def _block(first: Line, whole: str, last: int) -> Block:
    """The block that begins with the line `first`, says `whole`, and ends at the line `last`."""
    level, strong = first.level, 0
    links: tuple[Link, ...] = ()
    if markdown.may_have_marks(whole):
        if not level and not first.marker and markdown.is_emphasised(whole):
            level = 6
        strong = 0 if level else markdown.emphasised_at_start(whole)
        whole, links = markdown.plain(whole)
    return Block(
        whole,
        Span(first.number, last),
        first.marker,
        level,
        first.indent,
        first.blank_before,
        links,
        strong,
    )


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
