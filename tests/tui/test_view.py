"""What the reader is looking at."""

from __future__ import annotations

import pytest

from index.model.results import Filter, Results, Topic
from tui.reader.asking import filter_of, kept_as, of_kept
from tui.reader.item_list import short_date
from tui.reader.view import ALL, UNREAD, Choice, View

ADOPTION = Choice("topic", "adoption", "Adoption")


def test_the_title_says_what_is_filtered() -> None:
    assert View().title == "Items"
    assert View(choice=ADOPTION).title == "Items: Adoption"
    assert View(related_to="abc-1", related_title="A title").title == "Related to “A title”"


def test_one_step_back_at_a_time() -> None:
    view = View("survey", ADOPTION, related_to="abc-1", related_title="A title")
    assert view.back() == View("survey", ADOPTION)
    assert view.back().back() == View("", ADOPTION)
    assert view.back().back().back() == View()


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (ALL, Filter()),
        (ADOPTION, Filter(topics=("adoption",))),
        (Choice("source", "LGA", "LGA"), Filter(sources=("LGA",))),
        (Choice("meeting", "Panel", "Panel"), Filter(meeting="Panel")),
        (UNREAD, Filter(unread=True)),
    ],
)
def test_a_choice_is_a_filter_and_a_saved_search_brings_it_back(
    choice: Choice, expected: Filter
) -> None:
    view = View("review", choice)
    assert filter_of(choice) == expected
    topics = [Topic("adoption", "Adoption", "care-and-permanence")]
    assert of_kept(kept_as("mine", view), topics) == view


def test_the_foot_tells_how_many_and_how_it_was_read() -> None:
    results = Results("x", ("a", "b"), note="searched as words")
    assert View().subtitle(results, 2) == "2 · searched as words"
    assert View().subtitle(results, 9) == "2 of 9 · searched as words"


def test_short_dates() -> None:
    assert short_date("2022-01-14") == "Jan 2022"
    assert short_date("2022-01") == "Jan 2022"
    assert short_date("2022") == "2022"
    assert short_date(None) == "undated"
