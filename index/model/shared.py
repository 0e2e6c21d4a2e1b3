"""A meeting's agenda as it travels from one library to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from index.model.meetings import Action, AgendaEntry, Meeting


@dataclass(frozen=True, slots=True)
class SharedNote:
    """What somebody wrote on an entry. `by` is their name, "" where the file does not say."""

    entry: str
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class SharedPack:
    """A meeting, its agenda and actions, as one library hands them to another.

    The ids of entries and actions are the same in both libraries. `agenda` is in order; the `note`
    of its entries is empty, for all notes are in `notes`, with whose they are. `by` is who shared
    it, "" where that is unknown; `made` is when, with its time zone.
    """

    meeting: Meeting
    agenda: tuple[AgendaEntry, ...]
    actions: tuple[Action, ...]
    notes: tuple[SharedNote, ...]
    by: str
    made: datetime
