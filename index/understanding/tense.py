"""Tense: whether a sentence speaks of what was or of what is to come, as far as its verbs tell."""

from __future__ import annotations

from enum import IntEnum

from index.understanding.words import Words

_BACK, _AHEAD = 14, 9
"""How many words before a date, and after it, may hold the verb that it goes with."""

_PAST = frozenset(
    (
        *("was", "were", "had", "did", "been", "got", "went", "came", "took", "said", "told"),
        *("met", "held", "began", "gave", "made", "found", "saw", "ran", "won", "led", "wrote"),
        *("spoke", "brought", "fell", "rose", "left", "became", "sent", "heard", "lost", "spent"),
        *("kept", "built", "drew", "grew", "knew", "thought", "taught", "bought", "paid", "stood"),
        *("shut", "broke", "chose", "since", "ago", "wa", "sat", "felt"),
    )
)
_COMING = frozenset(
    (
        *("will", "can", "cannot", "cant", "may", "must", "should", "shall", "would", "could"),
        *("is", "are", "be", "wont", "lets", "let", "please", "well", "youll", "theyll", "itll"),
        *("join", "coming", "next", "due", "expected"),
    )
)
# These only as "starts" and "ends": "at the end of March" tells nothing.
_COMING_SOON = frozenset(
    ("start", "begin", "open", "close", "end", "launch", "return", "take", "run", "go", "meet")
)
# Directly before a date these look ahead, whatever the verb: "rearranged for Monday".
_AHEAD_OF_DATE = frozenset(("by", "until", "till", "for", "before"))
_TELLING = _PAST | _COMING | _COMING_SOON
_NO_VERBS = frozenset(("need", "feed", "speed", "indeed", "hundred", "bed", "red", "shed", "seed"))
# After these a word in -ed is no verb: "in unregulated homes", "the extended family".
_BEFORE_NOUNS = frozenset(
    ("in", "of", "the", "a", "an", "for", "with", "our", "their", "your", "its", "more", "less")
)
_ENDS = frozenset(".!?;\n")
_INFINITIVE = frozenset(("be", "to"))
_AUXILIARIES = frozenset(("be", "is", "are", "being", "to"))


class Tense(IntEnum):
    """What the verb beside a date says of its time."""

    PAST = -1
    UNKNOWN = 0
    COMING = 1


def tense_at(words: Words, first: int, last: int) -> Tense:
    """The tense of the verb nearest to the words `first` to `last`: before them, or else after."""
    if first and words.folded[first - 1] in _AHEAD_OF_DATE:
        return Tense.COMING
    if first and words.folded[first - 1] == "from":
        return Tense.UNKNOWN
    count = len(words)
    for place in range(first - 1, max(-1, first - 1 - _BACK), -1):
        if place + 1 == count or _ends_sentence(words.gap(place + 1)):
            break
        if found := _of_verb(words, place):
            return found
    for place in range(last + 1, min(count, last + 1 + _AHEAD)):
        if _ends_sentence(words.gap(place)):
            break
        if found := _of_verb(words, place):
            return found
    return Tense.UNKNOWN


def _of_verb(words: Words, place: int) -> Tense:
    word = words.folded[place]
    if word in _TELLING:
        if word in _COMING:
            return Tense.COMING
        if word in _PAST:
            return Tense.COMING if place and words.folded[place - 1] in _INFINITIVE else Tense.PAST
        soon = words.text[words.end(place) - 1] in "sS"
        return Tense.COMING if soon else Tense.UNKNOWN
    if word.endswith("ed") and len(word) > 3 and word not in _NO_VERBS:
        before = words.folded[place - 1] if place else ""
        if before in _BEFORE_NOUNS:
            return Tense.UNKNOWN
        return Tense.COMING if before in _AUXILIARIES else Tense.PAST
    return Tense.UNKNOWN


def _ends_sentence(gap: str) -> bool:
    """Whether a sentence or a line ends between two words."""
    return gap != " " and not _ENDS.isdisjoint(gap)
