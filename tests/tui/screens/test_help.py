from __future__ import annotations

import pytest

from index import Library
from tests.tui.screens.stage import SIZES, answers_of, flowed, on_stage, walked
from tests.tui.steady import seen
from tui.commands import COMMANDS
from tui.screens.help import QUERIES, Help

KEYS = {command.name: command.keys for command in COMMANDS}


@pytest.mark.parametrize("size", SIZES)
async def test_every_command_and_the_query_language_come_by(size: tuple[int, int]) -> None:
    async with on_stage(Help(KEYS), size) as (app, pilot):
        passed = await walked(app, pilot, "space")
        for command in COMMANDS:
            assert command.explains in passed
        for query, _ in QUERIES:
            assert query in passed


async def test_the_keys_are_the_readers_own_and_wide_screens_have_two_columns() -> None:
    async with on_stage(Help({**KEYS, "down": ("ctrl+n",)}), (200, 50)) as (app, pilot):
        line = next(line for line in seen(app).splitlines() if "One line or item down" in line)
        assert "ctrl+n" in line
        assert "j, Down" not in line
        assert any("Moving" in line and "Meetings" in line for line in seen(app).splitlines())
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not any("Moving" in line and "Meetings" in line for line in seen(app).splitlines())


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_whoever_is_typing_a_query_sees_one_page_of_how_to(size: tuple[int, int]) -> None:
    async with on_stage(Help(KEYS, searching=True), size) as (app, _):
        page = flowed(app)
        for query, meaning in QUERIES:
            assert query in page
            assert meaning.split()[0] in page
        assert COMMANDS[0].explains not in page


async def test_it_closes() -> None:
    keys = ("escape", "q", "question_mark")
    assert await answers_of((Help(KEYS), (key,)) for key in keys) == [None] * len(keys)


@pytest.mark.parametrize("query", [query for query, _ in QUERIES])
def test_the_examples_are_read_as_they_are_explained(library: Library, query: str) -> None:
    assert library.search(query).note == ""
