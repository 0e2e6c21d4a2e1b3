"""What a command says of the search index where it has to be made first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from index import Library
from tui.command_line.printing import progress, say

if TYPE_CHECKING:
    from index.model.making import Making
    from index.model.progress import Progress


@contextmanager
def watched(library: Library) -> Iterator[None]:
    """Say on stderr what was the matter with the index, and on a terminal how far the new one is.

    What nobody need hear of, such as the first index of a library, is only shown as it goes on.
    """
    hearing = _Hearing()
    stop = library.watch(hearing.hear)
    try:
        yield
    finally:
        stop()
        hearing.let_go()


class _Hearing:
    """Hears of the index, from whatever thread makes it."""

    def __init__(self) -> None:
        self._line = ExitStack()
        self._report: Progress | None = None
        self._said: set[str] = set()

    def hear(self, making: Making) -> None:
        """Say what is new in this."""
        from index.model.making import MISHAPS, WAITING

        if making.ended:
            self.let_go()
            return
        if making.cause in MISHAPS:
            self._say(f"{making.cause}; it is made anew")
        if not making.doing:
            self._report = self._line.enter_context(progress())
        elif self._report is not None:
            self._report(making.doing, making.done, making.size)
        elif making.doing == WAITING:
            self._say("another carereader is writing the search index; waiting for it")

    def let_go(self) -> None:
        """Take the line away that shows how far the index is."""
        self._line.close()

    def _say(self, words: str) -> None:
        if words not in self._said:
            self._said.add(words)
            say(words)
