from __future__ import annotations

import pytest

from index.model.documents import Link
from tests.tui.screens.stage import HOSTILE, SIZES, answers_of, flowed, on_stage, told, walked
from tests.tui.steady import until
from tui.screens.links import LinkList

LONG = "https://example.org/" + "very-long-path/" * 12 + "end?x=[/foo]&y=[@click=app.quit]z"
LINKS = (
    Link("https://evil.example/", "https://good.example/"),
    Link(LONG, HOSTILE),
    Link(None, "lost"),
    Link("mailto:jane@example.org"),
)


async def test_a_link_is_chosen_by_cursor_or_number() -> None:
    places = {("enter",): 0, ("j", "enter"): 1, ("2",): 1, ("4",): 3}
    answers = await answers_of((LinkList(LINKS), keys) for keys in places)
    assert answers == [LINKS[place] for place in places.values()]


@pytest.mark.parametrize("keys", [("3",), ("j", "j", "enter")])
async def test_a_link_without_an_address_is_not_chosen(keys: tuple[str, ...]) -> None:
    async with on_stage(LinkList(LINKS)) as (app, pilot):
        await pilot.press(*keys)
        await until(pilot, lambda: "nothing to open" in told(app), "it is said")
        assert app.answers == []
        assert "address lost in source" in flowed(app)


async def test_a_number_without_a_link_does_nothing() -> None:
    async with on_stage(LinkList(LINKS)) as (app, pilot):
        await pilot.press("9")
        assert app.answers == []


@pytest.mark.parametrize("size", SIZES)
async def test_where_a_link_leads_is_shown_in_full(size: tuple[int, int]) -> None:
    async with on_stage(LinkList(LINKS), size) as (app, pilot):
        passed = await walked(app, pilot)
        assert LONG in passed.replace(" ", "")
        assert HOSTILE in passed
        assert "https://evil.example/" in passed
        assert "https://good.example/" in passed
        assert "mailto:jane@example.org" in passed


@pytest.mark.parametrize("keys", [("escape",), ("enter",)])
async def test_an_item_without_links_says_so(keys: tuple[str, ...]) -> None:
    async with on_stage(LinkList(())) as (app, pilot):
        assert "no links" in flowed(app)
        await pilot.press("1", *keys)
        assert app.answers == [None]
