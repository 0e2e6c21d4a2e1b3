"""Many phrases looked for at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


class Phrases:
    """Finds which of many phrases a text has, by looking up its words rather than each phrase."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a phrase in lower case and what it stands for."""
        self._by_word: dict[str, list[tuple[str, str]]] = {}
        for phrase, meaning in phrases:
            self._by_word.setdefault(_telling_word(phrase), []).append((phrase, meaning))

    def found(self, text: str) -> Iterator[tuple[str, str]]:
        """The pairs whose phrase is in the text, which is in lower case."""
        for word in self._by_word.keys() & _WORD.findall(text):
            for phrase, meaning in self._by_word[word]:
                if phrase in text:
                    yield phrase, meaning

    def first(self, text: str) -> str:
        """What the first phrase that is found stands for, "" where there is none."""
        return next((meaning for _, meaning in self.found(text)), "")


_WORD = re.compile(r"\w+")


def _telling_word(phrase: str) -> str:
    """The word by which to look a phrase up: the longest that it is sure to hold whole.

    The last word of a phrase may be the beginning of a longer one in a text.
    """
    whole: list[str] = _WORD.findall(phrase)
    return max(whole[:-1] or whole, key=len)
