"""Saved searches: keeping one, going back to one, and what they find that is unread."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from index.errors import CareReaderError
from tui.reader.base import ReaderBase


class Saved(ReaderBase):
    """The commands for saved searches, and their counts in the tree."""

    class Counted(Message):
        """What saved searches find that is unread has been counted, by their names."""

        def __init__(self, counts: Mapping[str, int]) -> None:
            super().__init__()
            self.counts = counts

    _counted_for: object = None

    @work
    async def action_save_search(self) -> None:
        """Keep this search under a name."""
        from tui.reader.asking import kept_as
        from tui.screens.asking import AskLine

        view = self.view
        suggested = view.query or ", ".join(choice.name for choice in view.choices)
        if not suggested:
            self.tell("Search for something or choose a topic first; s keeps that search.")
            return
        ask = AskLine("Save this search", "Its name in the tree:", suggested)
        name = await self.app.push_screen_wait(ask)
        if name and name.strip():
            self.library.save_search(kept_as(name.strip(), view))
            self.look_again()
            self.tell(f"Saved as “{name.strip()}”. S lists the saved searches.")

    @work
    async def action_saved_searches(self) -> None:
        """Choose a saved search."""
        from tui.screens.saved import SavedSearches

        chosen = await self.app.push_screen_wait(
            SavedSearches(
                self.library.saved_searches(),
                lambda search: self.library.forget_search(search.name),
            )
        )
        if chosen is not None:
            self.look_at_saved(chosen.name)
        else:
            self.look_again()

    def look_at_saved(self, name: str) -> None:
        """List what the saved search of that name finds."""
        from tui.reader.asking import of_kept

        search = next(entry for entry in self.library.saved_searches() if entry.name == name)
        view = of_kept(search, self.library.topics())
        self.look(view)
        self.bar.value = view.query
        self.go_to_pane(self.items)

    # counting

    def on_reader_base_arrived(self, message: ReaderBase.Arrived) -> None:
        """Count anew where searches or documents were added or taken away."""
        state = (message.found.contents.saved, message.found.whole)
        if state != self._counted_for:
            self._counted_for = state
            self._count()

    def rows_changed(self) -> None:
        """Count anew: something was read."""
        super().rows_changed()
        self._count()

    def _count(self) -> None:
        if self.search_waits:
            self._counted_for = None  # with the next answer, then
        else:
            self._count_beside()

    @work(thread=True, exclusive=True, group="saved", exit_on_error=False)
    def _count_beside(self) -> None:
        from tui.reader.asking import unread_of_saved

        worker = get_current_worker()
        with suppress(CareReaderError):  # a search that cannot be counted now stands without
            counts = unread_of_saved(self.library, lambda: worker.is_cancelled)
            if counts is not None:
                self.post_message(self.Counted(counts))

    def on_saved_counted(self, message: Counted) -> None:
        """Show the counts in the tree."""
        self.topics.show_saved(message.counts)
