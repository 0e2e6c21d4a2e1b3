"""What stands on an agenda, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual.content import Content

from index.model.dates import in_words
from index.model.meetings import Action, AgendaEntry, CarriedFrom, Purpose, State
from index.model.timings import Timings
from tui.screens.styles import HEADING, MUTED, REMARK, STRONG, SUCCESS, WARNING
from tui.screens.wording import where_cited

MISSING = "No longer in the library; its text is kept here."

PURPOSES: Mapping[Purpose, str] = {
    "": "",
    "information": "for information",
    "discussion": "for discussion",
    "decision": "for decision",
}
STATES: Mapping[State, tuple[str, str]] = {
    "": ("", MUTED),
    "raised": ("raised", REMARK),
    "deferred": ("deferred", WARNING),
    "done": ("done ✓", SUCCESS),
}


def entry_in_words(entry: AgendaEntry, year: int | None) -> Content:
    """An entry as the agenda shows it: its title, and below it all that is said of it.

    `year` is that of the meeting: other dates of the same are shown without it.
    """
    if entry.kind == "section":
        return Content.styled(entry.title, HEADING)
    parts = [Content.styled(entry.title, STRONG if entry.bookmark else "")]
    about = [
        (f"{entry.minutes} min" if entry.minutes else "", MUTED),
        (entry.lead, MUTED),
        (PURPOSES[entry.purpose], MUTED),
        (carried(entry.carried_from, year), REMARK),
        STATES[entry.state],
    ]
    if told := [Content.styled(words, style) for words, style in about if words]:
        parts.append(Content.styled(" · ", MUTED).join(told))
    if entry.bookmark is not None:
        parts.append(Content.styled(where_cited(entry.bookmark.citation), MUTED))
        if entry.bookmark.missing:
            parts.append(Content.styled(MISSING, WARNING))
    if entry.note:
        parts.append(Content.assemble(("Note: ", REMARK), Content(entry.note)))
    if entry.outcome:
        parts.append(Content.assemble(("Outcome: ", REMARK), Content(entry.outcome)))
    return Content("\n").join(parts)


def action_in_words(action: Action, year: int | None) -> Content:
    """An action: what, who, by when, and whether it is done."""
    about = [
        (action.owner, MUTED),
        (f"by {day_beside(action.due, year)}" if action.due else "", MUTED),
        (carried(action.carried_from, year), REMARK),
        ("done ✓" if action.done else "", SUCCESS),
    ]
    told = [Content.styled(words, style) for words, style in about if words]
    return Content.assemble(
        Content(action.text),
        *((Content("\n"), Content.styled(" · ", MUTED).join(told)) if told else ()),
    )


def carried(source: CarriedFrom | None, year: int | None) -> str:
    """Where something was carried forward from: "carried from 12 May"; "" if it was not."""
    if source is None:
        return ""
    return f"carried from {day_beside(source.date, year) if source.date else source.meeting}"


def day_beside(day: date, year: int | None) -> str:
    """A day, without its year where that is `year`."""
    return f"{day.day} {day:%B}" if day.year == year else in_words(day.isoformat())


def allotted(timings: Timings) -> str:
    """How long an agenda takes, as short as the foot of a column: "65 min, until 3.05pm"."""
    if not timings.minutes:
        return ""
    parts = [f"{timings.minutes} min"]
    if timings.ends:
        parts.append(f"until {timings.ends}")
    if timings.spare:
        parts.append(f"{abs(timings.spare)} {'to spare' if timings.spare > 0 else 'too long'}")
    if timings.untimed:
        parts.append(f"{timings.untimed} untimed")
    return ", ".join(parts)
