"""Forms: fields below one another, gone through by Tab or Enter, and saved from anywhere."""

from __future__ import annotations

import datetime
from typing import ClassVar, Generic

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input

from index.errors import InvalidInputError
from index.model.dates import day_from_words, in_words
from tui.screens.dialog import Answer, Dialog
from tui.screens.fields import Line, Problem
from tui.screens.wording import day_in_words


class Form(Dialog[Answer], Generic[Answer]):
    """A dialog of fields. Enter goes on from a line, but for the one `LAST`, where it saves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False),
        # keys may come in bursts over a slow line: these move on before the next key is dealt out,
        # so that it reaches the field that it was meant for
        Binding("tab", "app.focus_next", "Next field", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", "Field before", show=False, priority=True),
        Binding("enter", "next_field", "Next field", show=False, priority=True),
    ]
    HINTS = (("tab", "next field"), ("ctrl+s", "save"), ("escape", "cancel"))
    LAST: ClassVar[str] = ""

    def typed(self, field: str) -> str:
        """What stands in the line of that id, trimmed."""
        return self.query_one(f"#{field}", Line).value.strip()

    def typed_names(self, field: str) -> tuple[str, ...]:
        """The names in the line of that id, between commas."""
        return tuple(filter(None, map(str.strip, self.typed(field).split(","))))

    def action_save(self) -> None:
        """Answer with what was entered, or show what is the matter and go there."""
        raise NotImplementedError

    def action_next_field(self) -> None:
        """To the next field."""
        self.focus_next()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter moves on from a line, but for the last one, where it saves."""
        if action == "next_field":
            return isinstance(self.focused, Line) and self.focused.id != self.LAST
        return super().check_action(action, parameters)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()


class SideBySide(Horizontal):
    """Two fields in one row."""

    def __init__(self, left: Widget, right: Widget) -> None:
        columns = [each if isinstance(each, Vertical) else Vertical(each) for each in (left, right)]
        super().__init__(*columns)


class DayLine(Vertical):
    """A line for a day, and below it what day was understood, or what is the matter."""

    def __init__(
        self, label: str, day: datetime.date | None, *, placeholder: str = "", id: str
    ) -> None:
        super().__init__(classes="day")
        words = in_words(day.isoformat()) if day else ""
        self.line = Line(label, words, placeholder=placeholder, id=id)
        self.problem = Problem()

    def compose(self) -> ComposeResult:
        """The line above its problem."""
        yield self.line
        yield self.problem

    def day(self) -> datetime.date | None:
        """The day typed, None where nothing is. Raises InvalidInputError."""
        words = self.line.value.strip()
        return day_from_words(words) if words else None

    def is_clear(self) -> bool:
        """Whether what is typed can be understood; where not, it says so and goes there."""
        try:
            self.day()
        except InvalidInputError as error:
            self.problem.say(str(error))
            self.screen.set_focus(self.line)
            return False
        return True

    @on(Input.Changed)
    def _changed(self) -> None:
        """Say what day was understood, if any; complaints wait until the field is left."""
        try:
            day = self.day()
        except InvalidInputError:
            day = None
        past = ", which is past" if day and day < datetime.date.today() else ""
        self.problem.say(f"{day_in_words(day)}{past}" if day else "", gently=True)

    @on(Input.Blurred)
    def _left(self) -> None:
        try:
            self.day()
        except InvalidInputError as error:
            self.problem.say(str(error))
