"""How a person types what is on an agenda."""

from __future__ import annotations

import re

from index.errors import InvalidInputError

HOW = "One line each: Apologies (5 min) | Chair. A line that begins with # is a heading."

_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minute|minutes)?\.?", re.IGNORECASE)


def minutes_from_words(words: str) -> int:
    """A number of minutes as a person typed it: "10", "10 min". Raises InvalidInputError."""
    found = _MINUTES.fullmatch(words.strip())
    if found is None:
        raise InvalidInputError(f"“{words.strip()}” is no number of minutes; write it like 10")
    return int(found[1])
