"""Marking: read and unread, notes, citations, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from index.errors import CareReaderError
from tui.clipboard import copy
from tui.reader.base import ReaderBase

if TYPE_CHECKING:
    from index.model.documents import Link


class Marking(ReaderBase):
    """The commands of the group "Reading", and the note on an item."""

    def action_toggle_read(self) -> None:
        """Mark the item, or those that are marked, as read; as unread where they all are."""
        items = self.chosen
        if not items:
            return
        was_read = len(self.library.read(items)) == len(items)
        changed = tuple(self.library.mark_read(items, not was_read))
        words = "marked as unread" if was_read else "marked as read"
        self.remember(
            f"{len(changed)} {words}" if len(items) > 1 else words,
            lambda: self.library.mark_read(changed, was_read, copies=False),
        )
        self.marks_changed()

    @work
    async def action_all_read(self) -> None:
        """Mark all items listed as read, after asking."""
        from tui.screens.asking import Confirm

        items = tuple(self.items.ids)
        unread = len(items) - len(self.library.read(items))
        if not unread:
            self.tell("All items listed are read.")
            return
        question = f"Mark {unread} listed items as read?" if unread > 1 else "Mark it as read?"
        if await self.app.push_screen_wait(Confirm(question)):
            changed = tuple(self.library.mark_read(items))
            self.remember(
                f"{len(changed)} marked as read",
                lambda: self.library.mark_read(changed, False, copies=False),
            )
            self.look_again()

    def action_next_unread(self) -> None:
        """To the next unread item."""
        self._seek_unread(1)

    def action_previous_unread(self) -> None:
        """To the unread item before."""
        self._seek_unread(-1)

    def _seek_unread(self, step: int) -> None:
        ids, start = self.items.ids, self.items.position
        ahead = ids[start + 1 :] if step > 0 else ids[:start][::-1]
        read = self.library.read(ahead)
        target = next((item for item in ahead if item not in read), None)
        if target is None:
            self.tell("No unread item this way.")
        else:
            self.items.go_to(target)

    @work
    async def action_note(self) -> None:
        """Write a note on the item."""
        from tui.screens.note import WriteNote

        if (item := self.item) is None:
            return
        title = self.library.item(item).title
        text = await self.app.push_screen_wait(WriteNote(title, self.library.note(item)))
        if text is None:
            return
        before = self.library.write_note(item, text)
        self.remember("the note", lambda: self.library.write_note(item, before))
        self.marks_changed()
        self.tell("Note kept." if text.strip() else "Note taken away.")

    def action_copy_citation(self) -> None:
        """Copy the citation of the item, or of those that are marked, one in each line."""
        citations = [self.library.citation(item).in_words() for item in self.chosen]
        if not citations:
            return
        copy(self.app, "\n".join(citations))
        self.tell(
            f"Copied: {citations[0] if len(citations) == 1 else f'{len(citations)} citations'}"
        )

    @work
    async def action_open_link(self) -> None:
        """Open the item's link after asking, or choose among several."""
        from tui.screens.asking import Confirm

        links = self._links()
        with_address = [link for link in links if link.address]
        if len(with_address) > 1:
            self.action_list_links()
        elif not with_address:
            self.tell("This item has no address to open.")
        elif await self.app.push_screen_wait(Confirm(f"Open {with_address[0].address} ?")):
            self._open(with_address[0])

    @work
    async def action_list_links(self) -> None:
        """List the item's links and open the one that is chosen."""
        from tui.screens.links import LinkList

        if not (links := self._links()):
            self.tell("This item has no links.")
            return
        chosen = await self.app.push_screen_wait(LinkList(links))
        if chosen is not None:
            self._open(chosen)

    def _links(self) -> tuple[Link, ...]:
        from tui.reader.page import numbered_links

        page = self.reading.page
        return numbered_links(page.item.links) if page is not None else ()

    def _open(self, link: Link) -> None:
        from tui.screens.leading import open_link

        try:
            self.tell(open_link(self.app, link))
        except CareReaderError as error:
            self.tell(str(error), severity="error")
