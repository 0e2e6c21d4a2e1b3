"""What a date is for: an event, a deadline, the day something appeared; or merely named."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from pathlib import Path
from typing import get_args

from index import vocabulary
from index.model.items import DateRole, Kind
from index.understanding.date_forms import Written
from index.understanding.passages import Passage
from index.understanding.phrases import Found, Lexicon, Phrases, Value

_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_WHOLE_DAY = len("2022-02-03")
_REACH = 6
"""How many words before a date may say what it is."""


class DateRoles:
    """The words that say what a date is for, ready to be looked for."""

    def __init__(self, lexicon: Lexicon, config: Path | None = None) -> None:
        """Load them; raises LibraryError if a reader's own date_roles.toml cannot be used."""
        listed = vocabulary.load("index.understanding", "date_roles", config)
        roles: list[DateRole] = [role for role in get_args(DateRole) if role in listed]
        self._before = lexicon.phrases(
            (cue, (role, place == "just_before"))
            for role in roles
            for place in ("before", "just_before")
            for cue in listed[role][place]
        )
        self._fillers = frozenset(listed["fillers"])
        self._after = lexicon.phrases(
            (cue, role) for role in roles for cue in listed[role]["after"]
        )

    def of(
        self,
        passage: Passage,
        written: Written,
        start: str,
        kind: Kind,
        issued: date | None,
        in_title: bool,
    ) -> DateRole:
        """What the date at `written` is, which starts at `start` (ISO 8601)."""
        words = passage.words
        first = bisect_left(words.starts, written.start)
        last = bisect_left(words.starts, written.end)
        after = [roles[0] for _, _, roles in _between(self._after, passage, last, last + 1)]
        if "deadline" in after:
            return "deadline"
        before = self._role_before(passage, first)
        if before is not None:
            return before
        if kind is Kind.EVENT or "T" in start or after:
            return "event"
        if issued is not None and len(start) == _WHOLE_DAY and start > issued.isoformat():
            return "event"
        if in_title or _stands_alone(words.text, written):
            return "published" if issued is not None else "event"
        return "mentioned"

    def _role_before(self, passage: Passage, first: int) -> DateRole | None:
        """What the words before the word `first`, in its sentence, say of the date there."""
        words = passage.words
        until = words.starts[first] if first < len(words) else len(words.text)
        cues = _between(self._before, passage, max(0, first - _REACH), first)
        for _, last, roles in reversed(cues):
            if _SENTENCE_END.search(words.text, words.end(last), until):
                return None
            between = words.folded[last + 1 : first]
            for role, just in roles:
                if not just or all(word in self._fillers for word in between):
                    return role
        return None


def _between(
    phrases: Phrases[Value], passage: Passage, first: int, last: int
) -> list[Found[Value]]:
    """The phrases that begin at the word `first` or after it, and before the word `last`."""
    found = phrases.among(passage.finds)
    if not found:
        return found
    return found[bisect_left(found, (first,)) : bisect_left(found, (last,))]


def _stands_alone(text: str, written: Written) -> bool:
    """Whether the date is the whole of its line, as below a headline."""
    first = text.rfind("\n", 0, written.start) + 1
    last = text.find("\n", written.end)
    rest = text[written.end : last if last >= 0 else len(text)]
    return not text[first : written.start].strip() and not rest.strip(" .,*_")
