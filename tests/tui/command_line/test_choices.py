from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InvalidInputError
from index.model.results import Topic
from tui.command_line.choices import (
    first_day,
    last_day,
    nearest,
    source_name,
    span_of_days,
    topic_slug,
)

TREE = (
    Topic("care-and-permanence", "Care and permanence"),
    Topic("kinship-care", "Kinship care", "care-and-permanence"),
    Topic("residential-care", "Residential care", "care-and-permanence"),
    Topic("send", "SEND", "childrens-lives"),
)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2020-2", date(2020, 2, 1), date(2020, 2, 29)),
        ("January 2022", date(2022, 1, 1), date(2022, 1, 31)),
        ("dec 2022", date(2022, 12, 1), date(2022, 12, 31)),
        ("2022-02-03", date(2022, 2, 3), date(2022, 2, 3)),
        ("3/2/2022", date(2022, 2, 3), date(2022, 2, 3)),
        ("3rd February 2022", date(2022, 2, 3), date(2022, 2, 3)),
    ],
)
def test_a_date_of_any_precision_has_a_first_and_a_last_day(
    typed: str, first: date, last: date
) -> None:
    assert (first_day(typed), last_day(typed)) == (first, last)


@pytest.mark.parametrize("typed", ["soon", "2022-13", "0000", "0000-01", "31/02/2022", "20222"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    for read in (first_day, last_day):
        with pytest.raises(InvalidInputError):
            read(typed)


@given(st.text(max_size=30))
def test_anything_typed_is_a_date_or_refused(typed: str) -> None:
    with suppress(InvalidInputError):
        assert first_day(typed) <= last_day(typed)


def test_a_span_includes_both_ends() -> None:
    assert span_of_days("2021", "2022-06") == (date(2021, 1, 1), date(2022, 6, 30))
    assert span_of_days(None, None) == (None, None)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="before"):
        span_of_days("2022", "2021")


@pytest.mark.parametrize("typed", ["kinship-care", "Kinship care", "KINSHIP_CARE", " kinship care"])
def test_a_topic_is_known_by_slug_and_by_name(typed: str) -> None:
    assert topic_slug(typed, TREE) == "kinship-care"


def test_an_unknown_topic_names_the_nearest() -> None:
    with pytest.raises(InvalidInputError, match="kinship-care"):
        topic_slug("kinshp-care", TREE)
    with pytest.raises(InvalidInputError, match="carereader topics"):
        topic_slug("zzz", TREE)


def test_names_that_hold_what_was_typed_are_near() -> None:
    assert nearest("residential", ["fostering", "residential-care"]) == ["residential-care"]


def test_a_source_is_known_in_any_case() -> None:
    assert source_name("chq", ["CHQ", "Kinship"]) == "CHQ"
    assert source_name("Elsewhere", ["CHQ"]) == "Elsewhere"
