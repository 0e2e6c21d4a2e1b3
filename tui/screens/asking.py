"""Small questions: a line to type, a yes or no, one of a few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

from textual import events, on
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from tui.screens.dialog import Answer, Dialog
from tui.screens.fields import Line
from tui.screens.keys import Hint


class AskLine(Dialog[str | None]):
    """Ask for one line of text. Answers with the line, trimmed, or None if it was left.

    An empty line answers None as well, or "" where it `may_be_empty`. `offers` are lines that are
    completed as somebody begins to type one.
    """

    HINTS = (("enter", "done"), ("back", "cancel"))

    def __init__(
        self,
        title: str,
        prompt: str,
        value: str = "",
        placeholder: str = "",
        *,
        may_be_empty: bool = False,
        offers: Sequence[str] = (),
    ) -> None:
        super().__init__(title)
        self.offers = tuple(offers)
        self.prompt = prompt
        self.value = value
        self.placeholder = placeholder
        self.may_be_empty = may_be_empty

    def content(self) -> Iterable[Widget]:
        """The prompt above the field."""
        yield Static(Content(self.prompt), classes="prompt")
        line = Line("", self.value, placeholder=self.placeholder, id="line")
        if self.offers:
            line.suggester = SuggestFromList(self.offers, case_sensitive=False)
        yield line

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        line = event.value.strip()
        self.dismiss(line if line or self.may_be_empty else None)


@dataclass(frozen=True, slots=True)
class Way(Generic[Answer]):
    """One way to answer a question: the letter that chooses it, its word, and the answer itself."""

    letter: str
    word: str
    answer: Answer


class Ask(Dialog[Answer]):
    """A question with few answers: by letter, or by arrows and Enter. Esc answers `left`."""

    def __init__(
        self, heading: str, question: str, ways: Sequence[Way[Answer]], left: Answer
    ) -> None:
        super().__init__(heading)
        self.question = question
        self.ways = tuple(ways)
        self.left = left

    def content(self) -> Iterable[Widget]:
        """The question above its answers."""
        yield Static(Content(self.question), classes="prompt")
        with Horizontal(classes="ways"):
            for way in self.ways:
                yield Button(Content(way.word), id=f"way-{way.letter}", classes="way")

    def hints(self) -> Iterable[Hint]:
        """The letters of the answers."""
        return [*((way.letter, way.word.lower()) for way in self.ways), ("back", "back")]

    def on_key(self, event: events.Key) -> None:
        """Answer by letter; move between the answers by arrow."""
        for way in self.ways:
            if event.key == way.letter:
                event.stop()
                self.dismiss(way.answer)
                return
        if event.key in ("left", "up"):
            self.focus_previous()
        elif event.key in ("right", "down"):
            self.focus_next()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        for way in self.ways:
            if event.button.id == f"way-{way.letter}":
                self.dismiss(way.answer)

    def action_back(self) -> None:
        """Leaving is an answer too."""
        self.dismiss(self.left)


class Confirm(Ask[bool]):
    """A question to be answered with yes or no; y, n, Enter for what is focused, Esc for no."""

    def __init__(self, question: str, yes: str = "Yes", no: str = "No") -> None:
        super().__init__("", question, (Way("y", yes, True), Way("n", no, False)), left=False)
