"""When a document was issued: stated on its page, or concluded from what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Literal, NamedTuple

from index import vocabulary
from index.model.documents import Block, Document, Issued, Known
from index.understanding.date_forms import WEEKDAYS, Day, Written
from index.understanding.occasions import Occasions
from index.understanding.passages import Passage
from index.understanding.phrases import Lexicon, Phrases
from index.understanding.placing import calendar_day
from index.understanding.words import first_word
from index.understanding.written_dates import WrittenDates

# No date is whole without one of these: most lines are passed over at a glance, as the search
# leaps from one first sign to the next.
_YEAR = re.compile(
    r"[0-9'’](?:(?<=1)9[0-9]{2}|(?<=2)0[0-9]{2}|(?<=['’])[0-9]{2}"
    r"|(?<=[0-9])[/.-][0-9]{1,2}[/.-][0-9])"
)
_TOP = 12
"""How many of the first blocks may be the head of the page."""
_LONGEST_LINE = 160
_FIRST_LINES = 4
_LONGEST_ALONE = 60
_MOSTLY = 0.6
"""A line is nothing but a date when the date is this share of it."""


class _Candidate(NamedTuple):
    """A date that may be that of the issue, and what its line has to do with it."""

    place: int
    block: Block
    written: Written
    line: Literal["labelled", "alone", "head"]


class IssueDates:
    """What is needed to date a document."""

    def __init__(self, config: Path | None = None) -> None:
        """Load the word lists; raises LibraryError if a reader's own cannot be used."""
        listed = vocabulary.load("index.understanding", "masthead", config)
        # a lexicon of its own: the words of mastheads are asked for in a few lines only
        lexicon = Lexicon()
        self._lexicon = lexicon
        self._written = WrittenDates(lexicon)
        self._occasions = Occasions(lexicon, config)
        self._labels = lexicon.phrases((label, label) for label in listed["labels"])
        self._begin_labels = frozenset(map(first_word, listed["labels"]))
        self._closing = lexicon.phrases((label, label) for label in listed["closing"])
        self._names = lexicon.phrases((name, name) for name in listed["names"])
        self._mail = tuple(f"{name}:" for name in listed["mail"])

    def of(self, document: Document, dates: Iterable[Written]) -> Issued:
        """The issue date: what the format or a catalogue states, or the page, or its content shows.

        `dates` are those written in the items. Unknown where nothing is certain enough.
        """
        if document.issued.value is not None or document.issued.known != "unknown":
            return document.issued
        places = range(len(document.blocks))
        top = list(self._candidates(document, places[:_TOP]))
        if labelled := [one for one in top if one.line == "labelled"]:
            mails = (place for place in places[_TOP:] if _is_date_line(document.blocks[place]))
            labelled += self._candidates(document, mails)
            return _latest([one for one in labelled if one.line == "labelled"])
        alone = [one for one in top if one.line == "alone"]
        if alone and alone[0].place < _FIRST_LINES:
            return _stated(alone[0])
        if head := [one for one in top if one.line == "head"]:
            return _stated(head[0])
        deeper = list(self._candidates(document, places[_TOP:]))
        if labelled := [one for one in deeper if one.line == "labelled"]:
            return _latest(labelled)
        if alone := [*alone, *(one for one in deeper if one.line == "alone")]:
            return _latest(alone)
        return self._week_before_an_occasion(document, dates)

    def _candidates(self, document: Document, places: Iterable[int]) -> Iterator[_Candidate]:
        """The dates of the lines at `places` that are short enough to be no paragraphs."""
        for place in places:
            block = document.blocks[place]
            if len(block.text) > _LONGEST_LINE or _YEAR.search(block.text) is None:
                continue
            may_be_labelled = first_word(block.text) in self._begin_labels or _is_date_line(block)
            if place >= _TOP and len(block.text) > _LONGEST_ALONE and not may_be_labelled:
                continue  # nor is it nothing but a date
            passage = Passage.of(block.text, self._lexicon)
            labelled = may_be_labelled and self._is_labelled(document, place, passage)
            if place >= _TOP and len(block.text) > _LONGEST_ALONE and not labelled:
                continue
            written = next(filter(_usable, self._written.of(passage)), None)
            if written is None or _begins_with(self._closing, passage):
                continue
            if labelled:
                yield _Candidate(place, block, written, "labelled")
            elif written.end - written.start >= _MOSTLY * len(block.text):
                yield _Candidate(place, block, written, "alone")
            elif place == 0 or (place < _TOP and self._names.among(passage.finds)):
                yield _Candidate(place, block, written, "head")

    def _is_labelled(self, document: Document, place: int, passage: Passage) -> bool:
        """Whether a line says that its date is the page's own, or is in the head of an e-mail."""
        if _begins_with(self._labels, passage):
            return True
        if not _is_date_line(document.blocks[place]):
            return False
        near = document.blocks[max(0, place - 2) : place + 3]
        return sum(other.text.lower().startswith(self._mail) for other in near) > 1

    def _week_before_an_occasion(self, document: Document, dates: Iterable[Written]) -> Issued:
        """A page that says "mental health week, beginning next Monday" is of the week before.

        The year is that of the other dates of the document, if they agree on one.
        """
        years = {one.first.year for one in dates if one.first.year and one.first.month}
        if len(years) != 1:
            return Issued()
        year = years.pop() or 0
        for block in document.blocks:
            if "ext " not in block.text and "EXT " not in block.text:
                continue
            lower = block.text.lower()
            at = lower.find("next ")
            weekday = lower[at + 5 : at + 14].split(" ")[0].strip(".,;)") if at >= 0 else ""
            if weekday not in WEEKDAYS:
                continue
            passage = Passage.of(block.text, self._lexicon)
            for _, _, occasion in self._occasions.named(passage):
                begins = calendar_day(occasion.in_year(year)[0])
                if occasion.weekday != WEEKDAYS.index(weekday) or begins is None:
                    continue
                first, last = _week_before(begins)
                if first.month == last.month:
                    words = f"{_line(block)}: {occasion.name}, next {weekday.title()}, in {year}"
                    return Issued(f"{first.year:04}-{first.month:02}", "inferred", words)
        return Issued()


def _begins_with(phrases: Phrases[str], passage: Passage) -> bool:
    """Whether one of the phrases begins with the first word of a line."""
    found = phrases.among(passage.finds)
    return bool(found) and found[0][0] == 0


def _is_date_line(block: Block) -> bool:
    return block.text[: len("date:")].lower() == "date:"


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
