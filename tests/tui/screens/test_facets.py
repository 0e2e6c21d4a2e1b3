from __future__ import annotations

import pytest

from index.model.results import Counts, Topic
from tests.tui.screens.stage import HOSTILE, SIZES, flowed, on_stage, walked
from tui.reader.facets import Facet, Facets, facets_of
from tui.reader.view import Choice
from tui.screens.facets import NarrowDown

TOPICS = (Topic("care", "Care"), Topic("send", "SEND", "care"), Topic("law", "Law", "care"))
COUNTS = Counts(
    topics={"send": 3, "care": 4},
    sources={"LGA": 1, HOSTILE: 6},
    years={"2021": 2, "unknown": 9, "2022": 1},
)
LAW = Choice("topic", "law", "Law")
RUDE = Choice("source", HOSTILE, HOSTILE)


def test_facets_stand_in_the_order_that_suits_them_and_what_is_chosen_always_stands() -> None:
    gone = Choice("kind", "letter", "letter")
    topics, sources, kinds, years = facets_of(COUNTS, TOPICS, (LAW, gone))
    assert [(each.choice.name, each.items) for each in topics.facets] == [
        ("Care", 4),
        ("SEND", 3),
        ("Law", 0),
    ]
    assert [each.choice.value for each in sources.facets] == [HOSTILE, "LGA"]
    assert kinds.facets == (Facet(gone, 0),)
    assert [each.choice.value for each in years.facets] == ["2022", "2021", "unknown"]


async def test_a_digit_goes_to_a_group_and_space_turns_what_is_there() -> None:
    turned: list[Choice] = []
    screen = NarrowDown(facets_of(COUNTS, TOPICS, ()), (), turned.append, 44)
    async with on_stage(screen) as (app, pilot):
        await pilot.press("space", "2", "space", "4", "j", "enter")
        assert [choice.value for choice in turned] == ["care", HOSTILE, "2021"]
        screen.show(facets_of(COUNTS, TOPICS, (RUDE,)), (RUDE,), 6)
        await pilot.press("space")
        assert turned[-1].value == "2021"  # the cursor stays where it was
        await pilot.press("F")
        assert app.answers == [None]


async def test_where_nothing_is_there_to_narrow_it_says_so() -> None:
    nothing: tuple[Facets, ...] = ()
    async with on_stage(NarrowDown(nothing, (), print, 0)) as (app, pilot):
        assert "Nothing here to narrow" in flowed(app)
        await pilot.press("space", "3", "escape")
        assert app.answers == [None]


@pytest.mark.parametrize("size", SIZES)
async def test_names_are_shown_as_they_are_written(size: tuple[int, int]) -> None:
    screen = NarrowDown(facets_of(COUNTS, TOPICS, (RUDE,)), (RUDE,), print, 6)
    async with on_stage(screen, size) as (app, pilot):
        assert HOSTILE in await walked(app, pilot, "j")
        assert "✓ 6" in await walked(app, pilot, "k")
