"""The screen of a whole newsletter: showing it, moving in it, and keeping up with its mends."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from index import Library
from index.errors import CareReaderError
from index.model.items import Item
from index.model.mends import Former
from index.model.pages import WholePage
from tui.screens.keys import Hint, Hints, bound
from tui.screens.whole_text import WholeText
from tui.screens.why import issued_in_words, why

NO_ITEM = "Move to a line of an item first."


class WholeView(Screen[str | None]):
    """A newsletter line by line; answers with the id of an item to open, or with None.

    It is read and mended in threads, one thing after the other: what is asked for meanwhile is done
    on the newsletter as it is then.
    """

    CSS_PATH = "screens.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", show=False),
        bound("next_hit", "seek(1)"),
        bound("previous_hit", "seek(-1)"),
        bound("next_unread", "seek(1)"),
        bound("previous_unread", "seek(-1)"),
        bound("undo", "undo"),
        bound("back", "leave"),
        bound("whole_page", "leave"),
        bound("quit", "leave"),
    ]
    HINTS: ClassVar[tuple[Hint, ...]] = ()

    def __init__(self, library: Library, item: Item) -> None:
        super().__init__()
        self.library = library
        self.page: WholePage | None = None
        self.document = item.document
        self.mended = False
        """Whether anything has been mended here, and be it taken back again."""
        self.current = item.id
        """The item that the cursor is on, or was on last."""
        self._begin_at = item.lines.first if item.lines else 1
        self.undoable: list[tuple[str, Former]] = []
        """What was mended here, in words, and what it takes to undo it."""
        self._waiting: deque[Callable[[], object]] = deque()
        self._busy = True
        self._topic_names = {topic.slug: topic.name for topic in library.topics()}

    def compose(self) -> ComposeResult:
        """The newsletter, what is known of the line under the cursor, and the keys."""
        with Vertical(classes="column"):
            yield WholeText()
        yield Static("", markup=False, id="why")
        yield Static("", markup=False, classes="hints")

    def on_mount(self) -> None:
        """Begin to read the newsletter."""
        self.query_one(".hints", Static).update(Hints(self.active_bindings, self.HINTS))
        self.query_one(".column").border_title = Content("Reading the newsletter …")
        self._work(None, "", self._begin_at)

    @work(thread=True, group="whole", exit_on_error=False)
    def _work(
        self,
        first: Callable[[], object] | None,
        words: str,
        line: int,
        again: Callable[[], object] | None = None,
    ) -> None:
        """Do something first, then show the newsletter as it is after it, and say `words`."""
        try:
            if first is not None:
                first()
            page = self.library.page(self.document)
        except CareReaderError as error:
            self.app.call_from_thread(self._fail, str(error), again)
        else:
            self.app.call_from_thread(self._show, page, line, words)

    def _fail(self, words: str, again: Callable[[], object] | None) -> None:
        if not self.is_attached:
            return
        self.notify(words, severity="error", timeout=15, markup=False)
        if self.page is None:
            self.dismiss(None)
            return
        if again is not None:
            again()
        self._go_on()

    def _show(self, page: WholePage, line: int, words: str) -> None:
        if not self.is_attached:
            return
        self.page = page
        column = self.query_one(".column")
        column.border_title = Content(page.title)
        column.border_subtitle = Content(issued_in_words(page.issued))
        text = self.query_one(WholeText)
        text.show(page, line)
        text.focus()
        if words:
            self.say(words)
        self._go_on()

    def _go_on(self) -> None:
        self._busy = False
        while self._waiting and not self._busy:
            self._waiting.popleft()()

    @on(WholeText.Moved)
    def _tell_why(self) -> None:
        if self.page is not None:
            self.query_one("#why", Static).update(why(self.page, self.line, self._topic_names))
            if (item := self.item) is not None:
                self.current = item.id

    # where one is

    @property
    def line(self) -> int:
        """The line under the cursor."""
        return self.query_one(WholeText).cursor

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the items as they are now."""
        return tuple(item.id for item in self.page.items) if self.page is not None else ()

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        return self.page.item_at(self.line) if self.page is not None else None

    def item_at_hand(self) -> Item | None:
        """The item under the cursor, or None after telling the reader that there is none."""
        item = self.item
        if item is None:
            self.say(NO_ITEM)
        return item

    def action_seek(self, step: int) -> None:
        """To the next item, or with -1 to the beginning of this one or of the one before."""
        if self.page is None:
            return
        firsts = [item.lines.first for item in self.page.items if item.lines]
        if step > 0:
            target = next((first for first in firsts if first > self.line), None)
        else:
            target = next((first for first in reversed(firsts) if first < self.line), None)
        if target is not None:
            self.query_one(WholeText).go_to(target)

    def action_open(self) -> None:
        """Open the item under the cursor in the reader."""
        self.when_free(self._open)

    def _open(self) -> None:
        if (item := self.item_at_hand()) is not None:
            self.dismiss(item.id)

    def action_leave(self) -> None:
        """One step back, when all is done that was asked for."""
        if self.page is None:
            self.dismiss(None)
        else:
            self.when_free(lambda: self.dismiss(None))

    # mending, and taking it back

    def when_free(self, what: Callable[[], object]) -> None:
        """Do it when what was mended before is shown."""
        if self._busy:
            self._waiting.append(what)
        else:
            what()

    def mend(
        self,
        words: str,
        mend: Callable[[], Former],
        again: Callable[[], object] | None = None,
    ) -> None:
        """Mend something, and show what comes of it; where it cannot be done, ask `again`."""

        def mended() -> None:
            self.undoable.append((words, mend()))
            self.mended = True

        self._busy = True
        said = f"{words[0].upper()}{words[1:]}. ctrl+z takes it back."
        self._work(mended, said, self.line, again)

    def action_undo(self) -> None:
        """Take back the last thing that was mended here."""
        self.when_free(self._undo)

    def _undo(self) -> None:
        if not self.undoable:
            self.say("Nothing to undo here.")
            return
        words, former = self.undoable.pop()
        self._busy = True
        self._work(lambda: self.library.take_back(former), f"Undone: {words}", self.line)

    def say(self, words: str) -> None:
        """Tell the reader something in passing."""
        self.notify(words, markup=False, timeout=4)
