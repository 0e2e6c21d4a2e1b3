from __future__ import annotations

import pytest

from index.model.items import Kind
from index.understanding import Understanding
from tests.index.understanding.understood import understood


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("New head", "Ann Lee starts on Monday.", Kind.NEWS),
        ("Care day", "Join us on 4 May 2022, 2pm to 4pm. Book a place by e-mail.", Kind.EVENT),
        ("Your views", "A short survey asks carers about respite.", Kind.SURVEY),
        ("Thresholds", "The open consultation closes on 4 May 2022.", Kind.CONSULTATION),
        ("Carers' handbook", "The charity has published a new guide for carers.", Kind.PUBLICATION),
        ("My Things", "We are running a campaign against bin bags.", Kind.CAMPAIGN),
        ("To the minister", "Forty charities have written an open letter.", Kind.LETTER),
    ],
)
def test_an_item_says_what_it_is(
    understanding: Understanding, title: str, text: str, kind: Kind
) -> None:
    assert understood(understanding, text, title).kind is kind


def test_whatever_stands_in_minutes_is_minutes(understanding: Understanding) -> None:
    text = "Join us on 4 May 2022 at 2pm. Book a place."
    assert understood(understanding, text, kind="minutes").kind is Kind.MINUTES
    noted = "Members noted the report. RESOLVED: that it be agreed."
    assert understood(understanding, noted).kind is not Kind.MINUTES


def test_a_report_that_is_named_in_passing_makes_no_publication(
    understanding: Understanding,
) -> None:
    text = "The team has a new van. It was bought after the annual report had asked for one."
    assert understood(understanding, text, "New van").kind is Kind.NEWS


def test_an_event_without_a_day_is_less_of_one(understanding: Understanding) -> None:
    assert understood(understanding, "Six of us went to a workshop.").kind is Kind.NEWS


def test_what_comes_back_every_week_is_an_event(understanding: Understanding) -> None:
    text = "Tuesdays and Thursdays, 9.30 to 11am, for everybody."
    assert understood(understanding, text, "Drop by").kind is Kind.EVENT


def test_an_address_tells_too(understanding: Understanding) -> None:
    text = "Some thoughts on the year: https://example.org/files/thoughts.pdf and a study."
    assert understood(understanding, text, "The year").kind is Kind.PUBLICATION


def test_the_section_tells_too(understanding: Understanding) -> None:
    assert understood(understanding, "On hats.", "Hats", section="Publications").kind is (
        Kind.PUBLICATION
    )
    assert understood(understanding, "On hats.", "Hats").kind is Kind.NEWS


def test_a_call_for_views_without_a_closing_date_says_so(understanding: Understanding) -> None:
    open_end = understood(understanding, "Please complete our survey.")
    assert open_end.gaps == ("no closing date stated",)
    closing = understood(understanding, "Please complete our survey by 4 May 2022.")
    assert closing.gaps == ()
    assert understood(understanding, "Ann Lee has retired.").gaps == ()
