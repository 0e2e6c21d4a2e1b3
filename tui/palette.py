"""The command palette: every command of a screen, found by its name or by what it does."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.commands import Command
from tui.key_names import shown


class Commands(Provider):
    """Offers the commands of the screen that is shown; a dialog has none."""

    @property
    def _table(self) -> tuple[Command, ...]:
        return getattr(self.screen, "table", ())

    async def discover(self) -> Hits:
        """All commands, in the order of the table."""
        for command in self._table:
            yield DiscoveryHit(
                Content(command.title), self._run(command), command.title, _help(command)
            )

    async def search(self, query: str) -> Hits:
        """The commands whose name or explanation fits what is typed."""
        matcher = self.matcher(query)
        for command in self._table:
            text = f"{command.title}: {command.explains}"
            score = matcher.match(text)
            if score > 0:
                yield Hit(score, matcher.highlight(text), self._run(command), text, _help(command))

    def _run(self, command: Command) -> partial[Coroutine[Any, Any, None]]:
        return partial(self.screen.run_action, command.name)


def _help(command: Command) -> str:
    return f"{command.explains} ({shown(command.keys[0])})"
