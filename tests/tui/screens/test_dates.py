"""Dates in order, and the screen that lists them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Library
from index.model.results import DatedItem
from index.places import Places
from tests.tui.screens.stage import HOSTILE, SIZES, answers_of, flowed, on_stage, until, walked
from tui.screens import dates
from tui.screens.calendar import coming, first_day, last_day, passed, short_day
from tui.screens.dates import DatesScreen, date_in_words

TODAY = date(2026, 11, 18)
"""A Wednesday."""


def dated(start: str, end: str | None = None, what: str = "event") -> DatedItem:
    return DatedItem(f"item-{start}", f"Title {start}", "Source", "", start, end, what)


def headings(*dates: DatedItem, today: date = TODAY) -> list[tuple[str, list[str]]]:
    return [(s.heading, [each.start for each in s.dates]) for s in coming(dates, today)]


def test_what_comes_is_in_order_by_week_and_month() -> None:
    assert headings(
        dated("2027"),
        dated("2026-12-03"),
        dated("2026-11"),
        dated("2026-11-24"),
        dated("2026-11-22T10:00"),
        dated("2026-11-18"),
        dated("2026-11-30"),
        dated("2026-10-01", "2026-11-20"),
    ) == [
        ("already under way", ["2026-10-01"]),
        ("this week", ["2026-11-18", "2026-11-22T10:00"]),
        ("next week", ["2026-11-24"]),
        ("November 2026", ["2026-11", "2026-11-30"]),
        ("December 2026", ["2026-12-03"]),
        ("2027", ["2027"]),
    ]


@pytest.mark.parametrize(
    ("start", "end", "is_coming"),
    [
        ("2026-11-17", None, False),
        ("2026-11-18", None, True),
        ("2026-11-18T09:00", None, True),
        ("2026-11", None, True),
        ("2026-10", None, False),
        ("2026", None, True),
        ("2025", None, False),
        ("2026-11-01", "2026-11-17", False),
        ("2026-11-01", "2026-11-18", True),
        ("2026-09", "2026-11", True),
    ],
)
def test_a_date_is_coming_until_all_of_it_is_over(
    start: str, end: str | None, is_coming: bool
) -> None:
    one = [dated(start, end)]
    assert bool(coming(one, TODAY)) is is_coming
    assert bool(passed(one, TODAY)) is not is_coming


def test_what_has_passed_is_latest_first_by_month() -> None:
    stretches = passed([dated("2021-04-21"), dated("2022-02-03T18:30"), dated("2022-02")], TODAY)
    assert [(s.heading, [each.start for each in s.dates]) for s in stretches] == [
        ("February 2022", ["2022-02-03T18:30", "2022-02"]),
        ("April 2021", ["2021-04-21"]),
    ]


def test_days_at_the_ends_of_months_and_years() -> None:
    assert (first_day("2024-02"), last_day("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))
    assert (first_day("2024"), last_day("2024")) == (date(2024, 1, 1), date(2024, 12, 31))


def test_a_short_day_is_as_precise_as_the_date() -> None:
    assert short_day("2022-02-03T18:30") == "Thu 3 Feb"
    assert short_day("2022-02") == "Feb 2022"
    assert short_day("2022") == "2022"


_DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
_ISO = st.builds(lambda day, length: day.isoformat()[:length], _DAYS, st.sampled_from((4, 7, 10)))


@given(starts=st.lists(_ISO), today=_DAYS)
def test_every_date_is_listed_once_under_headings_that_come_once(
    starts: list[str], today: date
) -> None:
    found = [dated(start) for start in starts]
    for stretches in (coming(found, today), passed(found, today)):
        names = [stretch.heading for stretch in stretches]
        assert len(names) == len(set(names))
    listed = [
        each.start for s in (*coming(found, today), *passed(found, today)) for each in s.dates
    ]
    assert sorted(listed) == sorted(starts)


def test_a_date_in_words_is_its_text_and_no_more() -> None:
    one = DatedItem("id", HOSTILE, HOSTILE, "", "2022-02-03T18:30", "2022-02-03T19:30", "deadline")
    assert date_in_words(one).plain.splitlines() == [
        HOSTILE,
        f"Closes · 3 February 2022, 6.30pm to 7.30pm · {HOSTILE}",
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_seeds_that_are_years_old_have_passed(
    library: Library, size: tuple[int, int]
) -> None:
    found = library.dates()
    async with on_stage(DatesScreen(library, date(2031, 1, 1)), size) as (app, pilot):
        await until(pilot, lambda: "Passed" in flowed(app), "the dates are read")
        assert "Nothing is coming" in flowed(app)
        text = await walked(app, pilot)
        assert all(each.title in text for each in found)
        assert "Passed: October 2022" in text


async def test_enter_answers_with_the_item(library: Library) -> None:
    last = max(library.dates(), key=lambda each: each.start)
    async with on_stage(DatesScreen(library, date(2031, 1, 1))) as (app, pilot):
        await until(pilot, lambda: "Passed" in flowed(app), "the dates are read")
        await pilot.press("enter")
        assert app.answers == [last.item]


async def test_what_is_coming_stands_first(library: Library) -> None:
    async with on_stage(DatesScreen(library, date(2021, 1, 1)), (200, 50)) as (app, pilot):
        await until(pilot, lambda: "Coming: February 2021" in flowed(app), "the dates are read")
        assert "Nothing is coming" not in flowed(app)
        await pilot.press("enter")
        assert app.answers == [next(d.item for d in library.dates() if d.start >= "2021")]


async def test_it_is_left(library: Library) -> None:
    keys = ("escape", "d", "q")
    assert await answers_of((DatesScreen(library, TODAY), (key,)) for key in keys) == [None] * 3


async def test_a_library_without_dates_says_so(tmp_path: Path) -> None:
    with Library(Places.of(tmp_path / "empty"), seeds=False) as empty:
        async with on_stage(DatesScreen(empty, TODAY)) as (app, pilot):
            await until(pilot, lambda: "No event and no closing date" in flowed(app), "it is said")
            await pilot.press("j", "enter", "escape")
            assert app.answers == [None]


async def test_a_long_list_is_shown_piece_by_piece(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dates, "AT_ONCE", 4)
    found = library.dates()
    async with on_stage(DatesScreen(library, date(2031, 1, 1)), (200, 50)) as (app, pilot):
        await until(pilot, lambda: "Show more dates" in flowed(app), "the dates are read")
        for _ in range(len(found)):
            if "Show more dates" not in flowed(app):
                break
            await pilot.press("G", "enter")
        assert all(each.title in flowed(app) for each in found)
        await pilot.press("G", "enter")
        assert app.answers == [min(found, key=lambda each: each.start).item]
