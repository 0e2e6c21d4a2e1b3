"""When a document was issued: stated on its page, or concluded from what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from index import vocabulary
from index.model.documents import Block, Document, Issued, Known
from index.understanding.date_forms import WEEKDAYS, Day, Written
from index.understanding.occasions import Occasions
from index.understanding.phrases import Phrases
from index.understanding.placing import calendar_day
from index.understanding.words import Words
from index.understanding.written_dates import written_dates

# No date is whole without one of these: most lines are passed over at a glance.
_YEAR = re.compile(r"(?:19|20)[0-9]{2}|[0-9][/.-][0-9]{1,2}[/.-][0-9]|['’][0-9]{2}")
_TOP = 12
"""How many of the first blocks may be the head of the page."""
_LONGEST_LINE = 160
_FIRST_LINES = 4
_LONGEST_ALONE = 60
_MOSTLY = 0.6
"""A line is nothing but a date when the date is this share of it."""


class _Candidate(NamedTuple):
    place: int
    block: Block
    written: Written


class IssueDates:
    """What is needed to date a document."""

    def __init__(self, config: Path | None = None) -> None:
        """Load the word lists; raises LibraryError if a reader's own cannot be used."""
        listed = vocabulary.load("index.understanding", "masthead", config)
        self._labels = Phrases((label, label) for label in listed["labels"])
        self._closing = Phrases((label, label) for label in listed["closing"])
        self._mail = frozenset(f"{name}:" for name in listed["mail"])
        self._names = Phrases((name, name) for name in listed["names"])
        self._occasions = Occasions(config)

    def of(self, document: Document, dates: Iterable[Written]) -> Issued:
        """The issue date: what the format or a catalogue states, or the page, or its content shows.

        `dates` are those written in the items. Unknown where nothing is certain enough.
        """
        if document.issued.value is not None or document.issued.known != "unknown":
            return document.issued
        head: list[_Candidate] = []
        labelled: list[_Candidate] = []
        deeper: list[_Candidate] = []
        alone: list[_Candidate] = []
        for place, block in enumerate(document.blocks):
            long = place >= _TOP and len(block.text) > _LONGEST_ALONE
            if long and not self._is_labelled(document, place):
                continue  # nor is it nothing but a date
            written = _date_of_line(block)
            if written is None or self._is_closing(block):
                continue
            found = _Candidate(place, block, written)
            if self._is_labelled(document, place):
                (labelled if place < _TOP else deeper).append(found)
            elif written.end - written.start >= _MOSTLY * len(block.text):
                alone.append(found)
            elif place == 0 or (place < _TOP and self._names.find(Words.of(block.text))):
                head.append(found)
        if labelled:
            labelled += [one for one in deeper if one.block.text.lower().startswith("date:")]
            return _latest(labelled)
        if alone and alone[0].place < _FIRST_LINES:
            return _stated(alone[0])
        if head:
            return _stated(head[0])
        if deeper:
            return _latest(deeper)
        if alone:
            return _latest(alone)
        return self._week_before_an_occasion(document, dates)

    def _is_closing(self, block: Block) -> bool:
        found = self._closing.find(Words.of(block.text[:40]))
        return bool(found) and found[0].first == 0

    def _is_labelled(self, document: Document, place: int) -> bool:
        """Whether a line says that its date is the page's own, or is in the head of an e-mail."""
        block = document.blocks[place]
        if len(block.text) > _LONGEST_LINE or _YEAR.search(block.text) is None:
            return False
        found = self._labels.find(Words.of(block.text[:40]))
        if found and found[0].first == 0:
            return True
        if not block.text.lower().startswith("date:"):
            return False
        near = document.blocks[max(0, place - 2) : place + 3]
        return sum(other.text.lower().startswith(tuple(self._mail)) for other in near) > 1

    def _week_before_an_occasion(self, document: Document, dates: Iterable[Written]) -> Issued:
        """A page that says "mental health week, beginning next Monday" is of the week before.

        The year is that of the other dates of the document, if they agree on one.
        """
        years = {one.first.year for one in dates if one.first.year and one.first.month}
        if len(years) != 1:
            return Issued()
        year = years.pop() or 0
        for block in document.blocks:
            lower = block.text.lower()
            at = lower.find("next ")
            weekday = lower[at + 5 : at + 14].split(" ")[0].strip(".,;)") if at >= 0 else ""
            if weekday not in WEEKDAYS:
                continue
            for _, _, occasion in self._occasions.find(Words.of(block.text)):
                begins = calendar_day(occasion.in_year(year)[0])
                if occasion.weekday != WEEKDAYS.index(weekday) or begins is None:
                    continue
                first, last = _week_before(begins)
                if first.month == last.month:
                    words = f"{_line(block)}: {occasion.name}, next {weekday.title()}, in {year}"
                    return Issued(f"{first.year:04}-{first.month:02}", "inferred", words)
        return Issued()


def _week_before(begins: date) -> tuple[date, date]:
    monday = begins - timedelta(days=begins.weekday())
    return monday - timedelta(days=7), monday - timedelta(days=1)


def _usable(written: Written) -> bool:
    return written.first.year is not None and calendar_day(written.first) is not None


def _value(written: Written) -> str:
    """The issue date that a written date states: the end of a span of days, or its start."""
    day: Day = written.first
    if written.last is not None and written.last.day is not None and calendar_day(written.last):
        day = written.last
    parts = [f"{day.year:04}", f"{day.month:02}"]
    return "-".join([*parts, f"{day.day:02}"] if day.day is not None else parts)


def _date_of_line(block: Block) -> Written | None:
    """The first whole date of a line that is short enough to be no paragraph."""
    text = block.text
    if len(text) > _LONGEST_LINE or _YEAR.search(text) is None:
        return None
    return next((one for one in written_dates(Words.of(text)) if _usable(one)), None)


def _latest(found: list[_Candidate]) -> Issued:
    """A page whose entries have dates of their own was issued when the last of them was."""
    best = max(found, key=lambda one: (_value(one.written), -one.place))
    return _stated(best) if len(found) == 1 else _stated(best, "inferred")


def _stated(found: _Candidate, known: Known = "stated") -> Issued:
    written, text = found.written, found.block.text
    if written.last is not None and written.first.day is None:
        known = "inferred"  # a season is no date: its first month stands for it
    words = " ".join(text[written.start : written.end].split())
    return Issued(_value(written), known, f"{_line(found.block)}: “{words}”")


def _line(block: Block) -> str:
    return f"line {block.lines.first}" if block.lines is not None else "near the top"
