"""Text from outside, made ready for a file of any format: through the gate, and in lines."""

from __future__ import annotations

import re

from index.meetings.blocks import Line
from index.reading.cleaning import clean

_BULLET = re.compile(r"(?P<indent> *)(?:[•·▪◦‣●○■□➢*+–-]|o) +(?P<text>\S.*)")
_DEEPEST = 6
_NO_CHARACTERS = re.compile(
    "["
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)
"""Code points beyond the first 65,536 that never stand for a character: HTML forbids them."""


def through_the_gate(text: str) -> str:
    """The text as people see it, and as every format can hold it."""
    return _NO_CHARACTERS.sub("", clean(text))


def one_line(text: str) -> str:
    """The text on one line, clean."""
    return " ".join(through_the_gate(text).split())


def lines(text: str) -> tuple[Line, ...]:
    """The paragraphs and bullets of a text, clean.

    Bullets are indented by two spaces a level, as in the text of an item. None is deeper by two
    than the one above it, or deeper than 6.
    """
    made: list[Line] = []
    depth = 0
    for line in through_the_gate(text).split("\n"):
        if not line.strip():
            continue
        if (bullet := _BULLET.fullmatch(line.expandtabs(2).rstrip())) is None:
            depth = 0
            made.append(Line(" ".join(line.split())))
        else:
            depth = min(len(bullet["indent"]) // 2, depth, _DEEPEST - 1) + 1
            made.append(Line(" ".join(bullet["text"].split()), depth))
    return tuple(made)
