"""Asking in which format a pack, or the minutes, are to be written, and where to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from index.model.formats import FORMATS, Part
from tui.screens.choices import Choices, row
from tui.screens.dialog import Dialog
from tui.screens.fields import Line
from tui.screens.paths import complete
from tui.screens.styles import MUTED, STRONG


@dataclass(frozen=True, slots=True)
class Export:
    """A format, by the ending of its file, and the folder or file that the pack is written to.

    `place` is as it was typed, "" for the folder of packs.
    """

    format: str
    place: str = ""

    def path(self) -> Path | None:
        """The place as a path, None for the folder of packs."""
        if not self.place:
            return None
        path = Path(self.place)
        try:
            return path.expanduser()
        except RuntimeError:
            return path


class ExportPack(Dialog[Export | None]):
    """Asks for a format and a place; Enter takes what stands there.

    `folder` is where it goes if no place is named. `last` was chosen before.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "Write", show=False, priority=True),
        Binding("tab", "onward", "Place, or complete it", show=False, priority=True),
        Binding("shift+tab", "to_formats", "Formats", show=False, priority=True),
    ]
    HINTS = (("enter", "write"), ("tab", "place"), ("escape", "cancel"))

    def __init__(
        self, heading: str, folder: Path, part: Part = "pack", last: Export | None = None
    ) -> None:
        super().__init__(heading)
        self.folder = folder
        self.formats = [each for each in FORMATS if part == "pack" or each.minutes]
        self.last = last or Export(self.formats[0].ending)

    def content(self) -> Iterable[Widget]:
        """The formats above the place."""
        yield Choices(
            *(
                row("", Content.assemble((f"{each.ending:<6}", STRONG), (each.name, MUTED)), 1)
                for each in self.formats
            )
        )
        yield Line(
            "Folder or file", self.last.place, placeholder=_short(self.folder), id="pack-place"
        )
        yield Static("", markup=False, id="fitting")

    def on_mount(self) -> None:
        """Begin at the format that was chosen last."""
        endings = [each.ending for each in self.formats]
        listed = self.query_one(Choices)
        listed.highlighted = endings.index(self.last.format) if self.last.format in endings else 0
        listed.focus()
        self.query_one("#fitting").display = False

    def action_write(self) -> None:
        """Answer with the format under the cursor and the place."""
        chosen = self.formats[self.query_one(Choices).highlighted or 0]
        self.dismiss(Export(chosen.ending, self.query_one(Line).value.strip()))

    def action_onward(self) -> None:
        """To the place; there, complete it as far as is certain, and show what else fits."""
        field = self.query_one(Line)
        if self.focused is not field:
            self.set_focus(field)
            return
        completion = complete(field.value, Path.cwd())
        field.value = completion.text
        field.cursor_position = len(completion.text)
        fitting = self.query_one("#fitting", Static)
        fitting.update(Content("   ".join(completion.names[:20])))
        fitting.display = len(completion.names) > 1

    def action_to_formats(self) -> None:
        """Back to the formats."""
        self.set_focus(self.query_one(Choices))

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _write(self) -> None:
        self.action_write()


def _short(path: Path) -> str:
    """The path with "~" for the person's own folder."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (RuntimeError, ValueError):
        return str(path)
