"""Events and closing dates that were found in items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from index import Library
from index.errors import CareReaderError
from index.model.dates import span_in_words
from index.model.results import DatedItem
from tui.screens.calendar import Stretch, coming, passed, short_day
from tui.screens.choices import Choices, heading, row
from tui.screens.keys import Hint, Hints, bound
from tui.screens.styles import MUTED, REMARK, STRONG

NO_DATES = "No event and no closing date was found in any item."
NOTHING_COMING = "Nothing is coming. What has passed stands below."
AT_ONCE = 300
"""How many rows are listed at a time: a row is costly, and few people look so far back."""
MARGIN = 12

_WORDS = {"event": "Event", "deadline": "Closes"}
_Row = tuple[Option, DatedItem | None]


def date_in_words(dated: DatedItem) -> Content:
    """A date as the list shows it: the item, and below it what happens when, and who says so."""
    below = [_WORDS.get(dated.what, dated.what.capitalize()), span_in_words(dated.start, dated.end)]
    if dated.source:
        below.append(dated.source)
    return Content.assemble((dated.title, STRONG), "\n", (" · ".join(below), MUTED))


class DatesScreen(Screen[str | None]):
    """What is coming, and what has passed. Answers with the id of an item, or with None."""

    CSS_PATH = "screens.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", show=False),
        bound("back", "leave"),
        bound("dates", "leave"),
        bound("quit", "leave"),
    ]
    HINTS: ClassVar[tuple[Hint, ...]] = (
        ("enter", "open the item"),
        ("down", "down"),
        ("up", "up"),
        ("top", "first"),
        ("bottom", "last"),
        ("back", "back"),
    )

    def __init__(self, library: Library, today: date) -> None:
        super().__init__()
        self.library = library
        self.today = today
        self._listed: list[DatedItem | None] = []
        self._rest: Iterator[_Row] = iter(())

    def compose(self) -> ComposeResult:
        """One list, and the keys below it."""
        with Vertical(classes="column") as column:
            column.border_title = "Dates"
            yield Static("Reading the dates …", markup=False, classes="empty")
            yield Choices()
        yield Static("", markup=False, classes="hints")

    def on_mount(self) -> None:
        """Begin to read the dates."""
        self.query_one(".hints", Static).update(Hints(self.active_bindings, self.HINTS))
        self.query_one(Choices).display = False
        self._read()

    @work(thread=True, exclusive=True, group="dates", exit_on_error=False)
    def _read(self) -> None:
        try:
            dates = self.library.dates()
        except CareReaderError as error:
            self.app.call_from_thread(self._say, str(error))
            return
        ahead, over = coming(dates, self.today), passed(dates, self.today)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, ahead, over)

    def _say(self, words: str) -> None:
        empty = self.query_one(".empty", Static)
        empty.update(Content(words))
        empty.display = bool(words)

    def _show(self, ahead: tuple[Stretch, ...], over: tuple[Stretch, ...]) -> None:
        if not ahead and not over:
            self._say(NO_DATES)
            return
        self._say("" if ahead else NOTHING_COMING)
        self._rest = iter([*_rows(ahead, "Coming"), *_rows(over, "Passed")])
        listed = self.query_one(Choices)
        listed.display = True
        self._list_more()
        listed.action_first()
        listed.focus()

    def _list_more(self) -> None:
        """List the next rows, and after them a row that asks for more if there are any."""
        rows = list(islice(self._rest, AT_ONCE))
        listed = self.query_one(Choices)
        listed.add_options(option for option, _ in rows)
        self._listed += [dated for _, dated in rows]
        following = next(self._rest, None)
        if following is not None:
            self._rest = _before(following, self._rest)
            listed.add_option(row("", Content.styled("Show more dates", REMARK), MARGIN))

    def action_open(self) -> None:
        """Open the item under the cursor, or list more."""
        listed = self.query_one(Choices)
        at = listed.highlighted
        if at is None:
            return
        if at == len(self._listed):
            listed.remove_option_at_index(at)
            self._list_more()
            listed.highlighted = at
            return
        if (dated := self._listed[at]) is not None:
            self.dismiss(dated.item)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()

    def action_leave(self) -> None:
        """One step back."""
        self.dismiss(None)


def _rows(stretches: Iterable[Stretch], above: str) -> Iterator[_Row]:
    for stretch in stretches:
        yield heading(f"{above}: {stretch.heading}"), None
        for dated in stretch.dates:
            yield row(short_day(dated.start), date_in_words(dated), MARGIN), dated


def _before(first: _Row, rest: Iterator[_Row]) -> Iterator[_Row]:
    yield first
    yield from rest
