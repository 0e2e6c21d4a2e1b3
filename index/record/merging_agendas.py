"""The agenda and the actions of a meeting that somebody shared, taken in entry by entry."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from index.errors import InvalidInputError
from index.model.meetings import Action, AgendaEntry, CarriedFrom, EntryKind, Purpose, State
from index.model.shared import SharedNote, SharedPack
from index.model.steps import NO_MINUTES
from index.reading.cleaning import clean
from index.record import actions, entries, rows
from index.record.agendas import checked, checked_minutes
from index.record.bookmarks import held
from index.record.forms import day_written
from index.record.marks import write_note
from index.record.names import key, line, lines, new_id, quoted, tidied
from index.record.order import order_of

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_SOMEBODY = "Somebody"
_WROTE = re.compile(r"[^\n]{1,200}? wrote: ")


class Taking:
    """Takes in what somebody shared of one meeting. `said` tells in words what is new."""

    def __init__(self, db: sqlite3.Connection, meeting: int, by: str) -> None:
        """`by` is whose agenda it is that is taken in, "" where that is unknown."""
        self._db = db
        self._meeting = meeting
        self._by = by
        self._here: dict[str, str] = {}  # our ids of entries, by theirs
        self.said: list[str] = []

    def take(self, shared: SharedPack) -> None:
        """Take in the agenda, then the notes on its entries, then the actions."""
        self._take_agenda(shared.agenda)
        for note in shared.notes:
            self._take_note(note)
        ours = actions.of_meeting(self._db, self._meeting)
        for action in shared.actions:
            self._take_action(action, ours)

    # entries

    def _take_agenda(self, agenda: Sequence[AgendaEntry]) -> None:
        ours = entries.of_meeting(self._db, self._meeting)
        known = _matched(ours, agenda)
        before = ""
        for theirs in agenda:
            if theirs.id in self._here:
                continue
            same = known.get(theirs.id) or self._of_item(theirs)
            if same is None:
                before = self._new(theirs, before)
                self.said.append(f"New on the agenda: {tidied(theirs.title)}")
            else:
                before = same.id
                self._fill_in(same, theirs)
            self._here[theirs.id] = before

    def _of_item(self, theirs: AgendaEntry) -> AgendaEntry | None:
        """The entry here that has their item: an agenda has an item only once."""
        if theirs.bookmark is None:
            return None
        ours = rows.row(self._db, "entries", {"meeting": self._meeting, "item": _item(theirs)})
        return None if ours is None else entries.entry(self._db, str(ours["id"]))

    def _new(self, theirs: AgendaEntry, before: str) -> str:
        """Their entry, put behind the one `before`; its id here."""
        order = order_of(self._db, self._meeting)
        at = order.index(before) + 1 if before else 0
        kind = checked(theirs.kind, get_args(EntryKind), "kind")
        mark = theirs.bookmark
        if (kind == "item") != (mark is not None):
            raise InvalidInputError(
                f"{quoted(theirs.title)} is shared as an item without its text; ask for the agenda"
                " to be shared again"
            )
        columns: dict[str, object] = {
            "id": self._free_id("entries", theirs.id),
            "kind": kind,
            "title": line(theirs.title, "an entry of an agenda"),
            "outcome": lines(theirs.outcome),
            **_particulars(theirs),
            **_came(theirs.carried_from),
        }
        if mark is not None:
            kept = held(mark.citation, clean(mark.text), mark.links, mark.dates)
            columns |= {"item": _item(theirs), **kept}
        (ours,) = entries.insert(self._db, self._meeting, [columns], at)
        return ours

    def _fill_in(self, ours: AgendaEntry, theirs: AgendaEntry) -> None:
        told: dict[str, object] = {}
        for what, there in _particulars(theirs).items():
            here = getattr(ours, what)
            if not there or here == there:
                continue
            if here:
                self._differs(f"{ours.title}, {what}", there, here)
            else:
                told[what] = there
                self.said.append(f"{ours.title}, {what}: {there}")
        if ours.carried_from is None and theirs.carried_from is not None:
            told |= _came(theirs.carried_from)
        if (outcome := beside(ours.outcome, theirs.outcome, self._by)) != ours.outcome:
            told["outcome"] = outcome
            self.said.append(f"{ours.title}, outcome: {_whose(self._by)}")
        rows.update(self._db, "entries", told, {"id": ours.id})

    # notes

    def _take_note(self, theirs: SharedNote) -> None:
        if theirs.entry not in self._here:
            return
        ours = entries.entry(self._db, self._here[theirs.entry])
        by = tidied(theirs.by) or self._by
        note = beside(ours.note, theirs.text, by)
        if note == ours.note:
            return
        if ours.bookmark is not None:
            write_note(self._db, ours.bookmark.item, note)
        else:
            rows.update(self._db, "entries", {"note": note}, {"id": ours.id})
        self.said.append(f"{ours.title}, note: {_whose(by)}")

    # actions

    def _take_action(self, theirs: Action, ours: Sequence[Action]) -> None:
        text = line(theirs.text, "an action")
        same = rows.row(self._db, "actions", {"id": theirs.id})
        if same is None:
            alike = next((each for each in ours if key(each.text) == key(text)), None)
            same = rows.row(self._db, "actions", {"id": alike.id}) if alike is not None else None
        if same is None:
            same = {"id": self._new_action(theirs, text)}
            self.said.append(f"New action: {text}")
        else:
            self._fill_in_action(same, theirs, text)
        place = {"action": same["id"], "meeting": self._meeting}
        if rows.row(self._db, "action_places", place) is None:
            entry = self._here.get(theirs.entry, "")
            came = _came(theirs.carried_from)
            rows.insert(self._db, "action_places", {**place, "entry": entry, **came})

    def _new_action(self, theirs: Action, text: str) -> str:
        new = self._free_id("actions", theirs.id)
        rows.insert(
            self._db,
            "actions",
            {
                "id": new,
                "text": text,
                "owner": tidied(theirs.owner),
                "due": day_written(theirs.due),
                "done": theirs.done,
            },
        )
        return new

    def _fill_in_action(self, ours: Mapping[str, object], theirs: Action, text: str) -> None:
        told: dict[str, object] = {}
        offered = {
            "text": text,
            "owner": tidied(theirs.owner),
            "due": day_written(theirs.due),
            "done": theirs.done,
        }
        for what, there in offered.items():
            here = ours[what]
            if not there or there == here or (what == "text" and key(text) == key(str(here))):
                continue
            if here:
                self._differs(f"Action {quoted(str(ours['text']))}, {what}", there, here)
            else:
                told[what] = there
                news = "done" if what == "done" else f"{what}: {there}"
                self.said.append(f"Action {quoted(str(ours['text']))}, {news}")
        rows.update(self._db, "actions", told, {"id": ours["id"]})

    def _differs(self, what: str, there: object, here: object) -> None:
        self.said.append(f"{what}: they have {quoted(str(there))}, yours stays {here}")

    def _free_id(self, table: str, theirs: str) -> str:
        """Their id, unless it is none or stands for something else here."""
        usable = _ID.fullmatch(theirs) and rows.row(self._db, table, {"id": theirs}) is None
        return theirs if usable else new_id()


def _particulars(entry: AgendaEntry) -> dict[str, object]:
    """Of what an entry says, all that is one thing or another, by column.

    Raises InvalidInputError.
    """
    return {
        "lead": tidied(entry.lead),
        "minutes": checked_minutes(entry.minutes or NO_MINUTES),
        "purpose": checked(entry.purpose, get_args(Purpose), "purpose"),
        "state": checked(entry.state, get_args(State), "state"),
    }


def beside(ours: str, theirs: str, by: str) -> str:
    """Our text, and below it each paragraph of theirs that it has not, with whose it is.

    Where we have nothing, it is theirs as it stands. What was put beside ours once, on their side
    or on ours, is not put there again.
    """
    theirs = lines(theirs)
    if not ours:
        return theirs
    here = _paragraphs(ours)
    told = [f"{by or _SOMEBODY} wrote: {each}" for each in _paragraphs(theirs)]
    new = [each for each in told if each not in here and not _has(here, each)]
    return "\n\n".join([ours, *new])


def _has(here: Sequence[str], told: str) -> bool:
    """Whether we have what is told, whoever it is that wrote it."""
    while (found := _WROTE.match(told)) is not None:
        told = told[found.end() :]
        if told in here:
            return True
    return False


def _paragraphs(text: str) -> list[str]:
    return [each.strip("\n") for each in re.split(r"\n{2,}", text) if each.strip()]


def _whose(by: str) -> str:
    return f"what {by} wrote is there" if by else "what they wrote is there"


def _came(carried: CarriedFrom | None) -> dict[str, object]:
    if carried is None:
        return {}
    return {"carried": tidied(carried.meeting), "carried_on": day_written(carried.date)}


def _matched(ours: Iterable[AgendaEntry], theirs: Iterable[AgendaEntry]) -> dict[str, AgendaEntry]:
    """Our entries by the ids of theirs: by id, item, what is cited, or kind and title."""
    free = list(ours)
    found: dict[str, AgendaEntry] = {}
    for sameness in (_id, _item, _cited, _titled):
        for each in theirs:
            mark = sameness(each)
            if mark is None or each.id in found:
                continue
            same = next((other for other in free if sameness(other) == mark), None)
            if same is not None:
                found[each.id] = same
                free.remove(same)
    return found


def _id(entry: AgendaEntry) -> object:
    return entry.id


def _item(entry: AgendaEntry) -> str | None:
    return None if entry.bookmark is None else tidied(entry.bookmark.item)


def _cited(entry: AgendaEntry) -> object:
    if entry.bookmark is None:
        return None
    cited = entry.bookmark.citation
    return key(cited.title), key(cited.document), cited.issued


def _titled(entry: AgendaEntry) -> object:
    return None if entry.bookmark is not None else (entry.kind, key(entry.title))
