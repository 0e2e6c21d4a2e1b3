"""A screen with commands of its own: help and palette show those, with the keys they have."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from textual.screen import Screen

from tui.commands import Command
from tui.screens.keys import keys_in_force

Answer = TypeVar("Answer")

STYLES = Path(__file__).with_name("screens.tcss")
"""The styles of all screens, for those whose class stands in another room."""


class Commanded(Screen[Answer], Generic[Answer]):
    """Base of the screens that stand above the reader and are worked by keys as it is.

    A subclass names its commands in `table`, and binds them.
    """

    CSS_PATH: ClassVar = [STYLES]
    table: ClassVar[tuple[Command, ...]] = ()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from tui.screens.help import Help

        self.app.push_screen(Help(keys_in_force(self.active_bindings), self.table))

    def action_command_palette(self) -> None:
        """Show the commands of this screen, by name."""
        self.app.action_command_palette()
