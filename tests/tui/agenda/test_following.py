"""After the meeting: states, outcomes, and on to the next meeting of the series."""

from __future__ import annotations

from datetime import date

from index import Library
from index.model.meetings import CarriedFrom
from index.model.steps import MeetingChange
from tests.tui.agenda.conftest import BOARD, PANEL
from tests.tui.screens.stage import HOSTILE, flowed, on_stage, told, within
from tests.tui.steady import enter, until
from tui.agenda.screen import AgendaScreen

NEXT = "Panels, 14 January 2060"


async def test_states_and_outcomes_are_kept_and_taken_back(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (100, 40)) as (app, pilot):
        await pilot.press("s")
        assert library.entries(PANEL)[2].state == "raised"
        await pilot.press("s", "s", "s", "o")
        await enter(pilot, f"Agreed {HOSTILE}\nin two lines")
        await pilot.press("ctrl+s")
        entry = library.entries(PANEL)[2]
        assert (entry.state, entry.outcome) == ("raised", f"Agreed {HOSTILE}\nin two lines")
        assert f"Outcome: Agreed {HOSTILE} in two lines" in within(app, "#agenda-column")
        await pilot.press("ctrl+z")
        entry = library.entries(PANEL)[2]
        assert (entry.state, entry.outcome) == ("", "")


async def test_what_is_left_is_carried_forward_after_it_was_shown(
    library: Library, items: tuple[str, ...]
) -> None:
    library.change_meeting(PANEL, MeetingChange(series="Panels"))
    library.add_action(PANEL, "Write to them")
    async with on_stage(AgendaScreen(library, PANEL, date(2059, 12, 4)), (100, 50)) as (app, pilot):
        await pilot.press("c")
        assert "Carry 1 entry or action forward to Panels, meeting 2?" in flowed(app)
        await pilot.press("n", "N")
        await enter(pilot, "14 January 2060")
        await pilot.press("enter")
        assert library.meeting(NEXT).standing == library.meeting(PANEL).standing
        assert NEXT in within(app, "#agenda-column")
        await pilot.press("[", "2", "s", "s", "j", "s", "s", "s", "c")
        first, _, third = (entry.title for entry in library.entries(PANEL) if entry.bookmark)
        asked = flowed(app)
        assert f"Carry 3 entries and actions forward to {NEXT}?" in asked
        assert f"{first} {third} → Write to them" in asked
        await pilot.press("n")
        assert len(library.entries(NEXT)) == 2
        await pilot.press("c", "y")
        carried = [entry for entry in library.entries(NEXT) if entry.carried_from]
        assert [entry.title for entry in carried] == [first, third]
        assert carried[0].carried_from == CarriedFrom(PANEL, date(2059, 12, 3))
        assert [action.text for action in library.actions(NEXT)] == ["Write to them"]
        assert "carried from 3 December 2059" in within(app, "#agenda-column")
        await pilot.press("[", "c")
        await until(pilot, lambda: "Nothing of" in told(app), "it is carried but once")
        await pilot.press("ctrl+z")
        assert library.actions(NEXT) == ()
        assert len(library.entries(NEXT)) == 2


async def test_without_a_series_it_is_asked_where_to(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (100, 40)) as (app, pilot):
        await pilot.press("N")
        await until(pilot, lambda: "is in no series" in told(app), "it is said")
        await pilot.press("s", "s", "j", "s", "j", "s", "c")
        assert f"{BOARD}, no date yet" in flowed(app)
        await pilot.press("enter", "y")
        assert [entry.bookmark.item for entry in library.entries(BOARD) if entry.bookmark] == [
            items[0]
        ]
