from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.model.meetings import TemplateEntry
from tests.tui.screens.stage import HOSTILE, SIZES, StagePilot, answers_of, flowed, on_stage, walked
from tests.tui.steady import burst, enter, until
from tui.screens.meeting_details import AskMeeting, MeetingDetails

AGENDA = (TemplateEntry("standing", "Apologies", 5), TemplateEntry("section", "Reports"))
FULL = MeetingDetails(
    "Fostering Panel",
    date(2031, 12, 3),
    "2pm",
    "Town Hall",
    "Cllr Roe",
    "Fostering Panels",
    ("Jo Smith", "Sam Lee"),
    AGENDA,
)


async def fill(pilot: StagePilot, *fields: str) -> None:
    for field in fields:
        await enter(pilot, field)
        await pilot.press("tab")


async def test_a_meeting_is_filled_in_and_saved() -> None:
    async with on_stage(AskMeeting("New meeting")) as (app, pilot):
        fields = ("Fostering Panel", "3 Dec 2031", "2pm", "Town Hall", "Cllr Roe")
        await fill(pilot, *fields, "Fostering Panels", "Jo Smith,  Sam Lee,")
        await enter(pilot, "Apologies (5 min)")
        await enter(pilot, "\n\n # Reports")
        await pilot.press("ctrl+s")
        assert app.answers == [FULL]


async def test_a_name_is_enough_and_enter_goes_through_the_fields() -> None:
    async with on_stage(AskMeeting("New meeting")) as (app, pilot):
        await enter(pilot, "Panel")
        await pilot.press(*["enter"] * 6)
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
        await burst(pilot, *"Panel", onward, *"1/2/31", onward, *"2pm", onward, *"Hall", "ctrl+s")
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


async def test_a_name_that_another_meeting_has_is_no_name_for_this_one() -> None:
    form = AskMeeting("Meeting", FULL, new=False, taken=["Quality Board", FULL.name])
    async with on_stage(form) as (app, pilot):
        assert "Agenda to begin with" not in flowed(app)
        await pilot.press("ctrl+u")
        await enter(pilot, "quality  board")
        await pilot.press("ctrl+s")
        assert "There is a meeting of that name already" in flowed(app)
        await pilot.press("ctrl+u")
        await enter(pilot, "fostering panel")
        await pilot.press("tab", "ctrl+u", "ctrl+s")
        assert app.answers == [replace(FULL, name="fostering panel", date=None, agenda=())]


async def test_a_line_of_the_agenda_without_a_title_is_named() -> None:
    async with on_stage(AskMeeting("New meeting", series=["Fostering Panels"])) as (app, pilot):
        await fill(pilot, "P", "", "", "", "")
        await pilot.press(*"fost")
        await until(pilot, lambda: "ering Panels" in flowed(app), "the series is offered")
        await pilot.press("right", "tab", "tab")
        await enter(pilot, "(5 min)")
        await pilot.press("ctrl+s")
        assert "has no title" in flowed(app)
        await pilot.press("home", *"Close", "space", "ctrl+s")
        close = TemplateEntry("standing", "Close", 5)
        assert app.answers == [MeetingDetails("P", series="Fostering Panels", agenda=(close,))]


@pytest.mark.parametrize("size", SIZES)
async def test_everything_is_shown_as_it_was_written(size: tuple[int, int]) -> None:
    entry = TemplateEntry("standing", HOSTILE)
    details = MeetingDetails(HOSTILE, None, "", HOSTILE, people=(HOSTILE,), agenda=(entry,))
    async with on_stage(AskMeeting(HOSTILE, details), size) as (app, pilot):
        passed = await walked(app, pilot, "tab", most=9)
        assert max(page.count(HOSTILE) for page in passed.split("\n")) >= 3
        await pilot.press("ctrl+s")
        assert app.answers == [details]
