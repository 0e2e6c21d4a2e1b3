"""Many phrases looked for at once: none is compared where it cannot stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import compress, count
from operator import itemgetter

Phrase = tuple[str, str]
"""A phrase in lower case, and what it stands for."""


class Phrases:
    """Phrases that may stand anywhere in a text.

    A phrase is looked for where all its words stand: most stretches of a page lack one at least.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Take the phrases; of those that a text has, the first counts."""
        self._by_word: dict[bytes, list[tuple[int, frozenset[bytes], Phrase]]] = {}
        for place, phrase in enumerate(phrases):
            words = _whole_words(phrase[0])
            longest = max(words, key=len, default=_NO_WORD)
            self._by_word.setdefault(longest, []).append((place, frozenset(words), phrase))
        self._words = frozenset[bytes]().union(
            *(words for alike in self._by_word.values() for _, words, _ in alike)
        )

    def among(self, text: str, words: Iterable[bytes]) -> list[Phrase]:
        """The phrases that a text of these words (see `words_in`) has."""
        stand = self._words.intersection(words)
        found = [
            (place, phrase)
            for word in (_NO_WORD, *stand)
            for place, needed, phrase in self._by_word.get(word, ())
            if needed <= stand and phrase[0] in text
        ]
        return [phrase for _, phrase in sorted(found)]


class Openings:
    """Phrases with which a text may begin, found by their first letters."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Take the phrases; of those with which a text begins, the first counts."""
        by_size: dict[int, dict[str, list[Phrase]]] = {}
        for phrase in phrases:
            start = phrase[0][:_START]
            by_size.setdefault(len(start), {}).setdefault(start, []).append(phrase)
        self._by_size = [
            (itemgetter(slice(size)), by_size[size]) for size in sorted(by_size, reverse=True)
        ]

    def likely(self, texts: Sequence[str]) -> list[int]:
        """The places of the texts that begin with the first letters of one of the phrases."""
        found: list[int] = []
        for start, by_start in self._by_size:
            found += compress(count(), map(by_start.__contains__, map(start, texts)))
        return found

    def first(self, text: str) -> str:
        """What the first phrase stands for with which the text begins, "" where there is none."""
        for start, by_start in self._by_size:
            for phrase, meaning in by_start.get(start(text), ()):
                if text.startswith(phrase):
                    return meaning
        return ""


def words_in(text: str) -> list[bytes]:
    """The words of a text in lower case, by which phrases are found.

    They are bytes, and letters beyond a to z part them: no phrase is known by such a word.
    """
    return text.encode("ascii", "replace").translate(_NO_LETTERS).split()


_START = 5
_NO_WORD = b""
"""Under which phrases are kept that have no such word: one in Arabic may stand anywhere."""
_NO_LETTERS = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))
_WORD = re.compile(r"[a-z0-9]+")


def _whole_words(phrase: str) -> list[bytes]:
    """The words that a phrase is sure to hold whole.

    Its last word may be the beginning of a longer one in a text.
    """
    words: list[str] = _WORD.findall(phrase)
    return [word.encode() for word in words[:-1] or words]
