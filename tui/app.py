"""The reader: a Textual app over one library."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType

from tui.reader.screen import ReaderScreen
from tui.settings import load

if TYPE_CHECKING:
    from textual.command import Provider

    from index import Library
    from index.errors import CareReaderError
    from index.places import Places


_LOOK = 2.0
"""Seconds between two looks at whether the terminal is still there."""

_INPUT = 0
"""The number of the file that keys come from."""


def _commands() -> type[Provider]:
    """The palette's commands, loaded when it is first opened."""
    from tui.palette import Commands

    return Commands


class CareReader(App[None]):
    """carereader in a terminal.

    The panes are painted first; only then is the library opened, by `open_library`, in a thread.
    Closing it is left to whoever gave it. `failure` says afterwards why it could not be opened.
    """

    TITLE = "carereader"
    CSS_PATH: ClassVar = "carereader.tcss"
    COMMANDS: ClassVar = {*App.COMMANDS, _commands}
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, places: Places, open_library: Callable[[], Library]) -> None:
        super().__init__()
        self.failure: CareReaderError | None = None
        self._open_library = open_library
        self._settings = load(places.config)

    def get_default_screen(self) -> ReaderScreen:
        """The screen that the app begins with: the three panes."""
        return ReaderScreen(self._open_library, self._settings)

    def on_mount(self) -> None:
        """Take the reader's colours and keys."""
        if self._settings.theme in self.available_themes:
            self.theme = self._settings.theme
        if not self.is_headless:
            self.set_interval(_LOOK, self._leave_with_the_terminal)
        self.set_keymap({name: ",".join(keys) for name, keys in self._settings.keys.items()})

    def _leave_with_the_terminal(self) -> None:
        # whose window is closed is told by a signal, which not every parent hands on: make does not
        if not os.isatty(_INPUT):
            self.exit()

    def on_reader_base_not_opened(self, message: ReaderScreen.NotOpened) -> None:
        """Leave: without a library there is nothing to read."""
        self.failure = message.error
        self.exit(return_code=1)
