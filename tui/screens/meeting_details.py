"""Asking for the details of a meeting."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from index.errors import InvalidInputError
from index.model.dates import day_from_words, in_words
from tui.screens.dialog import Dialog
from tui.screens.fields import Line, Paragraphs, Problem
from tui.screens.wording import day_in_words

LONGEST_NAME = 200
"""What `Library.save_meeting` takes."""

_LAST_LINE = "meeting-place"


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """What a person says of a meeting. `standing` are its standing items, in order."""

    name: str
    date: datetime.date | None = None
    time: str = ""
    place: str = ""
    standing: tuple[str, ...] = ()


class AskMeeting(Dialog[MeetingDetails | None]):
    """A form for a meeting, filled in from `details` if there are any.

    With `rename` unset the name is shown and cannot be changed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False),
        # keys may come in bursts over a slow line: these move on before the next key is dealt out,
        # so that it reaches the field that it was meant for
        Binding("tab", "app.focus_next", "Next field", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", "Field before", show=False, priority=True),
        Binding("enter", "next_field", "Next field", show=False, priority=True),
    ]
    HINTS = (("tab", "next field"), ("ctrl+s", "save"), ("escape", "cancel"))

    def __init__(
        self, heading: str, details: MeetingDetails | None = None, *, rename: bool = True
    ) -> None:
        super().__init__(heading)
        self.details = details or MeetingDetails("")
        self.rename = rename

    def content(self) -> Iterable[Widget]:
        """The fields in the order in which people say them."""
        details = self.details
        if self.rename:
            yield Line(
                "Name", details.name, placeholder="Corporate Parenting Panel", id="meeting-name"
            )
            yield Problem(id="name-problem")
        else:
            yield Static(Content(details.name), classes="prompt")
        day = in_words(details.date.isoformat()) if details.date else ""
        with Horizontal(classes="side-by-side"):
            with Vertical():
                yield Line("Date", day, placeholder="3 December 2026", id="meeting-date")
            with Vertical():
                yield Line("Time", details.time, placeholder="2pm", id="meeting-time")
        yield Problem(id="date-problem")
        yield Line("Place", details.place, placeholder="Town Hall", id=_LAST_LINE)
        yield Paragraphs(
            "Standing items, one a line",
            "\n".join(details.standing),
            placeholder="Apologies\nMinutes of the last meeting\nActions",
            id="meeting-standing",
        )

    def action_save(self) -> None:
        """Answer with what was entered, or show what is the matter and go there."""
        name = self._checked_name()
        if name is None:
            self.query_one("#meeting-name").focus()
            return
        try:
            day = self._day()
        except InvalidInputError as error:
            self.query_one("#date-problem", Problem).say(str(error))
            self.query_one("#meeting-date").focus()
            return
        standing = self.query_one("#meeting-standing", Paragraphs).text.splitlines()
        self.dismiss(
            MeetingDetails(
                name,
                day,
                self._typed("#meeting-time"),
                self._typed(f"#{_LAST_LINE}"),
                tuple(line.strip() for line in standing if line.strip()),
            )
        )

    def _typed(self, field: str) -> str:
        return self.query_one(field, Line).value.strip()

    def _checked_name(self) -> str | None:
        """The name, or None after saying what is the matter with it."""
        if not self.rename:
            return self.details.name
        name = self._typed("#meeting-name")
        problem = self.query_one("#name-problem", Problem)
        if not name:
            problem.say("Give the meeting a name, such as Corporate Parenting Panel")
        elif len(name) > LONGEST_NAME:
            problem.say(f"The name has {len(name)} characters; {LONGEST_NAME} is the most")
        else:
            problem.say("")
            return name
        return None

    def _day(self) -> datetime.date | None:
        """The day typed, None where the field is empty. Raises InvalidInputError."""
        words = self._typed("#meeting-date")
        if not words and self.details.date and not self.rename:
            # a library keeps the date of a meeting for which none is given
            raise InvalidInputError("The date can be changed, but not taken away")
        return day_from_words(words) if words else None

    def action_next_field(self) -> None:
        """To the next field."""
        self.focus_next()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter moves on from a line, but for the last one, where it saves."""
        if action == "next_field":
            return isinstance(self.focused, Line) and self.focused.id != _LAST_LINE
        return super().check_action(action, parameters)

    @on(Input.Submitted)
    def _last_line(self) -> None:
        self.action_save()

    @on(Input.Changed, "#meeting-name")
    def _name_changed(self) -> None:
        self.query_one("#name-problem", Problem).say("")

    @on(Input.Changed, "#meeting-date")
    def _date_changed(self) -> None:
        """Say what day was understood, if any; complaints wait until the field is left."""
        problem = self.query_one("#date-problem", Problem)
        try:
            day = self._day()
        except InvalidInputError:
            problem.say("")
            return
        if day is None:
            problem.say("")
        elif day < datetime.date.today():
            problem.say(f"{day_in_words(day)}, which is past", gently=True)
        else:
            problem.say(day_in_words(day), gently=True)

    @on(Input.Blurred, "#meeting-date")
    def _date_left(self) -> None:
        try:
            self._day()
        except InvalidInputError as error:
            self.query_one("#date-problem", Problem).say(str(error))
