"""The reader's screen, whole: the panes and every command of the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input

from tui.commands import BY_NAME, COMMANDS, FOOTER, Command
from tui.key_names import shown
from tui.reader.bars import StatusBar
from tui.reader.finding import Finding
from tui.reader.marking import Marking
from tui.reader.meeting import Meetings
from tui.reader.mending import Mending
from tui.reader.moving import Moving
from tui.reader.waiting import Waiting

if TYPE_CHECKING:
    from index import Library
    from tui.settings import Settings

_LETTER = "letter"
_WITHOUT_LIBRARY = ("search", "help", "quit")
_WHILE_TYPING = [("Enter", "To the items"), ("Esc", "Back")]


class ReaderScreen(Moving, Finding, Marking, Meetings, Mending, Waiting):
    """Three panes and their commands, bound to the reader's keys."""

    table: ClassVar[tuple[Command, ...]] = COMMANDS

    def __init__(self, open_library: Callable[[], Library], settings: Settings) -> None:
        super().__init__(open_library)
        self._settings = settings
        for command in COMMANDS:
            for key in settings.keys_of(command.name):
                self._bindings.key_to_bindings[key] = [_binding(command, key)]

    def on_mount(self) -> None:
        """Name the keys, and say what in the reader's settings cannot be used."""
        self._show_keys()
        for complaint in self._settings.complaints:
            self.tell(complaint, severity="error")

    def on_descendant_focus(self, _: object) -> None:
        """Name the keys that matter where the keys go now."""
        self._show_keys()

    def _show_keys(self) -> None:
        if isinstance(self.focused, Input):
            hints = _WHILE_TYPING
        else:
            hints = [(self.key_of(name), BY_NAME[name].title) for name in FOOTER]
        self.query_one("#status", StatusBar).show_keys(hints)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are commands only where they are not text, and where there is a library."""
        if action == _LETTER:
            can_wait = self.is_open or parameters[0] in _WITHOUT_LIBRARY
            return can_wait and not isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    def key_of(self, command: str) -> str:
        """The key of a command, as people write it."""
        return shown(self._settings.keys_of(command)[0])

    async def action_letter(self, command: str) -> None:
        """Run the command that a letter stands for."""
        await self.run_action(command)

    async def action_command_palette(self) -> None:
        """Show all commands, by name."""
        self.app.action_command_palette()

    def action_help(self) -> None:
        """Show the keys and how to search; to somebody who is typing a query, only that."""
        from tui.screens.help import Help

        keys = {command.name: self._settings.keys_of(command.name) for command in COMMANDS}
        self.app.push_screen(Help(keys, searching=self.bar.has_focus))

    def action_quit(self) -> None:
        """Leave carereader. Everything is kept already."""
        self.app.exit()


def _binding(command: Command, key: str) -> Binding:
    """The binding of a key to a command.

    A key that types a character is bound with priority, that is, before the pane beneath has seen
    it. Otherwise the letters that follow "/" in one burst, as a slow line delivers them, would
    reach the pane that is just being left.
    """
    letter = len(shown(key)) == 1
    return Binding(
        key,
        f"{_LETTER}('{command.name}')" if letter else command.name,
        command.title,
        show=False,
        priority=letter,
        tooltip=command.explains,
    )
