"""Asking for the details of a meeting."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from textual import on
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, TextArea

from index.errors import InvalidInputError
from index.model.meetings import TemplateEntry
from index.model.template_lines import from_lines, in_lines
from tui.screens.fields import Line, Paragraphs, Problem
from tui.screens.form import DayLine, Form, SideBySide

LONGEST_NAME = 200
"""What `Library.save_meeting` takes."""

HOW = "One line each: Apologies (5 min) | Chair. A line that begins with # is a heading."
"""How the agenda that a meeting begins with is typed."""

_NAME, _DATE, _TIME, _PLACE = "meeting-name", "meeting-date", "meeting-time", "meeting-place"
_CHAIR, _SERIES, _PEOPLE = "meeting-chair", "meeting-series", "meeting-people"


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """What a person says of a meeting. `agenda` is what its agenda begins with."""

    name: str
    date: datetime.date | None = None
    time: str = ""
    place: str = ""
    chair: str = ""
    series: str = ""
    people: tuple[str, ...] = ()
    agenda: tuple[TemplateEntry, ...] = ()


class AskMeeting(Form[MeetingDetails | None]):
    """A form for a meeting, filled in from `details` if there are any.

    A new meeting is asked for the agenda that it begins with, too. `taken` are names that it cannot
    have, `series` those that are known.
    """

    LAST = _PEOPLE

    def __init__(
        self,
        heading: str,
        details: MeetingDetails | None = None,
        *,
        new: bool = True,
        taken: Collection[str] = (),
        series: Sequence[str] = (),
    ) -> None:
        super().__init__(heading)
        self.details = details or MeetingDetails("")
        self.new = new
        self.taken = frozenset(map(_as_compared, taken))
        self.series = tuple(series)

    def content(self) -> Iterable[Widget]:
        """The fields in the order in which people say them."""
        details = self.details
        yield Line("Name", details.name, placeholder="Corporate Parenting Panel", id=_NAME)
        yield Problem(id="name-problem")
        yield SideBySide(
            DayLine("Date", details.date, placeholder="3 December 2026", id=_DATE),
            Line("Time", details.time, placeholder="2pm to 4pm", id=_TIME),
        )
        yield SideBySide(
            Line("Place", details.place, placeholder="Town Hall", id=_PLACE),
            Line("Chair", details.chair, placeholder="Cllr Jane Roe", id=_CHAIR),
        )
        series = Line("Series", details.series, placeholder="", id=_SERIES)
        if self.series:
            series.suggester = SuggestFromList(self.series, case_sensitive=False)
        people = ", ".join(details.people)
        yield SideBySide(
            series, Line("Attending", people, placeholder="Jo Smith, Sam Lee", id=_PEOPLE)
        )
        if self.new:
            text = in_lines(details.agenda)
            yield Paragraphs("Agenda to begin with", text, placeholder=HOW, id="meeting-agenda")
            yield Problem(id="agenda-problem")

    def action_save(self) -> None:
        """Answer with what was entered, or show what is the matter and go there."""
        name = self._checked_name()
        if name is None:
            self.query_one(f"#{_NAME}").focus()
            return
        day = self.query_one(DayLine)
        if not day.is_clear():
            return
        agenda = self._agenda()
        if agenda is None:
            self.query_one(Paragraphs).focus()
            return
        self.dismiss(
            MeetingDetails(
                name,
                day.day(),
                self.typed(_TIME),
                self.typed(_PLACE),
                self.typed(_CHAIR),
                self.typed(_SERIES),
                self.typed_names(_PEOPLE),
                agenda,
            )
        )

    def _checked_name(self) -> str | None:
        """The name, or None after saying what is the matter with it."""
        name = self.typed(_NAME)
        problem = self.query_one("#name-problem", Problem)
        if not name:
            problem.say("Give the meeting a name, such as Corporate Parenting Panel")
        elif len(name) > LONGEST_NAME:
            problem.say(f"The name has {len(name)} characters; {LONGEST_NAME} is the most")
        elif _as_compared(name) in self.taken - {_as_compared(self.details.name)}:
            problem.say("There is a meeting of that name already; add its date, or its number")
        else:
            problem.say("")
            return name
        return None

    def _agenda(self) -> tuple[TemplateEntry, ...] | None:
        """The agenda to begin with, or None after saying what is the matter with it."""
        if not self.new:
            return ()
        try:
            return from_lines(self.query_one(Paragraphs).text)
        except InvalidInputError as error:
            self.query_one("#agenda-problem", Problem).say(str(error))
            return None

    @on(Input.Changed, f"#{_NAME}")
    def _name_changed(self) -> None:
        self.query_one("#name-problem", Problem).say("")

    @on(TextArea.Changed)
    def _agenda_changed(self) -> None:
        self.query_one("#agenda-problem", Problem).say("")


def _as_compared(name: str) -> str:
    return " ".join(name.split()).casefold()
