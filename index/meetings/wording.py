"""The words that every format uses for what a meeting, an entry and an action are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from index.model.dates import in_words
from index.model.meetings import CarriedFrom, Meeting, Purpose, State
from index.model.timings import Timings

PURPOSES: Mapping[Purpose, str] = {
    "": "",
    "information": "Information",
    "discussion": "Discussion",
    "decision": "Decision",
}
"""What an entry is on the agenda for, as a column of a table says it."""
STATES: Mapping[State, str] = {
    "": "No outcome recorded",
    "raised": "Raised",
    "deferred": "Deferred to the next meeting",
    "done": "Done",
}
"""What the minutes say became of an entry."""
ROLES: Mapping[str, str] = {"event": "Takes place", "deadline": "Closes"}
"""What is said of a date that is something to go to or to be done by."""


def when(meeting: Meeting) -> str:
    """The day and time of the meeting, as far as they are known: "3 December 2026, 2pm"."""
    day = in_words(meeting.date.isoformat()) if meeting.date else ""
    return ", ".join(part for part in (day, meeting.time) if part)


def minutes(number: int | None) -> str:
    """So many minutes: "1 minute", "10 minutes"; "" for None."""
    return "" if number is None else f"{number} minute{'' if number == 1 else 's'}"


def carried(source: CarriedFrom | None, to: Meeting) -> str:
    """Where something was carried forward from: "carried from 12 May"; "" if it was not.

    The year is left out where it is that of the meeting it was carried to; a meeting without a date
    is named.
    """
    if source is None:
        return ""
    return f"carried from {_day(source.date, to.date) or source.meeting}"


def time_allotted(timings: Timings) -> str:
    """How long the agenda takes, in sentences; "" where nothing has minutes."""
    if not timings.minutes:
        return ""
    ends = f", until {timings.ends}" if timings.ends else ""
    told = [f"{minutes(timings.minutes)} allotted{ends}."]
    if timings.untimed == 1:
        told.append("One entry has no minutes.")
    elif timings.untimed:
        told.append(f"{timings.untimed} entries have no minutes.")
    if timings.spare is not None and timings.spare > 0:
        told.append(f"{minutes(timings.spare)} to spare.")
    elif timings.spare is not None and timings.spare < 0:
        told.append(f"{minutes(-timings.spare)} more than the meeting has.")
    return " ".join(told)


def _day(day: date | None, beside: date | None) -> str:
    if day is None:
        return ""
    same_year = beside is not None and day.year == beside.year
    return f"{day.day} {day:%B}" if same_year else in_words(day.isoformat())
