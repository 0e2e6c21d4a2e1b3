"""Where the words that a query found stand in texts.

A mark, as `Matches.marks` has them, is a stem ("foster"), an acronym in capitals ("SGO"), the
beginning of a word with a star ("kins*"), or several of the first, with spaces between, where they
count only next to each other ("child in care").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from index.model.results import Slice
from index.search.passages import places, stretches
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

Marked = tuple[int, int, str]
"""Where something that is marked begins in a text and where it ends, and the stems of its words."""


def slices(marks: frozenset[str], text: str) -> tuple[Slice, ...]:
    """The slices of `text` that hold what is marked: whole words, in order, not overlapping."""
    return tuple([(start, end) for start, end, _ in marked(marks, [text])[0]])


def marked(
    marks: frozenset[str], texts: Sequence[str], most: int | None = None
) -> list[list[Marked]]:
    """What is marked in each of the texts, in order; of what overlaps, the first and longest.

    `most` is how much of each text is wanted, if not all.
    """
    if not marks:
        return [[] for _ in texts]
    sought = _marks(marks)
    return [
        _marked_at(sought, text, at[:most])
        if at is not None and apart
        else list(islice(_marked_round(sought, text, at), most))
        for text, (at, apart) in zip(texts, places(marks, texts), strict=True)
    ]


class _Marks(NamedTuple):
    marks: frozenset[str]
    terms: frozenset[str]
    beginnings: tuple[str, ...]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """By their first term."""
    known: dict[str, tuple[str, tuple[tuple[str, ...], ...]]]
    """Words that were met: the stem of those that are marked, and the phrases that they begin."""


@lru_cache(maxsize=32)
def _marks(marks: frozenset[str]) -> _Marks:
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for mark in sorted(marks, key=lambda mark: (-mark.count(" "), mark)):
        first, *rest = mark.split(" ")
        if rest:
            phrases.setdefault(first, []).append((first, *rest))
    return _Marks(
        marks,
        frozenset(mark for mark in marks if " " not in mark and not mark.endswith("*")),
        tuple(mark[:-1] for mark in sorted(marks) if mark.endswith("*") and len(mark) > 1),
        {first: tuple(several) for first, several in phrases.items()},
        {},
    )


def _marked_round(marks: _Marks, text: str, places: list[int] | None) -> Iterator[Marked]:
    """What is marked of the words round these places, or of all there are."""
    for start, end in stretches(marks.marks, text, places):
        for first, last, mark in _marked_in(marks, text[start:end]):
            yield start + first, start + last, mark


def _marked_at(marks: _Marks, text: str, places: list[int]) -> list[Marked]:
    """What is marked of the words that begin at these places, with those that follow them."""
    found: list[Marked] = []
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
            found.append((at, end, mark))
    return found


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


def _marked_in(marks: _Marks, text: str) -> Iterator[Marked]:
    found = list(words(text))
    stems = [stem(word.form) for word in found]
    position = 0
    while position < len(found):
        length = _length(marks, found, stems, position)
        if length:
            last = found[position + length - 1]
            mark = " ".join(stems[position : position + length])
            yield found[position].start, last.end, mark
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
