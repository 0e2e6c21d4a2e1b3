"""What leaves the agenda for other people, and what comes from them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal

from index.model.meetings import Action
from tui.agenda.planning import Planning
from tui.clipboard import copy
from tui.screens.add import AddDocuments
from tui.screens.asking import Ask, Way
from tui.screens.writing import write_pack

_SHARED = "A pack that somebody shares: the file that ends in .json."

_What = Literal["citation", "pack"]


class Sharing(Planning):
    """The commands of the group "Meetings" that write, copy and take in."""

    def action_export_pack(self) -> None:
        """Write the pack of the meeting, and say where it is."""
        if (meeting := self.meeting) is not None:
            write_pack(self, self.library, meeting.name)

    def action_draft_minutes(self) -> None:
        """Write the minutes of the meeting in draft, and say where they are."""
        if (meeting := self.meeting) is not None:
            write_pack(self, self.library, meeting.name, "minutes")

    def action_copy_citation(self) -> None:
        """Copy the citation of the item, or the pack as Markdown."""
        if self.meeting is None:
            return
        each = self.entries.at_hand
        bookmark = None if isinstance(each, Action) or each is None else each.bookmark
        if bookmark is None or self.is_at_meetings:
            self._copy_pack()
            return
        words = bookmark.citation.in_words()

        def answered(what: _What | None) -> None:
            if what == "citation":
                self._copy(words, words)
            elif what == "pack":
                self._copy_pack()

        question: Ask[_What | None] = Ask(
            "Copy",
            words,
            (Way("c", "Citation", "citation"), Way("p", "Pack as Markdown", "pack")),
            left=None,
        )
        self.app.push_screen(question, answered)

    def _copy_pack(self) -> None:
        if (meeting := self.meeting) is not None:
            text = self.attempt(lambda: self.library.render_pack(meeting.name, "md"))
            if text is not None:
                self._copy(text, f"the pack of {meeting.name} as Markdown")

    def _copy(self, text: str, what: str) -> None:
        copy(self.app, text)
        self.say(f"Copied: {what}")

    def action_add_documents(self) -> None:
        """Take in a pack that somebody shares."""

        async def answered(paths: tuple[Path, ...] | None) -> None:
            for path in paths or ():
                await self._take_in(path)

        question = AddDocuments(Path.cwd(), "Take in a pack", _SHARED)
        self.app.push_screen(question, answered)

    async def _take_in(self, path: Path) -> None:
        merged = await self.attempt_aside(lambda: self.library.import_pack(path))
        if merged is None:
            return
        if merged.changes:
            self.remember(f"what {path.name} brought", partial(self.library.undo, merged.step))
        self.read(merged.meeting)
        told = " ".join(merged.changes) or "Nothing new: all of it was here already."
        self.say(f"{merged.meeting}: {told}", seconds=10)
