"""Whether two items tell the same story: a text reprinted, shortened, or edited a little.

Near-duplicates are found in two steps. Each text has a few `marks` (MinHash over runs of words, in
bands); texts that are alike nearly always share one, others hardly ever. What shares one is then
compared word by word, for texts that are alike may still tell of different things: a notice of
every month's meeting is the same text but for its dates. So where one text names a day, a number
or a name and the other has another one in its place, they are two stories.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from zlib import crc32

ALIKE = 0.4
"""Of all runs of words that two texts have, the part that both have, if they are one story.

Among the 43,000 pairs of items in the documents that the tests hold, which are all two stories, the
most alike have 0.23; the edited reprints of the tests have from 0.48 upwards.
"""

SHORTEST = 12
"""Words of a text that can be a story: "Read more on our website" is in every newsletter."""

_RUN = 3
"""Words of a run."""

_BANDS = 14
_ROWS = 2
"""Of texts that are just `ALIKE`, 1 - (1 - 0.4²)¹⁴ = 0.91 share a mark; at 0.6, 0.998; at 0.02,
which is more than most have in common, 0.006.
"""

_SEED = 1

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_SENTENCE_ENDS = re.compile(r"""(?:^|[.!?:;•·\n])["'“‘(\s]*$""")
_CALENDAR = re.compile(
    r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?:jan|febr?)(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|(?:sept?|octo?|novem|decem)(?:ber)?|nov|dec|oct"
)
_LETTERS_OF_A_DAY = 3
"""Letters that tell a day of the week or a month from the others."""

_BEFORE = 4
"""Signs before a word that are looked at for the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An item, as far as it matters which story it tells.

    `words` are the words of its text as they are compared, `names` the places of those that name a
    day, a number or somebody. `titled` are the days and numbers that its title names, `days` those
    of its events and deadlines, ISO 8601. `minutes` says that it records a meeting.
    """

    words: tuple[str, ...]
    names: frozenset[int]
    titled: frozenset[str]
    days: frozenset[str]
    minutes: bool = False


def telling(title: str, text: str, days: Sequence[str] = (), *, minutes: bool = False) -> Telling:
    """What there is to compare of an item."""
    words, names = _read(text)
    in_title, named = _read(title)
    titled = {in_title[place] for place in named if _is_of_calendar(in_title[place])}
    return Telling(tuple(words), names, frozenset(titled), frozenset(days), minutes)


def marks(of: Telling) -> tuple[int, ...]:
    """Numbers of 32 bits, of which texts that are alike share one; none for a text too short."""
    if len(of.words) < SHORTEST:
        return ()
    from rensa import RMinHash

    sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    sketch.update([" ".join(run) for run in _runs(of)])
    digest = sketch.digest()
    bands = (digest[start : start + _ROWS] for start in range(0, _BANDS * _ROWS, _ROWS))
    return tuple(crc32(repr((number, *band)).encode()) for number, band in enumerate(bands))


def same_story(one: Telling, other: Telling) -> bool:
    """Whether two items tell the same story."""
    if min(len(one.words), len(other.words)) < SHORTEST or (one.minutes and other.minutes):
        return False  # minutes say "The report was noted." of another report each time
    runs, others = _runs(one), _runs(other)
    if len(runs & others) < ALIKE * len(runs | others):
        return False
    if one.days - other.days and other.days - one.days:
        return False
    if one.titled - {*other.words, *other.titled} and other.titled - {*one.words, *one.titled}:
        return False
    return not _differ(one, other)


def _differ(one: Telling, other: Telling) -> bool:
    """Whether somewhere one names what the other has nowhere, and the other likewise there."""
    if one.words == other.words:
        return False
    everything, everything_else = {*one.words}, {*other.words}
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    for kind, start, end, from_, to in matcher.get_opcodes():
        if kind == "replace":
            here = {one.words[n] for n in range(start, end) if n in one.names}
            there = {other.words[n] for n in range(from_, to) if n in other.names}
            here, there = here - everything_else, there - everything
            if here and there and not _abbreviates(here, there):
                return True
    return False


def _abbreviates(here: set[str], there: set[str]) -> bool:
    """Whether the names of one are the initials of the other's: DfE, Department for Education."""
    short, long = sorted((here, there), key=len)
    return len(short) == 1 < len(long) and {word[0] for word in long} <= {*min(short)}


def _runs(of: Telling) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(of.words[start:] for start in range(_RUN)), strict=False))


def _read(text: str) -> tuple[list[str], frozenset[int]]:
    """The words of a text as they are compared, and the places of those that name something."""
    words: list[str] = []
    names: set[int] = set()
    for match in _WORD.finditer(text):
        word = match[0].casefold().replace("’", "'")
        named = match[0][0].isdigit() or match[0][0].isupper()
        if named and _CALENDAR.fullmatch(word):
            word = word[:_LETTERS_OF_A_DAY]
        elif match[0][0].isupper():
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            named = not _SENTENCE_ENDS.search(before)
        if named:
            names.add(len(words))
        words.append(word)
    return words, frozenset(names)


def _is_of_calendar(word: str) -> bool:
    return word.isdigit() or bool(_CALENDAR.fullmatch(word))
