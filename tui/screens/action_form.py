"""Asking who does what, by when."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static

from index.model.dates import in_words
from tui.screens.fields import Line, Problem
from tui.screens.form import DayLine, Form
from tui.screens.keys import Hint

_TEXT, _OWNER, _DUE = "action-text", "action-owner", "action-due"


@dataclass(frozen=True, slots=True)
class Offer:
    """A date that may be taken as it is, and what it is the date of."""

    day: datetime.date
    what: str


@dataclass(frozen=True, slots=True)
class ActionDetails:
    """What a person says of an action."""

    text: str
    owner: str = ""
    due: datetime.date | None = None


class AskAction(Form[ActionDetails | None]):
    """A form for an action, filled in from `details`.

    `people` are offered as whose action it is, while somebody types a name; `offers` are put into
    the field of the date by Down and Up, from wherever the cursor is.
    """

    LAST = _DUE
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "offer(1)", "Next date on offer", show=False, priority=True),
        Binding("up", "offer(-1)", "Date on offer before", show=False, priority=True),
    ]

    def __init__(
        self,
        heading: str,
        details: ActionDetails | None = None,
        people: Sequence[str] = (),
        offers: Sequence[Offer] = (),
    ) -> None:
        super().__init__(heading)
        self.details = details or ActionDetails("")
        self.people = tuple(people)
        self.offers = tuple(offers)
        self._offered: int | None = None

    def hints(self) -> Iterable[Hint]:
        """The keys that matter here."""
        taking: tuple[Hint, ...] = (("down", "take a date"),) if self.offers else ()
        return (*taking, *self.HINTS)

    def content(self) -> Iterable[Widget]:
        """The fields in the order in which people say them, and the dates on offer."""
        details = self.details
        yield Line("What", details.text, placeholder="Write to the Department", id=_TEXT)
        yield Problem(id="text-problem")
        owner = Line("Who", details.owner, placeholder="Jane Roe", id=_OWNER)
        if self.people:
            owner.suggester = SuggestFromList(self.people, case_sensitive=False)
        yield owner
        yield DayLine("By when", details.due, placeholder="3 December 2026", id=_DUE)
        if self.offers:
            lines = (f"{in_words(each.day.isoformat())} · {each.what}" for each in self.offers)
            yield Static(Content("\n".join(lines)), id="fitting")

    def action_offer(self, step: int) -> None:
        """Put the next date on offer into its field, or with -1 the one before."""
        if not self.offers:
            return
        before = (-1 if step > 0 else 0) if self._offered is None else self._offered
        self._offered = (before + step) % len(self.offers)
        day = self.offers[self._offered].day
        self.query_one(DayLine).line.value = in_words(day.isoformat())

    def action_save(self) -> None:
        """Answer with what was entered, or show what is the matter and go there."""
        text = self.typed(_TEXT)
        if not text:
            self.query_one("#text-problem", Problem).say("Say what is to be done")
            self.query_one(f"#{_TEXT}").focus()
        elif (due := self.query_one(DayLine)).is_clear():
            self.dismiss(ActionDetails(text, self.typed(_OWNER), due.day()))

    @on(Input.Changed, f"#{_TEXT}")
    def _text_changed(self) -> None:
        self.query_one("#text-problem", Problem).say("")
