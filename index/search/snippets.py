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
    """What a row shows of an item: a passage of its text, and slices of that and of the title.

    `stems` are the stems of the words in these.
    """

    passage: str
    slices: tuple[Slice, ...]
    title_slices: tuple[Slice, ...]
    stems: frozenset[str]


def snippet(marks: frozenset[str], text: str, width: int) -> tuple[str, tuple[Slice, ...]]:
    """The passage of `text` with the most of what is marked, and the marked slices of it.

    The passage is one line of at most `width` characters, cut between words, with an ellipsis where
    something is left out. Without anything marked it is the beginning of the text.
    """
    line = _line(text)
    return _passage(line, marked(marks, [line], _MOST)[0], width)


def snippets(
    marks: frozenset[str], titles: Sequence[str], texts: Sequence[str], width: int
) -> list[Snippet]:
    """Of several items the title and the `snippet` of the text."""
    lines = [_line(text) for text in texts]
    found = marked(marks, [*titles, *lines], _MOST)
    return [
        Snippet(
            *_passage(line, in_text, width),
            tuple([(each.start, each.end) for each in in_title]),
            frozenset([stem for each in (*in_title, *in_text) for stem in each.mark.split(" ")]),
        )
        for line, in_title, in_text in zip(
            lines, found[: len(titles)], found[len(titles) :], strict=True
        )
    ]


def _line(text: str) -> str:
    return text if _is_line(text) else " ".join(text.split())


def _is_line(text: str) -> bool:
    """Whether it is worth no time to make one line of the text: it is one already."""
    # what can be printed has no space but " "; in ASCII it is quicker to look for each other one
    plain = not any(map(text.__contains__, _SPACES)) if text.isascii() else text.isprintable()
    return plain and "  " not in text and text[:1] != " " and text[-1:] != " "


def _passage(line: str, found: list[Marked], width: int) -> tuple[str, tuple[Slice, ...]]:
    opening, start, end, closing = _cut(line, _best(found, width), width)
    shift = len(opening) - start
    shown = [
        (each.start + shift, each.end + shift)
        for each in found
        if each.start >= start and each.end <= end
    ]
    return opening + line[start:end] + closing, tuple(shown)


def _best(found: list[Marked], width: int) -> int:
    """Where the passage begins that has the most different marks, then the most marks."""
    best, start = (0, 0), 0
    last = 0
    within: dict[str, int] = {}
    for first, mark in enumerate(found):
        while last < len(found) and found[last].end <= mark.start + width - _BEFORE:
            within[found[last].mark] = within.get(found[last].mark, 0) + 1
            last += 1
        value = (len(within), last - first)
        if value > best:
            best, start = value, mark.start
        if last > first:
            within[mark.mark] -= 1
            if not within[mark.mark]:
                del within[mark.mark]
        else:
            last = first + 1
    return start


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
