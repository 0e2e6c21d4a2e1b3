"""Meetings and searches in words."""

from __future__ import annotations

from datetime import date

from index.model.dates import in_words
from index.model.meetings import Citation, Meeting
from index.model.results import Filter, Sort


def day_in_words(day: date) -> str:
    """A day with its weekday: "Thursday 3 December 2026"."""
    return f"{day:%A} {in_words(day.isoformat())}"


def when_in_words(meeting: Meeting) -> str:
    """When a meeting is, as short as it is clear: "3 December 2026, 2pm", or "no date yet".

    The day is left out where the meeting is named after it; "" is all that is left then at times.
    """
    day = in_words(meeting.date.isoformat()) if meeting.date else "no date yet"
    return ", ".join(
        part for part in (day if day not in meeting.name else "", meeting.time) if part
    )


def when_and_where(meeting: Meeting) -> str:
    """When and where a meeting is: "Thursday 3 December 2026, 2pm, Town Hall", or "no date yet"."""
    day = day_in_words(meeting.date) if meeting.date else "no date yet"
    return ", ".join(part for part in (day, meeting.time, meeting.place) if part)


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 item", "3 items", "no items"."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def where_cited(citation: Citation) -> str:
    """A citation without the title, for where the title stands above it already."""
    return citation.in_words().removeprefix(f"“{citation.title}”, ")


def order_in_words(sort: Sort) -> str:
    """An order that somebody has chosen: "newest first"; "" for the usual one."""
    return {"relevance": "", "source": "by source"}.get(sort, f"{sort} first")


def filter_in_words(asked: Filter) -> str:
    """What a filter lets through: "topic: fostering or adoption; unread only"; "" for all."""
    parts = [
        f"{name}: {' or '.join(values)}"
        for name, values in (
            ("topic", asked.topics),
            ("source", asked.sources),
            ("kind", asked.kinds),
            ("year", asked.years),
            ("organisation", asked.organisations),
            ("document", asked.documents),
        )
        if values
    ]
    if asked.meeting:
        parts.append(f"on the agenda of {asked.meeting}")
    if asked.since:
        parts.append(f"since {in_words(asked.since.isoformat())}")
    if asked.until:
        parts.append(f"until {in_words(asked.until.isoformat())}")
    if asked.unread:
        parts.append("unread only")
    return "; ".join(parts)
