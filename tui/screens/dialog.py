"""What every dialog has: a titled box, its keys in the lower border, and Esc as the way back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.screens.keys import Hint, Hints, bound

Answer = TypeVar("Answer")


class Box(VerticalScroll, can_focus=False):
    """The box of a dialog: as tall as what it holds, and scrolling inside where the screen ends."""


class Dialog(ModalScreen[Answer], Generic[Answer]):
    """A box over whatever was there before. It answers by `dismiss`: None where it was left."""

    CSS_PATH = "screens.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [bound("back")]
    HINTS: ClassVar[tuple[Hint, ...]] = ()

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = heading

    def compose(self) -> ComposeResult:
        """The box, with the dialog's own widgets in it."""
        with Box(classes="dialog") as box:
            box.border_title = Content(self.heading)
            yield from self.content()

    def content(self) -> Iterable[Widget]:
        """The widgets inside the box."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Put the keys that matter here into the lower border."""
        self.query_one(Box).border_subtitle = Hints(self.active_bindings, self.hints()).line

    def hints(self) -> Iterable[Hint]:
        """The keys that matter here."""
        return self.HINTS

    def action_back(self) -> None:
        """One step back: leave without an answer."""
        self.dismiss(None)

    def action_scroll(self, way: str) -> None:
        """Move through what the box holds. `way` is the name of a method that scrolls it."""
        getattr(self.query_one(Box), way)(animate=False)
