"""Making and changing meetings and series by keys."""

from __future__ import annotations

from datetime import date

import pytest

from index import Library
from index.model.meetings import TemplateEntry
from tests.tui.agenda.conftest import BOARD, PANEL
from tests.tui.screens.stage import SIZES, flowed, on_stage, told
from tests.tui.steady import enter, until
from tui.agenda.screen import AgendaScreen


def current_in(library: Library) -> str | None:
    current = library.current_meeting()
    return current.name if current else None


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_meeting_is_made_here_and_is_the_current_one(
    library: Library, size: tuple[int, int]
) -> None:
    async with on_stage(AgendaScreen(library, ""), size) as (app, pilot):
        assert "No meeting yet" in flowed(app)
        await pilot.press(*"bcxeEBTMyswtpaoJK+H", "enter")
        await enter(pilot, PANEL)
        await pilot.press("ctrl+s")
        assert current_in(library) == PANEL
        offered = [entry.title for entry in library.agenda_template()]
        assert [entry.title for entry in library.entries(PANEL)] == offered
        assert offered[0] in flowed(app)
        await pilot.press("ctrl+z")
        assert library.meetings() == ()


async def test_meetings_are_made_renamed_chosen_and_removed(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (80, 30)) as (app, pilot):
        await pilot.press("n")
        await enter(pilot, PANEL)
        await pilot.press("ctrl+s")
        assert "There is a meeting of that name already" in flowed(app)
        await pilot.press("ctrl+u")
        await enter(pilot, "Fostering Panel")
        await pilot.press("ctrl+s")
        assert library.meeting("Fostering Panel").bookmarks == 0
        assert library.meeting(PANEL).place == "Town Hall"
        assert current_in(library) == PANEL
        await pilot.press("E", "ctrl+u")
        await enter(pilot, "Adoption Panel")
        await pilot.press("tab")
        await enter(pilot, "1/2/2060")
        await pilot.press("ctrl+s")
        assert library.meeting("Adoption Panel").date == date(2060, 2, 1)
        await pilot.press("E", "tab", "ctrl+u", "ctrl+s")
        assert library.meeting("Adoption Panel").date is None
        await pilot.press("B")
        await until(pilot, lambda: "Bookmarks go to Adoption Panel now" in told(app), "it is said")
        assert current_in(library) == "Adoption Panel"
        await pilot.press("1", "b")
        assert "Remove Adoption Panel with its agenda?" in flowed(app)
        await pilot.press("y")
        assert [meeting.name for meeting in library.meetings()] == [PANEL, BOARD]
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert library.meeting("Fostering Panel").date is None


async def test_a_series_hands_on_what_its_template_says(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (80, 30)) as (app, pilot):
        await pilot.press("E", *["tab"] * 5)
        await enter(pilot, "Panels")
        await pilot.press("ctrl+s", "T", "tab", *"six", "ctrl+s")
        assert "“six” is no number of weeks" in flowed(app)
        await pilot.press("ctrl+u", "6", *["tab"] * 5, "down", "down", "end", "enter")
        await enter(pilot, "# Reports\nAny other business (5 min) | Chair")
        await pilot.press("ctrl+s")
        panels = library.one_series("Panels")
        assert panels.weeks == 6
        assert panels.template[2:] == (
            TemplateEntry("section", "Reports"),
            TemplateEntry("standing", "Any other business", 5, "Chair"),
        )
        await pilot.press("S")
        await enter(pilot, "Speakerbox")
        await pilot.press("enter", "N", "enter")
        following = library.meeting("Panels, 14 January 2060")
        assert (following.date, following.place) == (date(2060, 1, 14), "Town Hall")
        entries = {entry.title: entry for entry in library.entries(following.name)}
        assert entries["Any other business"].minutes == 5
        assert entries["Speakerbox"].kind == "standing"
