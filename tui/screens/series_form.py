"""Asking what a series of meetings hands on to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.widget import Widget

from index.errors import InvalidInputError
from index.model.meetings import Series
from index.model.template_lines import from_lines, in_lines
from tui.screens.fields import Line, Paragraphs, Problem
from tui.screens.form import Form, SideBySide
from tui.screens.meeting_details import HOW

_NAME, _WEEKS, _TIME, _PLACE = "series-name", "series-weeks", "series-time", "series-place"
_CHAIR, _PEOPLE = "series-chair", "series-people"


class AskSeries(Form[Series | None]):
    """A form for a series, filled in from what it hands on now."""

    LAST = _PEOPLE

    def __init__(self, series: Series) -> None:
        super().__init__("What the series hands on")
        self.series = series

    def content(self) -> Iterable[Widget]:
        """The fields, and below them the agenda that each meeting begins with."""
        series = self.series
        yield SideBySide(
            Line("Series", series.name, id=_NAME),
            Line("Weeks between two meetings", str(series.weeks or ""), placeholder="6", id=_WEEKS),
        )
        yield SideBySide(
            Line("Time", series.time, placeholder="2pm to 4pm", id=_TIME),
            Line("Place", series.place, placeholder="Town Hall", id=_PLACE),
        )
        people = ", ".join(series.people)
        yield SideBySide(
            Line("Chair", series.chair, placeholder="Cllr Jane Roe", id=_CHAIR),
            Line("Attending", people, placeholder="Jo Smith, Sam Lee", id=_PEOPLE),
        )
        template = in_lines(series.template)
        yield Paragraphs("Agenda to begin with", template, placeholder=HOW, id="meeting-agenda")
        yield Problem(id="agenda-problem")

    def action_save(self) -> None:
        """Answer with what was entered, or show what is the matter."""
        weeks = self.typed(_WEEKS)
        problem = self.query_one("#agenda-problem", Problem)
        if weeks and not (weeks.isascii() and weeks.isdigit() and 0 < int(weeks) < 1000):
            problem.say(f"“{weeks}” is no number of weeks; write it like 6, or leave it empty")
            self.query_one(f"#{_WEEKS}").focus()
            return
        try:
            template = from_lines(self.query_one(Paragraphs).text)
        except InvalidInputError as error:
            problem.say(str(error))
            self.query_one(Paragraphs).focus()
            return
        self.dismiss(
            replace(
                self.series,
                name=self.typed(_NAME) or self.series.name,
                weeks=int(weeks) if weeks else None,
                time=self.typed(_TIME),
                place=self.typed(_PLACE),
                chair=self.typed(_CHAIR),
                people=self.typed_names(_PEOPLE),
                template=template,
            )
        )
