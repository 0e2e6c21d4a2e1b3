"""The searches that a reader keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from index.model.results import SavedSearch
from tui.screens.asking import Confirm
from tui.screens.choices import Choices, row
from tui.screens.dialog import Dialog
from tui.screens.styles import MUTED, STRONG
from tui.screens.wording import filter_in_words, order_in_words

NONE_KEPT = "No saved search yet. Search for something, then press s to keep it under a name."


def search_in_words(search: SavedSearch) -> Content:
    """A saved search as the list shows it: its name, and below it what it looks for."""
    asked = "; ".join(filter(None, (search.query, filter_in_words(search.filter))))
    told = "; ".join(filter(None, (asked or "everything", order_in_words(search.sort))))
    return Content.assemble((search.name, STRONG), "\n", (told, MUTED))


class SavedSearches(Dialog[SavedSearch | None]):
    """Answers with a saved search, or None. `on_forget` is told of each that is to be forgotten."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Search", show=False),
        Binding("d,delete", "forget", "Forget", show=False),
        Binding("q", "back", "Back", show=False),
    ]
    HINTS = (("enter", "search"), ("d", "forget"), ("back", "back"))

    def __init__(
        self,
        searches: Sequence[SavedSearch],
        on_forget: Callable[[SavedSearch], object] | None = None,
    ) -> None:
        super().__init__("Saved searches")
        self.searches = list(searches)
        self.on_forget = on_forget

    def content(self) -> Iterable[Widget]:
        """The searches, and the words for when there are none."""
        yield Choices(*(row("", search_in_words(search), margin=1) for search in self.searches))
        yield Static(NONE_KEPT, markup=False, classes="empty")

    def on_mount(self) -> None:
        """Show what there is."""
        self._show_what_there_is()

    def action_choose(self) -> None:
        """Choose the search under the cursor."""
        at = self.query_one(Choices).highlighted
        self.dismiss(None if at is None else self.searches[at])

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.searches[event.option_index])

    def action_forget(self) -> None:
        """Forget the search under the cursor, after asking."""
        at = self.query_one(Choices).highlighted
        if at is None:
            return
        search = self.searches[at]

        def forget(sure: bool | None) -> None:
            if sure and search in self.searches:
                place = self.searches.index(search)
                del self.searches[place]
                self.query_one(Choices).remove_option_at_index(place)
                self._show_what_there_is()
                if self.on_forget is not None:
                    self.on_forget(search)

        question = Confirm(f"Forget the saved search “{search.name}”?", "Forget", "Keep")
        self.app.push_screen(question, forget)

    def _show_what_there_is(self) -> None:
        self.query_one(Choices).display = bool(self.searches)
        self.query_one(".empty").display = not self.searches
