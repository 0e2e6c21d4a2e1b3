"""What the reader is looking at."""

from __future__ import annotations

from datetime import date

import pytest

from index.model.results import Filter, Results, SavedSearch, Topic
from tui.reader.asking import kept_as, of_kept
from tui.reader.item_list import short_date
from tui.reader.view import ALL, UNREAD, Choice, View

ADOPTION = Choice("topic", "adoption", "Adoption")


NEWS = Choice("kind", "news", "news")


def test_the_title_says_what_is_filtered() -> None:
    assert View().title == "Items"
    assert View(choices=(ADOPTION, NEWS)).title == "Items: Adoption, news"
    assert View(related_to="abc-1", related_title="A title").title == "Related to “A title”"


def test_one_step_back_at_a_time() -> None:
    view = View("survey", (ADOPTION, NEWS), related_to="abc-1", related_title="A title")
    passed = [view := view.back() for _ in range(4)]
    assert passed == [
        View("survey", (ADOPTION, NEWS)),
        View("", (ADOPTION, NEWS)),
        View("", (ADOPTION,)),
        View(),
    ]
    assert passed[-1].is_beginning
    assert not passed[-2].is_beginning


def test_choices_are_turned_one_by_one_and_one_alone_replaces_them() -> None:
    view = View().turned(ADOPTION).turned(NEWS)
    assert view.filter == Filter(topics=("adoption",), kinds=("news",))
    assert view.filter_without("kind") == Filter(topics=("adoption",))
    assert view.turned(ADOPTION) == View(choices=(NEWS,))
    assert view.only(UNREAD).filter == Filter(unread=True)
    assert view.only(ALL) == View()
    panel, board = (Choice("meeting", name, name) for name in ("Panel", "Board"))
    assert View().turned(panel).turned(board).filter == Filter(meeting="Board")


def test_orders_follow_each_other_and_come_round() -> None:
    view = View("kinship")
    orders = [view.order, *((view := view.in_next_order()).order for _ in range(4))]
    assert orders == ["best first", "newest first", "oldest first", "by source", "best first"]
    assert View().in_next_order().order == "oldest first"  # without words, newest is the first


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (ADOPTION, Filter(topics=("adoption",))),
        (Choice("source", "LGA", "LGA"), Filter(sources=("LGA",))),
        (Choice("year", "2021", "2021"), Filter(years=("2021",))),
        (Choice("organisation", "ADCS", "ADCS"), Filter(organisations=("ADCS",))),
        (Choice("meeting", "Panel", "Panel"), Filter(meeting="Panel")),
        (UNREAD, Filter(unread=True)),
    ],
)
def test_a_choice_is_a_filter_and_a_saved_search_brings_it_back(
    choice: Choice, expected: Filter
) -> None:
    view = View("review", (choice,), sort="oldest")
    assert view.filter == expected
    topics = [Topic("adoption", "Adoption", "care-and-permanence")]
    assert of_kept(kept_as("mine", view), topics) == view


def test_days_of_a_saved_search_stand_in_its_query() -> None:
    kept = SavedSearch("mine", "review", Filter(since=date(2021, 1, 1), until=date(2021, 6, 30)))
    assert of_kept(kept, ()).query == "review since:2021-01-01 until:2021-06-30"


def test_the_foot_tells_how_many_and_in_what_order() -> None:
    results = Results("x", ("a", "b"))
    assert View("x").subtitle(results, 2) == "2 · best first"
    assert View().subtitle(results, 9) == "2 of 9 · newest first"


def test_short_dates() -> None:
    assert short_date("2022-01-14") == "Jan 2022"
    assert short_date("2022-01") == "Jan 2022"
    assert short_date("2022") == "2022"
    assert short_date(None) == "undated"
