"""Writing a text of any length: a note, an outcome."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.screens.asking import Ask, Way
from tui.screens.dialog import Dialog
from tui.screens.fields import Paragraphs

Leaving = Literal["save", "discard", "go on"]


class WriteNote(Dialog[str | None]):
    """A text of any length. Answers with it, with "" to take it away, or None: no change.

    `example` stands there while there is none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "Save", show=False)]
    HINTS = (("ctrl+s", "save"), ("escape", "back"))

    def __init__(
        self, title: str, text: str, example: str = "What you want to say about it in the meeting"
    ) -> None:
        super().__init__(title)
        self.text_before = text
        self.example = example

    def content(self) -> Iterable[Widget]:
        """The note, and nothing beside it."""
        yield Paragraphs(
            "",
            self.text_before,
            placeholder=self.example,
            id="note",
        )

    def on_mount(self) -> None:
        """Go on writing where the note ends."""
        note = self.query_one(Paragraphs)
        self._opened_with = note.text
        note.move_cursor(note.document.end)

    def action_save(self) -> None:
        """Answer with the note as it stands; the empty lines round it are dropped."""
        self.dismiss(self.query_one(Paragraphs).text.strip())

    def action_back(self) -> None:
        """Close what is unchanged; ask what should become of what is not."""
        if self.query_one(Paragraphs).text.strip() == self._opened_with.strip():
            self.dismiss(None)
            return
        question: Ask[Leaving] = Ask(
            "",
            "What you wrote is not kept yet.",
            (Way("s", "Save", "save"), Way("d", "Discard", "discard"), Way("g", "Go on", "go on")),
            left="go on",
        )
        self.app.push_screen(question, self._leave)

    def _leave(self, leaving: Leaving | None) -> None:
        if leaving == "save":
            self.action_save()
        elif leaving == "discard":
            self.dismiss(None)
