"""Passages: a title, a text or the heading of a section, read once for all who ask about it."""

from __future__ import annotations

from typing import NamedTuple

from index.understanding.phrases import Finds, Lexicon
from index.understanding.words import Words


class Passage(NamedTuple):
    """A text with its words, and the phrases of the field that stand in it."""

    words: Words
    finds: Finds

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Passage:
        """Any text, read."""
        words = Words.of(text)
        return cls(words, lexicon.find(words))
