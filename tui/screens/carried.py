"""Showing what was carried forward, to be kept or taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.screens.asking import Confirm
from tui.screens.styles import MUTED
from tui.screens.wording import counted

_SHOWN = 12


class CarriedForward(Confirm):
    """Asks whether what goes on to another meeting is to go there."""

    def __init__(self, meeting: str, carried: Sequence[str]) -> None:
        words = counted(len(carried), "entry or action", "entries and actions")
        super().__init__(f"Carry {words} forward to {meeting}?", "Carry forward", "Leave")
        self.carried = tuple(carried)

    def content(self) -> Iterable[Widget]:
        """What is carried, below the question and above its answers."""
        question, *ways = super().content()
        yield question
        lines = [*self.carried[:_SHOWN]]
        if len(self.carried) > _SHOWN:
            lines.append(f"and {len(self.carried) - _SHOWN} more")
        yield Static(Content.styled("\n".join(lines), MUTED), classes="prompt")
        yield from ways
