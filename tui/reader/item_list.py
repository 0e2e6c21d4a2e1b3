"""The item list: it asks for the rows that it paints, and so may be as long as a library."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message

from index.model.dates import in_words
from tui.reader.line_pane import LinePane

if TYPE_CHECKING:
    from index.model.results import Hit, Slice

Fetch: TypeAlias = "Callable[[int, int], Sequence[Hit]]"
"""Gives the rows from a start up to, not including, a stop."""

_PAGE = 16
"""Rows that are fetched at once: about those that are in sight, as each costs a snippet."""
_TALL = 20
"""A list of at least so many lines gives each item two of them."""


class ItemList(LinePane):
    """A list of items of which one is highlighted.

    Posts `Highlighted` when another item comes under the highlight and `Opened` when it is chosen.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "items--unread",
        "items--read",
        "items--mark",
        "items--detail",
        "items--hit",
        "items--highlighted",
        "items--chosen",
        "items--empty",
        "items--marked",
    }

    BINDINGS: ClassVar = [Binding("enter", "open", "Open", show=False)]

    class Highlighted(Message):
        """Another item is under the highlight; None where the list is empty."""

        def __init__(self, item: str | None) -> None:
            super().__init__()
            self.item = item

        def can_replace(self, message: Message) -> bool:
            """Whoever moves fast wants to read where they arrive, not what they passed."""
            return isinstance(message, ItemList.Highlighted)

    class Opened(Message):
        """The reader chose the item, to read it."""

        def __init__(self, item: str) -> None:
            super().__init__()
            self.item = item

    class Marked(Message):
        """Other items than before are marked."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._ids: Sequence[str] = ()
        self._marked: dict[str, None] = {}
        self._fetch: Fetch = lambda start, stop: ()
        self._pages: dict[int, dict[str, Hit]] = {}
        self._cursor = 0
        self._empty = Text()
        self._row_height = 1

    def show(self, ids: Sequence[str], fetch: Fetch, keep: str | None, empty: str) -> None:
        """Show the items of `ids`, of which `fetch` gives the rows.

        The item `keep` stays under the highlight if it is among them; otherwise it is the first.
        `empty` is what stands there if there are none.
        """
        self._ids, self._fetch = ids, fetch
        self._empty = Text(empty)
        self._pages.clear()
        if self._marked:
            # what is out of sight is not acted upon
            listed = set(ids)
            self._marked = {item: None for item in self._marked if item in listed}
        try:
            self._cursor = ids.index(keep) if keep else 0
        except ValueError:
            self._cursor = 0
        self._measure()
        self._reveal()
        self.repaint()
        self._tell_highlighted()

    def refresh_rows(self) -> None:
        """Ask for the rows anew: a mark has changed."""
        self._pages.clear()
        self.repaint()

    @property
    def highlighted(self) -> str | None:
        """The item under the highlight."""
        return self._ids[self._cursor] if self._ids else None

    @property
    def position(self) -> int:
        """The place of the highlighted item, from 0."""
        return self._cursor

    @property
    def ids(self) -> Sequence[str]:
        """The items, in order."""
        return self._ids

    @property
    def marked(self) -> tuple[str, ...]:
        """The items that are marked, in the order in which they were."""
        return tuple(self._marked)

    def unmark(self) -> None:
        """Take all marks away."""
        self._marked.clear()
        self.repaint()
        self.post_message(self.Marked())

    def action_mark(self) -> None:
        """Mark the item under the highlight, or mark it no longer, and go on to the next."""
        if (item := self.highlighted) is None:
            return
        if item in self._marked:
            del self._marked[item]
        else:
            self._marked[item] = None
        self.repaint()
        self.post_message(self.Marked())
        self.action_cursor_down()

    def go_to(self, item: str) -> bool:
        """Put the highlight on the item; whether it is in the list."""
        if item not in self._ids:
            return False
        self._move_to(self._ids.index(item))
        return True

    def action_cursor_down(self) -> None:
        """One item down."""
        self._move_to(self._cursor + 1)

    def action_cursor_up(self) -> None:
        """One item up."""
        self._move_to(self._cursor - 1)

    def action_page_down(self) -> None:
        """As many items down as the list shows."""
        self._move_to(self._cursor + max(1, self.size.height // self._row_height - 1))

    def action_page_up(self) -> None:
        """As many items up as the list shows."""
        self._move_to(self._cursor - max(1, self.size.height // self._row_height - 1))

    def action_first(self) -> None:
        """To the first item."""
        self._move_to(0)

    def action_last(self) -> None:
        """To the last item."""
        self._move_to(len(self._ids) - 1)

    def action_open(self) -> None:
        """Choose the item under the highlight."""
        if (item := self.highlighted) is not None:
            self.post_message(self.Opened(item))

    def _move_to(self, place: int) -> None:
        if not self._ids:
            return
        place = min(max(place, 0), len(self._ids) - 1)
        if place != self._cursor:
            before, self._cursor = self._cursor, place
            for row in (before, place):
                self.refresh_lines(row * self._row_height, self._row_height)
            self._reveal()
            self._tell_highlighted()

    def _tell_highlighted(self) -> None:
        # once the list is painted: whoever opens the item has more to do than to paint a list
        self.call_after_refresh(self._post_highlighted)

    def _post_highlighted(self) -> None:
        self.post_message(self.Highlighted(self.highlighted))

    def _reveal(self) -> None:
        top = self._cursor * self._row_height
        self.scroll_to_region(
            Region(0, top, 1, self._row_height), animate=False, force=True, x_axis=False
        )

    def _measure(self) -> None:
        row_height = 2 if self.size.height >= _TALL else 1
        if row_height != self._row_height:
            self._row_height = row_height
            self.repaint()  # the lines of other items stand where these were
        self.set_length(len(self._ids) * self._row_height)

    def on_resize(self, _: events.Resize) -> None:
        """Give each item one line or two, as there is room, and keep the highlight in sight."""
        self._measure()
        self._reveal()

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    async def on_click(self, event: events.Click) -> None:
        """Highlight the item that was clicked; open it at the second click."""
        place = (event.get_content_offset(self) or event.offset).y + self.scroll_offset.y
        place //= self._row_height
        if 0 <= place < len(self._ids):
            self._move_to(place)
            if event.chain > 1:
                self.action_open()

    def look_of(self, number: int) -> Hashable:
        """A line looks otherwise under the highlight."""
        return number // self._row_height == self._cursor and (1 + self.has_focus)

    def line(self, number: int, width: int) -> Text | None:
        """A line of an item; where there is none, a line of what is said instead."""
        if not self._ids:
            return self._empty_line(number, width)
        place, second = divmod(number, self._row_height)
        if place >= len(self._ids):
            return None
        hit = self._row(place)
        if hit is None:
            text = Text("(no longer in the library)")
        elif second:
            text = self._detail(hit, width)
        elif self._row_height == 2:
            text = self._title(hit, width)
        else:
            text = self._single(hit, width)
        if place == self._cursor:
            text.truncate(width, overflow="ellipsis", pad=True)
            name = "items--chosen" if self.has_focus else "items--highlighted"
            text.stylize_before(self.ink(name))
        return text

    def _row(self, place: int) -> Hit | None:
        page = place // _PAGE
        if page not in self._pages:
            start = page * _PAGE
            stop = min(start + _PAGE, len(self._ids))
            self._pages[page] = {hit.id: hit for hit in self._fetch(start, stop)}
        return self._pages[page].get(self._ids[place])

    def _empty_line(self, number: int, width: int) -> Text | None:
        lines = self._empty.wrap(self.app.console, max(width - 4, 10))
        if not 1 <= number <= len(lines):
            return None
        return Text("  ", self.ink("items--empty")).append_text(lines[number - 1])

    def _marks(self, hit: Hit) -> Text:
        style = self.ink("items--mark")
        marks = Text()
        if hit.id in self._marked:
            marks.append("✓", self.ink("items--marked"))
        else:
            marks.append("·" if hit.read else "●", style)
        return marks.append(f"{'★' if hit.bookmarked else ' '}{'✎' if hit.noted else ' '} ", style)

    def _words(self, text: str, slices: Sequence[Slice], name: str) -> Text:
        words = Text(text, self.ink(name))
        hit_style = self.ink("items--hit")
        for start, end in slices:
            words.stylize(hit_style, start, end)
        return words

    def _heading(self, hit: Hit) -> Text:
        name = "items--read" if hit.read else "items--unread"
        return self._words(hit.title, hit.title_highlights, name)

    def _title(self, hit: Hit, width: int) -> Text:
        title = self._heading(hit)
        title.truncate(width - 4, overflow="ellipsis")
        return self._marks(hit).append_text(title)

    def _detail(self, hit: Hit, width: int) -> Text:
        style = self.ink("items--detail")
        detail = Text("    ").append(f"{short_date(hit.issued)} · ", style)
        source = Text(hit.source, style)
        source.truncate(max(12, width // 3), overflow="ellipsis")
        detail.append_text(source)
        if hit.also_in:
            detail.append(f" · {_also_in(hit)}", style)
        if hit.matched:
            detail.append(f" · matched: {hit.matched}", style)
        if hit.snippet and width - cell_len(detail.plain) > 16:
            detail.append(" · ", style)
            detail.append_text(self._words(hit.snippet, hit.highlights, "items--detail"))
        return detail

    def _single(self, hit: Hit, width: int) -> Text:
        style = self.ink("items--detail")
        line = self._marks(hit)
        line.append(f"{short_date(hit.issued):<8}  ", style)
        if width >= 40:
            source = Text(hit.source, style)
            source.truncate(max(9, width // 6), overflow="ellipsis", pad=True)
            line.append_text(source)
            line.append("  ")
        if hit.also_in:  # a title may be longer than the line
            line.append(f"{_also_in(hit)} · ", style)
        line.append_text(self._heading(hit))
        if hit.matched:
            line.append(f" · matched: {hit.matched}", style)
        return line


def _also_in(hit: Hit) -> str:
    return f"also in {len(hit.also_in)}"


@lru_cache(512)
def short_date(iso: str | None) -> str:
    """The month and year of an ISO date in eight cells at most ("Jan 2022"), "undated" for None."""
    if not iso:
        return "undated"
    words = in_words(iso[:7]).split()
    return f"{words[0][:3]} {words[1]}" if len(words) == 2 else words[0][:8]
