from __future__ import annotations

import pytest

from tests.tui.screens.stage import SIZES, answers_of, flowed, on_stage
from tui.screens.welcome import Welcome


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_what_is_here_and_which_keys_matter(size: tuple[int, int]) -> None:
    async with on_stage(Welcome(5, 143), size) as (app, _):
        text = flowed(app)
        assert "5 newsletters with 143 items" in text
        for words in ("/ search", "Enter open", "b bookmark", "x write", "? all the keys"):
            assert words in text
        assert text.endswith("any key goes on")


async def test_any_key_goes_on() -> None:
    keys = ("j", "enter", "escape", "slash", "q", "down")
    assert await answers_of((Welcome(5, 143), (key,)) for key in keys) == [None] * len(keys)


async def test_one_newsletter_with_one_item_is_spoken_of_as_one() -> None:
    async with on_stage(Welcome(1, 1)) as (app, _):
        assert "1 newsletter with 1 item is here" in flowed(app)


async def test_an_empty_library_is_welcome_too() -> None:
    async with on_stage(Welcome(0, 0)) as (app, _):
        assert "Press i to add your first newsletters." in flowed(app)
