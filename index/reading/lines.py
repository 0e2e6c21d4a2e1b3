"""A line of a text file by itself: its indent, its bullet or number, its Markdown level."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    `text` is without the marker and the white space round it; `width` counts the columns of the
    whole line; the rest is as in `Block`.
    """

    number: int
    text: str
    width: int
    marker: str = ""
    level: int = 0
    indent: int = 0
    blank_before: int = 0


def line_of(number: int, raw: str, blank_before: int) -> Line | None:
    """The line `raw` read by itself, or None where it is blank."""
    whole = raw.strip()
    if not whole:
        return None
    columns = raw.rstrip().expandtabs(4) if "\t" in raw else raw.rstrip()
    indent = len(columns) - len(columns.lstrip())
    marker, text, level = "", whole, 0
    if whole[0] == "#" and (heading := _MARKDOWN_HEADING.match(whole)):
        level, text = len(heading[1]), whole[heading.end() :].rstrip("#").rstrip()
    elif whole[0] in _MAY_MARK and (marked := _MARKER.match(whole)):
        marker, text = marked[0].rstrip(), whole[marked.end() :]
    return Line(number, text, len(columns), marker, level, indent, blank_before)


# A hashtag has no space after the sign; a heading must.
_MARKDOWN_HEADING = re.compile(r"(#{1,6})[ \t]+(?=[^#\s])")

_BULLETS = "-*+•·▪◦●○‣■□▶►»➢➤✓✔–—∙"
_MAY_MARK = frozenset(_BULLETS + "o(0123456789abcdefghijklmnopqrstuvwxyzABCDEFGH")
_MARKER = re.compile(
    rf"""(?: [{re.escape(_BULLETS)}]                     # a bullet
           | o(?=[ \t]) (?![ \t]{{1,4}}clock)            # Word's second level, as plain text
           | \(?[0-9]{{1,3}}[.)]                         # 1. 1) (1)
           | [1-9][0-9]{{0,2}}(?:\.[0-9]{{1,3}}){{1,3}}[.)]?  # 3.1 or 3.1.2, but not 0.8
           | \(?(?:[a-zA-H]|i{{1,3}}|iv|vi{{0,3}}|ix|x)[.)] # a) (b) iv.
         ) [ \t]+ (?=\S)
         | [0-9]{{1,2}}[.)](?=[A-Z][a-z])  # 1)Introduction, with no space
         """,
    re.VERBOSE,
)
