"""The reading view: one item, its words found, and a way to walk them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events
from textual.geometry import Region

from tui.reader.line_pane import LinePane

if TYPE_CHECKING:
    from tui.reader.page import Page, Styles


class ReadingView(LinePane):
    """Shows a page and scrolls it by lines; `n of m` of the words found stands in the border."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reading--title",
        "reading--detail",
        "reading--topic",
        "reading--text",
        "reading--link",
        "reading--hit",
        "reading--current",
        "reading--note",
        "reading--gap",
    }

    MARGIN = 1
    """Cells left empty at either side of the text."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._page: Page | None = None
        self._lines: Sequence[Text] = ()
        self._hits: Sequence[int] = ()
        self._hit = -1
        self._empty = ""
        self._made_from: object = None

    @property
    def page(self) -> Page | None:
        """What is shown."""
        return self._page

    def show(self, page: Page | None, empty: str = "") -> None:
        """Show the page, from its top unless it is the same item as before; None shows `empty`."""
        same = page is not None and self._page is not None and page.item.id == self._page.item.id
        self._page = page
        self._empty = empty
        if not same:
            self._hit = -1
            self.scroll_to(y=0, animate=False, force=True)
        self._lay_out()

    def walk(self, step: int) -> bool:
        """Go to the next word found, or with -1 to the one before; False if there is none."""
        target = self._hit + step
        if self._hit < 0 and step < 0:
            target = len(self._hits) - 1
        if not 0 <= target < len(self._hits):
            return False
        self._hit = target
        self.scroll_to_region(
            Region(0, max(0, self._hits[target] - 2), 1, 5),
            animate=False,
            force=True,
            x_axis=False,
        )
        self._tell_place()
        self.refresh()
        return True

    def on_resize(self, _: events.Resize) -> None:
        """Wrap the text anew."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Colours are part of the lines: lay them out anew when the theme changes."""
        super().notify_style_update()
        if self.is_mounted and self._page is not None:
            self._lay_out()

    def _lay_out(self) -> None:
        width = min(self.scrollable_content_region.width - 2 * self.MARGIN, self.MEASURE)
        styles = self._styles() if self._page else None
        made_from = (self._page, self._empty, width, styles)
        if made_from == self._made_from:
            return
        self._made_from = made_from
        if self._page is not None and styles is not None and width > 0:
            from tui.reader.page import lay_out  # there is no page before the first picture

            layout = lay_out(self._page, width, styles, self.app.console)
            self._lines, self._hits = layout.lines, layout.hits
        else:
            lines = Text(self._empty).wrap(self.app.console, max(width, 10))
            self._lines, self._hits = (Text(), *lines), ()
        self._hit = min(self._hit, len(self._hits) - 1)
        self.set_length(len(self._lines))
        self._tell_place()
        self.repaint()

    def _tell_place(self) -> None:
        found = len(self._hits)
        if not found:
            self.border_subtitle = ""
        elif self._hit < 0:
            self.border_subtitle = f"{found} found"
        else:
            self.border_subtitle = f"{self._hit + 1} of {found} found"

    def _styles(self) -> Styles:
        from tui.reader.page import Styles

        return Styles(
            title=self.ink("reading--title"),
            detail=self.ink("reading--detail"),
            topic=self.ink("reading--topic"),
            text=self.ink("reading--text"),
            link=self.ink("reading--link"),
            hit=self.ink("reading--hit"),
            note=self.ink("reading--note"),
            gap=self.ink("reading--gap"),
        )

    def look_of(self, number: int) -> Hashable:
        """A line looks otherwise while the word that was walked to stands in it."""
        return self._hit if self._hit >= 0 and self._hits[self._hit] == number else None

    def line(self, number: int, width: int) -> Text | None:
        """A line of the page."""
        if number >= len(self._lines):
            return None
        line = self._lines[number]
        if self.look_of(number) is not None:
            from tui.reader.page import emphasised

            line = emphasised(line, self._hit, self.ink("reading--current"))
        return Text(" " * self.MARGIN).append_text(line)
