"""Writing a pack, or the minutes, as a file: asked where, never over another without asking."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from index import Library
from index.errors import CareReaderError, FileExistsAlreadyError
from index.model.formats import Part
from tui.screens.asking import Confirm
from tui.screens.export_pack import Export, ExportPack

_HEADINGS: dict[Part, str] = {"pack": "Write the pack", "minutes": "Write the minutes, in draft"}
_LAST = "last export"


def write_pack(screen: Screen[Any], library: Library, meeting: str, part: Part = "pack") -> None:
    """Ask for format and place, write the pack or the minutes of the meeting, and say where."""
    app = screen.app

    def ask(last: Export) -> None:
        form = ExportPack(f"{_HEADINGS[part]}: {meeting}", library.places.packs, part, last)
        app.push_screen(form, answered)

    def answered(export: Export | None) -> None:
        if export is not None:
            write(export)

    def write(export: Export, *, replace: bool = False) -> None:
        try:
            path = library.write_pack(
                meeting, export.path(), format=export.format, part=part, replace=replace
            )
            library.remember(_LAST, f"{export.format} {export.place}")
        except FileExistsAlreadyError:
            ask_to_replace(export)
            return
        except CareReaderError as error:
            screen.notify(str(error), severity="error", timeout=15, markup=False)
            ask(export)
            return
        words = "The pack is in" if part == "pack" else "The draft is in"
        screen.notify(f"{words} {path}", timeout=8, markup=False)

    def ask_to_replace(export: Export) -> None:
        def sure(replace: bool | None) -> None:
            if replace:
                write(export, replace=True)
            else:
                ask(export)

        question = f"{export.place} is there already. Replace it?"
        app.push_screen(Confirm(question, "Replace", "Keep"), sure)

    try:
        ending, _, place = library.remembered(_LAST).partition(" ")
    except CareReaderError as error:
        screen.notify(str(error), severity="error", timeout=15, markup=False)
    else:
        ask(Export(ending, place))
