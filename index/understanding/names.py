"""Names in a text: the runs of words with capitals that people, bodies and places go by."""

from __future__ import annotations

import re
from typing import NamedTuple

_CAPITAL = "A-ZÀ-ÖØ-Þ"
# \w and "&", with the letters named first that need no asking what they are.
_LETTER = r"[A-Za-z0-9&\w]"
# Nothing is given back of what was read: no shorter word would make a name.
_MARK = rf"(?:['’-](?=\w)|(?<=s)['’](?=\s[{_CAPITAL}]))"
_LETTERS = rf"{_LETTER}{{0,40}}+(?:{_MARK}{_LETTER}{{0,40}}+){{0,9}}+"
_WORD = rf"[{_CAPITAL}]{_LETTERS}"
# A name goes on over "of", "for", "and" and "the" as long as another word with a capital follows.
_BEGIN = rf"[{_CAPITAL}](?<!\w.){_LETTERS}"
_MORE = rf"(?:[ ](?:(?:of|for|and|&)[ ](?:the[ ])?)?{_WORD})"
_RUN = re.compile(rf"{_BEGIN}{_MORE}{{0,12}}")
_LONG_RUN = re.compile(rf"{_BEGIN}{_MORE}{{1,12}}")
POSSESSIVES = ("'s", "’s", "'", "’")
"""How a word ends that says whose something is."""


class Name(NamedTuple):
    """A run of words with capitals, at `start` of a text."""

    words: list[str]
    start: int
    end: int


def names(text: str, *, single: bool = True) -> list[Name]:
    """The runs of words with capitals, from left to right; none goes over the end of a sentence.

    Those of a `single` word are most of them, and may be left out.
    """
    run = _RUN if single else _LONG_RUN
    return [Name(found.group().split(" "), *found.span()) for found in run.finditer(text)]


def opens_sentence(text: str, at: int) -> bool:
    """Whether what stands at `at` is the first word of a sentence, line or bullet."""
    before = text[max(0, at - 3) : at].rstrip(" “‘\"'(")
    return at == 0 or not before or before[-1] in ".!?:\n•·–-*"


def without_possessive(word: str) -> str:
    """A word such as "Ofsted’s" without its ending."""
    if not word.endswith(POSSESSIVES):
        return word
    ending = next(filter(word.endswith, POSSESSIVES))
    return word.removesuffix(ending)
