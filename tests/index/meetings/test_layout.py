from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest

from index.meetings.blocks import Agenda, Fact, Facts, Heading, Passage, Remark, Table
from index.meetings.layout import laid_out
from index.meetings.wording import carried, time_allotted
from index.model.documents import Link
from index.model.items import FoundDate
from index.model.meetings import Action, AgendaEntry, CarriedFrom, Meeting, Pack
from index.model.timings import Timings
from tests.index.meetings.packs import WHOLE, bookmark

_Kind = TypeVar("_Kind")

PANEL = Meeting("Panel", date(2026, 12, 3))


def blocks(pack: Pack, kind: type[_Kind]) -> list[_Kind]:
    return [block for block in laid_out(pack).blocks if isinstance(block, kind)]


def agenda(*entries: AgendaEntry) -> Agenda:
    (found,) = blocks(Pack(PANEL, entries), Agenda)
    return found


def test_numbers_go_on_from_section_to_section() -> None:
    (found,) = blocks(WHOLE, Agenda)
    assert [(part.title, [row.number for row in part.rows]) for part in found.sections] == [
        ("", [1, 2]),
        ("Keeping children safe", [3, 4]),
        ("Closing", [5]),
    ]


def test_a_section_may_be_empty_or_the_last() -> None:
    sections = agenda(
        AgendaEntry("1", "section", "Opening"), AgendaEntry("2", "section", "Closing")
    ).sections
    assert [(part.title, part.rows) for part in sections] == [("Opening", ()), ("Closing", ())]


def test_columns_that_say_nothing_are_left_out() -> None:
    assert agenda(AgendaEntry("1", "own", "Title", minutes=5)).columns == ("Minutes",)


def test_a_line_of_the_agenda_says_everything_of_its_entry() -> None:
    entry = AgendaEntry("1", "own", "Title", "", "Jo", 1, "information")
    (section,) = agenda(entry).sections
    assert section.rows[0].remarks == "1 minute, for information, led by Jo"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (None, ""),
        (CarriedFrom("Panel", date(2026, 5, 12)), "carried from 12 May"),
        (CarriedFrom("Panel", date(2025, 5, 12)), "carried from 12 May 2025"),
        (CarriedFrom("Panel in May"), "carried from Panel in May"),
    ],
)
def test_where_something_was_carried_from(source: CarriedFrom | None, words: str) -> None:
    assert carried(source, PANEL) == words


@pytest.mark.parametrize(
    ("timings", "words"),
    [
        (Timings((), 0, 3), ""),
        (Timings((), 45, 0), "45 minutes allotted."),
        (Timings((), 1, 1), "1 minute allotted. One entry has no minutes."),
        (
            Timings((), 45, 2, "2.45pm", 75),
            "45 minutes allotted, until 2.45pm. 2 entries have no minutes. 75 minutes to spare.",
        ),
        (
            Timings((), 45, 0, "2.45pm", -15),
            "45 minutes allotted, until 2.45pm. 15 minutes more than the meeting has.",
        ),
        (Timings((), 45, 0, "2.45pm", 0), "45 minutes allotted, until 2.45pm."),
    ],
)
def test_how_long_it_takes(timings: Timings, words: str) -> None:
    assert time_allotted(timings) == words


def test_only_entries_with_more_to_say_come_again_below() -> None:
    pack = Pack(
        PANEL,
        (
            AgendaEntry("1", "standing", "Welcome"),
            AgendaEntry("2", "own", "With a note", "Note"),
            AgendaEntry("3", "own", "With an outcome", outcome="Agreed"),
            AgendaEntry("4", "own", "With a state", state="raised"),
        ),
    )
    assert blocks(pack, Heading)[2:] == [
        Heading(3, "With a note", 2),
        Heading(3, "With an outcome", 3),
        Heading(3, "With a state", 4),
    ]


def test_the_note_of_an_item_stands_there_wherever_it_is_kept() -> None:
    for entry in (
        AgendaEntry("1", "item", "Title", "Ask.", bookmark=bookmark("Title", "Text")),
        AgendaEntry("1", "item", "Title", bookmark=bookmark("Title", "Text", note="Ask.")),
    ):
        notes = [each for each in blocks(Pack(PANEL, (entry,)), Passage) if each.label]
        assert [line.text for note in notes for line in note.lines] == ["Ask."]


def test_links_are_written_out_unless_they_stand_in_the_text() -> None:
    links = (
        Link("https://example.org/a"),
        Link("mailto:jo@example.org"),
        Link("https://example.org/b"),
        Link("mailto:info@example.org"),
        Link(None, "lost"),
    )
    marked = bookmark("Title", "See https://example.org/a or ask jo@example.org.", links=links)
    pack = Pack(Meeting("Panel"), (AgendaEntry("1", "item", "Title", bookmark=marked),))
    (facts,) = blocks(pack, Facts)
    assert facts.facts == (
        Fact("Link", "https://example.org/b"),
        Fact("Link", "info@example.org"),
    )


def test_dates_are_in_order_and_each_once() -> None:
    late, soon = FoundDate("x", "2027-02"), FoundDate("x", "2027-01-09", "2027-01-10", "deadline")
    marked = bookmark("Title", "Text", dates=(replace(late, what="event"), soon, soon))
    pack = Pack(PANEL, (AgendaEntry("1", "item", "Title", bookmark=marked),))
    (table,) = blocks(pack, Table)
    assert table.rows == (
        ("9 January 2027 to 10 January 2027", "Closes", "1. Title"),
        ("February 2027", "Takes place", "1. Title"),
    )


def test_actions_are_there_without_an_agenda() -> None:
    pack = Pack(PANEL, (), (Action("1", "Panel", "Write", "Jo"),))
    (table,) = blocks(pack, Table)
    assert (table.columns, table.rows) == (("Action", "Owner"), (("Write", "Jo"),))


def test_an_action_that_says_nothing_is_still_a_row() -> None:
    pack = Pack(PANEL, (), (Action("1", "Panel", "\u200b"),))
    (table,) = blocks(pack, Table)
    assert (table.columns, table.rows) == (("Action",), (("",),))


def test_a_series_is_named_where_the_meeting_has_another_name() -> None:
    pack = Pack(Meeting("Panel in May", series="Panel"))
    (facts,) = blocks(pack, Facts)
    assert [(fact.label, fact.value) for fact in facts.facts] == [("Series", "Panel")]


def test_minutes_say_what_became_of_each_entry_and_no_notes() -> None:
    entries = (
        AgendaEntry("1", "own", "First", "A private note", state="deferred"),
        AgendaEntry("2", "own", "Second", outcome="Agreed as written."),
        AgendaEntry("3", "own", "Third"),
    )
    laid = laid_out(Pack(PANEL, entries), "minutes")
    said = [
        block.text if isinstance(block, Heading | Remark) else block.lines[0].text
        for block in laid.blocks
        if isinstance(block, Heading | Remark | Passage)
    ]
    assert said == [
        "Attendance",
        "Nobody is named.",
        "Agenda",
        "First",
        "Deferred to the next meeting.",
        "Second",
        "Agreed as written.",
        "Third",
        "No outcome recorded.",
    ]
    assert laid.notice.startswith("DRAFT")
