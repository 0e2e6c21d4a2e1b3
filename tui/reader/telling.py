"""The line under the search bar: what narrows the list, how the query was read, what to try."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from index.model.completions import Completion
    from tui.reader.asking import Found

HINT = 'Try "exact words"  -without  kin*  topic:  issued:2021  is:unread   F1 more'
"""What an empty search bar says."""

_OFFER = "bold $text-accent"
_CHIP = "reverse"
_NOTE = "$text-warning"
_MUTED = "$text-muted"
_APART = "  "
_MOST = 6
"""Completions that are named."""


class Telling(Static):
    """Says in a line or two what a reader should know of the answer.

    Where that is nothing it is hidden, but to somebody who types.
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._found: Found | None = None
        self._completions: Sequence[Completion] = ()
        self._typing = False
        self._hint = False
        self._take = ""
        self._said = Content()

    def tell(self, found: Found, take: str) -> None:
        """Tell of this answer; `take` is the key that takes what it offers, outside the bar."""
        self._found, self._take = found, take
        self._say()

    def tell_completions(self, completions: Sequence[Completion]) -> None:
        """Name how the query may go on."""
        self._completions = completions
        self._say()

    def tell_typing(self, typing: bool, empty: bool = False) -> None:
        """Speak to somebody who types in the search bar, which may be empty, or no longer does."""
        self._typing = typing
        self._hint = typing and empty
        if not typing:
            self._completions = ()
        self._say()

    def _say(self) -> None:
        words = Content(_APART).join(self._parts())
        # somebody who types sees no pane jump each time that there is something to say, or nothing
        self.display = self._typing or bool(words)
        if not words.is_same(self._said):
            # the whole screen is laid out anew only where this takes another line of it
            fits = max(words.cell_length, self._said.cell_length) <= self.size.width
            self._said = words
            self.update(words, layout=not fits)

    def _parts(self) -> list[Content]:
        parts: list[Content] = []
        if self._completions:
            names = [each.name for each in self._completions[:_MOST]]
            parts.append(Content.assemble(("Tab ", _OFFER), " · ".join(names)))
        found = self._found
        if found is not None:
            if found.offer is not None:
                take = "Tab" if self._typing else self._take
                parts.append(Content.styled(f"{take} {found.offer.words}", _OFFER))
            parts += [Content.styled(f" {each.name} ", _CHIP) for each in found.view.choices]
            # completions say better than a note what a field takes
            note = "" if self._completions else found.results.note
            told = [Content(found.results.read_as), Content.styled(note, _NOTE)]
            if any(told):
                parts.append(Content(" · ").join(filter(None, told)))
        if self._hint and not parts:
            parts.append(Content.styled(HINT, _MUTED))
        return parts
