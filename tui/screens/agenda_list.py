"""The agenda of one meeting as a list: standing items, then the items bookmarked for it."""

from __future__ import annotations

from textual.content import Content
from textual.widgets.option_list import Option

from index.model.meetings import Bookmark, Meeting
from tui.screens.choices import Choices, heading, remark, row
from tui.screens.styles import MUTED, REMARK, STRONG, WARNING
from tui.screens.wording import where_cited

NO_ITEMS = "No items yet. Go back with Esc and press b on an item to put it on this agenda."
MISSING = "No longer in the library; its text is kept here."


def bookmark_in_words(bookmark: Bookmark) -> Content:
    """An item of an agenda: title, citation, the reader's note, and whether it is still there."""
    citation = bookmark.citation
    parts = [
        Content.styled(citation.title, STRONG),
        Content.styled(where_cited(citation), MUTED),
    ]
    if bookmark.missing:
        parts.append(Content.styled(MISSING, WARNING))
    if bookmark.note:
        parts.append(Content.assemble(("Note: ", REMARK), Content(bookmark.note)))
    return Content("\n").join(parts)


class AgendaList(Choices):
    """The rows of an agenda, numbered through. `bookmark` is the one under the cursor."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._bookmarks: list[Bookmark | None] = []

    @property
    def bookmark(self) -> Bookmark | None:
        """The bookmark under the cursor; None on a standing item."""
        return None if self.highlighted is None else self._bookmarks[self.highlighted]

    def show_only(self, words: str) -> None:
        """Show a sentence in place of an agenda."""
        self._bookmarks = [None]
        self.set_options([remark(words)])

    def show(self, meeting: Meeting, bookmarks: tuple[Bookmark, ...], *, afresh: bool) -> None:
        """Show an agenda, with the cursor on its first bookmark if `afresh`, else where it was."""
        before = None if afresh else self.highlighted
        margin = len(str(len(meeting.standing) + len(bookmarks))) + 2
        rows: list[tuple[Option, Bookmark | None]] = []

        def numbered(number: int, body: Content) -> Option:
            return row(f"{number}.".rjust(margin - 1), body, margin)

        if meeting.standing:
            rows.append((heading("Standing items"), None))
            rows += [
                (numbered(number, Content(standing)), None)
                for number, standing in enumerate(meeting.standing, 1)
            ]
        if bookmarks:
            rows.append((heading("Items", apart=bool(rows)), None))
            rows += [
                (numbered(number, bookmark_in_words(bookmark)), bookmark)
                for number, bookmark in enumerate(bookmarks, len(meeting.standing) + 1)
            ]
        else:
            rows.append((remark(NO_ITEMS, apart=bool(rows)), None))
        self._bookmarks = [bookmark for _, bookmark in rows]
        self.set_options(option for option, _ in rows)
        first_bookmark = len(rows) - len(bookmarks)
        at = min(first_bookmark if before is None else before, len(rows) - 1)
        if rows[at][0].disabled:
            self.action_last()
        else:
            self.highlighted = at
