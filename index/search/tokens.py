"""What a reader typed, in pieces: brackets, signs, names of fields, phrases and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from index.search.language import BY_NAME
from index.search.query import Asked
from index.search.words import Word, words

MOST_SLIPS = 2
"""Slips that a word may have: with more it is another word."""

_SHORT = 6
"""Letters of a word that has one slip at the most: with two it is another word."""

_NEAR = 10
"""How many words "near" is, unless a number is given."""

_FARTHEST = 50

Sign = Literal["words", "phrase", "unclosed", "field", "(", ")", "not", "AND", "OR", "NEAR"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query, at `start` to `end` of it.

    `text` is what stands there, without quotation marks; `words` are its words, as which it is
    searched where the query has a slip. `within` is how many words NEAR reaches. `unknown` is a
    name before a colon that is no field.
    """

    sign: Sign
    text: str
    start: int
    end: int
    words: tuple[Asked, ...] = ()
    within: int = 0
    unknown: str = ""


_TOKEN = re.compile(
    r"""(?P<bracket>[()])
    |   ["“”„](?P<phrase>[^"“”„]*)(?P<closing>["“”„]?)
    |   (?P<minus>-)(?=[^\s-])
    |   (?P<name>[A-Za-z]+):(?!//)
    |   (?P<chunk>[^\s()"“”„]+)
    """,
    re.VERBOSE,
)
_OPERATOR = re.compile(r"(?P<sign>AND|OR|NOT|NEAR)(?:/(?P<within>\d{1,4}))?")
_FUZZY = re.compile(r"~(?P<slips>\d?)$")


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a query, in order; whatever is no sign is words."""
    position = 0
    while match := _TOKEN.search(text, position):
        position = match.end()
        yield _token(match, text)


def _token(match: re.Match[str], text: str) -> Token:
    start, end = match.span()
    if match["bracket"]:
        return Token("(" if match["bracket"] == "(" else ")", match["bracket"], start, end)
    if match["phrase"] is not None:
        asked = _asked(text, *match.span("phrase"))
        sign: Sign = "phrase" if match["closing"] else "unclosed"
        if sign == "unclosed":
            asked = _typing(asked, text)
        return Token(sign, match["phrase"], start, end, asked)
    if match["minus"]:
        return Token("not", "-", start, end)
    if match["name"]:
        name = match["name"].casefold()
        asked = _asked(text, *match.span("name"))
        if name in BY_NAME:
            return Token("field", name, start, end, asked)
        return Token("words", name, start, end, asked, unknown=name if len(name) > 2 else "")
    return _chunk(match["chunk"], start, end, text)


def _chunk(chunk: str, start: int, end: int, text: str) -> Token:
    operator = _OPERATOR.fullmatch(chunk)
    if operator is not None and (operator["within"] is None or operator["sign"] == "NEAR"):
        within = min(int(operator["within"] or _NEAR), _FARTHEST)
        signs: dict[str, Sign] = {"AND": "AND", "OR": "OR", "NOT": "not", "NEAR": "NEAR"}
        asked = _asked(text, start, end)
        return Token(signs[operator["sign"]], chunk, start, end, asked, max(1, within))
    fuzzy = _FUZZY.search(chunk)
    asked = _asked(text, start, start + fuzzy.start() if fuzzy is not None else end)
    if asked and fuzzy is not None:
        last = replace(asked[-1], slips=_slips(asked[-1].form, fuzzy["slips"]))
        asked = (*asked[:-1], last)
    elif asked and chunk.endswith("*"):
        asked = (*asked[:-1], replace(asked[-1], prefix=True))
    else:
        asked = _typing(asked, text)
    return Token("words", chunk, start, end, asked)


def _slips(form: str, wanted: str) -> int:
    usual = 1 if len(form) < _SHORT else MOST_SLIPS
    return min(int(wanted), MOST_SLIPS) if wanted else usual


def _typing(asked: tuple[Asked, ...], text: str) -> tuple[Asked, ...]:
    """The words, of which the last may go on where nothing follows it."""
    if asked and asked[-1].end == len(text):
        return (*asked[:-1], replace(asked[-1], typing=True))
    return asked


def _asked(text: str, start: int, end: int) -> tuple[Asked, ...]:
    def asked(word: Word) -> Asked:
        found = Asked(word.form, word.acronym, word.glued)
        return replace(found, start=start + word.start, end=start + word.end)

    return tuple(asked(word) for word in words(text[start:end]))
