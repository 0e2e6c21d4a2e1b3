"""Adding documents."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.screens.dialog import Dialog
from tui.screens.fields import Line, Problem, plain
from tui.screens.paths import complete, found

FORMATS = "Text or Markdown files (.txt, .md), or a folder of them; *.txt takes all that fit."
SHOWN_NAMES = 60


class AddDocuments(Dialog[tuple[Path, ...] | None]):
    """Asks for files or a folder. Answers with paths that exist, or with None.

    Paths are seen from the folder `start`. `what` says what is asked for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "Complete", show=False)]
    HINTS = (("tab", "complete"), ("enter", "add"), ("escape", "cancel"))

    def __init__(self, start: Path, heading: str = "Add documents", what: str = FORMATS) -> None:
        super().__init__(heading)
        self.start = start
        self.what = what
        self._completed = ""

    def content(self) -> Iterable[Widget]:
        """What can be added, the path, and what is the matter with it or what fits it."""
        yield Static(self.what, markup=False, classes="prompt")
        yield Line("File or folder", placeholder="~/Downloads/newsletter.txt", id="path")
        yield Problem(id="path-problem")
        yield Static(Content(plain(f"Seen from {self.start}")), id="fitting")

    def action_complete(self) -> None:
        """Complete the path as far as is certain, and show what else fits."""
        field = self.query_one(Line)
        completion = complete(field.value, self.start)
        self._completed = field.value = completion.text
        field.cursor_position = len(completion.text)
        names = completion.names
        if len(names) == 1:
            names = complete(completion.text, self.start).names if names[0].endswith("/") else ()
        self._show_fitting(names)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self.query_one(Problem).say("")
        if event.value != self._completed:
            self._show_fitting(())

    def _show_fitting(self, names: tuple[str, ...]) -> None:
        more = f"   and {len(names) - SHOWN_NAMES} more" if len(names) > SHOWN_NAMES else ""
        fitting = self.query_one("#fitting", Static)
        fitting.update(Content("   ".join(names[:SHOWN_NAMES]) + more))
        fitting.display = bool(names)

    @on(Input.Submitted)
    def _add(self, event: Input.Submitted) -> None:
        problem = self.query_one(Problem)
        if not event.value.strip():
            problem.say("Type the path of a file or a folder; Tab completes it")
            return
        paths = found(event.value, self.start)
        if paths:
            self.dismiss(paths)
        else:
            problem.say(f"There is no {event.value.strip()}; Tab shows what there is")
