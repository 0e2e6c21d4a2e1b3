"""The running clock of an agenda, from the time that a person wrote for the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from index.model.dates import clock_in_words
from index.model.meetings import AgendaEntry, Meeting
from index.model.timings import Timings
from index.understanding.clocks import times_beside

_ANY_DAY = date(2000, 1, 1)


def hours(text: str) -> tuple[time, time | None] | None:
    """When a meeting begins and ends by what was typed ("2pm", "14:00 to 16:00").

    None where no time of day can be read from it. An end before the beginning is none.
    """
    found = times_beside(text, 0, 0, 0, len(text))
    if found is None:
        return None
    return (
        time.fromisoformat(found.start),
        None if found.end is None else time.fromisoformat(found.end),
    )


def timings(meeting: Meeting, agenda: Sequence[AgendaEntry]) -> Timings:
    """When each entry of the agenda comes up; an entry without minutes takes no time."""
    entries = [entry for entry in agenda if entry.kind != "section"]
    minutes = [0 if entry.kind == "section" else entry.minutes or 0 for entry in agenda]
    total = sum(minutes)
    untimed = sum(entry.minutes is None for entry in entries)
    if not total or (known := hours(meeting.time)) is None:
        return Timings(("",) * len(agenda), total, untimed)
    begins, ends = known
    start = datetime.combine(_ANY_DAY, begins)
    elapsed = (0, *accumulate(minutes))
    clocks = [_clock(start, after) for after in elapsed]
    spare = None
    if ends is not None:
        spare = (datetime.combine(_ANY_DAY, ends) - start) // timedelta(minutes=1) - total
    return Timings(tuple(clocks[:-1]), total, untimed, clocks[-1], spare)


def _clock(start: datetime, minutes: int) -> str:
    return clock_in_words(f"{start + timedelta(minutes=minutes):%H:%M}")
