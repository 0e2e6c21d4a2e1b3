"""Meetings, what is on their agenda, and the pack that is taken there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from index.model.dates import in_words
from index.model.documents import Link, Span
from index.model.items import FoundDate

EntryKind = Literal["section", "standing", "own", "item"]
"""What an entry of an agenda is: the heading of a section; a standing item, which comes back at
every meeting of the series; one that was typed for this meeting; a bookmarked item."""

Purpose = Literal["", "information", "discussion", "decision"]
"""What an entry is on the agenda for."""

State = Literal["", "raised", "deferred", "done"]
"""What became of an entry, or "" while nobody has said."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting by name. `time` is free text ("2pm", "14:00 to 16:00"), local to the meeting.

    `standing` are the standing items of its agenda, in order. `series` is the name of the series
    that it belongs to, "" for none; `people` are those who attend. `id` is the same in every
    library that the meeting was shared with, whatever it is called there.
    """

    name: str
    date: date | None = None
    time: str = ""
    place: str = ""
    standing: tuple[str, ...] = ()
    bookmarks: int = 0
    chair: str = ""
    series: str = ""
    people: tuple[str, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class TemplateEntry:
    """A line of the template of an agenda: the heading of a section, or a standing item."""

    kind: Literal["section", "standing"]
    title: str
    minutes: int | None = None
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Meetings that come back, and what each hands on to the next.

    `weeks` is how many lie between two meetings, None where that is not regular. `template` is the
    agenda of a new meeting, in order.
    """

    name: str
    weeks: int | None = None
    time: str = ""
    place: str = ""
    chair: str = ""
    people: tuple[str, ...] = ()
    template: tuple[TemplateEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedFrom:
    """The meeting that something was carried forward from."""

    meeting: str
    date: date | None = None


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
class AgendaEntry:
    """A line of an agenda. Agendas are flat: a section reaches to the heading of the next.

    `id` is the same in every library that the agenda was shared with. `minutes` are the time that
    is allotted, `lead` is who leads. `note` is, for a bookmarked item, the reader's note on it.
    `outcome` is what was said of it after the meeting. `bookmark` is there for the kind "item"
    alone.
    """

    id: str
    kind: EntryKind
    title: str
    note: str = ""
    lead: str = ""
    minutes: int | None = None
    purpose: Purpose = ""
    state: State = ""
    outcome: str = ""
    carried_from: CarriedFrom | None = None
    bookmark: Bookmark | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody is to do.

    `id` is the same in every library that it was shared with, and at every meeting that it was
    carried to. `meeting` is the one that it is listed for, the last of them where none was asked
    for; `entry` is the id of the entry on that meeting's agenda that it belongs to, "" for none.
    """

    id: str
    meeting: str
    text: str
    owner: str = ""
    due: date | None = None
    done: bool = False
    entry: str = ""
    carried_from: CarriedFrom | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that a meeting's pack says, for any format to render.

    `agenda` is in order; `actions` are those of this meeting and those carried to it. `acronyms`
    are pairs of an acronym that occurs in the pack and what it stands for, in order.
    """

    meeting: Meeting
    agenda: tuple[AgendaEntry, ...] = ()
    actions: tuple[Action, ...] = ()
    acronyms: tuple[tuple[str, str], ...] = ()

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The bookmarked items of the agenda, in its order."""
        return tuple(entry.bookmark for entry in self.agenda if entry.bookmark is not None)
