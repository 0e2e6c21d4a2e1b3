"""A pack as JSON, for another library to take in, and reading it back.

The file, version 1 (dates are ISO 8601; `null` where something is not known, "" where nothing is
said; further keys are passed over)::

    {"carereader": "pack", "version": 1, "made": "2026-11-22T06:00:00+00:00", "by": "Jo",
     "meeting": {"id", "name", "date", "time", "place", "chair", "series", "people": [...]},
     "agenda": [{"id", "kind": "section" | "standing" | "own" | "item", "title", "lead",
                 "minutes": 10 | null, "purpose": "" | "information" | "discussion" | "decision",
                 "state": "" | "raised" | "deferred" | "done", "outcome",
                 "carried_from": null | {"meeting", "date"},
                 "bookmark": null | {"item", "title", "document", "source", "issued",
                                     "lines": [32, 36] | null, "text",
                                     "links": [{"address", "text", "start", "end"}],
                                     "dates": [{"text", "start", "end", "what"}]}}],
     "notes": [{"entry", "by", "text"}],
     "actions": [{"id", "text", "owner", "due", "done", "entry", "carried_from"}]}

`entry` is the id of an entry of the agenda ("" for an action that belongs to none); every other
name means what it means in `index.model.meetings`.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

from index.errors import DocumentError
from index.meetings.addresses import followable
from index.meetings.foreign import Foreign, ForeignError
from index.model.documents import Link
from index.model.items import DateRole, FoundDate
from index.model.meetings import (
    Action,
    AgendaEntry,
    Bookmark,
    CarriedFrom,
    Citation,
    EntryKind,
    Meeting,
    Pack,
    Purpose,
    State,
)
from index.model.shared import SharedNote, SharedPack

VERSION = 1
_MINUTES_OF_A_DAY = 24 * 60
LARGEST = 32 * 1024 * 1024
"""Bytes: a file that is larger is no agenda."""


def shared(pack: Pack, made: datetime, by: str = "") -> bytes:
    """The pack as JSON in UTF-8, with whose notes they are: `by`."""
    meeting = pack.meeting
    written = {
        "carereader": "pack",
        "version": VERSION,
        "made": made.isoformat(timespec="seconds"),
        "by": by,
        "meeting": {
            "id": meeting.id,
            "name": meeting.name,
            "date": _day(meeting.date),
            "time": meeting.time,
            "place": meeting.place,
            "chair": meeting.chair,
            "series": meeting.series,
            "people": list(meeting.people),
        },
        "agenda": [_entry(entry) for entry in pack.agenda],
        "notes": [
            {"entry": entry.id, "by": by, "text": note}
            for entry in pack.agenda
            if (note := entry.note or (entry.bookmark.note if entry.bookmark else ""))
        ],
        "actions": [_action(action) for action in pack.actions],
    }
    text = json.dumps(written, ensure_ascii=False, indent=1) + "\n"
    # half a surrogate pair, which UTF-8 has no bytes for, is written as JSON writes it
    return text.encode("utf-8", "backslashreplace")


def read_shared(path: Path) -> SharedPack:
    """The pack that somebody shared as that file, every text of it through the gate.

    Raises DocumentError, in words for a reader, if it cannot be read or is not such a file.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError(
                path, "larger than any shared meeting; choose the file that was sent"
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(path, f"cannot be read ({error.strerror})") from error
    try:
        return _pack(Foreign(_parsed(data)))
    except ForeignError as error:
        raise DocumentError(path, f"not a meeting that can be taken in: {error}") from error


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ForeignError(
            "it is no such file, or cut short; ask for it to be sent again"
        ) from error


def _pack(given: Foreign) -> SharedPack:
    if given.line("carereader") != "pack":
        raise ForeignError("it was not made by carereader")
    if (version := given.number("version", least=1)) > VERSION:
        raise ForeignError(f"it is of version {version}; a newer carereader can read it")
    meeting = _read_meeting(given.table("meeting"))
    agenda = tuple(_read_entry(entry, meeting.name) for entry in given.tables("agenda"))
    actions = tuple(_read_action(action, meeting.name) for action in given.tables("actions"))
    known = _distinct("agenda", [entry.id for entry in agenda])
    _distinct("actions", [action.id for action in actions])
    notes = tuple(
        SharedNote(note.name_of("entry", known), note.text("text"), note.line("by"))
        for note in given.tables("notes")
    )
    for action in given.tables("actions"):
        if action.line("entry"):
            action.name_of("entry", known)
    return SharedPack(meeting, agenda, actions, notes, given.line("by"), given.moment("made"))


def _distinct(where: str, ids: list[str]) -> frozenset[str]:
    known = frozenset(ids)
    if len(known) < len(ids):
        raise ForeignError(f"{where}: the same id stands there twice")
    return known


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _carried(source: CarriedFrom | None) -> dict[str, Any] | None:
    return None if source is None else {"meeting": source.meeting, "date": _day(source.date)}


def _read_carried(given: Foreign | None) -> CarriedFrom | None:
    return None if given is None else CarriedFrom(given.line("meeting"), given.day("date"))


def _read_meeting(given: Foreign) -> Meeting:
    name = given.line("name")
    if not name:
        raise ForeignError("meeting: it has no name")
    return Meeting(
        name,
        given.day("date"),
        given.line("time"),
        given.line("place"),
        chair=given.line("chair"),
        series=given.line("series"),
        people=given.lines("people"),
        id=given.id("id"),
    )


def _entry(entry: AgendaEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "lead": entry.lead,
        "minutes": entry.minutes,
        "purpose": entry.purpose,
        "state": entry.state,
        "outcome": entry.outcome,
        "carried_from": _carried(entry.carried_from),
        "bookmark": None if entry.bookmark is None else _bookmark(entry.bookmark),
    }


def _read_entry(given: Foreign, meeting: str) -> AgendaEntry:
    bookmark = given.table_or_none("bookmark")
    kind = given.one_of("kind", get_args(EntryKind))
    if (kind == "item") != (bookmark is not None):
        raise ForeignError(f"{given.where}: an item has a bookmark, and nothing else has one")
    return AgendaEntry(
        given.id("id"),
        kind,
        given.line("title"),
        lead=given.line("lead"),
        minutes=given.number_or_none("minutes", least=0, most=_MINUTES_OF_A_DAY),
        purpose=given.one_of("purpose", get_args(Purpose)),
        state=given.one_of("state", get_args(State)),
        outcome=given.text("outcome"),
        carried_from=_read_carried(given.table_or_none("carried_from")),
        bookmark=None if bookmark is None else _read_bookmark(bookmark, meeting),
    )


def _bookmark(bookmark: Bookmark) -> dict[str, Any]:
    cited = bookmark.citation
    return {
        "item": bookmark.item,
        "title": cited.title,
        "document": cited.document,
        "source": cited.source,
        "issued": cited.issued,
        "lines": None if cited.lines is None else list(cited.lines),
        "text": bookmark.text,
        "links": [asdict(link) for link in bookmark.links],
        "dates": [asdict(found) for found in bookmark.dates],
    }


def _read_bookmark(given: Foreign, meeting: str) -> Bookmark:
    return Bookmark(
        meeting,
        given.id("item"),
        Citation(
            given.line("title"),
            given.line("document"),
            given.line("source"),
            given.iso_or_none("issued"),
            given.span_or_none("lines"),
        ),
        given.text("text"),
        links=tuple(_read_link(link, given.text("text")) for link in given.tables("links")),
        dates=tuple(_read_date(found) for found in given.tables("dates")),
    )


def _read_link(given: Foreign, text: str) -> Link:
    address = given.line_or_none("address")
    start, end = given.number("start", least=-1), given.number("end", least=-1)
    usable = address if address and followable(address) else None
    # an offset that the gate, or another hand, has moved away from its address says nothing
    if usable is None or text[max(start, 0) : end] != usable:
        start = end = -1
    return Link(usable, given.line("text"), start, end)


def _read_date(given: Foreign) -> FoundDate:
    return FoundDate(
        given.line("text"),
        given.iso("start"),
        given.iso_or_none("end"),
        given.one_of("what", get_args(DateRole)),
    )


def _action(action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "text": action.text,
        "owner": action.owner,
        "due": _day(action.due),
        "done": action.done,
        "entry": action.entry,
        "carried_from": _carried(action.carried_from),
    }


def _read_action(given: Foreign, meeting: str) -> Action:
    return Action(
        given.id("id"),
        meeting,
        given.line("text"),
        given.line("owner"),
        given.day("due"),
        given.truth("done"),
        given.line("entry"),
        _read_carried(given.table_or_none("carried_from")),
    )
