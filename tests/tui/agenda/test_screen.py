"""What the agenda shows, and moving about in it."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest

from index import Library
from index.model.steps import EntryChange, MeetingChange
from tests.tui.agenda.conftest import BOARD, PANEL
from tests.tui.screens.stage import (
    HOSTILE,
    SIZES,
    answers_of,
    flowed,
    on_stage,
    told,
    walked,
    within,
)
from tests.tui.steady import until
from tui.agenda.screen import AgendaScreen

TODAY = date(2059, 11, 20)
LONG = "Panel " * 50


@pytest.mark.parametrize("size", SIZES)
async def test_an_agenda_is_shown_whole(
    library: Library, items: tuple[str, ...], size: tuple[int, int]
) -> None:
    second = library.entries(PANEL)[1]
    library.change_entries(
        [second.id],
        EntryChange(lead=HOSTILE, minutes=10, purpose="decision", state="done", outcome="Agreed."),
    )
    library.add_action(PANEL, "Write", owner="Jo", due=date(2060, 1, 14), entry=second.id)
    library.add_entry(PANEL, f"Reports {HOSTILE}", "section", after=second.id)
    async with on_stage(AgendaScreen(library, PANEL, TODAY), size) as (app, pilot):
        await pilot.press("g")
        passed = await walked(app, pilot, selector="#agenda-column")
        assert PANEL in passed
        assert "Wednesday 3 December 2059, 2pm, Town Hall" in passed
        assert "2pm 1. Apologies" in passed
        assert f"2. Minutes {HOSTILE}" in passed
        assert f"10 min · {HOSTILE} · for decision · done" in passed
        assert "Outcome: Agreed." in passed
        assert "→ Write Jo · by 14 January 2060" in passed
        assert f"Reports {HOSTILE}" in passed
        for number, item in enumerate(items, 3):
            citation = library.citation(item)
            assert f"2.10pm {number}. {citation.title}" in passed
            assert f"{citation.document} ({citation.source}" in passed
        assert f"Note: {HOSTILE}" in passed
        assert "10 min, until 2.10pm, 4 untimed" in passed


async def test_enter_answers_with_the_item_and_it_is_left_by_many_keys(
    library: Library, items: tuple[str, ...]
) -> None:
    places = {("enter",): 0, ("down", "j", "enter"): 2}
    answers = await answers_of((AgendaScreen(library, PANEL), keys) for keys in places)
    assert answers == [items[place] for place in places.values()]
    ways = ("m", "q")
    assert await answers_of((AgendaScreen(library, PANEL), (key,)) for key in ways) == [None] * 2


@pytest.mark.parametrize("size", SIZES)
async def test_the_agenda_follows_the_cursor_in_the_meetings(
    library: Library, items: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL, TODAY), size) as (app, pilot):
        await pilot.press("h", "j")
        assert BOARD in flowed(app)
        await pilot.press("l")
        assert "No items yet" in flowed(app)
        assert "no date yet" in flowed(app)
        await pilot.press("[")
        assert "Town Hall" in flowed(app)
        await pilot.press("]", "h", "k", "enter", "enter")
        assert app.answers == [items[0]]


async def test_a_narrow_screen_has_one_column_at_a_time(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (60, 20)) as (app, pilot):
        assert BOARD not in flowed(app)
        await pilot.press("1")
        assert BOARD in flowed(app)
        assert "Apologies" not in flowed(app)
        await pilot.press("3")
        assert BOARD not in flowed(app)
        text = library.item(items[0]).text
        await until(pilot, lambda: text[:30] in flowed(app), "the pack is shown")
        await pilot.press("tab")
        assert BOARD in flowed(app)


async def test_a_word_that_is_longer_than_the_preview_is_shown_whole(library: Library) -> None:
    library.save_meeting(PANEL)
    library.add_entry(PANEL, "T" * 150)
    async with on_stage(AgendaScreen(library, PANEL), (60, 20)) as (app, pilot):
        await pilot.press("3")
        await until(pilot, lambda: "TTT" in flowed(app), "the pack is shown")
        assert flowed(app).count("T") == 150


async def test_the_pack_is_turned_to_the_entry_and_shown_alone(
    library: Library, items: tuple[str, ...]
) -> None:
    texts = [library.item(item).text.split("\n")[0][:40] for item in items]
    async with on_stage(AgendaScreen(library, PANEL), (200, 30)) as (app, pilot):
        await until(pilot, lambda: texts[0] in flowed(app), "the pack is shown")
        await pilot.press("G")
        assert texts[2] in flowed(app)
        await pilot.press("z")
        assert "Town Hall" not in flowed(app)
        await pilot.press("g")
        assert "Agenda pack" in flowed(app)
        await pilot.press("escape")
        assert "Town Hall" in flowed(app)
        assert app.answers == []


@pytest.mark.parametrize("size", SIZES)
async def test_meetings_are_grouped_and_shown_as_they_were_named(
    library: Library, items: tuple[str, ...], size: tuple[int, int]
) -> None:
    library.save_meeting(HOSTILE, place=HOSTILE, date=date(2059, 5, 12), series=HOSTILE)
    library.change_meeting(BOARD, MeetingChange(series="Boards of the county"))
    library.save_meeting(LONG[:200])
    async with on_stage(AgendaScreen(library, HOSTILE, TODAY), size) as (app, pilot):
        assert f"Monday 12 May 2059, {HOSTILE}" in within(app, "#agenda-column")
        await pilot.press("1")
        await pilot.press("g")
        passed = await walked(app, pilot, "j", selector="#meetings-column")
        for heading in ("To come", "Without a date", "Past"):
            assert heading in passed
        assert f"{HOSTILE} 12 May 2059" in passed
        assert "Boards of the county" in passed
        assert "Panel Panel Panel" in passed
        assert app.is_running


async def test_help_and_palette_have_the_keys_of_here(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (120, 60)) as (app, pilot):
        await pilot.press("question_mark")
        await until(pilot, lambda: "Take what was not reached" in flowed(app), "help is shown")
        assert "kinship support" not in flowed(app)
        await pilot.press("escape")
        assert "Town Hall" in flowed(app)


@pytest.fixture
def gone(library: Library, items: tuple[str, ...]) -> str:
    """An item whose document has left the library since it was bookmarked: the first one."""
    with sqlite3.connect(library.places.record) as record:
        record.execute("pragma foreign_keys = on")
        record.execute("delete from documents where id = ?", (library.item(items[0]).document,))
    record.close()
    return items[0]


async def test_what_is_kept_of_an_item_that_is_gone_is_read_and_taken_off_after_asking(
    library: Library, gone: str
) -> None:
    bookmark = library.agenda(PANEL)[0]
    assert bookmark.missing
    async with on_stage(AgendaScreen(library, PANEL), (120, 50)) as (app, pilot):
        assert "No longer in the library" in flowed(app)
        await pilot.press("enter")
        assert " ".join(bookmark.text.split()[:8]) in flowed(app)
        await pilot.press("escape", "e")
        await until(pilot, lambda: "its note stays as it is" in told(app), "it is said")
        await pilot.press("b")
        assert "last copy" in flowed(app)
        await pilot.press("n")
        assert gone in [each.item for each in library.agenda(PANEL)]
        await pilot.press("b", "y")
        assert gone not in [each.item for each in library.agenda(PANEL)]
        await pilot.press("ctrl+z")
        assert library.agenda(PANEL)[0] == bookmark
        assert app.answers == []
