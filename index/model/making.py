"""The search index in the making: why it is written, and how far that is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Cause(StrEnum):
    """Why the search index is written, in words that a sentence can begin with."""

    NEW = "there is no search index yet"
    GONE = "the search index was gone"
    DAMAGED = "the search index was damaged"
    OLD = "the search index was from another version of carereader"
    FOREIGN = "the search index was that of another library"
    TOPICS = "the search index is older than the tree of topics"
    ASKED = "a new search index is wanted"
    CHANGES = "items are new or have changed"

    def in_words(self) -> str:
        """The cause as the beginning of a sentence."""
        return f"{self[0].upper()}{self[1:]}"


MAKING = "making the search index"
"""What is done while an index is made."""

WAITING = "waiting for another carereader that is writing it"
"""What is done while another program has the index to itself."""

_NONE_BEFORE = frozenset({Cause.NEW, Cause.ASKED})

MISHAPS = frozenset({Cause.GONE, Cause.DAMAGED, Cause.OLD, Cause.FOREIGN})
"""What a reader should hear of, however quickly it is mended: nobody asked for it."""

AT_LEISURE = frozenset({Cause.ASKED, Cause.CHANGES})
"""Causes that leave an index standing, which answers meanwhile: no search has to wait."""


@dataclass(frozen=True, slots=True)
class Making:
    """How far the search index is, and why it is written.

    `doing` is what is done just now, in words, and `done` of `size` items are through it; `size` is
    0 where it is unknown. When it has `ended`, it is "made", "failed" (`error` says why, in one
    line) or "left", that is, broken off because nobody wanted it any longer.
    """

    cause: Cause
    doing: str = ""
    done: int = 0
    size: int = 0
    ended: Literal["", "made", "failed", "left"] = ""
    error: str = ""

    def in_words(self) -> str:
        """Why, and what is done: "The search index was damaged: making it anew"."""
        doing = self.doing or MAKING
        if doing == MAKING:
            doing = "making it" if self.cause in _NONE_BEFORE else "making it anew"
        return f"{self.cause.in_words()}: {doing}"


Listener = Callable[[Making], object]
"""Hears of the making, from the thread that does it; it is not to raise, and not to take long."""
