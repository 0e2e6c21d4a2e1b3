"""Completing what is typed in the search bar: shown dimmed behind the cursor, taken with Tab."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.suggester import Suggester

from index.errors import CareReaderError

if TYPE_CHECKING:
    from index.model.completions import Completion

Complete = Callable[[str], Sequence["Completion"]]
"""How what is typed may go on."""

Tell = Callable[[Sequence["Completion"]], object]
"""Hears of completions, each time that there are others."""


class Completing(Suggester):
    """Asks how a query may go on; `latest` are the completions of what was asked last."""

    def __init__(self, complete: Complete, tell: Tell) -> None:
        """Take who knows the completions, asked in a thread, and whom to tell of them."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete
        self._tell = tell
        self._wanted = ""
        self._asked = ""
        self._latest: Sequence[Completion] = ()

    def latest(self, value: str) -> Completion | None:
        """The best completion of what stands there now, if there is one."""
        return self._latest[0] if self._latest and self._asked == value else None

    async def get_suggestion(self, value: str) -> str | None:
        """What is shown: the query with the rest of the name, or with all of it set apart."""
        self._wanted = value
        try:
            found = await to_thread(self._complete, value)
        except CareReaderError:
            found = ()  # the search itself says what is the matter
        if self._wanted != value:
            return None  # more was typed meanwhile
        self._asked, self._latest = value, found
        self._tell(found)
        if not found:
            return None
        return value + (found[0].rest or f"  → {found[0].name}")
