"""What is seen while the search index is made, and the searches that wait for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message

from tui.reader.base import ReaderBase

if TYPE_CHECKING:
    from textual.timer import Timer

    from index.model.making import Making
    from tui.reader.view import View

_PAUSE = 0.5
"""Seconds that an index may take without a word: a line that is gone at once helps nobody."""


class Waiting(ReaderBase):
    """Says why the index is made and how far it is, and asks again when it is there."""

    class Heard(Message):
        """The search index is a little further."""

        def __init__(self, making: Making) -> None:
            super().__init__()
            self.making = making

    _making: Making | None = None
    _pause: Timer | None = None
    _unwatch: Callable[[], None] | None = None
    _postponed = False
    _told_of_failure = False

    def on_reader_base_opened(self, message: ReaderBase.Opened) -> None:
        """Hear of the index from now on."""
        self._unwatch = message.library.watch(lambda making: self.post_message(self.Heard(making)))

    def on_unmount(self) -> None:
        """Who leaves does not wait for it."""
        if self._unwatch is not None:
            self._unwatch()
            self.library.leave_index()

    @property
    def search_waits(self) -> bool:
        """Whether a search would have to wait for the index."""
        from index.model.making import AT_LEISURE

        return self._making is not None and self._making.cause not in AT_LEISURE

    def look(self, view: View, keep: str | None = None, *, typing: bool = False) -> None:
        """As ever; but what would have to wait for the index is asked when that is there."""
        self._postponed = self.search_waits and view.needs_index
        if self._postponed:
            # nor is what was asked before wanted any longer
            self._asked += 1
            self.view, self._keep = view, keep
        else:
            super().look(view, keep, typing=typing)

    def on_waiting_heard(self, message: Heard) -> None:
        """Say how far the index is, if it takes long."""
        making = message.making
        if making.ended:
            self._end(making)
            return
        if self._making is None:
            self._pause = self.set_timer(_PAUSE, self._show)
        elif self._pause is None:
            self.notice.show(making)
        self._making = making

    def _show(self) -> None:
        self._pause = None
        if self._making is not None:
            self.notice.show(self._making)

    def _end(self, making: Making) -> None:
        from index.model.making import MISHAPS, Cause

        took_long = self._making is not None and self._pause is None
        if self._pause is not None:
            self._pause.stop()
        self._making = self._pause = None
        if making.ended == "failed" and self._told_of_failure:
            self.notice.say_failed(making.error)
        elif took_long or making.ended == "made":
            self.notice.hide()
        if making.ended == "made":
            if making.cause in MISHAPS:
                self.tell(f"{making.cause.in_words()}. It is made anew; the search goes on.")
            elif took_long:
                new = making.cause is Cause.CHANGES
                self.tell("All items are searchable now." if new else "The search index is made.")
        if self._postponed or (making.ended == "made" and self._told_of_failure):
            self.look(self.view, self._keep)

    def on_reader_base_unanswered(self, message: ReaderBase.Unanswered) -> None:
        """Say why a search cannot be answered, for as long as that is so."""
        if message.number == self._asked:
            self._told_of_failure = True
            if not self.notice.display or self._making is None:
                self.notice.say_failed(message.words)

    def on_reader_base_arrived(self, message: ReaderBase.Arrived) -> None:
        """What was the matter is so no longer."""
        if self._told_of_failure and message.found.number == self._asked:
            self._told_of_failure = False
            if self._making is None:
                self.notice.hide()
