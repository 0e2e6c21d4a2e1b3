"""Names that people give, to meetings and to searches: cleaned, bounded, compared."""

from __future__ import annotations

import unicodedata

from index.errors import InvalidInputError
from index.reading.cleaning import clean

LONGEST = 200
"""The most characters that a name may have."""


_SHOWN = 60


def tidied(text: str) -> str:
    """The text on one line, without control characters and with single spaces."""
    return " ".join(clean(text).split())


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


def key(name: str) -> str:
    """What names are compared by: case, spacing and ways to write one letter make no difference."""
    return unicodedata.normalize("NFKC", tidied(name)).casefold()


def quoted(text: str) -> str:
    """What a person asked for, to be shown in an error: in quotes, on one line and not too long."""
    tidy = tidied(text)
    return f"“{tidy if len(tidy) <= _SHOWN else tidy[: _SHOWN - 1] + '…'}”"
