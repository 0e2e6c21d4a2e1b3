"""A pack with something of everything, for the tests of each format."""

from __future__ import annotations

from datetime import UTC, date, datetime

from index.model.documents import Link, Span
from index.model.items import FoundDate
from index.model.meetings import (
    Action,
    AgendaEntry,
    Bookmark,
    CarriedFrom,
    Citation,
    Meeting,
    Pack,
)

NAME = "Corporate Parenting Panel"
MADE = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)


def bookmark(title: str, text: str, item: str = "0123456789-0001", **more: object) -> Bookmark:
    cited = Citation(title, "Bulletin", "LGA", "2021-01", Span(32, 36))
    return Bookmark(NAME, item, cited, text, **more)  # type: ignore[arg-type]  # the tests name the fields


def one_item(title: str, text: str, note: str = "", name: str = NAME) -> Pack:
    """A pack of one bookmarked item, with an event and a deadline."""
    dates = (
        FoundDate("21 April", "2027-04-21T14:00", "2027-04-21T16:50", "event"),
        FoundDate("by 1 March", "2027-03-01", None, "deadline"),
    )
    entry = AgendaEntry("entry-1", "item", title, note, bookmark=bookmark(title, text, dates=dates))
    return Pack(Meeting(name, date(2026, 12, 3), "2pm"), (entry,))


WHOLE = Pack(
    Meeting(
        NAME,
        date(2026, 12, 3),
        "2pm to 4pm",
        "Committee room 1",
        chair="Cllr Amina Khan",
        series=NAME,
        people=("Cllr Amina Khan", "Jo Smith, Virtual School"),
        id="meeting-1",
    ),
    (
        AgendaEntry("entry-1", "standing", "Welcome", minutes=5, lead="Chair"),
        AgendaEntry("entry-2", "standing", "Declarations of interest"),
        AgendaEntry("entry-3", "section", "Keeping children safe"),
        AgendaEntry(
            "entry-4",
            "item",
            "Incident notifications",
            "Ask what ours were.\n\nHow many?",
            "Director",
            20,
            "discussion",
            bookmark=bookmark(
                "Incident notifications",
                "Half a year:\n• 285 in all\n  o 119 deaths\n• Up from 225\nThe panel asks why.",
                links=(
                    Link("https://example.org/report"),
                    Link("mailto:info@example.org"),
                    Link(None, "a link that was lost"),
                ),
                dates=(
                    FoundDate("21 April", "2021-04-21T14:00", "2021-04-21T16:50", "event"),
                    FoundDate("by 1 March", "2021-03-01", None, "deadline"),
                    FoundDate("in 2019", "2019", None, "mentioned"),
                ),
            ),
        ),
        AgendaEntry(
            "entry-5",
            "item",
            "Kinship care",
            minutes=10,
            purpose="decision",
            state="deferred",
            outcome="Not reached.",
            carried_from=CarriedFrom("Panel in May", date(2026, 5, 12)),
            bookmark=bookmark("Kinship care", "Grandparents ask.", missing=True),
        ),
        AgendaEntry("entry-6", "section", "Closing"),
        AgendaEntry("entry-7", "own", "Any other business", minutes=10, state="done"),
    ),
    (
        Action("action-1", NAME, "Write to Ofsted", "Jo", date(2026, 12, 10), False, "entry-4"),
        Action(
            "action-2",
            NAME,
            "Find out how many",
            "Amina",
            done=True,
            carried_from=CarriedFrom("Panel", date(2025, 5, 12)),
        ),
    ),
    (("CSC", "children’s social care"),),
)

EMPTY = Pack(Meeting("Panel"))
