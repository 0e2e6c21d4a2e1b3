"""The text of an item that has left the library, as its bookmark keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from index.model.meetings import Bookmark
from tui.screens.dialog import Dialog
from tui.screens.keys import SCROLLING, bound
from tui.screens.styles import REMARK, STRONG


class KeptText(Dialog[None]):
    """Shows what a bookmark keeps of an item: citation, text and note."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", "Back", show=False),
        bound("quit", "back"),
        *SCROLLING,
    ]
    HINTS = (("down", "down"), ("up", "up"), ("back", "back"))

    def __init__(self, bookmark: Bookmark) -> None:
        super().__init__("No longer in the library")
        self.bookmark = bookmark

    def content(self) -> Iterable[Widget]:
        """Citation first, so that it is clear what this is."""
        yield Static(Content.styled(self.bookmark.citation.in_words(), STRONG), classes="prompt")
        yield Static(Content(self.bookmark.text))
        if self.bookmark.note:
            note = Content.assemble(("Note: ", REMARK), self.bookmark.note)
            yield Static(note, classes="note")
