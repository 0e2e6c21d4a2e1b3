from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.meetings.timings import hours, timings
from index.model.meetings import AgendaEntry, Meeting
from index.model.timings import Timings


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("2pm", "14:00", None),
        ("14:00 to 16:00", "14:00", "16:00"),
        ("2.00pm – 4.50pm", "14:00", "16:50"),
        ("2-4pm", "14:00", "16:00"),
        ("9.30 to 1.30", "09:30", "13:30"),
        ("from 10am till late", "10:00", None),
        ("12 noon to 2pm", "12:00", "14:00"),
        ("1400hrs", "14:00", None),
        ("Thursday, 6.30pm", "18:30", None),
        ("4pm to 2pm", "16:00", None),
    ],
)
def test_the_hours_of_a_meeting(text: str, begins: str, ends: str | None) -> None:
    assert hours(text) == (time.fromisoformat(begins), ends and time.fromisoformat(ends))


@pytest.mark.parametrize("text", ["", "to be confirmed", "after lunch", "25:00", "10"])
def test_what_says_no_time_of_day(text: str) -> None:
    assert hours(text) is None


@given(st.text(max_size=80))
def test_any_text_can_stand_for_a_time(text: str) -> None:
    assert hours(text) is None or hours(text) is not None


def entry(minutes: int | None = None, kind: str = "own") -> AgendaEntry:
    return AgendaEntry("id", kind, "Title", minutes=minutes)  # type: ignore[arg-type]  # a Literal


AGENDA = (entry(5), entry(None, "section"), entry(), entry(20))


def test_the_clock_runs_down_the_agenda() -> None:
    assert timings(Meeting("Panel", time="2pm to 4pm"), AGENDA) == Timings(
        ("2pm", "2.05pm", "2.05pm", "2.05pm"), minutes=25, untimed=1, ends="2.25pm", spare=95
    )


def test_an_agenda_that_is_too_long_says_by_how_much() -> None:
    assert timings(Meeting("Panel", time="2pm to 2.20pm"), AGENDA).spare == -5


def test_a_meeting_without_a_time_still_has_a_total() -> None:
    assert timings(Meeting("Panel"), AGENDA) == Timings(("",) * 4, minutes=25, untimed=1)


def test_no_clock_where_nothing_has_minutes() -> None:
    assert timings(Meeting("Panel", time="2pm"), (entry(), entry())).clocks == ("", "")


def test_a_clock_goes_past_midnight() -> None:
    assert timings(Meeting("Panel", time="11pm"), (entry(90), entry(10))).ends == "12.40am"
