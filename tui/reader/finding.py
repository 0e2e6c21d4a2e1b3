"""Finding: the query, the filter, the words found, and searches to keep."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.widgets import Input

from tui.reader.base import ReaderBase
from tui.reader.topic_tree import TopicTree
from tui.reader.view import ALL, DATES, MEETINGS

if TYPE_CHECKING:
    from index.model.results import Slice


class Finding(ReaderBase):
    """The commands of the group "Finding", and what typing and choosing do."""

    def action_search(self) -> None:
        """To the search bar; what stands there is overwritten by typing."""
        self.move_keys_to(self.bar)
        self.bar.action_select_all()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the reader types; find in the open text as well."""
        if event.input is self.bar:
            if event.value != self.view.query:
                self.look(self.with_query(event.value))
        else:
            self._find_in_text(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """To what was found."""
        if event.input is self.bar:
            self.go_to_pane(self.items)
        else:
            self.go_to_pane(self.reading)

    def on_topic_tree_chosen(self, message: TopicTree.Chosen) -> None:
        """Filter by the chosen entry; a saved search brings its query along."""
        choice = message.choice
        if choice in (DATES, MEETINGS):
            self.call_later(self.run_action, "dates" if choice == DATES else "agenda")
            return
        if choice.place == "saved":
            searches = {search.name: search for search in self.library.saved_searches()}
            if choice.value in searches:
                self._look_at_saved(choice.value)
            return
        view = replace(self.view, choice=choice, related_to="", related_title="")
        self.look(view)
        self.go_to_pane(self.items)

    def action_next_hit(self) -> None:
        """To the next word found, and past the last one to the next item."""
        self._walk(1)

    def action_previous_hit(self) -> None:
        """To the word found before, and past the first one to the item before."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        if self.reading.walk(step):
            return
        if not self.is_open or not self.items.ids or not self.results.marks:
            self.tell("Search first: press / and type, then n walks the words found.")
            return
        place = self.items.position
        if step > 0:
            self.items.action_cursor_down()
        else:
            self.items.action_cursor_up()
        if self.items.position == place:
            self.tell("No more words found this way.")
            return
        self.show_item(self.item)
        self.reading.walk(step)

    def action_find(self) -> None:
        """Find in the open text."""
        if self.reading.page is None:
            return
        self.go_to_pane(self.reading)
        self.find_box.display = True
        self.move_keys_to(self.find_box)
        self.find_box.action_select_all()

    def _find_in_text(self, words: str) -> None:
        page = self.reading.page
        if page is None:
            return
        self.reading.show(
            replace(
                page,
                title_hits=_places(words, page.item.title),
                text_hits=_places(words, page.item.text),
            )
        )
        self.reading.walk(1)

    def action_related(self) -> None:
        """List the items that are about the same thing."""
        if (page := self.reading.page) is None:
            return
        related = replace(
            self.view, choice=ALL, related_to=page.item.id, related_title=page.item.title
        )
        self.look(related)
        self.go_to_pane(self.items)

    @work
    async def action_save_search(self) -> None:
        """Keep this search under a name."""
        from tui.reader.asking import kept_as
        from tui.screens.asking import AskLine

        view = self.view
        suggested = view.query or (view.choice.name if view.choice != ALL else "")
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
            self._look_at_saved(chosen.name)
        else:
            self.look_again()

    def _look_at_saved(self, name: str) -> None:
        from tui.reader.asking import of_kept

        search = next(entry for entry in self.library.saved_searches() if entry.name == name)
        view = of_kept(search, self.library.topics())
        self.look(view)
        self.bar.value = view.query
        self.go_to_pane(self.items)


def _places(words: str, text: str) -> tuple[Slice, ...]:
    """Where the words stand in the text, whatever their case."""
    if not words.strip():
        return ()
    found = re.finditer(re.escape(words.strip()), text, re.IGNORECASE)
    return tuple((match.start(), match.end()) for match in found)
