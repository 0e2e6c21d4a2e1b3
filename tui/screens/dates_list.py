"""Dates as a list: what is coming, what is open without saying until when, what has passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from textual.content import Content
from textual.widgets.option_list import Option

from index import Library
from index.model.dates import in_words, span_in_words
from index.model.results import Filter, Hit
from tui.screens.calendar import Happening, Stretch, coming, happenings, passed, short_day
from tui.screens.choices import Choices, heading, row
from tui.screens.styles import MUTED, REMARK, STRONG

WITHOUT_DATE = "No closing date stated"
AT_ONCE = 300
"""How many rows are listed at a time: a row is costly, and few people look so far back."""
MARGIN = 12

_WORDS = {"event": "Event", "deadline": "Closes", "meeting": "Meeting", "action": "Action, due"}
_CLOSING = ("survey", "consultation")
"""The kinds of items that close on some day."""

_Row = tuple[Option, Happening | None]


@dataclass(frozen=True, slots=True)
class Calendar:
    """All that is listed. `unsaid` are surveys and consultations that name no closing date."""

    ahead: tuple[Stretch, ...]
    unsaid: tuple[Happening, ...]
    over: tuple[Stretch, ...]

    def __bool__(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.ahead or self.unsaid or self.over)


def calendar_of(library: Library, today: date) -> Calendar:
    """What happens by what is in the library. Raises CareReaderError."""
    dates = library.dates()
    found = happenings(dates, library.meetings(), library.actions())
    closing = {each.item for each in dates if each.what == "deadline"}
    asked = library.search("", Filter(kinds=_CLOSING), "newest")
    unsaid = (
        Happening("deadline", hit.title, "", who=_issue(hit), item=hit.id)
        for hit in library.hits(asked)
        if hit.id not in closing
    )
    return Calendar(coming(found, today), tuple(unsaid), passed(found, today))


def _issue(hit: Hit) -> str:
    issued = f"issued {in_words(hit.issued)}" if hit.issued else ""
    return " · ".join(part for part in (hit.kind.capitalize(), issued, hit.source) if part)


def happening_in_words(each: Happening) -> Content:
    """What happens as the list shows it: its title; below it what it is, when, and who."""
    below = [each.who]
    if each.start:
        below = [_WORDS[each.what], span_in_words(each.start, each.end), *below]
    if each.what == "action":
        below.append(each.meeting)
    told = " · ".join(part for part in below if part)
    return Content.assemble((each.title, STRONG), "\n", (told, MUTED))


class DatesList(Choices):
    """The rows of a calendar, as many as were asked for; after them one that asks for more."""

    def __init__(self) -> None:
        super().__init__()
        self._listed: list[Happening | None] = []
        self._rest: Iterator[_Row] = iter(())

    @property
    def at_hand(self) -> Happening | None:
        """What is under the cursor."""
        at = self.highlighted
        return None if at is None or at >= len(self._listed) else self._listed[at]

    def show(self, calendar: Calendar, keep: Happening | None = None) -> None:
        """Show the calendar, with the cursor on what is `keep` if it is listed still."""
        place = self.highlighted
        self._rest = _rows(calendar)
        self._listed = []
        self.clear_options()
        self.list_more()
        if keep in self._listed and keep is not None:
            self.highlighted = self._listed.index(keep)
        elif keep is not None and place is not None:
            self.highlighted = min(place, self.option_count - 1)
        else:
            self.action_first()

    def list_more(self) -> bool:
        """List the next rows if the cursor asks for them, or if there are none yet; whether so."""
        at = self.highlighted
        if self._listed and at != len(self._listed):
            return False
        if at is not None and self._listed:
            self.remove_option_at_index(at)
        rows = list(islice(self._rest, AT_ONCE))
        self.add_options(option for option, _ in rows)
        self._listed += [each for _, each in rows]
        following = next(self._rest, None)
        if following is not None:
            self._rest = _before(following, self._rest)
            self.add_option(row("", Content.styled("Show more dates", REMARK), MARGIN))
        if at is not None:
            self.highlighted = at
        return True

    def go_to_passed(self) -> bool:
        """To what has passed, or from there to the first of all; whether anything has."""
        ids = [option.id for option in self.options]
        if _PASSED not in ids:
            return False
        at = ids.index(_PASSED)
        if self.highlighted is not None and self.highlighted > at:
            self.action_first()
        else:
            self.highlighted = at + 1
        return True


_PASSED = "passed"
"""The id of the first heading above what has passed."""


def _rows(calendar: Calendar) -> Iterator[_Row]:
    for stretch in calendar.ahead:
        yield from _stretch(stretch.heading, stretch.happenings)
    if calendar.unsaid:
        yield from _stretch(WITHOUT_DATE, calendar.unsaid)
    for number, stretch in enumerate(calendar.over):
        first, *rest = _stretch(f"Passed: {stretch.heading}", stretch.happenings)
        if not number:
            first = Option(first[0].prompt, id=_PASSED, disabled=True), None
        yield first
        yield from rest


def _stretch(words: str, happenings: tuple[Happening, ...]) -> Iterator[_Row]:
    yield heading(words), None
    for each in happenings:
        margin = short_day(each.start) if each.start else "no date"
        yield row(margin, happening_in_words(each), MARGIN), each


def _before(first: _Row, rest: Iterator[_Row]) -> Iterator[_Row]:
    yield first
    yield from rest
