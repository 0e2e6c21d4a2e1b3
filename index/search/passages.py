"""Where in texts it is worth looking for marked words.

To take all words of a text and the stem of each is slow, and most texts that are shown have two or
three that are marked. Words with the same stem begin alike, so it is enough to look round the
places where something begins so; what stands there, `index.search.highlighting` finds out. The
texts of a list are looked through together: many short ones take longer than one as long as all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
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
_SIGNS = (
    ("’", "'"),
    ("–", '"'),
    ("“", '"'),
    ("”", '"'),
    ("‘", '"'),
    ("£", '"'),
    ("\u00a0", "\t"),
    ("•", '"'),
    ("…", '"'),
    ("—", '"'),
    ("\u2010", "-"),
    ("\u2011", "-"),
)
"""Signs of running text, the frequent first, and those of ASCII that do the same between words."""

_OTHERS = re.compile(r"[^\x00-\x7f]")

_INSIDE = "-'"
"""What may stand inside what is one word in the index; inside numbers, commas too."""

_PARTS = 4
"""Runs of letters that a word may have: "mother-in-law's" has as many."""

Stretch = tuple[int, int]


class Places(NamedTuple):
    """Where in a text words begin that may be marked, in order; None if they may be anywhere.

    `apart` says that each of them is the place of a word, whatever stands before it.
    """

    at: list[int] | None
    apart: bool = False


_NOWHERE, _ANYWHERE = Places([], apart=True), Places(None)


class _Sought(NamedTuple):
    """What to look for: beginnings in lower case, words in capitals, and how a phrase may go on.

    `longest` is how many letters the longest beginning has, `inside` are the signs that may stand
    between these. `anywhere` says that no beginning tells where the marks may stand.
    """

    beginnings: tuple[str, ...]
    capitals: tuple[str, ...]
    longest: int
    inside: str
    phrase: re.Pattern[str] | None
    anywhere: bool


def places(marks: frozenset[str], texts: Sequence[str]) -> list[Places]:
    """Where in each of the texts words begin that may be marked."""
    sought = _sought(marks)
    if sought.anywhere:
        return [_ANYWHERE] * len(texts)
    return _places(sought, [_plain(text) for text in texts])


def _places(sought: _Sought, plains: Sequence[str | None]) -> list[Places]:
    texts = [text or "" for text in plains]
    page = "\n".join(texts)
    lower = page.lower()
    if _hidden(sought, lower):
        if len(plains) == 1:
            return [_ANYWHERE]
        half = len(plains) // 2
        return _places(sought, plains[:half]) + _places(sought, plains[half:])
    found: list[int] = []
    for beginning in sought.beginnings:
        _beginning_at(beginning, lower, found)
    for word in sought.capitals:
        _beginning_at(word, page, found)
    found.sort()
    each = _of_each(texts, found, apart=_apart(page, found))
    return [_ANYWHERE if text is None else at for text, at in zip(plains, each, strict=True)]


def _plain(text: str) -> str | None:
    """The text with its signs as those of ASCII, one for one; None if it has other letters."""
    for sign, as_plain in _SIGNS:
        if text.isascii():
            return text
        text = text.replace(sign, as_plain)
    return None if _FOREIGN.search(text) else _OTHERS.sub(_in_place, text)


def _in_place(sign: re.Match[str]) -> str:
    return "\t" if sign[0].isspace() else "0" if sign[0].isalnum() else '"'


def _hidden(sought: _Sought, lower: str) -> bool:
    """Whether something that is looked for stands there with signs inside."""
    # between two letters of a word there is no more than one
    reach = 2 * sought.longest
    about: list[str] = []
    for sign in sought.inside:
        at = lower.find(sign)
        while at >= 0:
            about.append(lower[max(0, at - reach) : at + reach])
            at = lower.find(sign, at + 1)
    near = bare = "\n".join(about)
    for sign in sought.inside:
        bare = bare.replace(sign, "")
    return any(bare.count(each) != near.count(each) for each in sought.beginnings)


def _apart(text: str, found: list[int]) -> bool:
    # a place may be the first of all, and what stands before it the last letter: no harm is done
    return "://" not in text and not any(text[at - 1] == "'" for at in found)


def _of_each(texts: Sequence[str], found: list[int], *, apart: bool) -> list[Places]:
    """The places in a page, by the texts that it was put together from."""
    each = [_NOWHERE] * len(texts)
    start = next_one = 0
    for number, text in enumerate(texts):
        if next_one == len(found):
            break
        end = start + len(text)
        if found[next_one] < end:
            first, next_one = next_one, bisect_left(found, end, next_one)
            at = [place - start for place in found[first:next_one]]
            each[number] = Places(at, apart or _apart(text, at))
        start = end + 1
    return each


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
    letters = max(map(len, shortest), default=0)
    return _Sought(
        tuple(shortest), tuple(sorted(capitals)), letters, _INSIDE + comma, phrase, anywhere
    )


def _beginnings(stem: str) -> set[str]:
    """What all words with this stem begin with, one way or another."""
    return {_ENDINGS.sub("", stem), *forms_apart(stem)}


def _has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)
