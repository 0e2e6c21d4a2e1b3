"""Other spellings of a query, from the words of the library itself."""

from __future__ import annotations

from collections.abc import Iterable

from index.search.opened import Opened
from index.search.query import Asked
from index.search.words import stem

_SHORTEST = 4
_LONGEST = 24
_LONG = 6
"""Letters of a word that may have two slips: in a shorter one they make another word."""

_MOST = 8
"""Words of a query that are looked up."""


def respelt(text: str, asked: Iterable[Asked], opened: Opened) -> str | None:
    """The query with the words that the library does not have put as it would spell them.

    None if it has them all, or none that is near.
    """
    unknown = [word for word in asked if _unknown(word, opened)][:_MOST]
    changed = False
    for word in sorted(unknown, key=lambda word: word.start, reverse=True):
        nearest = _nearest(word.form, opened)
        if nearest is not None:
            text = text[: word.start] + nearest + text[word.end :]
            changed = True
    return text if changed else None


def _unknown(word: Asked, opened: Opened) -> bool:
    if word.prefix or not _SHORTEST <= len(word.form) <= _LONGEST or word.form.isdigit():
        return False
    return not (
        opened.knows(word.form)
        or opened.frequency("words", stem(word.form))
        or (word.typing and opened.beginning_with(word.form, 1)[0])
    )


def _nearest(form: str, opened: Opened) -> str | None:
    """The word of the library with the fewest slips; of several, the most frequent."""
    most = 1 if len(form) < _LONG else 2
    best: tuple[int, int, str] | None = None
    for word in _candidates(form, opened.written, most):
        slips = _slips(form, word, most)
        if slips <= most:
            found = (slips, -opened.frequency("written", word), word)
            best = found if best is None else min(best, found)
    return best[2] if best else None


def _candidates(form: str, written: Iterable[str], most: int) -> list[str]:
    """The words that can be so near at all, and begin or end alike: few slip at both ends.

    A slip changes the length by one at most, and at most two of the letters that a word has.
    """
    letters = set(form)
    return [
        word
        for word in written
        if abs(len(word) - len(form)) <= most
        and (word[:1] == form[:1] or word[-2:] == form[-2:])
        and len(letters.symmetric_difference(word)) <= 2 * most
    ]


def _slips(typed: str, meant: str, most: int) -> int:
    """Letters left out, put in, changed or swapped with the next, as far as `most`."""
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(meant, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
