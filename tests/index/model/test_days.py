from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InvalidInputError
from index.model.days import Days, days_from_words, may_become_days

TODAY = date(2022, 2, 16)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("2021", "1 January to 31 December 2021"),
        ("jan 2022", "1 to 31 January 2022"),
        ("Sept. 2021", "1 to 30 September 2021"),
        ("2020-2", "1 to 29 February 2020"),
        ("14 Jan 2022", "14 January 2022"),
        ("the 3rd of May 2021", "3 May 2021"),
        ("3/2/22", "3 February 2022"),
        ("spring 2021", "1 March to 31 May 2021"),
        ("winter 2021", "1 December 2021 to 28 February 2022"),
        ("2021/22", "1 April 2021 to 31 March 2022"),
        ("today", "16 February 2022"),
        ("yesterday", "15 February 2022"),
        ("last week", "7 to 13 February 2022"),
        ("next week", "21 to 27 February 2022"),
        ("this month", "1 to 28 February 2022"),
        ("in the last month", "1 to 31 January 2022"),
        ("next year", "1 January to 31 December 2023"),
        ("past three weeks", "26 January to 16 February 2022"),
        ("next 2 months", "16 February to 16 April 2022"),
        ("two days ago", "14 February 2022"),
        ("in a week", "23 February 2022"),
        ("last friday", "11 February 2022"),
        ("next Wed", "23 February 2022"),
        ("this wednesday", "16 February 2022"),
        ("2020..2022", "1 January 2020 to 31 December 2022"),
        ("..June 2021", "until 30 June 2021"),
        ("2021..", "since 1 January 2021"),
        ("March to May 2022", "1 March to 31 May 2022"),
        ("1 - 5 may 2021", "1 to 5 May 2021"),
        ("between jan 2021 and 3 march 2021", "1 January to 3 March 2021"),
        ("since last month", "since 1 January 2022"),
        ("before 2021", "until 31 December 2020"),
        ("after 3 may 2021", "since 4 May 2021"),
    ],
)
def test_what_people_write_and_the_days_that_it_means(typed: str, means: str) -> None:
    assert days_from_words(typed, TODAY).in_words() == means
    assert days_from_words(typed.upper(), TODAY, ahead=True).in_words() == means


@pytest.mark.parametrize(
    ("typed", "before", "ahead"),
    [
        ("january", "1 to 31 January 2022", "1 to 31 January 2023"),
        ("february", "1 to 28 February 2022", "1 to 28 February 2022"),
        ("apr", "1 to 30 April 2021", "1 to 30 April 2022"),
        ("3 march", "3 March 2021", "3 March 2022"),
        ("29 feb", "29 February 2020", "29 February 2024"),
        ("friday", "11 February 2022", "18 February 2022"),
        ("summer", "1 June to 31 August 2021", "1 June to 31 August 2022"),
    ],
)
def test_what_has_no_year_lies_on_the_side_that_is_asked_for(
    typed: str, before: str, ahead: str
) -> None:
    assert days_from_words(typed, TODAY).in_words() == before
    assert days_from_words(typed, TODAY, ahead=True).in_words() == ahead


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "week", "99999", "[99999 to", "0000", "31/02/2022", "2022-13", "2021/25", "to"],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInputError):
        days_from_words(typed, TODAY)


@pytest.mark.parametrize("typed", ["2022..2021", "past 9999 years", "next 9999 years", "x" * 999])
def test_what_no_calendar_has_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInputError):
        days_from_words(typed, TODAY)


PIECES = st.one_of(
    st.sampled_from(["last", "next", "since", "before", "days", "ago", "in", "a", "month", "of"]),
    st.sampled_from(["3", "31", "2021", "0000", "9999", "..", "to", "-", "/", "٣", "x"]),
    st.sampled_from(["may", "feb", "week", "friday", "winter"]),
)


@given(
    st.text(max_size=30) | st.lists(PIECES, max_size=6).map(" ".join),
    st.dates(),
    st.booleans(),
)
def test_anything_typed_on_any_day_is_days_in_order_or_refused(
    typed: str, today: date, ahead: bool
) -> None:
    with suppress(InvalidInputError):
        days = days_from_words(typed, today, ahead=ahead)
        assert days != Days()
        assert days.first is None or days.last is None or days.first <= days.last


@pytest.mark.parametrize("typed", ["la", "last mo", "12 ja", "20", "since", "next", "2020.."])
def test_a_date_that_is_half_typed_is_known_as_one(typed: str) -> None:
    assert may_become_days(typed)


@pytest.mark.parametrize("typed", ["[99", "soon", "kinship", "last kin"])
def test_what_never_becomes_a_date_is_known_too(typed: str) -> None:
    assert not may_become_days(typed)
