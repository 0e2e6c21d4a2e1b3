"""Plain text and Markdown as blocks: a paragraph, a bullet, a heading each."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from index.model.documents import Block, Span
from index.reading import markdown
from index.reading.lines import Line, line_of
from index.reading.wrapping import column_of, goes_on, joined


def blocks_of(text: str, borders: Container[int] = ()) -> tuple[Block, ...]:
    """The blocks of a clean text, with the numbers of their lines.

    Each line is a block of its own, but that the lines of a paragraph or bullet broken at a column
    are one, and that a heading has the line drawn under it. At the lines whose numbers are in
    `borders` a block begins whatever stands above.
    """
    lines = tuple(_lines(text))
    column = column_of(lines)
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        end = at + 1
        if _is_underlined(lines, at, borders):
            blocks.append(
                _block(lines[at:end], level=_UNDERLINES[lines[end].text[0]], drawn=lines[end])
            )
            at = end + 1
            continue
        while end < len(lines) and goes_on(lines[end - 1], lines[end], column):
            if lines[end].number in borders or _is_underlined(lines, end, borders):
                break
            end += 1
        blocks.append(_block(lines[at:end], level=lines[at].level))
        at = end
    return tuple(blocks)


_UNDERLINES = {"=": 1, "-": 2, "~": 3, "_": 2, "*": 2}
"""The levels of headings by what is drawn under them."""

_IN_STARS = re.compile(r"\*{2,4}[ \t]+(?=[^\s*])")
"""What the plain text of a mailing has before a heading, with a line drawn below."""

_SHORTEST_UNDERLINE = 3
_LONGEST_HEADING = 120


def _lines(text: str) -> Iterator[Line]:
    blank = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        line = line_of(number, raw, blank)
        if line is None:
            blank += 1
        else:
            yield line
            blank = 0


def _block(lines: Sequence[Line], *, level: int, drawn: Line | None = None) -> Block:
    first, last = lines[0], drawn or lines[-1]
    whole = joined([line.text for line in lines])
    if not level and not first.marker and markdown.is_emphasised(whole):
        level = 6
    strong = 0 if level else markdown.emphasised_at_start(whole)
    if drawn is not None and (stars := _IN_STARS.match(whole)):
        whole = whole[stars.end() :]
    text, links = markdown.plain(whole)
    return Block(
        text=text,
        lines=Span(first.number, last.number),
        marker=first.marker,
        level=level,
        indent=first.indent,
        blank_before=first.blank_before,
        links=links,
        strong=strong,
    )


def _is_underlined(lines: Sequence[Line], at: int, borders: Container[int]) -> bool:
    """Whether the next line is drawn under this one, rather than between two parts of the page."""
    if at + 1 >= len(lines) or lines[at + 1].number in borders:
        return False
    line, drawn = lines[at], lines[at + 1]
    if drawn.blank_before or drawn.text[0] not in _UNDERLINES or line.marker or line.level:
        return False
    if len(line.text) > _LONGEST_HEADING or len(drawn.text) < _SHORTEST_UNDERLINE:
        return False
    if set(drawn.text) != {drawn.text[0]} or line.text[-1] in ".,;":
        return False
    if line.text[0] in _UNDERLINES and not _IN_STARS.match(line.text):
        return False
    alone = at == 0 or line.blank_before > 0 or lines[at - 1].text[0] in _UNDERLINES
    if drawn.text[0] == "=":
        return alone
    alike = 0.6 * len(line.text) <= len(drawn.text) <= 1.6 * len(line.text)
    return alone and (
        alike or bool(_IN_STARS.match(line.text)) or (len(drawn.text) < 6 and len(line.text) <= 60)
    )
