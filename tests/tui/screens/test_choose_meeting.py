from __future__ import annotations

from datetime import date

import pytest

from index.model.meetings import Meeting
from tests.tui.screens.stage import HOSTILE, SIZES, answers_of, flowed, on_stage, walked
from tui.screens.choose_meeting import NEW_MEETING, ChooseMeeting

MEETINGS = (
    Meeting("Corporate Parenting Panel", date(2031, 12, 3), "2pm", "Town Hall", bookmarks=3),
    Meeting("Quality Board", bookmarks=1),
    Meeting(HOSTILE),
)


async def test_the_cursor_begins_at_the_current_meeting() -> None:
    async with on_stage(ChooseMeeting(MEETINGS, "Quality Board")) as (app, pilot):
        await pilot.press("enter")
        assert app.answers == ["Quality Board"]


async def test_a_meeting_is_chosen_by_keys() -> None:
    places = {
        ("enter",): 0,
        ("j", "enter"): 1,
        ("down", "down", "enter"): 2,
        ("G", "enter"): 2,
        ("G", "k", "enter"): 1,
        ("G", "g", "enter"): 0,
        # the ends of the list are ends
        ("k", "enter"): 0,
        ("G", "j", "j", "enter"): 2,
    }
    answers = await answers_of((ChooseMeeting(MEETINGS, None), keys) for keys in places)
    assert answers == [MEETINGS[place].name for place in places.values()]


async def test_n_asks_for_a_new_meeting_and_esc_for_none() -> None:
    keys = {"n": NEW_MEETING, "escape": None, "q": None}
    answers = await answers_of((ChooseMeeting(MEETINGS, None), (key,)) for key in keys)
    assert answers == list(keys.values())


async def test_what_is_said_of_a_meeting() -> None:
    async with on_stage(ChooseMeeting(MEETINGS, "Quality Board"), (200, 50)) as (app, _):
        text = flowed(app)
        assert "Wednesday 3 December 2031, 2pm, Town Hall · 3 items" in text
        assert "Quality Board current · no date yet · 1 item" in text


@pytest.mark.parametrize(("key", "answer"), [("enter", NEW_MEETING), ("escape", None)])
async def test_where_there_is_no_meeting_one_can_be_made(key: str, answer: str | None) -> None:
    async with on_stage(ChooseMeeting((), None)) as (app, pilot):
        assert "Press n to make one" in flowed(app)
        await pilot.press("j", key)
        assert app.answers == [answer]


@pytest.mark.parametrize("size", SIZES)
async def test_a_list_longer_than_the_screen_loses_nothing(size: tuple[int, int]) -> None:
    many = [Meeting(f"{HOSTILE} {number}") for number in range(40)]
    async with on_stage(ChooseMeeting(many, None), size) as (app, pilot):
        passed = await walked(app, pilot)
        assert all(meeting.name in passed for meeting in many)
        await pilot.press("G", "enter")
        assert app.answers == [many[-1].name]
