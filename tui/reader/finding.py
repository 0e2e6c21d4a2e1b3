"""Finding: the query, the filter, the words found, and searches to keep."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.events import DescendantBlur
from textual.widgets import Input

from index.errors import CareReaderError
from tui.reader.saved import Saved
from tui.reader.topic_tree import TopicTree
from tui.reader.view import DATES, MEETINGS, Choice

if TYPE_CHECKING:
    from index.model.results import Slice
    from tui.reader.asking import Found
    from tui.reader.bars import SearchBar
    from tui.reader.facets import Facets

_PAUSE = 1.0
"""Seconds after which the search is made ready, if nobody has asked for it before."""


class Finding(Saved):
    """The commands of the group "Finding", and what typing and choosing do."""

    def action_search(self) -> None:
        """To the search bar; what stands there is overwritten by typing."""
        self.move_keys_to(self.bar)
        self.bar.begin(self.library.queries() if self.is_open else ())
        self.telling.tell_typing(True, empty=not self.bar.value)
        self._prepare(look=False)

    def on_reader_base_opened(self, _: Saved.Opened) -> None:
        """Make the search ready once the first items are in sight and nobody is in a hurry."""
        self.set_timer(_PAUSE, partial(self._prepare, look=False))

    @work(thread=True, exclusive=True, group="prepare", exit_on_error=False)
    def _prepare(self, look: bool) -> None:
        """Let the first letter find a search that is ready; `look` again then, if wanted."""
        if not self.is_open or self.search_waits:
            return
        try:
            self.library.prepare()
        except CareReaderError as error:
            # who has not searched need not hear of it, and who does is told by the search
            if look:
                self.post_message(self.Failed(str(error)))
            return
        if look:
            self.app.call_from_thread(self.look_again)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the reader types; find in the open text as well."""
        if event.input is self.bar:
            self.telling.tell_typing(self.bar.has_focus, empty=not event.value)
            if event.value != self.view.query:
                self.look(self.view.asking(event.value), typing=True)
        else:
            self._find_in_text(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """To what was found."""
        if event.input is self.bar:
            self.go_to_pane(self.items)
            self._remember(self.bar.value)
        else:
            self.go_to_pane(self.reading)

    def on_search_bar_left(self, _: SearchBar.Left) -> None:
        """From the query to what it found."""
        self.go_to_pane(self.items)
        self._remember(self.bar.value)

    def on_search_bar_tabbed(self, _: SearchBar.Tabbed) -> None:
        """Take what is offered in place of the query; otherwise Tab goes to the next pane."""
        if self.found is not None and self.found.offer is not None:
            self.action_take_offer()
        else:
            self.go_to_pane(self.items)

    @work(thread=True, group="marks", exit_on_error=False)
    def _remember(self, query: str) -> None:
        # a query that was left in peace is one that the reader may want again
        if self.is_open and query.strip():
            with suppress(CareReaderError):
                self.library.remember_query(query)

    def action_take_offer(self) -> None:
        """Look at what is offered in place of the query."""
        offer = self.found.offer if self.found is not None else None
        if offer is None:
            self.tell("There is nothing else to try here.")
            return
        self.look(offer.view)
        self.bar.value = offer.view.query
        self.bar.cursor_position = len(offer.view.query)

    def action_next_order(self) -> None:
        """List the items in another order: best first, newest, oldest, by source."""
        view = self.view.in_next_order()
        self.look(view, keep=self.item)
        self.tell(f"Listed {view.order}.")

    def action_narrow(self) -> None:
        """Choose topics, sources, kinds, years and organisations to narrow the list to."""
        from tui.screens.facets import NarrowDown

        if self.found is not None and not self.view.related_to:
            found = self.found
            if not found.contents.counts.years:
                self._prepare(look=True)
            self.app.push_screen(
                NarrowDown(self._facets(found), found.view.choices, self._turn, found.results.total)
            )

    def _turn(self, choice: Choice) -> None:
        self.look(self.view.turned(choice), keep=self.item)

    def _facets(self, found: Found) -> tuple[Facets, ...]:
        from tui.reader.facets import facets_of

        return facets_of(found.contents.counts, found.contents.topics, found.view.choices)

    def answered(self, found: Found) -> None:
        """Let the facets that are open above the panes follow."""
        from tui.screens.facets import NarrowDown

        if isinstance(self.app.screen, NarrowDown):
            self.app.screen.show(self._facets(found), found.view.choices, found.results.total)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Who has left the search bar needs no more help with it."""
        if event.widget is self.bar:
            self.telling.tell_typing(False)

    def on_topic_tree_chosen(self, message: TopicTree.Chosen) -> None:
        """Filter by the chosen entry; a saved search brings its query along."""
        choice = message.choice
        if choice in (DATES, MEETINGS):
            self.call_later(self.run_action, "dates" if choice == DATES else "agenda")
            return
        if choice.place == "saved":
            searches = {search.name: search for search in self.library.saved_searches()}
            if choice.value in searches:
                self.look_at_saved(choice.value)
            return
        if message.besides:
            self._turn(choice)
            return
        self.look(self.view.only(choice))
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
        self.look(self.view.related(page.item.id, page.item.title))
        self.go_to_pane(self.items)

    def action_also_in(self) -> None:
        """List the items that tell the same story, in whatever newsletter."""
        if (page := self.reading.page) is None:
            return
        if not page.also_in:
            self.tell("No other newsletter has this story.")
            return
        same = self.view.related(page.item.id, page.item.title, same_story=True)
        self.look(same, keep=page.item.id)
        self.go_to_pane(self.items)


def _places(words: str, text: str) -> tuple[Slice, ...]:
    """Where the words stand in the text, whatever their case."""
    if not words.strip():
        return ()
    found = re.finditer(re.escape(words.strip()), text, re.IGNORECASE)
    return tuple((match.start(), match.end()) for match in found)
