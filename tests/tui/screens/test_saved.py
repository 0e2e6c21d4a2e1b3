from __future__ import annotations

from datetime import date

import pytest

from index.model.results import Filter, SavedSearch
from tests.tui.screens.stage import HOSTILE, SIZES, flowed, on_stage, walked
from tui.screens.saved import SavedSearches

KINSHIP = SavedSearch(
    "Kinship",
    "kinship",
    Filter(topics=("kinship-care", "fostering"), since=date(2022, 1, 1), unread=True),
)
ALL = SavedSearch("All", "", sort="newest")
RUDE = SavedSearch(HOSTILE, HOSTILE, Filter(sources=(HOSTILE,)))
SEARCHES = (KINSHIP, ALL, RUDE)


async def test_a_search_is_chosen() -> None:
    async with on_stage(SavedSearches(SEARCHES)) as (app, pilot):
        await pilot.press("j", "enter")
        assert app.answers == [ALL]


async def test_what_a_search_looks_for_is_said() -> None:
    async with on_stage(SavedSearches(SEARCHES), (200, 50)) as (app, _):
        text = flowed(app)
        assert "kinship; topic: kinship-care or fostering; since 1 January 2022;" in text
        assert "unread only" in text
        assert "All everything; newest first" in text


async def test_d_forgets_after_asking() -> None:
    forgotten: list[SavedSearch] = []
    async with on_stage(SavedSearches(SEARCHES, forgotten.append)) as (app, pilot):
        await pilot.press("j", "d", "n")
        assert forgotten == []
        await pilot.press("d", "y")
        assert forgotten == [ALL]
        assert "everything" not in flowed(app)
        await pilot.press("g", "enter")
        assert app.answers == [KINSHIP]


async def test_the_last_one_forgotten_leaves_words() -> None:
    forgotten: list[SavedSearch] = []
    async with on_stage(SavedSearches((ALL,), forgotten.append)) as (app, pilot):
        await pilot.press("d", "y")
        assert "No saved search yet" in flowed(app)
        await pilot.press("d", "enter")
        assert app.answers == [None]
        assert forgotten == [ALL]


async def test_esc_leaves() -> None:
    async with on_stage(SavedSearches(())) as (app, pilot):
        assert "No saved search yet" in flowed(app)
        await pilot.press("escape")
        assert app.answers == [None]


@pytest.mark.parametrize("size", SIZES)
async def test_searches_are_shown_as_they_were_written(size: tuple[int, int]) -> None:
    async with on_stage(SavedSearches(SEARCHES), size) as (app, pilot):
        passed = await walked(app, pilot)
        assert f"{HOSTILE} {HOSTILE}; source: {HOSTILE}" in passed
