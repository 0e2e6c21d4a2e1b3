"""Names that people give, to meetings and to searches: cleaned, bounded, compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from os import urandom

from index.errors import InvalidInputError
from index.reading.cleaning import clean

LONGEST = 200
"""The most characters that a name may have."""


LONGEST_LINE = 1000
"""The most characters of a line that a person writes: the title of an entry, an action."""

_SHOWN = 60


def tidied(text: str) -> str:
    """The text on one line, without control characters and with single spaces."""
    return " ".join(clean(text).split())


def new_id() -> str:
    """A name for something that is the same in every library it comes to: random, hexadecimal."""
    return urandom(8).hex()


def named(name: str, of: str) -> str:
    """The name as it is kept. `of` says what it names, for the error: "a meeting".

    Raises InvalidInputError if it is empty or longer than `LONGEST`.
    """
    tidy = tidied(name)
    if not tidy:
        raise InvalidInputError(f"the name of {of} is empty; give it one")
    if len(tidy) > LONGEST:
        raise InvalidInputError(
            f"the name of {of} is {len(tidy)} characters long; use at most {LONGEST}"
        )
    return tidy


def line(text: str, of: str) -> str:
    """A line that a person wrote, as it is kept. `of` says what it is, for the error: "an action".

    Raises InvalidInputError if it is empty or longer than `LONGEST_LINE`.
    """
    tidy = tidied(text)
    if not tidy:
        raise InvalidInputError(f"{of} needs some words; write them")
    if len(tidy) > LONGEST_LINE:
        raise InvalidInputError(
            f"the words of {of} are {len(tidy)} characters; use at most {LONGEST_LINE}"
        )
    return tidy


def lines(text: str) -> str:
    """What a person wrote, line by line, without control characters and blank ends."""
    return "\n".join(line.rstrip() for line in clean(text).split("\n")).strip()


def names(people: Iterable[str]) -> tuple[str, ...]:
    """The names of people, tidied, each once."""
    return tuple({key(tidy): tidy for each in people if (tidy := tidied(each))}.values())


def key(name: str) -> str:
    """What names are compared by: case, spacing and ways to write one letter make no difference."""
    return unicodedata.normalize("NFKC", tidied(name)).casefold()


def quoted(text: str) -> str:
    """What a person asked for, to be shown in an error: in quotes, on one line and not too long."""
    tidy = tidied(text)
    return f"“{tidy if len(tidy) <= _SHOWN else tidy[: _SHOWN - 1] + '…'}”"
