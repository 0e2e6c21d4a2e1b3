"""What is typed or pasted, as nothing but text."""

from __future__ import annotations

import unicodedata

_DIRECTION_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def plain(text: str, keep: str = "") -> str:
    """The text without control characters (but for those in `keep`) and without direction controls.

    What a terminal would obey must not come in through a paste either.
    """
    return "".join(
        character
        for character in text
        if character in keep
        or (unicodedata.category(character) != "Cc" and character not in _DIRECTION_CONTROLS)
    )
