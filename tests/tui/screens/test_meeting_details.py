from __future__ import annotations

from datetime import date

import pytest

from tests.tui.screens.stage import (
    HOSTILE,
    SIZES,
    StagePilot,
    answers_of,
    burst,
    enter,
    flowed,
    on_stage,
    until,
    walked,
)
from tui.screens.meeting_details import AskMeeting, MeetingDetails

FULL = MeetingDetails(
    "Fostering Panel", date(2031, 12, 3), "2pm", "Town Hall", ("Apologies", "Minutes")
)


async def fill(pilot: StagePilot, *fields: str) -> None:
    for field in fields:
        await enter(pilot, field)
        await pilot.press("tab")


async def test_a_meeting_is_filled_in_and_saved() -> None:
    async with on_stage(AskMeeting("New meeting")) as (app, pilot):
        await fill(pilot, "Panel", "3 Dec 2031", "2pm", "Town Hall")
        await enter(pilot, "Apologies")
        await enter(pilot, "\n\n Minutes")
        await pilot.press("ctrl+s")
        assert app.answers == [
            MeetingDetails("Panel", date(2031, 12, 3), "2pm", "Town Hall", ("Apologies", "Minutes"))
        ]


async def test_a_name_is_enough_and_enter_goes_through_the_fields() -> None:
    async with on_stage(AskMeeting("New meeting")) as (app, pilot):
        await enter(pilot, "Panel")
        await pilot.press("enter", "enter", "enter")
        assert app.answers == []
        await pilot.press("enter")
        assert app.answers == [MeetingDetails("Panel")]


async def test_details_are_kept_unless_changed() -> None:
    async with on_stage(AskMeeting("Meeting", FULL)) as (app, pilot):
        await pilot.press("ctrl+s")
        assert app.answers == [FULL]


@pytest.mark.parametrize("onward", ["tab", "enter"])
async def test_keys_that_come_in_bursts_reach_the_field_they_were_meant_for(onward: str) -> None:
    async with on_stage(AskMeeting("New meeting")) as (app, pilot):
        await burst(pilot, *"Panel", onward, *"1/2/31", onward, *"2pm", onward, *"Hall", "enter")
        await until(pilot, lambda: app.answers, "the form is saved")
        assert app.answers == [MeetingDetails("Panel", date(2031, 2, 1), "2pm", "Hall")]


async def test_a_meeting_needs_a_name() -> None:
    async with on_stage(AskMeeting("New meeting")) as (app, pilot):
        await pilot.press("tab", "tab", "ctrl+s")
        assert app.answers == []
        assert "Give the meeting a name" in flowed(app)
        await pilot.press("P")
        assert "Give the meeting a name" not in flowed(app)
        await pilot.press("ctrl+s")
        assert app.answers == [MeetingDetails("P")]


async def test_a_name_can_be_too_long() -> None:
    async with on_stage(AskMeeting("New meeting", MeetingDetails("x" * 201))) as (app, pilot):
        await pilot.press("ctrl+s")
        assert app.answers == []
        assert "201 characters" in flowed(app)


@pytest.mark.parametrize("leave", ["tab", "ctrl+s"])
async def test_a_day_that_does_not_exist_is_named_under_its_field(leave: str) -> None:
    async with on_stage(AskMeeting("New meeting")) as (app, pilot):
        await fill(pilot, "P")
        await enter(pilot, "31 February 2031")
        await pilot.press(leave)
        assert app.answers == []
        assert "“31 February 2031” is not a date" in flowed(app)


async def test_the_field_with_the_mistake_has_the_cursor_and_says_when_it_is_mended() -> None:
    async with on_stage(AskMeeting("New meeting")) as (app, pilot):
        await fill(pilot, "P", "soon", "2pm")
        await pilot.press("ctrl+s", "ctrl+u")
        await enter(pilot, "3/12/2031")
        assert "Wednesday 3 December 2031" in flowed(app)
        await pilot.press("ctrl+s")
        assert app.answers == [MeetingDetails("P", date(2031, 12, 3), "2pm")]


async def test_a_day_that_is_past_is_a_hint_and_no_mistake() -> None:
    async with on_stage(AskMeeting("New meeting")) as (app, pilot):
        await fill(pilot, "P")
        await enter(pilot, "3 December 2021")
        assert "which is past" in flowed(app)
        await pilot.press("ctrl+s")
        assert app.answers == [MeetingDetails("P", date(2021, 12, 3))]


async def test_esc_leaves_from_any_field() -> None:
    ways = (("escape",), ("tab", "tab", "tab", "tab", "escape"))
    assert await answers_of((AskMeeting("New meeting"), keys) for keys in ways) == [None, None]


async def test_a_name_that_stands_is_shown_and_not_changed() -> None:
    async with on_stage(AskMeeting("Meeting", FULL, rename=False)) as (app, pilot):
        assert "Fostering Panel" in flowed(app)
        await pilot.press("tab", "backspace", "ctrl+s")
        (answer,) = app.answers
        assert answer.name == "Fostering Panel"
        assert answer.time != FULL.time


async def test_a_date_that_stands_is_not_taken_away_silently() -> None:
    async with on_stage(AskMeeting("Meeting", FULL, rename=False)) as (app, pilot):
        await pilot.press("ctrl+u", "ctrl+s")
        assert app.answers == []
        assert "not taken away" in flowed(app)


@pytest.mark.parametrize("size", SIZES)
async def test_everything_is_shown_as_it_was_written(size: tuple[int, int]) -> None:
    details = MeetingDetails(HOSTILE, None, "", HOSTILE, (HOSTILE,))
    async with on_stage(AskMeeting(HOSTILE, details), size) as (app, pilot):
        passed = await walked(app, pilot, "tab", most=6)
        assert max(page.count(HOSTILE) for page in passed.split("\n")) >= 3
        await pilot.press("ctrl+s")
        assert app.answers == [details]
