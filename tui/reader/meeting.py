"""Meetings: bookmarks, the current meeting, its agenda and its pack; dates; new documents."""

from __future__ import annotations

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


class Meetings(ReaderBase):
    """The commands of the groups "Meetings" and "Library" that need more than a key."""

    @work
    async def action_bookmark(self) -> None:
        """Put the item on the current meeting's agenda, or take it off again."""
        if (item := self.item) is None:
            return
        meeting = self.library.current_meeting() or await self._chosen_meeting()
        if meeting is None:
            return
        name = meeting.name
        if self.library.bookmark(item, name):
            self.remember("the bookmark", partial(self.library.remove_bookmark, item, name))
            self.tell(f"Bookmarked for {name}. m shows its agenda.")
        else:
            self.library.remove_bookmark(item, name)
            self.remember("the bookmark is back", partial(self.library.bookmark, item, name))
            self.tell(f"No longer on the agenda of {name}. ctrl+z brings it back.")
        self.marks_changed()
        self.look_again()

    @work
    async def action_choose_meeting(self) -> None:
        """Choose the meeting that bookmarks go to, or make a new one."""
        meeting = await self._chosen_meeting()
        if meeting is not None:
            self.tell(f"Bookmarks now go to {meeting.name}.")
        self.look_again()

    async def _chosen_meeting(self) -> Meeting | None:
        """The meeting that the reader chooses or makes; it becomes the current one."""
        from tui.screens.choose_meeting import NEW_MEETING, ChooseMeeting

        meetings = self.library.meetings()
        name: str | None = NEW_MEETING
        if meetings:
            current = self.library.current_meeting()
            name = await self.app.push_screen_wait(
                ChooseMeeting(meetings, current.name if current else None)
            )
        if name == NEW_MEETING:
            return await self._new_meeting()
        return self.library.choose_meeting(name) if name is not None else None

    async def _new_meeting(self) -> Meeting | None:
        from tui.screens.meeting_details import AskMeeting

        details = await self.app.push_screen_wait(AskMeeting("Which meeting is it for?"))
        if details is None:
            return None
        try:
            self.library.save_meeting(
                details.name,
                date=details.date,
                time=details.time,
                place=details.place,
                standing=details.standing,
            )
            return self.library.choose_meeting(details.name)
        except CareReaderError as error:
            self.tell(str(error), severity="error")
            return None

    @work
    async def action_agenda(self) -> None:
        """Show the meeting's agenda; an item chosen there is opened here."""
        from tui.screens.agenda import AgendaScreen

        current = self.library.current_meeting()
        meetings = self.library.meetings()
        shown = current.name if current else meetings[0].name if meetings else ""
        item = await self.app.push_screen_wait(AgendaScreen(self.library, shown))
        self.return_to(item)

    @work
    async def action_dates(self) -> None:
        """Show events and closing dates; an item chosen there is opened here."""
        from tui.screens.dates import DatesScreen

        item = await self.app.push_screen_wait(DatesScreen(self.library, date.today()))
        self.return_to(item)

    @work
    async def action_export_pack(self) -> None:
        """Write the current meeting's pack and say where."""
        meeting = self.library.current_meeting() or await self._chosen_meeting()
        if meeting is None:
            return
        try:
            path = self.library.write_pack(meeting.name)
        except CareReaderError as error:
            self.tell(str(error), severity="error")
        else:
            self.tell(f"The pack for {meeting.name} is written: {path}")

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
