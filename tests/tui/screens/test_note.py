from __future__ import annotations

import pytest
from textual.events import Paste

from tests.tui.screens.stage import HOSTILE, SIZES, flowed, on_stage
from tests.tui.steady import burst, enter, until
from tui.screens.note import WriteNote


async def test_a_note_is_written_and_saved() -> None:
    async with on_stage(WriteNote("Note", "")) as (app, pilot):
        await enter(pilot, "Ask Jane")
        await pilot.press("enter", "s", "ctrl+s")
        assert app.answers == ["Ask Jane\ns"]


async def test_nothing_typed_just_before_saving_is_lost() -> None:
    async with on_stage(WriteNote("Note", "")) as (app, pilot):
        await burst(pilot, *"Jane", "ctrl+s")
        await until(pilot, lambda: app.answers, "the note is saved")
        assert app.answers == ["Jane"]


async def test_writing_goes_on_where_the_note_ends() -> None:
    async with on_stage(WriteNote("Note", "Ask")) as (app, pilot):
        await enter(pilot, " Jane")
        await pilot.press("ctrl+s")
        assert app.answers == ["Ask Jane"]


async def test_a_note_can_be_taken_away() -> None:
    async with on_stage(WriteNote("Note", "Ask")) as (app, pilot):
        await pilot.press("backspace", "backspace", "backspace", "ctrl+s")
        assert app.answers == [""]


async def test_esc_closes_what_is_unchanged() -> None:
    async with on_stage(WriteNote("Note", "Ask")) as (app, pilot):
        await pilot.press("x", "backspace", "escape")
        assert app.answers == [None]


@pytest.mark.parametrize(
    ("keys", "answers"),
    [(("s",), ["Ask!"]), (("enter",), ["Ask!"]), (("d",), [None])],
)
async def test_esc_asks_what_should_become_of_a_change(
    keys: tuple[str, ...], answers: list[str | None]
) -> None:
    async with on_stage(WriteNote("Note", "Ask")) as (app, pilot):
        await pilot.press("!", "escape")
        assert app.answers == []
        assert "Discard" in flowed(app)
        await pilot.press(*keys)
        assert app.answers == answers


async def test_one_can_go_on_writing() -> None:
    async with on_stage(WriteNote("Note", "Ask")) as (app, pilot):
        await pilot.press("!", "escape", "g", "?", "escape", "escape", "ctrl+s")
        assert app.answers == ["Ask!?"]


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_shown_as_it_was_written(size: tuple[int, int]) -> None:
    async with on_stage(WriteNote(HOSTILE, HOSTILE), size) as (app, _):
        assert flowed(app).count(HOSTILE) == 2


async def test_a_paste_brings_lines_but_nothing_that_a_terminal_would_obey() -> None:
    async with on_stage(WriteNote("Note", "")) as (app, pilot):
        app.post_message(Paste("one\r\ntwo\x1b]0;x\x07\u202e"))
        await pilot.pause()
        await pilot.press("ctrl+s")
        assert app.answers == ["one\ntwo]0;x"]
