"""Choosing one of a list, or several, or leaving it as it was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.screens.choices import Choices, heading, row
from tui.screens.dialog import Answer, Dialog
from tui.screens.hanging import Hanging
from tui.screens.styles import MARK

AS_FOUND: Final = "\x00as found"
"""The answer that takes back what a person chose before."""

_CHOSEN = "✓"
_MARGIN = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose: its value, and how it is called. One without a value is a heading."""

    value: str
    words: str


class _Choosing(Dialog[Answer]):
    """A list of entries, those chosen before marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "Done", show=False),
        Binding("a", "as_found", "As found", show=False),
        Binding("q", "back", "Back", show=False),
    ]

    def __init__(self, title: str, entries: Sequence[Entry], chosen: Iterable[str]) -> None:
        super().__init__(title)
        self.entries = tuple(entries)
        self.chosen = set(chosen)

    def content(self) -> Iterable[Widget]:
        """The entries."""
        yield Choices(*map(self._option, self.entries))

    def on_mount(self) -> None:
        """Begin at the first entry that is chosen, or else at the first."""
        values = [entry.value for entry in self.entries]
        first = next((at for at, value in enumerate(values) if value in self.chosen), None)
        if first is None:
            first = next(at for at, value in enumerate(values) if value)
        self.query_one(Choices).highlighted = first

    def _option(self, entry: Entry) -> Option:
        if not entry.value:
            return heading(entry.words)
        return row(_CHOSEN if entry.value in self.chosen else "", Content(entry.words), _MARGIN)

    @property
    def _at_hand(self) -> Entry:
        return self.entries[self.query_one(Choices).highlighted or 0]


class ChooseOne(_Choosing[str | None]):
    """Answers with the value of an entry, with AS_FOUND, or with None if it was left."""

    HINTS = (("enter", "choose"), ("a", "as found"), ("back", "back"))

    def action_done(self) -> None:
        """Choose the entry under the cursor."""
        self.dismiss(self._at_hand.value)

    def action_as_found(self) -> None:
        """Take back what was chosen before."""
        self.dismiss(AS_FOUND)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_done()


class ChooseSeveral(_Choosing[tuple[str, ...] | None]):
    """Answers with the values chosen, in the order of the list; with (AS_FOUND,); or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,x", "turn", "Choose", show=False)]
    HINTS = (("space", "choose or not"), ("enter", "done"), ("a", "as found"), ("back", "back"))

    def action_turn(self) -> None:
        """Choose the entry under the cursor, or choose it no longer."""
        entry = self._at_hand
        self.chosen ^= {entry.value}
        mark = Content.styled(_CHOSEN if entry.value in self.chosen else "", MARK)
        listed = self.query_one(Choices)
        listed.replace_option_prompt_at_index(
            listed.highlighted or 0, Hanging(mark, Content(entry.words), _MARGIN)
        )

    def action_done(self) -> None:
        """Answer with what is chosen now."""
        self.dismiss(tuple(entry.value for entry in self.entries if entry.value in self.chosen))

    def action_as_found(self) -> None:
        """Take back what was chosen before."""
        self.dismiss((AS_FOUND,))

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_turn()
