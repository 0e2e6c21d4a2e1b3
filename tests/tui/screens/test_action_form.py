from __future__ import annotations

from datetime import date

import pytest

from tests.tui.screens.stage import HOSTILE, SIZES, answers_of, flowed, on_stage
from tests.tui.steady import burst, enter, until
from tui.screens.action_form import ActionDetails, AskAction, Offer

OFFERS = (Offer(date(2031, 3, 3), "closes"), Offer(date(2031, 5, 1), HOSTILE))


async def test_an_action_is_filled_in_by_a_burst_of_keys() -> None:
    async with on_stage(AskAction("Action")) as (app, pilot):
        await burst(pilot, *"Write", "enter", *"Jo", "tab", *"1/2/31", "enter")
        await until(pilot, lambda: app.answers, "the form is saved")
        assert app.answers == [ActionDetails("Write", "Jo", date(2031, 2, 1))]


@pytest.mark.parametrize(
    ("keys", "day"),
    [(("down",), 0), (("down", "down"), 1), (("down", "down", "down"), 0), (("up",), 1)],
)
async def test_dates_on_offer_are_taken_with_one_key(keys: tuple[str, ...], day: int) -> None:
    (answer,) = await answers_of([(AskAction("Action", offers=OFFERS), ("W", *keys, "ctrl+s"))])
    assert answer == ActionDetails("W", "", OFFERS[day].day)


async def test_people_are_offered_by_the_beginning_of_their_names() -> None:
    form = AskAction("Action", ActionDetails("Write"), people=("Cllr Jane Roe", "Jo Smith"))
    async with on_stage(form) as (app, pilot):
        await pilot.press("tab", *"cllr")
        await until(pilot, lambda: "Jane Roe" in flowed(app), "the name is offered")
        await pilot.press("right", "ctrl+s")
        assert app.answers == [ActionDetails("Write", "Cllr Jane Roe")]


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_the_matter_is_said_and_what_was_given_is_shown(
    size: tuple[int, int],
) -> None:
    details = ActionDetails("", HOSTILE)
    async with on_stage(AskAction(HOSTILE, details, offers=OFFERS), size) as (app, pilot):
        assert flowed(app).count(HOSTILE) == 3
        await pilot.press("ctrl+s")
        assert "Say what is to be done" in flowed(app)
        await enter(pilot, "Write")
        await pilot.press("tab", "tab")
        await enter(pilot, "31 June 2031")
        await pilot.press("ctrl+s")
        assert "is not a date" in flowed(app)
        await pilot.press("down", "ctrl+s")
        assert app.answers == [ActionDetails("Write", HOSTILE, OFFERS[0].day)]
