"""The whole newsletter, to be mended by hand; and rereading what older rules took apart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from index.errors import CareReaderError
from tui.reader.base import ReaderBase

if TYPE_CHECKING:
    from index import Library
    from index.model.mends import Former
    from index.model.results import Reread

_PAUSE = 0.5
"""Seconds after opening before documents are read anew: the first picture comes first."""


class _NoLongerWantedError(Exception):
    """The reader is being left."""


class Mending(ReaderBase):
    """The command that shows a whole newsletter, and what the reader does when rules change."""

    @work
    async def action_whole_page(self) -> None:
        """Show the whole newsletter round the item; an item chosen there is opened here."""
        from tui.screens.whole import WholeNewsletter

        if (item := self.item) is None:
            return
        try:
            whole = WholeNewsletter(self.library, self.library.item(item))
        except CareReaderError as error:
            self.tell(str(error), severity="error")
            return
        chosen = await self.app.push_screen_wait(whole)
        for words, former in whole.undoable:
            self.remember(words, partial(self._take_back, former))
        if chosen is None and whole.mended:
            # the item may have another id now, or be a part of another one
            self.look(self.view, keep=item if item in whole.ids else whole.current)
        else:
            self.return_to(chosen)

    def _take_back(self, former: Former) -> None:
        try:
            self.library.take_back(former)
        except CareReaderError as error:
            self.tell(str(error), severity="error")

    def on_reader_base_opened(self, message: ReaderBase.Opened) -> None:
        """Read anew what was taken apart by other rules, once the first items are in sight."""
        self.set_timer(_PAUSE, partial(self._reread, message.library))

    @work(thread=True, group="reread", exit_on_error=False)
    def _reread(self, library: Library) -> None:
        worker = get_current_worker()

        def go_on(*_: object) -> None:
            if worker.is_cancelled:
                raise _NoLongerWantedError

        try:
            if library.outdated():
                reread = library.reread(go_on)
                if not worker.is_cancelled:
                    self.app.call_from_thread(self._have_reread, reread)
        except _NoLongerWantedError:
            return
        except CareReaderError as error:
            self.post_message(self.Failed(str(error)))

    def _have_reread(self, reread: Reread) -> None:
        if reread.documents:
            number = reread.documents
            documents = f"{number} newsletters were" if number > 1 else "1 newsletter was"
            self.tell(f"The rules have changed: {documents} read anew. Your marks are kept.")
            self.look_again()
        for _, reason in reread.refused[:1]:
            self.tell(reason, severity="error")
