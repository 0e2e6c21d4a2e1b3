"""Where in a text it is worth looking for marked words.

To take all words of a text and the stem of each is slow, and most texts that are shown have two or
three that are marked. Words with the same stem begin alike, so it is enough to look round the
places where something begins so; what stands there, `index.search.highlighting` finds out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from index.search.words import forms_apart

_ENDINGS = re.compile(r"(?:(?<=...)is(?:e|er|ation)?|(?<=.)[iey]|(?<=b)l)$")
"""Endings that Porter's stemmer puts where the words of a stem have others: "happi", "visibl"."""

# a letter with an accent is another in the index, and so is what looks like a letter of ASCII; of
# what is not ASCII, only the signs of running text are no such letters
_FOREIGN = re.compile(
    r"[\u00aa\u00ad\u00b5\u00ba\u00c0-\u1fff\u200b-\u200d\u2060\u2100-\U0010ffff]"
)
_INSIDE_ASCII = "-'"
_INSIDE = f"{_INSIDE_ASCII}\u2010\u2011’ʼ＇"
"""What may stand inside what is one word in the index; inside numbers, commas too."""

_PARTS = 4
"""Runs of letters that a word may have: "mother-in-law's" has as many."""

_APOSTROPHES = "'’ʼ＇"

Stretch = tuple[int, int]


class _Sought(NamedTuple):
    """What to look for: beginnings in lower case, words in capitals, and how a phrase may go on.

    `inside` are the signs that may stand in what begins so, in a text of ASCII and in any.
    `anywhere` says that no beginning tells where the marks may stand.
    """

    beginnings: tuple[str, ...]
    capitals: tuple[str, ...]
    inside: tuple[str, str]
    phrase: re.Pattern[str] | None
    anywhere: bool


def places(marks: frozenset[str], text: str) -> list[int] | None:
    """Where in a text words begin that may be marked, in order; None if they may be anywhere."""
    sought = _sought(marks)
    lower = text.lower()
    plain_letters = text.isascii()
    if sought.anywhere or len(lower) != len(text) or (not plain_letters and _FOREIGN.search(text)):
        return None
    plain = lower
    for sign in sought.inside[0 if plain_letters else 1]:
        if sign in plain:
            plain = plain.replace(sign, "")
    if len(plain) != len(lower):
        for beginning in sought.beginnings:
            if plain.count(beginning) != lower.count(beginning):
                return None
    found: list[int] = []
    for beginning in sought.beginnings:
        _beginning_at(beginning, lower, found)
    for word in sought.capitals:
        _beginning_at(word, text, found)
    found.sort()
    return found


def apart(text: str, found: list[int]) -> bool:
    """Whether each of the places is that of a word, whatever stands before it."""
    if "://" in text:
        return False
    # a place may be the first of all, and what stands before it the last letter: no harm is done
    return not any(text[at - 1] in _APOSTROPHES for at in found)


def stretches(marks: frozenset[str], text: str, found: list[int] | None) -> list[Stretch]:
    """Stretches of the text, in order and apart, outside of which nothing is marked."""
    if found is None:
        return [(0, len(text))]
    phrase = _sought(marks).phrase
    stretches: list[Stretch] = []
    for at in found:
        if stretches and at < stretches[-1][1] and phrase is None:
            continue
        start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
        last = phrase.match(text, at) if phrase is not None else None
        end = text.find(" ", at if last is None else last.end())
        if end < 0:
            end = len(text)
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches


def _beginning_at(beginning: str, text: str, found: list[int]) -> None:
    """Put down where a word begins so."""
    at = text.find(beginning)
    while at >= 0:
        if not at or not text[at - 1].isalnum():
            found.append(at)
        at = text.find(beginning, at + 1)


@lru_cache(maxsize=32)
def _sought(marks: frozenset[str]) -> _Sought:
    beginnings: set[str] = set()
    capitals: set[str] = set()
    longest = 1
    anywhere = False
    for mark in marks:
        first, *rest = mark.split(" ")
        longest = max(longest, 1 + len(rest))
        if not first.isascii() or first in ("", "*"):
            anywhere = True
        elif first.endswith("*"):
            beginnings.add(first[:-1])
        elif first.isupper():
            capitals.add(first)
        else:
            beginnings.update(_beginnings(first))
    phrase = re.compile(rf"(?:\W*\w+){{0,{_PARTS * longest}}}") if longest > 1 else None
    shortest = [
        beginning
        for beginning in sorted(beginnings)
        if not any(beginning[:end] in beginnings for end in range(len(beginning)))
    ]
    comma = "," if any(map(_has_digit, (*beginnings, *capitals))) else ""
    inside = (_INSIDE_ASCII + comma, _INSIDE + comma)
    return _Sought(tuple(shortest), tuple(sorted(capitals)), inside, phrase, anywhere)


def _beginnings(stem: str) -> set[str]:
    """What all words with this stem begin with, one way or another."""
    return {_ENDINGS.sub("", stem), *forms_apart(stem)}


def _has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)
