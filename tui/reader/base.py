"""The reader's screen without its commands: its library, and what the panes show of that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from textual import work
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from index.errors import CareReaderError, SearchIndexError
from tui.reader.bars import StatusBar
from tui.reader.item_list import ItemList
from tui.reader.panes import Panes
from tui.reader.view import View

if TYPE_CHECKING:
    from index import Library
    from index.model.completions import Completion
    from index.model.results import Results
    from tui.reader.asking import Found

WHAT_TO_TRY = """Try fewer words, or the beginning of one with a star: kin*
Esc takes the search away, then what narrows it.
? shows how to search."""

NOTHING_HERE = """The library is empty.

Press i to add newsletters, bulletins and minutes: files, or a whole folder."""

NOTHING_FILTERED = """Nothing is here yet.

Esc goes back to all items."""


class ReaderBase(Panes):
    """Three panes over one library. State goes down to the panes, messages come up from them."""

    class Opened(Message):
        """The library is open."""

        def __init__(self, library: Library) -> None:
            super().__init__()
            self.library = library

    class NotOpened(Message):
        """The library cannot be opened; `error` says why, for whoever started the app."""

        def __init__(self, error: CareReaderError) -> None:
            super().__init__()
            self.error = error

    class Arrived(Message):
        """A search has come to its end."""

        def __init__(self, found: Found) -> None:
            super().__init__()
            self.found = found

    class Unanswered(Message):
        """The search of that number has no index that could answer it; `words` say why."""

        def __init__(self, number: int, words: str) -> None:
            super().__init__()
            self.number = number
            self.words = words

    class Failed(Message):
        """Work in the background could not be done; `words` say why."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    library: Library
    """The library, once it is open. Commands that need it wait until then."""

    results: Results
    """What the item list shows, once there is a library to ask."""

    found: Found | None = None
    """The answer that is shown, whole."""

    def __init__(self, open_library: Callable[[], Library]) -> None:
        super().__init__()
        self._open_library = open_library
        self.is_open = False
        self.view = View()
        self._asked = 0
        self._keep: str | None = None
        self._counted = ""
        self._undoings: list[tuple[str, Callable[[], object]]] = []

    # the library

    def on_mount(self) -> None:
        """Open the library when the panes are painted."""
        self.call_later(self._begin)

    @work(thread=True, group="open", exit_on_error=False)
    def _begin(self) -> None:
        try:
            library = self._open_library()
        except CareReaderError as error:
            self.post_message(self.NotOpened(error))
        else:
            self.post_message(self.Opened(library))

    def on_reader_base_opened(self, message: Opened) -> None:
        """Show what was asked for meanwhile; on a first start, welcome whoever has come."""
        self.library = message.library
        self.is_open = True
        self.look(self.view)
        if self.library.first_start:
            from tui.screens.welcome import Welcome

            documents = self.library.documents()
            items = sum(document.items for document in documents)
            self.app.push_screen(Welcome(len(documents), items))

    # finding

    @property
    def search_waits(self) -> bool:
        """Whether a search would have to wait for the index."""
        return False

    def look(self, view: View, keep: str | None = None, *, typing: bool = False) -> None:
        """Show what the view asks for, keeping the highlight on the item `keep` if it is there.

        The panes change when the answer arrives; an older answer that comes later is dropped. While
        a query is `typing`, the library as a whole is taken to be as it was.
        """
        self.view = view
        if not self.is_open:
            return
        self._asked += 1
        self._keep = keep
        self._find(self._asked, view, self.found if typing else None)

    def look_again(self) -> None:
        """Show the same view anew: the library has changed."""
        self.look(self.view, keep=self.items.highlighted)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def _find(self, number: int, view: View, before: Found | None) -> None:
        from tui.reader.asking import find

        worker = get_current_worker()
        try:
            found = find(self.library, number, view, before)
        except SearchIndexError as error:
            self.post_message(self.Unanswered(number, str(error)))
            return
        except CareReaderError as error:
            self.post_message(self.Failed(str(error)))
            return
        if not worker.is_cancelled:
            self.post_message(self.Arrived(found))

    def on_reader_base_arrived(self, message: Arrived) -> None:
        """Hand the panes what was found, if nothing newer was asked for since.

        While a query is typed the list comes first, and its counts when it has been painted.
        """
        found, before = message.found, self.found
        if found.number != self._asked:
            return
        self.results = found.results
        self.found = found
        self.telling.tell(found, self.key_of("take_offer"))
        if before is None or before.results is not found.results:
            self._list(found)
        if found.is_counted:
            self.topics.show(found.contents, found.view.choices)
            self.show_meeting()
        else:
            self.items.call_after_refresh(self._count_listed, found)
        if self.app.screen is not self:
            self.answered(found)

    def _count_listed(self, found: Found) -> None:
        if found.number == self._asked:
            self._find(found.number, found.view, found)

    def _list(self, found: Found) -> None:
        self.items.border_title = Content(found.view.title)
        self._counted = found.view.subtitle(found.results, found.whole)
        self.items.show(
            found.results.ids,
            lambda start, stop: self.library.hits(found.results, start, stop),
            self._keep,
            self._nothing(found),
        )
        self._show_count()

    def answered(self, found: Found) -> None:
        """Hear of an answer while something is open above the panes."""

    def _show_count(self) -> None:
        marked = len(self.items.marked)
        words = f"{marked} marked · {self._counted}" if marked else self._counted
        self.items.border_subtitle = Content(words)

    def on_item_list_marked(self, _: ItemList.Marked) -> None:
        """Say how many items are marked."""
        self._show_count()

    def _nothing(self, found: Found) -> str:
        if found.offer is not None:
            key = "Tab" if self.bar.has_focus else self.key_of("take_offer")
            return f"Nothing matches.\n\n{key}  {found.offer.words}\n\n{WHAT_TO_TRY}"
        if found.view.query:
            return f"Nothing matches.\n\n{WHAT_TO_TRY}"
        return NOTHING_FILTERED if found.view.choices else NOTHING_HERE

    def on_reader_base_failed(self, message: Failed) -> None:
        """Say what could not be done."""
        self.tell(message.words, severity="error")

    def return_to(self, item: str | None) -> None:
        """Back in the three panes, at the item if one was chosen, wherever it is listed."""
        if item is None:
            self.look_again()
            return
        if item in self.items.ids:
            self.look(self.view, keep=item)
        else:
            self.bar.value = ""
            self.look(self._view_with(item), keep=item)
        self.go_to_pane(self.reading)

    def _view_with(self, item: str) -> View:
        """A view that lists the item, which among all others may stand behind one of its copies."""
        try:
            if self.library.copies(item):
                return View().related(item, self.library.item(item).title, same_story=True)
        except CareReaderError:  # it has left the library
            pass
        return View()

    # reading

    def on_item_list_highlighted(self, message: ItemList.Highlighted) -> None:
        """Show the item under the highlight."""
        self.find_box.display = False
        self.show_item(message.item)

    def show_item(self, item: str | None) -> None:
        """Show an item in the reading view, with the words of the query; None empties it."""
        if item is None:
            self.reading.show(None)
            return
        from tui.reader.asking import page_of

        try:
            self.reading.show(page_of(self.library, item, self.results))
        except CareReaderError as error:
            self.reading.show(None, str(error))

    @property
    def item(self) -> str | None:
        """The item under the highlight, which commands act on."""
        return self.items.highlighted

    @property
    def chosen(self) -> tuple[str, ...]:
        """The items that are marked, or else the one under the highlight, if there is any."""
        return self.items.marked or ((self.item,) if self.item else ())

    def marks_changed(self) -> None:
        """Paint the rows and the page again, and count anew."""
        self.rows_changed()
        if (page := self.reading.page) is not None:
            self.show_item(page.item.id)
        self.show_meeting()

    def rows_changed(self) -> None:
        """Paint the rows again: some were marked."""
        self.items.refresh_rows()

    def show_meeting(self) -> None:
        """Name the current meeting in the status bar."""
        self.query_one("#status", StatusBar).show_meeting(self.library.current_meeting())

    # saying and taking back

    def tell(
        self, words: str, *, severity: Literal["information", "error"] = "information"
    ) -> None:
        """Say something to the reader, as plain text."""
        self.notify(words, severity=severity, markup=False, timeout=8 if severity == "error" else 4)

    def remember(self, words: str, undo: Callable[[], object]) -> None:
        """Keep how a mark is taken back; `words` say what comes back with it."""
        self._undoings.append((words, undo))

    def action_undo(self) -> None:
        """Take the last mark back."""
        if not self._undoings:
            self.tell("There is nothing to undo.")
            return
        words, undo = self._undoings.pop()
        try:
            undo()
        except CareReaderError as error:
            self.tell(str(error), severity="error")
            return
        self.look_again()
        self.marks_changed()
        self.tell(f"Undone: {words}")

    def completions(self, query: str) -> Sequence[Completion]:
        """How a half-typed query may go on, once there is a library to ask."""
        return self.library.completions(query) if self.is_open else ()

    def key_of(self, command: str) -> str:
        """The key of a command, as people write it."""
        raise NotImplementedError
