"""The text of a part, joined from its blocks for reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from index.model.documents import Block, Link

_STEP = "  "
_MARKER, _LINKS = map(attrgetter, ("marker", "links"))


def read_out(blocks: Sequence[Block]) -> tuple[str, tuple[Link, ...]]:
    """The text of the blocks, a paragraph or bullet a line, and their links within that text."""
    if not (any(map(_MARKER, blocks)) or any(map(_LINKS, blocks))):
        return "\n".join([block.text for block in blocks]), ()
    lines: list[str] = []
    links: list[Link] = []
    length = 0
    levels: list[tuple[int, str]] = []
    for block in blocks:
        prefix = ""
        if block.marker:
            prefix = f"{_STEP * _depth(block, levels)}{block.marker} "
        elif levels:
            levels.clear()
        if block.links:
            start = length + len(prefix)
            links += [
                link
                if link.start < 0
                else replace(link, start=link.start + start, end=link.end + start)
                for link in block.links
            ]
        lines.append(prefix + block.text)
        length += len(lines[-1]) + 1
    return "\n".join(lines), tuple(links)


def _depth(block: Block, levels: list[tuple[int, str]]) -> int:
    """How deep a bullet lies in its list, by its indent and by the kind of its marker.

    `levels` are the bullets that it lies in, outermost first; it is brought up to date.
    """
    kind = "0" if any(c.isdigit() for c in block.marker) else block.marker
    for depth, (indent, known) in enumerate(levels):
        if kind == known and abs(indent - block.indent) <= 1:
            del levels[depth + 1 :]
            return depth
    while levels and levels[-1][0] > block.indent:
        levels.pop()
    levels.append((block.indent, kind))
    return len(levels) - 1
