"""What the rows of a list show of texts: the passage that has most of the words of a query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.model.results import Slice
from index.search.highlighting import Marked, marked

_ELLIPSIS = "…"
_MOST = 500
"""Marked places of a text among which the best passage is looked for: the first of them."""

_SPACES = "\t\n\r\v\f\x1c\x1d\x1e\x1f"
"""Those of ASCII that are not " "."""

_BEFORE = 40
"""Characters before the first word that is shown, for the reader to come in."""


class Snippet(NamedTuple):
    """What a row shows of an item: a passage of its text, and slices of that and of the title."""

    passage: str
    slices: tuple[Slice, ...]
    title_slices: tuple[Slice, ...]
    found: Sequence[Marked]
    """What is marked in the title and in the text."""

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the words that are marked."""
        return frozenset([stem for *_, mark in self.found for stem in mark.split(" ")])


def snippet(marks: frozenset[str], text: str, width: int) -> tuple[str, tuple[Slice, ...]]:
    """The passage of `text` with the most of what is marked, and the marked slices of it.

    The passage is one line of at most `width` characters, cut between words, with an ellipsis where
    something is left out. Without anything marked it is the beginning of the text.
    """
    return snippets(marks, [""], [text], width)[0][:2]


def snippets(
    marks: frozenset[str], titles: Sequence[str], texts: Sequence[str], width: int
) -> list[Snippet]:
    """Of several items the title and the `snippet` of the text."""
    lines = _lines(texts)
    found = marked(marks, [*titles, *lines], _MOST)
    return [
        Snippet(
            *_passage(line, in_text, width),
            tuple([(start, end) for start, end, _ in in_title]) if in_title else (),
            in_title + in_text,
        )
        for line, in_title, in_text in zip(
            lines, found[: len(titles)], found[len(titles) :], strict=True
        )
    ]


def _lines(texts: Sequence[str]) -> list[str]:
    """The texts, each in one line."""
    # most texts are ASCII, and to look through them together is quicker
    lines = _is_line(" ".join([text for text in texts if text.isascii()]))
    return [
        text if (lines and text.isascii()) or _is_line(text) else " ".join(text.split())
        for text in texts
    ]


def _is_line(text: str) -> bool:
    """Whether it is worth no time to make one line of the text: it is one already."""
    # what can be printed has no space but " "; in ASCII it is quicker to look for each other one
    plain = not any(map(text.__contains__, _SPACES)) if text.isascii() else text.isprintable()
    return plain and "  " not in text and text[:1] != " " and text[-1:] != " "


def _passage(line: str, found: list[Marked], width: int) -> tuple[str, tuple[Slice, ...]]:
    opening, first, last, closing = _cut(line, _best(found, width), width)
    shift = len(opening) - first
    shown = [
        (start + shift, end + shift) for start, end, _ in found if start >= first and end <= last
    ]
    return opening + line[first:last] + closing, tuple(shown)


def _best(found: list[Marked], width: int) -> int:
    """Where the passage begins that has the most different marks, then the most marks."""
    room = width - _BEFORE
    if not found or found[-1][1] <= found[0][0] + room:
        return found[0][0] if found else 0
    best, most = 0, (0, 0)
    last = 0
    within: dict[str, int] = {}
    for first, (start, _, mark) in enumerate(found):
        while last < len(found) and found[last][1] <= start + room:
            within[found[last][2]] = within.get(found[last][2], 0) + 1
            last += 1
        value = (len(within), last - first)
        if value > most:
            most, best = value, start
        if last > first:
            within[mark] -= 1
            if not within[mark]:
                del within[mark]
        else:
            last = first + 1
    return best


def _cut(line: str, shown: int, width: int) -> tuple[str, int, int, str]:
    """The stretch of the line round the offset `shown`, with what is put before it and behind.

    All together has at most `width` characters; the stretch begins and ends between words.
    """
    if len(line) <= width:
        return "", 0, len(line), ""
    start = max(0, min(shown - _BEFORE, len(line) - width))
    if start:
        gap = line.find(" ", start, shown)
        start = gap + 1 if gap >= 0 else shown
    opening = _ELLIPSIS if start else ""
    end = start + width - len(opening)
    if end >= len(line):
        return opening, start, len(line), ""
    cut = line.rfind(" ", start + 1, end)
    end = cut if cut > start else end - 1
    return opening, start, start + len(line[start:end].rstrip()), _ELLIPSIS
