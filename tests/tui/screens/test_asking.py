from __future__ import annotations

import pytest

from tests.tui.screens.stage import HOSTILE, SIZES, answers_of, flowed, on_stage
from tests.tui.steady import enter
from tui.screens.asking import AskLine, Confirm


async def test_a_line_is_typed_and_given_back_trimmed() -> None:
    async with on_stage(AskLine("Save", "Name?")) as (app, pilot):
        await enter(pilot, " kinship news ")
        await pilot.press("enter")
        assert app.answers == ["kinship news"]


async def test_a_value_to_begin_with_can_be_gone_on_with() -> None:
    async with on_stage(AskLine("Save", "Name?", value="kin")) as (app, pilot):
        await enter(pilot, "ship")
        await pilot.press("enter")
        assert app.answers == ["kinship"]


async def test_an_empty_line_and_esc_are_no_answer() -> None:
    ways = (("enter",), ("space", "enter"), ("x", "escape"))
    assert await answers_of((AskLine("Save", "Name?"), keys) for keys in ways) == [None] * 3


async def test_yes_and_no_by_key() -> None:
    ways = {
        ("y",): True,
        ("n",): False,
        ("enter",): True,
        ("right", "enter"): False,
        ("tab", "enter"): False,
        ("right", "left", "enter"): True,
        ("escape",): False,
    }
    answers = await answers_of((Confirm("All 12 items?"), keys) for keys in ways)
    assert answers == list(ways.values())


async def test_another_key_does_not_answer() -> None:
    async with on_stage(Confirm("All 12 items?")) as (app, pilot):
        await pilot.press("x", "q", "1")
        assert app.answers == []


@pytest.mark.parametrize("size", SIZES)
async def test_questions_are_shown_as_they_were_written(size: tuple[int, int]) -> None:
    async with on_stage(Confirm(f"Forget {HOSTILE}?", HOSTILE[:9], "Keep"), size) as (app, _):
        assert f"Forget {HOSTILE}?" in flowed(app)
        assert HOSTILE[:9] in flowed(app)
    async with on_stage(AskLine(HOSTILE, HOSTILE, HOSTILE), size) as (app, _):
        assert flowed(app).count(HOSTILE) == 3


async def test_what_a_terminal_would_obey_does_not_come_in() -> None:
    async with on_stage(AskLine("Save", "Name?", value="a\x1b[31mb\u202ec")) as (app, pilot):
        await pilot.press("enter")
        assert app.answers == ["a[31mbc"]
