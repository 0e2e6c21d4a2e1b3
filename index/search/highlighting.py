"""Where the words that a query found stand in a text, and the passage that shows most of them.

A mark, as `Matches.marks` has them, is a stem ("foster"), an acronym in capitals ("SGO"), the
beginning of a word with a star ("kins*"), or several of the first, with spaces between, where they
count only next to each other ("child in care").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from index.model.results import Slice
from index.search.passages import apart, places, stretches
from index.search.words import (
    LONGEST,
    MOST_PARTS,
    Word,
    compared,
    joined,
    stem,
    words,
    written_at,
)

_ELLIPSIS = "…"
_MOST = 500
"""Marked places of a text among which the best passage is looked for: the first of them."""

_SPACES = "\t\n\r\v\f\x1c\x1d\x1e\x1f"
"""Those of ASCII that are not " "."""

_BEFORE = 40
"""Characters before the first word that is shown, for the reader to come in."""


def slices(marks: frozenset[str], text: str) -> tuple[Slice, ...]:
    """The slices of `text` that hold what is marked: whole words, in order, not overlapping."""
    return tuple((found.start, found.end) for found in _found(marks, text))


def snippet(marks: frozenset[str], text: str, width: int) -> tuple[str, tuple[Slice, ...]]:
    """The passage of `text` with the most of what is marked, and the marked slices of it.

    The passage is one line of at most `width` characters, cut between words, with an ellipsis where
    something is left out. Without anything marked it is the beginning of the text.
    """
    line = text if _is_line(text) else " ".join(text.split())
    found = list(islice(_found(marks, line), _MOST))
    opening, start, end, closing = _cut(line, _best(found, width), width)
    shift = len(opening) - start
    shown = [each for each in found if each.start >= start and each.end <= end]
    passage = opening + line[start:end] + closing
    return passage, tuple((each.start + shift, each.end + shift) for each in shown)


def _is_line(text: str) -> bool:
    """Whether it is worth no time to make one line of the text: it is one already."""
    # what can be printed has no space but " "; in ASCII it is quicker to look for each other one
    plain = not any(map(text.__contains__, _SPACES)) if text.isascii() else text.isprintable()
    return plain and "  " not in text and text[:1] != " " and text[-1:] != " "


class _Marks(NamedTuple):
    terms: frozenset[str]
    beginnings: tuple[str, ...]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """By their first term."""
    known: dict[str, tuple[str, tuple[tuple[str, ...], ...]]]
    """Words that were met: the stem of those that are marked, and the phrases that they begin."""


class _Found(NamedTuple):
    start: int
    end: int
    mark: str


@lru_cache(maxsize=32)
def _marks(marks: frozenset[str]) -> _Marks:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for mark in sorted(marks, key=lambda mark: (-mark.count(" "), mark)):
        first, *rest = mark.split(" ")
        if rest:
            phrases.setdefault(first, []).append((first, *rest))
    return _Marks(
        frozenset(mark for mark in marks if " " not in mark and not mark.endswith("*")),
        tuple(mark[:-1] for mark in sorted(marks) if mark.endswith("*") and len(mark) > 1),
        {first: tuple(several) for first, several in phrases.items()},
        {},
    )


def _found(marks: frozenset[str], text: str) -> Iterable[_Found]:
    """What is marked in the text; of what overlaps, the first and longest."""
    if not marks:
        return ()
    sought = _marks(marks)
    found = places(marks, text)
    if found is not None and apart(text, found):
        return _found_at(sought, text, found)
    return (
        _Found(start + each.start, start + each.end, each.mark)
        for start, end in stretches(marks, text, found)
        for each in _found_in(sought, text[start:end])
    )


def _found_at(marks: _Marks, text: str, places: list[int]) -> Iterator[_Found]:
    """What is marked of the words that begin at these places, with those that follow them."""
    end = 0
    for at in places:
        if at < end:
            continue
        written = written_at(text, at)
        known = marks.known.get(written)
        if known is None:
            known = marks.known[written] = _known(marks, written)
        mark, phrases = known
        end_of_word = end = at + len(written)
        for phrase in phrases:
            last = _last_of(phrase, text, end_of_word)
            if last:
                mark, end = " ".join(phrase), last
                break
        if mark:
            yield _Found(at, end, mark)


def _known(marks: _Marks, written: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    form, acronym = compared(written[: 4 * LONGEST])
    stemmed = stem(form)
    marked = stemmed in marks.terms or (acronym and acronym in marks.terms)
    mark = stemmed if marked or form.startswith(marks.beginnings) else ""
    return mark, marks.phrases.get(stemmed, ())


def _last_of(phrase: tuple[str, ...], text: str, end: int) -> int:
    """Where the phrase ends, whose first word does so at `end`; 0 if others follow that."""
    following = words(text, end)
    last = 0
    for wanted in phrase[1:]:
        word = next(following, None)
        if word is None or stem(word.form) != wanted:
            return 0
        last = word.end
    return last


def _found_in(marks: _Marks, text: str) -> Iterator[_Found]:
    found = list(words(text))
    stems = [stem(word.form) for word in found]
    position = 0
    while position < len(found):
        length = _length(marks, found, stems, position)
        if length:
            last = found[position + length - 1]
            mark = " ".join(stems[position : position + length])
            yield _Found(found[position].start, last.end, mark)
        position += length or 1


def _length(marks: _Marks, found: list[Word], stems: list[str], position: int) -> int:
    """How many words from this position on are marked, together."""
    for phrase in marks.phrases.get(stems[position], ()):
        if tuple(stems[position : position + len(phrase)]) == phrase:
            return len(phrase)
    word = found[position]
    if (
        stems[position] in marks.terms
        or (word.acronym and word.acronym in marks.terms)
        or word.form.startswith(marks.beginnings)
    ):
        return 1
    if word.glued == "-":
        return 0
    compound = [word]
    for other in found[position + 1 : position + 1 + MOST_PARTS]:
        if other.glued != "-":
            break
        compound.append(other)
    return (
        len(compound) if 1 < len(compound) <= MOST_PARTS and joined(compound) in marks.terms else 0
    )


def _best(found: list[_Found], width: int) -> int:
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
