from __future__ import annotations

from datetime import date

import pytest

from index.model.dates import clock_in_words, first_day, last_day


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2022-02-03T18:30", date(2022, 2, 3), date(2022, 2, 3)),
        ("2022-02-03", date(2022, 2, 3), date(2022, 2, 3)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_the_days_of_a_date_of_any_precision(iso: str, first: date, last: date) -> None:
    assert (first_day(iso), last_day(iso)) == (first, last)


@pytest.mark.parametrize("iso", ["", "soon", "2022-13", "2022-02-30"])
def test_what_is_no_date(iso: str) -> None:
    for day in (first_day, last_day):
        with pytest.raises(ValueError, match=r".+"):
            day(iso)


@pytest.mark.parametrize(
    ("clock", "words"), [("00:05", "12.05am"), ("12:00", "12pm"), ("18:30", "6.30pm")]
)
def test_a_time_of_day_in_words(clock: str, words: str) -> None:
    assert clock_in_words(clock) == words
