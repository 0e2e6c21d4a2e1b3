"""A screen with commands of its own: help and palette show those, with the keys they have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from textual.screen import Screen
from textual.worker import WorkerFailed

from index.errors import CareReaderError
from tui.commands import Command
from tui.screens.keys import keys_in_force

Answer = TypeVar("Answer")
Result = TypeVar("Result")

STYLES = Path(__file__).with_name("screens.tcss")
"""The styles of all screens, for those whose class stands in another room."""


class Commanded(Screen[Answer], Generic[Answer]):
    """Base of the screens that stand above the reader and are worked by keys as it is.

    A subclass names its commands in `table`, and binds them. Whoever shows it may take over from
    `undoable` what can still be taken back when it is left.
    """

    CSS_PATH: ClassVar = [STYLES]
    table: ClassVar[tuple[Command, ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.undoable: list[tuple[str, Callable[[], object]]] = []
        """What was done here, in words, and how it is taken back."""

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from tui.screens.help import Help

        in_force = keys_in_force(self.active_bindings)
        # in the order of the table, and with what the app itself listens to, unless they are others
        chosen = {
            each.name: keys
            for each in self.table
            if not set(keys := in_force.get(each.name, ())) <= set(each.keys)
        }
        self.app.push_screen(Help(chosen, self.table))

    def action_command_palette(self) -> None:
        """Show the commands of this screen, by name."""
        self.app.action_command_palette()

    def action_back(self) -> None:
        """One step back."""
        self.dismiss(None)

    def action_quit(self) -> None:
        """Back to the reader, who leaves from there."""
        self.dismiss(None)

    def remember(self, words: str, take_back: Callable[[], object]) -> None:
        """Keep how something is taken back; `words` say what it was."""
        self.undoable.append((words, take_back))

    async def action_undo(self) -> None:
        """Take back the last thing that was done here."""
        if not self.undoable:
            self.say("Nothing to undo here.")
            return
        words, take_back = self.undoable[-1]
        if (back := await self.attempt_aside(take_back)) is not None:
            self.undoable.pop()
            if self.is_attached:
                self.say(f"Undone: {words}")
                self.undone(back)

    def undone(self, back: object) -> None:
        """Show what is there after something was taken back; `back` is what that answered."""
        raise NotImplementedError

    def attempt(self, what: Callable[[], Result]) -> Result | None:
        """What comes of it, or None after telling the reader what went wrong."""
        try:
            return what()
        except CareReaderError as error:
            self._tell(error)
            return None

    async def attempt_aside(self, what: Callable[[], Result]) -> Result | None:
        """As `attempt`, but in a thread, for what is written: a disk takes its time to keep it.

        Keys that are typed meanwhile are for what the screen shows when it is kept. Whoever leaves
        the screen before that leaves the work to be done.
        """
        work = self.app.run_worker(what, thread=True, group="steps", exit_on_error=False)
        try:
            return await work.wait()
        except WorkerFailed as failed:
            if not isinstance(failed.error, CareReaderError):
                raise failed.error from failed
            self._tell(failed.error)
            return None

    def _tell(self, error: CareReaderError) -> None:
        self.notify(str(error), severity="error", timeout=15, markup=False)

    def say(self, words: str, seconds: float = 5) -> None:
        """Tell the reader something in passing, in place of what was told before."""
        self.app.clear_notifications()
        self.notify(words, timeout=seconds, markup=False)
