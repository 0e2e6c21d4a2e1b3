"""The lines of a file, each by itself: its indent, its bullet or number, its Markdown level."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import compress, count, repeat
from operator import contains, itemgetter, ne, or_, sub
from typing import NamedTuple


class Line(NamedTuple):
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


def lines_of(text: str) -> list[Line]:
    """The lines of a clean text that are not blank, each read by itself."""
    raw = text.split("\n")
    stripped = list(map(str.strip, raw))
    numbers = list(compress(count(1), stripped))
    blanks = map(sub, map(sub, numbers, [0, *numbers]), repeat(1))
    texts = list(filter(None, stripped))
    widths = list(map(len, texts))
    indents = [0] * len(texts)
    if "\t" in text or sum(widths) + len(raw) - 1 < len(text):
        raw = list(compress(raw, stripped))
        uneven = map(ne, map(len, raw), widths)
        for at in compress(count(), map(or_, uneven, map(contains, raw, repeat("\t")))):
            widths[at], indents[at] = _columns(raw[at])
    markers, levels = [""] * len(texts), [0] * len(texts)
    for at in _marked(texts):
        markers[at], levels[at], texts[at] = _without_mark(texts[at])
    columns = zip(numbers, texts, widths, markers, levels, indents, blanks, strict=True)
    return list(map(_LINE, columns))


def _marked(texts: Sequence[str]) -> list[int]:
    """The places of the lines that may begin with a mark."""
    letters = compress(count(), map(_BEHIND_LETTER.__contains__, map(_SECOND, texts)))
    others = compress(count(), map(_MARKS.__contains__, map(_FIRST, texts)))
    return [at for at in letters if texts[at][0] in _LETTERS] + list(others)


def _columns(raw: str) -> tuple[int, int]:
    """How many columns a line has, and how many of them stand before its text."""
    columns = raw.rstrip().expandtabs(4)
    return len(columns), len(columns) - len(columns.lstrip())


def _without_mark(whole: str) -> tuple[str, int, str]:
    """The marker of a line, its Markdown level, and what it says."""
    if whole[0] == "#":
        if heading := _MARKDOWN_HEADING.match(whole):
            return "", len(heading[1]), whole[heading.end() :].rstrip("#").rstrip()
    elif marked := _MARKER.match(whole):
        return marked[0].rstrip(), 0, whole[marked.end() :]
    return "", 0, whole


_LINE: Callable[[Iterable[object]], Line] = partial(tuple.__new__, Line)
"""Makes a Line of all its fields, in order, in half the time that `Line` takes."""
_FIRST, _SECOND = itemgetter(slice(1)), itemgetter(slice(1, 2))

# A hashtag has no space after the sign; a heading must.
_MARKDOWN_HEADING = re.compile(r"(#{1,6})[ \t]+(?=[^#\s])")

_BULLETS = "-*+•·▪◦●○‣■□▶►»➢➤✓✔–—∙"
_MARKS = frozenset(f"#{_BULLETS}(0123456789iv")
"""What a mark may begin with, whatever follows: "i" and "v" begin Roman numerals."""
_LETTERS = frozenset("abcdefghjklmnopqrstuwxyzABCDEFGH")
_BEHIND_LETTER = frozenset(".) \t")
"""What follows other letters, where they are marks."""
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
