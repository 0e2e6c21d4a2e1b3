"""Dates in order, and the screen that lists them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Library
from index.model.items import Kind
from index.model.meetings import Action, Meeting
from index.places import Places
from tests.tui.screens.stage import HOSTILE, SIZES, answers_of, flowed, on_stage, told, walked
from tests.tui.steady import enter, until
from tui.screens import dates_list
from tui.screens.calendar import Happening, coming, happenings, passed, short_day
from tui.screens.dates import DatesScreen
from tui.screens.dates_list import happening_in_words

TODAY = date(2026, 11, 18)
"""A Wednesday."""


def dated(start: str, end: str | None = None) -> Happening:
    return Happening("event", f"Title {start}", start, end, item=f"item-{start}")


def headings(*found: Happening, today: date = TODAY) -> list[tuple[str, list[str]]]:
    return [(s.heading, [each.start for each in s.happenings]) for s in coming(found, today)]


def test_what_comes_is_in_order_by_week() -> None:
    assert headings(
        dated("2027"),
        dated("2026-12-13"),
        dated("2026-12-07"),
        dated("2026-11"),
        dated("2026-11-24"),
        dated("2026-11-22T10:00"),
        dated("2026-11-18"),
        dated("2026-11-30"),
        dated("2026-10-01", "2026-11-20"),
        dated("2027-01-04"),
    ) == [
        ("Already under way", ["2026-10-01"]),
        ("This week", ["2026-11-18", "2026-11-22T10:00"]),
        ("Some time in November 2026", ["2026-11"]),
        ("Next week", ["2026-11-24"]),
        ("Week of 30 November", ["2026-11-30"]),
        ("Week of 7 December", ["2026-12-07", "2026-12-13"]),
        ("Some time in 2027", ["2027"]),
        ("Week of 4 January 2027", ["2027-01-04"]),
    ]


def test_meetings_and_open_actions_happen_too_and_what_is_overdue_comes_first() -> None:
    found = happenings(
        (),
        (Meeting("Panel", date(2026, 12, 3), "2pm", "Town Hall"), Meeting("Board")),
        (
            Action("1", "Panel", "Write", "Jo", date(2026, 5, 1)),
            Action("2", "Panel", "Ask", "Jo", date(2026, 5, 1), done=True),
            Action("3", "Panel", "Read"),
        ),
    )
    assert [(s.heading, [each.title for each in s.happenings]) for s in coming(found, TODAY)] == [
        ("Overdue", ["Write"]),
        ("Week of 30 November", ["Panel"]),
    ]
    assert passed(found, TODAY) == ()
    panel, write = found
    assert happening_in_words(panel).plain == ("Panel\nMeeting · 3 December 2026 · 2pm, Town Hall")
    assert happening_in_words(write).plain == "Write\nAction, due · 1 May 2026 · Jo · Panel"


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
    assert [(s.heading, [each.start for each in s.happenings]) for s in stretches] == [
        ("February 2022", ["2022-02-03T18:30", "2022-02"]),
        ("April 2021", ["2021-04-21"]),
    ]


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
        each.start for s in (*coming(found, today), *passed(found, today)) for each in s.happenings
    ]
    assert sorted(listed) == sorted(starts)


def test_what_happens_in_words_is_its_text_and_no_more() -> None:
    one = Happening("deadline", HOSTILE, "2022-02-03T18:30", "2022-02-03T19:30", HOSTILE)
    assert happening_in_words(one).plain.splitlines() == [
        HOSTILE,
        f"Closes · 3 February 2022, 6.30pm to 7.30pm · {HOSTILE}",
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_seeds_that_are_years_old_have_passed(
    library: Library, size: tuple[int, int]
) -> None:
    found = library.dates()
    async with on_stage(DatesScreen(library, date(2031, 1, 1)), size) as (app, pilot):
        await until(pilot, lambda: "No closing date stated" in flowed(app), "the dates are read")
        assert "Nothing is coming" in flowed(app)
        text = await walked(app, pilot)
        assert all(each.title in text for each in found)
        await pilot.press("g", "p")
        assert "Passed: October 2022" in flowed(app)
        await pilot.press("enter")
        latest = max(found, key=lambda each: each.start)
        assert app.answers == [latest.item]


async def test_what_is_coming_stands_first_and_it_is_left_by_many_keys(library: Library) -> None:
    ways = ("enter", "escape", "d", "q")
    answers = await answers_of((DatesScreen(library, date(2021, 1, 1)), (key,)) for key in ways)
    assert answers == [next(d.item for d in library.dates() if d.start >= "2021"), *[None] * 3]


async def test_a_library_without_dates_says_so(tmp_path: Path) -> None:
    with Library(Places.of(tmp_path / "empty"), seeds=False) as empty:
        async with on_stage(DatesScreen(empty, TODAY)) as (app, pilot):
            await until(pilot, lambda: "No event, no closing date" in flowed(app), "it is said")
            await pilot.press(*"jkgGpbDBx", "escape", "enter", "escape")
            assert app.answers == [None]


async def test_a_closing_date_is_set_and_the_item_bookmarked_and_both_taken_back(
    library: Library,
) -> None:
    library.save_meeting("Panel", date=date(2026, 12, 3))
    library.choose_meeting("Panel")
    async with on_stage(DatesScreen(library, TODAY), (100, 40)) as (app, pilot):
        await until(pilot, lambda: "No closing date stated" in flowed(app), "the dates are read")
        assert "Week of 30 November Thu 3 Dec Panel" in flowed(app)
        await pilot.press("b")
        await until(pilot, lambda: "Move to the date of an item" in told(app), "it is a meeting")
        await pilot.press("j")
        screen = app.screen
        assert isinstance(screen, DatesScreen)
        assert screen.listed.at_hand is not None
        item = screen.listed.at_hand.item
        assert library.item(item).kind in (Kind.SURVEY, Kind.CONSULTATION)
        await pilot.press("b", "D")
        await enter(pilot, "31 February")
        await pilot.press("enter")
        await until(pilot, lambda: "is not a date" in told(app), "the mistake is named")
        await pilot.press("ctrl+u")
        await enter(pilot, "4 December 2026")
        await pilot.press("enter")
        await until(pilot, lambda: "Fri 4 Dec" in flowed(app), "it closes in that week")
        assert [each.item for each in library.agenda("Panel")] == [item]
        await pilot.press("ctrl+z", "ctrl+z")
        await until(pilot, lambda: "Fri 4 Dec" not in flowed(app), "it has no date again")
        assert library.agenda("Panel") == ()
        await pilot.press("g", "x", "p", "x")
        await until(pilot, lambda: "The calendar is in" in told(app), "it is said where it is")
        written = [path.read_text("utf-8") for path in library.places.packs.glob("*.ics")]
        assert len(written) == 2
        assert all("DTSTART" in text for text in written)
        assert any("SUMMARY:Panel" in text for text in written)
        await pilot.press("g", "enter")
        await until(pilot, lambda: "Thursday 3 December 2026" in flowed(app), "the agenda is shown")
        await pilot.press("escape", "m", "escape", "escape")
        assert app.answers == [None]


async def test_a_long_list_is_shown_piece_by_piece(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dates_list, "AT_ONCE", 8)
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
