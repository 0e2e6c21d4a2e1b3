"""Arranging an agenda: what is on it, in which order, who leads, how long, what for."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Literal, get_args

from index.model.documents import Link
from index.model.meetings import Action, AgendaEntry, Bookmark, Purpose
from index.model.steps import NO_DATE, NO_MINUTES, ActionChange, EntryChange, Step
from tui.agenda.base import AgendaBase
from tui.agenda.offers import offers
from tui.reader.page import numbered_links
from tui.screens.action_form import ActionDetails, AskAction
from tui.screens.asking import AskLine, Confirm
from tui.screens.kept_text import KeptText
from tui.screens.leading import open_link
from tui.screens.links import LinkList
from tui.screens.note import WriteNote

_MINUTES = re.compile(r"(\d{1,6})\s*(?:m|min|mins|minutes?)?\.?", re.IGNORECASE | re.ASCII)
_PURPOSES: Sequence[Purpose] = get_args(Purpose)


class Arranging(AgendaBase):
    """The commands of the group "Agenda"."""

    def action_new_meeting(self) -> None:
        """Ask for a new meeting."""
        raise NotImplementedError

    def action_open(self) -> None:
        """Open what is under the cursor: a meeting, an item, or what was typed, to change it."""
        if self.is_at_meetings and self.meeting is not None:
            self.go_to_column(self.entries)
            return
        each = self.entries.at_hand
        if self.meeting is None:
            self.action_new_meeting()
        elif isinstance(each, Action):
            self._change_action(each)
        elif each is not None and each.bookmark is None:
            self._retitle(each)
        elif each is not None and each.bookmark is not None:
            self._open(each.bookmark)

    def _open(self, bookmark: Bookmark) -> None:
        if bookmark.missing:
            self.app.push_screen(KeptText(bookmark))
        else:
            self.dismiss(bookmark.item)

    async def action_move_down(self) -> None:
        """Move the entry one place down, a section past the one below it."""
        await self._move(1)

    async def action_move_up(self) -> None:
        """Move the entry one place up, a section past the one above it."""
        await self._move(-1)

    async def _move(self, by: int) -> None:
        each = self.at_hand()
        if isinstance(each, Action):
            self.say("An action moves along with its entry.")
        elif each is not None:
            is_section = each.kind == "section"
            move = self.library.move_section if is_section else self.library.move_entry
            words = f"where “{each.title}” stands"
            taken = await self.take(words, partial(move, each.id, by), keep=each.id)
            if taken is not None and not taken:
                self.say(f"There is nothing {'below' if by > 0 else 'above'} to move it past.")

    def action_add_entry(self) -> None:
        """Add an entry of one's own, below the one under the cursor."""
        self._add("own", "Entry", "What is it about?", "Visit to Elm House")

    def action_add_standing(self) -> None:
        """Add a standing item, below the entry under the cursor; the series hands it on."""
        self._add("standing", "Standing item", "What comes back?", "Speakerbox")

    def action_add_section(self) -> None:
        """Add the heading of a section, above the entry under the cursor."""
        self._add("section", "Section", "What is the section called?", "Reports")

    def _add(
        self,
        kind: Literal["own", "standing", "section"],
        heading: str,
        prompt: str,
        example: str,
    ) -> None:
        pack, here = self.pack, self.entries.entry
        if pack is None:
            return

        async def keep(title: str) -> Step | None:
            def add() -> Step:
                after = here.id if here else ""
                step = self.library.add_entry(pack.meeting.name, title, kind, after=after)
                if here and kind == "section":
                    self.library.move_entry(step.entries[0], -1)
                return step

            return await self.take(f"“{title}”", add)

        self.ask_line(lambda draft: AskLine(heading, prompt, draft, example), "", keep)

    def _retitle(self, entry: AgendaEntry) -> None:
        self.ask_line(
            lambda draft: AskLine("Agenda", "How is it called?", draft),
            entry.title,
            lambda title: self._change(entry, EntryChange(title=title), "the title"),
        )

    def action_lead(self) -> None:
        """Say who leads, or whose action it is."""
        each = self.at_hand()
        if each is None:
            return
        people = self.people
        if isinstance(each, Action):
            self.ask_line(
                lambda draft: AskLine("Who?", each.text, draft, may_be_empty=True, offers=people),
                each.owner,
                lambda name: self._change_of_action(each, ActionChange(owner=name), "whose it is"),
            )
        elif (entry := self.entry_at_hand()) is not None:
            self.ask_line(
                lambda draft: AskLine(
                    "Who leads?", entry.title, draft, may_be_empty=True, offers=people
                ),
                entry.lead,
                lambda name: self._change(entry, EntryChange(lead=name), "who leads"),
            )

    @property
    def people(self) -> tuple[str, ...]:
        """The names that come up at this meeting, for those who begin to type one."""
        if (pack := self.pack) is None:
            return ()
        names = (
            pack.meeting.chair,
            *pack.meeting.people,
            *(entry.lead for entry in pack.agenda),
            *(action.owner for action in pack.actions),
        )
        return tuple(dict.fromkeys(name for name in names if name))

    def action_minutes(self) -> None:
        """Allot minutes to the entry."""
        if (entry := self.entry_at_hand()) is None:
            return

        async def keep(typed: str) -> Step | None:
            found = _MINUTES.fullmatch(typed)
            if typed and found is None:
                self.say(f"“{typed}” is no number of minutes; write it like 10")
                return None
            minutes = int(found[1]) if found else NO_MINUTES
            return await self._change(entry, EntryChange(minutes=minutes), "the minutes")

        self.ask_line(
            lambda draft: AskLine("Minutes", entry.title, draft, "10", may_be_empty=True),
            str(entry.minutes or ""),
            keep,
        )

    async def action_purpose(self) -> None:
        """For information, for discussion, for decision, or nothing said of it."""
        if (entry := self.entry_at_hand()) is not None:
            following = _PURPOSES[(_PURPOSES.index(entry.purpose) + 1) % len(_PURPOSES)]
            await self._change(entry, EntryChange(purpose=following), "what it is for")

    def action_note(self) -> None:
        """Write a note on the entry."""
        if (entry := self.entry_at_hand()) is None:
            return
        if entry.bookmark is not None and entry.bookmark.missing:
            self.say("This item is no longer in the library: its note stays as it is.")
            return
        self.ask_paragraphs(
            f"Note: {entry.title}",
            entry.note,
            lambda text: self._change(entry, EntryChange(note=text), "the note"),
        )

    def action_list_links(self) -> None:
        """List the links of the item under the cursor, and open the one that is chosen."""
        each = self.at_hand()
        bookmark = self.entries.entry.bookmark if each and self.entries.entry else None
        links = numbered_links(bookmark.links) if bookmark is not None else ()
        if links:
            self.app.push_screen(LinkList(links), self._open_link)
        elif each is not None:
            self.say("This entry has no links.")

    def _open_link(self, link: Link | None) -> None:
        if link is not None and (words := self.attempt(lambda: open_link(self.app, link))):
            self.say(words)

    def ask_paragraphs(
        self,
        title: str,
        draft: str,
        do: Callable[[str], Awaitable[object | None]],
        example: str = "",
        *,
        again: bool = False,
    ) -> None:
        """Ask for a text of any length; what cannot be kept is asked for again."""

        async def answered(text: str | None) -> None:
            if text is not None and (again or text != draft) and await do(text) is None:
                self.ask_paragraphs(title, text, do, example, again=True)

        note = WriteNote(title, draft, example) if example else WriteNote(title, draft)
        self.app.push_screen(note, answered)

    async def action_bookmark(self) -> None:
        """Take the entry off the agenda, or drop an action; ask where no other copy is left."""
        each = self.at_hand()
        if isinstance(each, Action):
            step = partial(self.library.remove_action, each.id)
            if await self.take(f"the action “{each.text}”", step):
                self.say("Dropped. ctrl+z brings it back.")
            return
        if each is None:
            return
        if each.bookmark is None or not each.bookmark.missing:
            await self._take_off(each)
            return

        async def answered(sure: bool | None) -> None:
            if sure:
                await self._take_off(each)

        question = (
            f"“{each.title}” is no longer in the library, and this entry holds the last copy of "
            "its text. Take it off?"
        )
        self.app.push_screen(Confirm(question, "Take off", "Keep"), answered)

    async def _take_off(self, entry: AgendaEntry) -> None:
        words = f"“{entry.title}”"
        if await self.take(words, partial(self.library.remove_entries, [entry.id])):
            self.say(f"Taken off the agenda: {entry.title}. ctrl+z brings it back.")

    async def _change(self, entry: AgendaEntry, change: EntryChange, words: str) -> Step | None:
        step = partial(self.library.change_entries, [entry.id], change)
        return await self.take(words, step, keep=entry.id)

    # actions

    def action_action(self) -> None:
        """Say who does what about the entry, by when."""
        if (pack := self.pack) is None or self.is_at_meetings:
            self.at_hand()
            return
        entry = self.entries.entry

        async def keep(details: ActionDetails) -> Step | None:
            return await self.take(
                f"the action “{details.text}”",
                lambda: self.library.add_action(
                    pack.meeting.name,
                    details.text,
                    owner=details.owner,
                    due=details.due,
                    entry=entry.id if entry else "",
                ),
                keep=entry.id if entry else "",
            )

        about = f"Action: {entry.title}" if entry else "Action"
        self._ask_for_action(about, None, entry, keep)

    def _change_action(self, action: Action) -> None:
        async def keep(details: ActionDetails) -> Step | None:
            change = ActionChange(
                text=details.text, owner=details.owner, due=details.due or NO_DATE
            )
            return await self._change_of_action(action, change, "the action")

        details = ActionDetails(action.text, action.owner, action.due)
        self._ask_for_action("Action", details, self.entries.entry, keep)

    def _ask_for_action(
        self,
        heading: str,
        details: ActionDetails | None,
        entry: AgendaEntry | None,
        keep: Callable[[ActionDetails], Awaitable[Step | None]],
    ) -> None:
        async def answered(answer: ActionDetails | None) -> None:
            if answer is not None and await keep(answer) is None:
                self._ask_for_action(heading, answer, entry, keep)

        found = entry.bookmark.dates if entry is not None and entry.bookmark is not None else ()
        form = AskAction(heading, details, self.people, offers(found, self.today))
        self.app.push_screen(form, answered)

    async def _change_of_action(
        self, action: Action, change: ActionChange, words: str
    ) -> Step | None:
        step = partial(self.library.change_action, action.id, change)
        return await self.take(words, step, keep=action.id)
