"""The agenda screen over a library with the seed documents."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from index import Library
from index.model.meetings import Bookmark, Citation, Meeting
from tests.tui.screens.stage import (
    HOSTILE,
    SIZES,
    Stage,
    StagePilot,
    answers_of,
    enter,
    flowed,
    on_stage,
    told,
    until,
    walked,
)
from tui.screens.agenda import AgendaScreen
from tui.screens.agenda_list import bookmark_in_words
from tui.screens.kept_text import KeptText

PANEL = "Corporate Parenting Panel"
BOARD = "Quality Board"


@pytest.fixture
def items(library: Library) -> tuple[str, ...]:
    """Three items that are on the agenda of the panel, which is the current meeting."""
    library.save_meeting(
        PANEL,
        date=date(2031, 12, 3),
        time="2pm",
        place="Town Hall",
        standing=("Apologies", f"Minutes {HOSTILE}"),
    )
    library.save_meeting(BOARD)
    library.choose_meeting(PANEL)
    items = tuple(library.search("").ids[:3])
    for item in items:
        library.bookmark(item, PANEL)
    library.write_note(items[1], HOSTILE)
    return items


def agenda_of(library: Library, meeting: str) -> tuple[str, ...]:
    return tuple(bookmark.item for bookmark in library.agenda(meeting))


def current_in(library: Library) -> str | None:
    current = library.current_meeting()
    return current.name if current else None


async def said(app: Stage, pilot: StagePilot, words: str) -> None:
    await until(pilot, lambda: words in told(app), f"“{words}” is said")


@pytest.mark.parametrize("size", SIZES)
async def test_an_agenda_is_shown_whole(
    library: Library, items: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), size) as (app, pilot):
        await pilot.press("g")
        passed = await walked(app, pilot)
        assert PANEL in passed
        assert "Wednesday 3 December 2031, 2pm, Town Hall" in passed
        assert "1. Apologies" in passed
        assert f"2. Minutes {HOSTILE}" in passed
        for number, item in enumerate(items, 3):
            citation = library.citation(item)
            assert f"{number}. {citation.title}" in passed
            assert f"{citation.document} ({citation.source}" in passed
        assert f"Note: {HOSTILE}" in passed


async def test_enter_answers_with_the_item(library: Library, items: tuple[str, ...]) -> None:
    places = {("enter",): 0, ("j", "enter"): 1, ("down", "j", "enter"): 2, ("G", "enter"): 2}
    answers = await answers_of((AgendaScreen(library, PANEL), keys) for keys in places)
    assert answers == [items[place] for place in places.values()]


async def test_it_is_left(library: Library, items: tuple[str, ...]) -> None:
    keys = ("escape", "m", "q")
    assert await answers_of((AgendaScreen(library, PANEL), (key,)) for key in keys) == [None] * 3


@pytest.mark.parametrize("size", SIZES)
async def test_the_agenda_follows_the_cursor_in_the_meetings(
    library: Library, items: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), size) as (app, pilot):
        await pilot.press("h", "j")
        assert BOARD in flowed(app)
        await pilot.press("l")
        assert "No items yet" in flowed(app)
        assert "no date yet" in flowed(app)
        await pilot.press("h", "k", "enter", "enter")
        assert app.answers == [items[0]]


async def test_a_narrow_screen_has_one_column_at_a_time(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (60, 20)) as (app, pilot):
        assert BOARD not in flowed(app)
        await pilot.press("tab")
        assert BOARD in flowed(app)
        assert "Items" not in flowed(app)
        await pilot.press("tab")
        assert BOARD not in flowed(app)


async def test_a_meeting_is_made_the_current_one(library: Library, items: tuple[str, ...]) -> None:
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("h", "j", "c")
        await said(app, pilot, f"Bookmarks go to {BOARD} now")
        assert current_in(library) == BOARD
        await pilot.press("k", "B")
        assert current_in(library) == PANEL


async def test_items_are_taken_off_and_brought_back(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("j", "b")
        assert agenda_of(library, PANEL) == (items[0], items[2])
        await said(app, pilot, "Taken off the agenda")
        await pilot.press("delete")
        assert agenda_of(library, PANEL) == (items[0],)
        await pilot.press("ctrl+z", "ctrl+z")
        assert agenda_of(library, PANEL) == (items[0], items[2], items[1])
        await pilot.press("ctrl+z")
        await said(app, pilot, "Nothing to undo")


async def test_the_cursor_stays_where_an_item_was_taken_off(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("b", "enter")
        assert app.answers == [items[1]]


async def test_a_note_is_written_and_undone(library: Library, items: tuple[str, ...]) -> None:
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("e")
        await enter(pilot, "Ask Jane")
        await pilot.press("ctrl+s")
        assert library.note(items[0]) == "Ask Jane"
        assert "Note: Ask Jane" in flowed(app)
        await pilot.press("ctrl+z")
        assert library.note(items[0]) == ""


async def test_the_details_of_a_meeting_are_changed(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("E", "tab", "tab", "ctrl+u")
        await enter(pilot, "County Hall")
        await pilot.press("ctrl+s")
        assert library.meeting(PANEL).place == "County Hall"
        assert library.meeting(PANEL).standing == ("Apologies", f"Minutes {HOSTILE}")
        assert "County Hall" in flowed(app)
        assert agenda_of(library, PANEL) == items


async def test_a_standing_item_opens_the_details(library: Library, items: tuple[str, ...]) -> None:
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("g", "enter")
        assert "Standing items, one a line" in flowed(app)
        await pilot.press("escape", "escape")
        assert app.answers == [None]


async def test_a_new_meeting_leaves_the_current_one_as_it_is(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("n")
        await enter(pilot, "Fostering Panel")
        await pilot.press("ctrl+s")
        assert library.meeting("Fostering Panel").bookmarks == 0
        assert "Fostering Panel" in flowed(app)
        assert current_in(library) == PANEL


async def test_a_new_meeting_of_a_known_name_empties_nothing(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, BOARD)) as (_, pilot):
        await pilot.press("n")
        await enter(pilot, PANEL)
        await pilot.press("ctrl+s")
        assert library.meeting(PANEL).place == "Town Hall"
        assert library.meeting(PANEL).standing[0] == "Apologies"


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_meeting_is_made_here_and_is_the_current_one(
    library: Library, size: tuple[int, int]
) -> None:
    async with on_stage(AgendaScreen(library, ""), size) as (app, pilot):
        assert "No meeting yet" in flowed(app)
        await pilot.press("b", "c", "x", "e", "E", "enter")
        await enter(pilot, PANEL)
        await pilot.press("ctrl+s")
        assert current_in(library) == PANEL
        await pilot.press("l")
        assert "No items yet" in flowed(app)


async def test_the_pack_is_written_and_where_is_said(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (200, 50)) as (app, pilot):
        await pilot.press("x")
        (pack,) = library.places.packs.iterdir()
        assert PANEL in pack.read_text("utf-8")
        await said(app, pilot, "The pack is in")
        assert pack.name in told(app).replace(" ", "")


async def test_a_pack_that_cannot_be_written_is_an_error_in_words(
    library: Library, items: tuple[str, ...]
) -> None:
    library.places.packs.write_text("a file where the folder should be", "utf-8")
    async with on_stage(AgendaScreen(library, PANEL), (200, 50)) as (app, pilot):
        await pilot.press("x")
        await until(pilot, lambda: "packs" in told(app), "the error is shown")
        assert app.is_running
        assert "The pack is in" not in told(app)


@pytest.fixture
def gone(library: Library, items: tuple[str, ...]) -> str:
    """An item whose document has left the library since it was bookmarked: the first one."""
    with sqlite3.connect(library.places.record) as record:
        record.execute("pragma foreign_keys = on")
        record.execute("delete from documents where id = ?", (library.item(items[0]).document,))
    record.close()
    return items[0]


async def test_what_is_kept_of_an_item_that_is_gone_can_be_read(
    library: Library, gone: str
) -> None:
    bookmark = library.agenda(PANEL)[0]
    assert bookmark.missing
    async with on_stage(AgendaScreen(library, PANEL), (120, 50)) as (app, pilot):
        assert "No longer in the library" in flowed(app)
        await pilot.press("enter")
        assert " ".join(bookmark.text.split()[:8]) in flowed(app)
        await pilot.press("escape")
        await pilot.press("e")
        await said(app, pilot, "its note stays as it is")
        assert app.answers == []


async def test_the_last_copy_is_taken_off_only_after_asking(library: Library, gone: str) -> None:
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("b")
        assert "for good?" in flowed(app)
        await pilot.press("n")
        assert gone in agenda_of(library, PANEL)
        await pilot.press("b", "y")
        assert gone not in agenda_of(library, PANEL)


def _kept(text: str, note: str) -> Bookmark:
    citation = Citation(HOSTILE, "Newsletter", "Source", "2022-01", None)
    return Bookmark(PANEL, "abc-0001", citation, text, note=note, missing=True)


def test_a_bookmark_in_words_is_its_text_and_no_more() -> None:
    words = bookmark_in_words(_kept("text", HOSTILE))
    assert words.plain.splitlines() == [
        HOSTILE,
        "Newsletter (Source, January 2022)",
        "No longer in the library; its text is kept here.",
        f"Note: {HOSTILE}",
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_text_that_was_kept_is_read_to_its_end(size: tuple[int, int]) -> None:
    text = "\n".join(f"Line {number} {HOSTILE}" for number in range(60))
    async with on_stage(KeptText(_kept(text, "Bring it.")), size) as (app, pilot):
        passed = await walked(app, pilot, "space")
        assert all(f"Line {number} {HOSTILE}" in passed for number in range(60))
        assert "Note: Bring it." in passed
        await pilot.press("g")
        assert "Newsletter (Source, January 2022)" in flowed(app)
        await pilot.press("escape")
        assert app.answers == [None]


async def test_meetings_are_shown_as_they_were_named(library: Library, tmp_path: Path) -> None:
    library.save_meeting(HOSTILE, place=HOSTILE)
    assert library.meetings() == (Meeting(HOSTILE, place=HOSTILE),)
    async with on_stage(AgendaScreen(library, HOSTILE), (200, 50)) as (app, _):
        assert flowed(app).count(HOSTILE) == 3


async def test_keys_for_items_leave_the_agenda_alone_among_the_meetings(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("h", "b", "e", "delete")
        await said(app, pilot, "Move to an item")
        assert agenda_of(library, PANEL) == items


async def test_what_was_typed_is_not_lost_when_it_cannot_be_kept(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (120, 40)) as (app, pilot):
        await pilot.press("e")
        await enter(pilot, "Ask Jane")
        library.close()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Ask Jane" in flowed(app), "the note is there again")
        assert told(app)
        await pilot.press("escape", "n")
        await enter(pilot, "Fostering Panel")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Fostering Panel" in flowed(app), "the form is there again")
