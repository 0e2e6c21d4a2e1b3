"""Many phrases looked for at once: none is compared where it cannot stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

Phrase = tuple[str, str]
"""A phrase in lower case, and what it stands for."""


class Phrases:
    """Phrases that may stand anywhere in a text.

    A phrase is looked for where the longest of its words stands: a stretch of a page has few of
    these words, and most stretches have none.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Take the phrases; of those that a text has, the first counts."""
        self._phrases = tuple(phrases)
        self._places: dict[bytes, list[int]] = {}
        for place, (phrase, _) in enumerate(self._phrases):
            self._places.setdefault(_telling_word(phrase), []).append(place)

    def among(self, words: Set[bytes]) -> tuple[Phrase, ...]:
        """The phrases that a text of these words (see `words_in`) may have."""
        telling = self._places.keys() & words
        if not telling:
            return ()
        places = sorted(place for word in telling for place in self._places[word])
        return tuple(self._phrases[place] for place in places)


class Openings:
    """Phrases with which a text may begin, found by their first letters."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Take the phrases; of those with which a text begins, the first counts."""
        self._phrases = tuple(phrases)
        self._starts = frozenset(phrase[:_START] for phrase, _ in self._phrases)
        self._all = tuple(phrase for phrase, _ in self._phrases)

    def may_open(self, text: str) -> bool:
        """Whether one of the phrases has the first letters of the text."""
        return text[:3] in self._starts or not self._starts.isdisjoint((text[:2], text[:1]))

    def first(self, text: str) -> str:
        """What the first phrase stands for with which the text begins, "" where there is none."""
        if not text.startswith(self._all):
            return ""
        return next(meaning for phrase, meaning in self._phrases if text.startswith(phrase))


def words_in(texts: Iterable[str]) -> frozenset[bytes]:
    """The words of texts in lower case, by which phrases are found.

    They are bytes, and letters beyond a to z part them: no phrase is known by such a word.
    """
    return frozenset("\n".join(texts).encode("ascii", "replace").translate(_NO_LETTERS).split())


_START = 3
_NO_LETTERS = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))
_WORD = re.compile(r"[a-z0-9]+")


def _telling_word(phrase: str) -> bytes:
    """The word by which to look a phrase up: the longest that it is sure to hold whole.

    The last word of a phrase may be the beginning of a longer one in a text.
    """
    whole: list[str] = _WORD.findall(phrase)
    return max(whole[:-1] or whole, key=len).encode()
