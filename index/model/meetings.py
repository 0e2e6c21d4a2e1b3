"""Meetings, what is on their agenda, and the pack that is taken there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from index.model.dates import in_words
from index.model.documents import Link, Span
from index.model.items import FoundDate


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting by name. `time` is free text ("2pm", "14:00 to 16:00"), local to the meeting.

    `standing` are the standing items of its agenda, in order.
    """

    name: str
    date: date | None = None
    time: str = ""
    place: str = ""
    standing: tuple[str, ...] = ()
    bookmarks: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an item stands, kept with a bookmark so that it stays true without the document.

    `document` is the title of the document and `issued` its date as in `Issued.value`.
    """

    title: str
    document: str
    source: str
    issued: str | None
    lines: Span | None

    def in_words(self) -> str:
        """The citation as one line: “Title”, Document (Source, January 2022), lines 32 to 36."""
        issue = ", ".join(part for part in (self.source, in_words(self.issued)) if part)
        if self.lines is None:
            place = ""
        elif self.lines.first == self.lines.last:
            place = f", line {self.lines.first}"
        else:
            place = f", lines {self.lines.first} to {self.lines.last}"
        return f"“{self.title}”, {self.document} ({issue}){place}"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An item on the agenda of a meeting, with what is needed to cite and to read it.

    The citation, text, links and dates are the item's as it was when bookmarked, or when a person
    last mended it. `item` is its id; where its document was read anew and divided otherwise, the id
    of the item that has its text.
    `missing` is True where the library no longer has it. `note` is the reader's note on the item.
    """

    meeting: str
    item: str
    citation: Citation
    text: str
    note: str = ""
    missing: bool = False
    links: tuple[Link, ...] = ()
    dates: tuple[FoundDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that a meeting's pack says, for any format to render."""

    meeting: Meeting
    bookmarks: tuple[Bookmark, ...]
