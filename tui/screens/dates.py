"""What is coming, and what has passed: dates of items, meetings, actions that are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.worker import get_current_worker

from index import Library
from index.errors import CareReaderError
from index.model.items import Item
from index.model.meetings import Meeting
from index.model.mends import Change, Former
from tui.commands import DATES, Command
from tui.screens.calendar import Happening
from tui.screens.choosing import choose_meeting
from tui.screens.commanded import Commanded
from tui.screens.dates_list import Calendar, DatesList, calendar_of
from tui.screens.keys import Hint, Hints, bound
from tui.screens.redating import date_from_answer, question_of_date

NO_DATES = "No event, no closing date, no meeting and no action that is due."
NOTHING_COMING = "Nothing is coming. What has passed stands below."


class DatesScreen(Commanded[str | None]):
    """What is coming, and what has passed. Answers with the id of an item, or with None."""

    table: ClassVar[tuple[Command, ...]] = DATES
    BINDINGS: ClassVar[list[BindingType]] = [bound(each.name) for each in DATES]
    HINTS: ClassVar[tuple[Hint, ...]] = (
        ("open", "open"),
        ("bookmark", "bookmark"),
        ("set_date", "set date"),
        ("export_pack", "to calendar"),
        ("passed", "passed"),
        ("agenda", "meetings"),
        ("help", "help"),
        ("back", "back"),
    )

    def __init__(self, library: Library, today: date) -> None:
        super().__init__()
        self.library = library
        self.today = today

    def compose(self) -> ComposeResult:
        """One list, and the keys below it."""
        with Vertical(classes="column") as column:
            column.border_title = "Dates"
            yield Static("Reading the dates …", markup=False, classes="empty")
            yield DatesList()
        yield Static("", markup=False, classes="hints")

    def on_mount(self) -> None:
        """Begin to read the dates."""
        self.query_one(".hints", Static).update(Hints(self.active_bindings, self.HINTS))
        self.listed.display = False
        self._show_meeting()
        self._read()

    @property
    def listed(self) -> DatesList:
        """The list."""
        return self.query_one(DatesList)

    # what is shown

    @work(thread=True, exclusive=True, group="dates", exit_on_error=False)
    def _read(self, keep: Happening | None = None) -> None:
        try:
            calendar = calendar_of(self.library, self.today)
        except CareReaderError as error:
            self.app.call_from_thread(self._put_in_place, str(error))
            return
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, calendar, keep)

    def _put_in_place(self, words: str) -> None:
        empty = self.query_one(".empty", Static)
        empty.update(Content(words))
        empty.display = bool(words)

    def _show(self, calendar: Calendar, keep: Happening | None) -> None:
        if not calendar:
            self._put_in_place(NO_DATES)
            return
        self._put_in_place("" if calendar.ahead else NOTHING_COMING)
        self.listed.display = True
        self.listed.show(calendar, keep)
        if self.is_current:
            self.listed.focus()

    def _show_meeting(self) -> None:
        meeting = self.attempt(self.library.current_meeting)
        words = f"★ {meeting.name}" if meeting else "no meeting"
        self.query_one(".column").border_subtitle = Content(words)

    # moving

    def action_down(self) -> None:
        """One row down."""
        self.listed.action_cursor_down()

    def action_up(self) -> None:
        """One row up."""
        self.listed.action_cursor_up()

    def action_top(self) -> None:
        """To the first row."""
        self.listed.action_first()

    def action_bottom(self) -> None:
        """To the last row."""
        self.listed.action_last()

    def action_passed(self) -> None:
        """To what has passed, and back to what is coming."""
        if not self.listed.go_to_passed():
            self.say("Nothing has passed.")

    # doing

    def action_open(self) -> None:
        """Open the item or the meeting under the cursor, or list more."""
        each = self.listed.at_hand
        if each is None:
            self.listed.list_more()
        elif each.item:
            self.dismiss(each.item)
        else:
            self._open_meetings(each.meeting)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_open()

    def action_agenda(self) -> None:
        """Show the meetings and their agendas."""
        current = self.attempt(self.library.current_meeting)
        self._open_meetings(current.name if current else None)

    def _open_meetings(self, name: str | None) -> None:
        from tui.agenda.screen import AgendaScreen

        def answered(item: str | None) -> None:
            if item is not None:
                self.dismiss(item)
            else:
                self._show_meeting()
                self._read(self.listed.at_hand)

        self.app.push_screen(AgendaScreen(self.library, name, self.today), answered)

    def action_bookmark(self) -> None:
        """Put the item under the cursor on the current meeting's agenda, or take it off again."""
        each = self._item_at_hand()
        if each is None:
            return
        meeting = self.attempt(self.library.current_meeting)
        if meeting is None:
            choose_meeting(self, self.library, lambda chosen: self._bookmark(each, chosen))
        else:
            self._bookmark(each, meeting)

    def _bookmark(self, each: Happening, meeting: Meeting) -> None:
        self._show_meeting()
        name = meeting.name
        added = self.attempt(lambda: self.library.bookmark(each.item, name))
        if added:
            self.remember("the bookmark", lambda: self.library.remove_bookmark(each.item, name))
            self.say(f"Bookmarked for {name}.")
        elif added is not None:
            self.attempt(lambda: self.library.remove_bookmark(each.item, name))
            self.remember("the bookmark is back", lambda: self.library.bookmark(each.item, name))
            self.say(f"No longer on the agenda of {name}. ctrl+z brings it back.")

    def action_choose_meeting(self) -> None:
        """Choose the meeting that bookmarks go to."""
        choose_meeting(self, self.library, lambda _: self._show_meeting())

    def action_set_date(self) -> None:
        """Set the date of the item under the cursor, or its closing date."""
        each = self._item_at_hand()
        item = self.attempt(lambda: self.library.item(each.item)) if each else None
        if each is not None and item is not None:
            self._ask_for_date(each, item)

    def _ask_for_date(self, each: Happening, item: Item, draft: str | None = None) -> None:
        def answered(words: str | None) -> None:
            if words is not None and self.attempt(lambda: self._redate(item, words)) is None:
                self._ask_for_date(each, item, words)
            else:
                self._read(each)

        self.app.push_screen(question_of_date(item, draft), answered)

    def _redate(self, item: Item, words: str) -> bool:
        page = self.library.page(item.document)
        day = date_from_answer(words, page.issued.value)
        said = page.mends.changes.get(item.lines.first, Change()) if item.lines else Change()
        former = self.library.change(item.id, replace(said, date=day))
        self.remember("the date", partial(self._take_back, former))
        return True

    def action_export_pack(self) -> None:
        """Write the dates of the item, or the meeting, as a calendar file, and say where it is."""
        each = self.listed.at_hand
        if each is None:
            return
        path = self.attempt(
            lambda: (
                self.library.write_calendar(each.item)
                if each.item
                else self.library.write_pack(each.meeting, format="ics")
            )
        )
        if path is not None:
            self.say(f"The calendar is in {path}")

    def _take_back(self, former: Former) -> bool:
        self.library.take_back(former)
        return True

    def undone(self, _: object) -> None:
        """Read the dates anew."""
        self._read(self.listed.at_hand)

    def action_dates(self) -> None:
        """Back to the reader."""
        self.dismiss(None)

    def _item_at_hand(self) -> Happening | None:
        """What is under the cursor if an item says so, or None after saying that none does."""
        each = self.listed.at_hand
        if each is None or not each.item:
            self.say("Move to the date of an item first.")
            return None
        return each
