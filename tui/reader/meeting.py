"""Meetings: bookmarks, the current meeting, its agenda and its pack; dates; new documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from index.errors import CareReaderError
from tui.reader.base import ReaderBase

if TYPE_CHECKING:
    from index.model.meetings import Meeting
    from index.model.results import Added
    from tui.screens.action_form import ActionDetails


class Meetings(ReaderBase):
    """The commands of the groups "Meetings" and "Library" that need more than a key."""

    def action_bookmark(self) -> None:
        """Put the item, or all that are marked, on the agenda, or take them off again."""
        if items := self.chosen:
            self._with_meeting(partial(self._bookmark, items))

    def _bookmark(self, items: Sequence[str], meeting: Meeting) -> None:
        name = meeting.name
        what = "the bookmark" if len(items) == 1 else f"{len(items)} bookmarks"
        try:
            step = self.library.bookmark_all(items, name)
            if added := len(step.entries):
                many = f"{added} items bookmarked" if len(items) > 1 else "Bookmarked"
                self.tell(f"{many} for {name}. m shows its agenda.")
            else:
                step = self.library.remove_bookmarks(items, name)
                many = f"{len(items)} items are no" if len(items) > 1 else "No"
                self.tell(f"{many} longer on the agenda of {name}. ctrl+z brings it back.")
                what = f"{what} back" if len(items) > 1 else "the bookmark is back"
        except CareReaderError as error:
            self.tell(str(error), severity="error")
            return
        self.remember(what, partial(self.library.undo, step))
        self.items.unmark()
        self.marks_changed()
        self.look_again()

    def action_choose_meeting(self) -> None:
        """Choose the meeting that bookmarks go to, or make a new one."""
        from tui.screens.choosing import choose_meeting

        def chosen(meeting: Meeting) -> None:
            self.tell(f"Bookmarks now go to {meeting.name}.")
            self.look_again()

        choose_meeting(self, self.library, chosen)

    def _with_meeting(self, do: Callable[[Meeting], object]) -> None:
        """Go on with the current meeting, or with the one that is chosen or made now."""
        from tui.screens.choosing import choose_meeting

        current = self.library.current_meeting()
        if current is not None:
            do(current)
        else:
            choose_meeting(self, self.library, do)

    def action_action(self) -> None:
        """Say who does what about the item, by when; it is put on the agenda with that."""
        if (item := self.item) is not None:
            self._with_meeting(partial(self._ask_for_action, item, None))

    def _ask_for_action(self, item: str, draft: ActionDetails | None, meeting: Meeting) -> None:
        from tui.agenda.offers import offers
        from tui.screens.action_form import AskAction

        def answered(details: ActionDetails | None) -> None:
            if details is None:
                return
            try:
                self._add_action(item, meeting, details)
            except CareReaderError as error:
                self.tell(str(error), severity="error")
                self._ask_for_action(item, details, meeting)

        try:
            whole = self.library.item(item)
        except CareReaderError as error:
            self.tell(str(error), severity="error")
            return
        people = tuple(filter(None, (meeting.chair, *meeting.people)))
        form = AskAction(f"Action: {whole.title}", draft, people, offers(whole.dates, date.today()))
        self.app.push_screen(form, answered)

    def _add_action(self, item: str, meeting: Meeting, details: ActionDetails) -> None:
        name = meeting.name
        bookmarked = self.library.bookmark_all([item], name)
        entry = next(
            each.id
            for each in self.library.entries(name)
            if each.bookmark is not None and each.bookmark.item == item
        )
        step = self.library.add_action(
            name, details.text, owner=details.owner, due=details.due, entry=entry
        )

        def take_back() -> None:
            self.library.undo(step)
            self.library.undo(bookmarked)

        self.remember("the action", take_back)
        self.tell(f"An action for {name}. m shows its agenda.")
        self.marks_changed()
        self.look_again()

    def action_agenda(self) -> None:
        """Show the meetings and their agendas; an item chosen there is opened here."""
        from tui.agenda.screen import AgendaScreen

        current = self.library.current_meeting()
        agenda = AgendaScreen(self.library, current.name if current else None)

        def answered(item: str | None) -> None:
            for words, take_back in agenda.undoable:
                self.remember(words, take_back)
            self.return_to(item)

        self.app.push_screen(agenda, answered)

    def action_dates(self) -> None:
        """Show what is coming; an item chosen there is opened here."""
        from tui.screens.dates import DatesScreen

        dates = DatesScreen(self.library, date.today())

        def answered(item: str | None) -> None:
            for words, take_back in dates.undoable:
                self.remember(words, take_back)
            self.return_to(item)

        self.app.push_screen(dates, answered)

    def action_export_pack(self) -> None:
        """Ask for format and place, write the current meeting's pack, and say where."""
        from tui.screens.writing import write_pack

        self._with_meeting(lambda meeting: write_pack(self, self.library, meeting.name))

    @work
    async def action_add_documents(self) -> None:
        """Ask for files and folders and add them."""
        from tui.screens.add import AddDocuments

        paths = await self.app.push_screen_wait(AddDocuments(Path.cwd()))
        if paths:
            self.tell("Adding documents ...")
            self._add(paths)

    @work(thread=True, group="add", exit_on_error=False)
    def _add(self, paths: tuple[Path, ...]) -> None:
        try:
            added = self.library.add(paths)
        except CareReaderError as error:
            self.post_message(self.Failed(str(error)))
            return
        self.app.call_from_thread(self._added, added)

    def _added(self, added: Added) -> None:
        self.look_again()
        for _, reason in added.refused[:3]:
            self.tell(reason, severity="error")
        if len(added.refused) > 3:
            self.tell(f"{len(added.refused) - 3} more could not be added.", severity="error")
        items = sum(document.items for document in added.documents)
        words = [f"{len(added.documents)} documents added, {items} items."]
        if added.known:
            words.append(f"{len(added.known)} were in the library already.")
        self.tell(" ".join(words))
