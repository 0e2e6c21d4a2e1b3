"""Meetings, agendas and actions as lines of a page, for a person to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from index.model.dates import in_words
from index.model.meetings import Action, AgendaEntry, CarriedFrom, Meeting, Series
from index.model.timings import Timings
from tui.command_line.page import Page
from tui.command_line.wording import counted, listed

_NUMBER = 5
"""Columns of the number of an entry, and of what stands below it."""


def meetings(rows: Iterable[Meeting], current: Meeting | None) -> None:
    """All meetings, and which of them bookmarks go to."""
    page = Page()
    for row in rows:
        chosen = current is not None and current.name == row.name
        page.line((row.name, "bold"), ("  bookmarks go here" if chosen else "", "dim"), hang=2)
        page.line(_when_and_where(row), indent=2)


def meeting(
    row: Meeting, agenda: Sequence[AgendaEntry], actions: Sequence[Action], timings: Timings
) -> None:
    """One meeting with its agenda, as it runs, and its actions."""
    page = Page()
    page.line((row.name, "bold"), hang=2)
    page.line(_when_and_where(row), hang=2)
    for label, value in (
        ("Chair", row.chair),
        ("People", ", ".join(row.people)),
        ("Series", row.series),
    ):
        if value:
            page.line(f"{label}: {value}", hang=2)
    if agenda:
        page.gap()
        page.line((_agenda_heading(timings), "bold"))
    number = 0
    for entry, clock in zip(agenda, timings.clocks, strict=True):
        if entry.kind == "section":
            page.gap()
            page.line((entry.title, "bold"), hang=2)
        else:
            number += 1
            _entry(page, number, entry, clock)
    if actions:
        page.gap()
        page.line(("Actions", "bold"))
    for action in actions:
        _action(page, action)


def series(rows: Iterable[Series], meetings_of: Mapping[str, Sequence[str]]) -> None:
    """Series, each with what it hands on and its meetings."""
    page = Page()
    for row in rows:
        page.line((row.name, "bold"), hang=2)
        weeks = f"every {counted(row.weeks, 'week')}" if row.weeks else "at no regular time"
        page.line(listed((weeks, row.time, row.place)), indent=2, hang=2)
        for label, value in (("Chair", row.chair), ("People", ", ".join(row.people))):
            if value:
                page.line(f"{label}: {value}", indent=2, hang=2)
        for line in row.template:
            mark = "# " if line.kind == "section" else "- "
            page.line(mark + line.title, indent=2, hang=2)
        for name in meetings_of[row.name]:
            page.line((name, "dim"), indent=2, hang=2)


def actions(rows: Iterable[Action]) -> None:
    """Actions, each with its meeting."""
    page = Page()
    for row in rows:
        _action(page, row, row.meeting)


def carried(to: str, entries: Iterable[AgendaEntry], actions: Iterable[Action]) -> None:
    """What was carried forward, and to which meeting."""
    page = Page()
    page.line("Carried forward to ", (to, "bold"), hang=2)
    for title in (
        *(entry.title for entry in entries),
        *(f"Action: {each.text}" for each in actions),
    ):
        page.line(title, indent=2, hang=2)


def merged(meeting: str, changes: Iterable[str]) -> None:
    """What became of an agenda that somebody shared."""
    page = Page()
    page.line((meeting, "bold"), hang=2)
    for change in changes:
        page.line(change, indent=2, hang=2)


def _agenda_heading(timings: Timings) -> str:
    if not timings.minutes:
        return "Agenda"
    over = f", over at {timings.ends}" if timings.ends else ""
    return f"Agenda: {counted(timings.minutes, 'minute')}{over}"


def _entry(page: Page, number: int, entry: AgendaEntry, clock: str) -> None:
    mark = entry.bookmark
    words = mark.citation.in_words() if mark is not None else entry.title
    if mark is not None and entry.title != mark.citation.title:
        words = f"{entry.title}: {words}"
    page.line(f"{number:>3}. {words}", hang=_NUMBER)
    about = listed(
        (
            clock,
            counted(entry.minutes, "minute") if entry.minutes else "",
            entry.lead,
            f"for {entry.purpose}" if entry.purpose else "",
            _came_from(entry.carried_from),
            entry.state,
        )
    )
    if about:
        page.line((about, "italic"), indent=_NUMBER, hang=2)
    _said(page, "Note", entry.note)
    _said(page, "Outcome", entry.outcome)
    if mark is not None:
        gone = "  no longer in the library" if mark.missing else ""
        page.line((mark.item + gone, "dim"), indent=_NUMBER)


def _said(page: Page, label: str, text: str) -> None:
    for place, line in enumerate(text.splitlines()):
        margin = " " * (len(label) + 2) if place else f"{label}: "
        page.line(margin + line, indent=_NUMBER, hang=len(label) + 2)


def _action(page: Page, action: Action, meeting: str = "") -> None:
    page.line(f"{'[x]' if action.done else '[ ]'} {action.text}", hang=4)
    page.line(listed(_about_action(action, meeting)), indent=4, hang=2)


def _about_action(action: Action, meeting: str) -> Iterator[str]:
    yield action.owner
    yield f"by {_day(action.due)}" if action.due else ""
    yield meeting
    yield _came_from(action.carried_from)
    yield action.id


def _came_from(source: CarriedFrom | None) -> str:
    if source is None:
        return ""
    return f"carried from {_day(source.date)}" if source.date else f"carried from {source.meeting}"


def _when_and_where(row: Meeting) -> str:
    day = _day(row.date) if row.date else "no date yet"
    return listed((day, row.time, row.place, counted(row.bookmarks, "item")))


def _day(day: date) -> str:
    return in_words(day.isoformat())
