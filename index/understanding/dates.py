"""Dates: when the things that an item speaks of happen, to the precision that its text has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from index.model.items import FoundDate, Kind
from index.understanding.date_forms import Written
from index.understanding.date_roles import DateRoles
from index.understanding.occasions import Occasion, Occasions
from index.understanding.passages import Passage
from index.understanding.phrases import Lexicon
from index.understanding.placing import Anchor, calendar_day, placed
from index.understanding.relative_dates import Relative, RelativeDates, when
from index.understanding.tense import Tense, tense_at
from index.understanding.words import Words

_start = attrgetter("start")
_NEAR = 12
"""An occasion and a relative date that are so many words apart belong together."""


class Dates:
    """What is needed to tell dates: occasions, and the words that say what dates are for."""

    def __init__(self, lexicon: Lexicon, config: Path | None = None) -> None:
        """Load the word lists; raises LibraryError if a reader's own cannot be used."""
        self._occasions = Occasions(lexicon, config)
        self._relative = RelativeDates(lexicon)
        self._roles = DateRoles(lexicon, config)

    def of(
        self,
        title: tuple[Passage, list[Written]],
        text: tuple[Passage, list[Written]],
        kind: Kind,
        anchor: Anchor,
    ) -> tuple[FoundDate, ...]:
        """The dates of an item in their order, each once: those that are written, and those meant.

        A date that cannot be placed in a year is left out, as is one that no calendar has.
        """
        found: dict[tuple[str, str | None], FoundDate] = {}
        own = Anchor.within((*title[1], *text[1])) or anchor
        for passage, written in (title, text):
            words = passage.words
            occasions = self._occasions.named(passage)
            relative = self._relative.named(passage)
            if occasions or relative:
                meant = self._meant(passage, written, occasions, relative, anchor)
                written = sorted([*written, *meant], key=_start)
            for one in written:
                tense = Tense.UNKNOWN
                if one.first.year is None:
                    tense = tense_at(words, *_words_at(words, one))
                place = placed(one, own, anchor, tense)
                if place is None or place in found:
                    continue
                start, end = place
                what = self._roles.of(passage, one, start, kind, anchor.day, passage is title[0])
                spelling = " ".join(words.text[one.start : one.end].split()).rstrip(".,")
                found[place] = FoundDate(spelling, start, end, what)
        return _each_once(found.values()) if found else ()

    def _meant(
        self,
        passage: Passage,
        written: list[Written],
        occasions: list[tuple[int, int, Occasion]],
        relative: list[tuple[int, int, Relative]],
        anchor: Anchor,
    ) -> Iterator[Written]:
        """The dates that are not written but named: "next Monday", "Black History Month 2022"."""
        words = passage.words
        for first, last, occasion in occasions:
            year = _year(words, last + 1)
            if year is not None:
                yield Written(words.starts[first], words.end(last + 1), *occasion.in_year(year))
        for first, last, meaning in relative:
            start, end = words.starts[first], words.end(last)
            before = bisect_left(written, end, key=_start)
            if before and written[before - 1].end > start:
                continue  # it is part of a date that is written
            # "Children's mental health week, beginning next Monday" is told by the occasion.
            if meaning.unit == "weekday" and anchor.day is not None:
                since = bisect_left(occasions, (first - _NEAR,))
                until = bisect_left(occasions, (first + _NEAR + 1,))
                begins = (
                    occasion.in_year(anchor.day.year)[0]
                    for _, _, occasion in occasions[since:until]
                    if occasion.weekday == meaning.number
                )
                day = next(begins, None)
                if day is not None and calendar_day(day) is not None:
                    yield Written(start, end, day)
                    continue
            if meaning.unit == "weekday" and meaning.which == "this":
                if _in_quotation(words.text, start):
                    continue
                if tense_at(words, first, last) is Tense.PAST:
                    meaning = replace(meaning, which="past")
            elif meaning.unit == "year" and tense_at(words, first, last) is Tense.PAST:
                continue
            days = when(meaning, anchor)
            if days is not None:
                yield Written(start, end, *days)


def _words_at(words: Words, one: Written) -> tuple[int, int]:
    """The first and the last word of a date."""
    return bisect_left(words.starts, one.start), bisect_left(words.starts, one.end) - 1


def _in_quotation(text: str, at: int) -> bool:
    """Whether somebody is quoted there: what they call Sunday is no day of the calendar."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def _year(words: Words, at: int) -> int | None:
    """The year that the word `at` is, if there is one."""
    word = words.folded[at] if at < len(words) else ""
    return int(word) if len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20") else None


def _each_once(found: Collection[FoundDate]) -> tuple[FoundDate, ...]:
    """Each day once: the mention with a time, or else the first, stands for the others."""
    if len(found) == 1:
        return tuple(found)
    by_day: dict[str, FoundDate] = {}
    for one in found:
        day = one.start.split("T")[0]
        before = by_day.get(day)
        if before is None:
            by_day[day] = one
        elif "T" not in before.start and ("T" in one.start or (one.end and not before.end)):
            what = one.what if one.what != "mentioned" else before.what
            by_day[day] = replace(one, what=what)
    # "Support groups in July" says no more than the days of July that follow it.
    months = {day[:7] for day in by_day if len(day) > len("2022-07")}
    return tuple(one for day, one in by_day.items() if one.end or day not in months)
