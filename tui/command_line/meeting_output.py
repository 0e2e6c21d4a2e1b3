"""The JSON shapes of meetings, agendas and actions. Keys are a promise to scripts: see README."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date

from index.model.meetings import Action, AgendaEntry, Bookmark, CarriedFrom, Meeting, Series
from index.model.steps import Merged
from tui.command_line.output import Json


def meetings(rows: Iterable[Meeting], current: Meeting | None) -> Json:
    """All meetings, and which of them bookmarks go to."""
    return {"meetings": [_meeting(row, current) for row in rows]}


def meeting(
    row: Meeting,
    current: Meeting | None,
    agenda: Sequence[AgendaEntry],
    actions: Iterable[Action] = (),
) -> Json:
    """One meeting: `entries` is its agenda in order, `agenda` the bookmarked items alone."""
    return {
        "meeting": {
            **_meeting(row, current),
            "agenda": [_bookmark(entry.bookmark) for entry in agenda if entry.bookmark],
            "entries": [_entry(entry) for entry in agenda],
            "actions": [_action(action) for action in actions],
        }
    }


def series(rows: Iterable[Series], meetings_of: Mapping[str, Sequence[str]]) -> Json:
    """Series, each with the names of its meetings in order."""
    return {
        "series": [
            {**asdict(row), "people": list(row.people), "meetings": list(meetings_of[row.name])}
            for row in rows
        ]
    }


def actions(rows: Iterable[Action]) -> Json:
    """Actions."""
    return {"actions": [_action(row) for row in rows]}


def carried(to: str, entries: Iterable[AgendaEntry], actions: Iterable[Action]) -> Json:
    """What was carried forward, and to which meeting."""
    return {
        "meeting": to,
        "entries": [_entry(entry) for entry in entries],
        "actions": [_action(action) for action in actions],
    }


def merged(outcome: Merged) -> Json:
    """What became of an agenda that somebody shared."""
    return {"meeting": outcome.meeting, "changes": list(outcome.changes)}


def _meeting(row: Meeting, current: Meeting | None) -> Json:
    return {
        "name": row.name,
        "date": _day(row.date),
        "time": row.time,
        "place": row.place,
        "chair": row.chair,
        "people": list(row.people),
        "series": row.series or None,
        "standing": list(row.standing),
        "bookmarks": row.bookmarks,
        "current": current is not None and current.name == row.name,
    }


def _entry(entry: AgendaEntry) -> Json:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "item": entry.bookmark.item if entry.bookmark else None,
        "note": entry.note,
        "lead": entry.lead,
        "minutes": entry.minutes,
        "purpose": entry.purpose,
        "state": entry.state,
        "outcome": entry.outcome,
        "carried_from": _carried_from(entry.carried_from),
    }


def _bookmark(mark: Bookmark) -> Json:
    lines = mark.citation.lines
    return {
        "item": mark.item,
        "title": mark.citation.title,
        "document": mark.citation.document,
        "source": mark.citation.source,
        "issued": mark.citation.issued,
        "lines": None if lines is None else [lines.first, lines.last],
        "citation": mark.citation.in_words(),
        "text": mark.text,
        "note": mark.note,
        "missing": mark.missing,
    }


def _action(action: Action) -> Json:
    return {
        "id": action.id,
        "meeting": action.meeting,
        "text": action.text,
        "owner": action.owner,
        "due": _day(action.due),
        "done": action.done,
        "entry": action.entry or None,
        "carried_from": _carried_from(action.carried_from),
    }


def _carried_from(source: CarriedFrom | None) -> Json | None:
    return None if source is None else {"meeting": source.meeting, "date": _day(source.date)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
