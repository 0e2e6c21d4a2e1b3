"""What a date is for: an event, a deadline, the day something appeared; or merely named."""

from __future__ import annotations

import bisect
import re
from datetime import date
from pathlib import Path
from typing import get_args

from index import vocabulary
from index.model.items import DateRole, Kind
from index.understanding.date_forms import Written
from index.understanding.phrases import Phrases
from index.understanding.words import Words

_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_WHOLE_DAY = len("2022-02-03")
_REACH = 6
"""How many words before a date may say what it is."""


class DateRoles:
    """The words that say what a date is for, ready to be looked for."""

    def __init__(self, config: Path | None = None) -> None:
        """Load them; raises LibraryError if a reader's own date_roles.toml cannot be used."""
        listed = vocabulary.load("index.understanding", "date_roles", config)
        roles: list[DateRole] = [role for role in get_args(DateRole) if role in listed]
        self._before = Phrases(
            (cue, (role, place == "just_before"))
            for role in roles
            for place in ("before", "just_before")
            for cue in listed[role][place]
        )
        self._fillers = frozenset(listed["fillers"])
        self._after = Phrases((cue, role) for role in roles for cue in listed[role]["after"])

    def of(
        self,
        words: Words,
        written: Written,
        start: str,
        kind: Kind,
        issued: date | None,
        in_title: bool,
    ) -> DateRole:
        """What the date at `written` is, which starts at `start` (ISO 8601)."""
        first = bisect.bisect_left(words.starts, written.start)
        last = bisect.bisect_left(words.starts, written.end)
        before = self._role_before(words, first)
        after = self._after.find(_stretch(words, last, min(len(words), last + 4)))
        if after and after[0].first == 0 and after[0].values[0] == "deadline":
            return "deadline"
        if before is not None:
            return before
        if kind is Kind.EVENT or "T" in start or (after and after[0].first == 0):
            return "event"
        if issued is not None and len(start) == _WHOLE_DAY and start > issued.isoformat():
            return "event"
        if in_title or _stands_alone(words.text, written):
            return "published" if issued is not None else "event"
        return "mentioned"

    def _role_before(self, words: Words, first: int) -> DateRole | None:
        """What the words before the word `first`, in its sentence, say of the date there."""
        stretch = _stretch(words, max(0, first - _REACH), first)
        until = words.starts[first] if first < len(words) else len(words.text)
        for found in reversed(self._before.find(stretch)):
            end = stretch.ends[found.last]
            if _SENTENCE_END.search(words.text, end, until):
                return None
            between = stretch.folded[found.last + 1 :]
            for role, just in found.values:
                if not just or all(word in self._fillers for word in between):
                    return role
        return None


def _stands_alone(text: str, written: Written) -> bool:
    """Whether the date is the whole of its line, as below a headline."""
    first = text.rfind("\n", 0, written.start) + 1
    last = text.find("\n", written.end)
    rest = text[written.end : last if last >= 0 else len(text)]
    return not text[first : written.start].strip() and not rest.strip(" .,*_")


def _stretch(words: Words, first: int, last: int) -> Words:
    """Some of the words of a text, with their places in it."""
    stretch = slice(first, last)
    return Words(words.text, words.folded[stretch], words.starts[stretch], words.ends[stretch])
