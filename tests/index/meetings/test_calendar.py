from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar

from index.meetings.calendar import calendar
from index.model.items import DateRole, FoundDate
from index.model.meetings import Action, AgendaEntry, Meeting, Pack
from tests.index.meetings.packs import MADE, WHOLE, bookmark

LONDON = ZoneInfo("Europe/London")


def events(pack: Pack) -> list[Any]:
    return list(Calendar.from_ical(calendar(pack, MADE)).walk("VEVENT"))


def dated(start: str, end: str | None = None, what: DateRole = "event") -> Pack:
    marked = bookmark("Title", "Text", dates=(FoundDate("words", start, end, what),))
    return Pack(Meeting("Panel"), (AgendaEntry("id", "item", "Title", bookmark=marked),))


def test_the_meeting_its_dates_and_its_open_actions_are_there() -> None:
    assert [str(event["summary"]) for event in events(WHOLE)] == [
        "Corporate Parenting Panel",
        "Incident notifications",
        "Closes: Incident notifications",
        "Action: Write to Ofsted (Jo)",
    ]


def test_the_meeting_has_its_hours_and_its_agenda() -> None:
    meeting = events(WHOLE)[0]
    assert meeting.decoded("dtstart") == datetime(2026, 12, 3, 14, tzinfo=LONDON)
    assert meeting.decoded("dtend") == datetime(2026, 12, 3, 16, tzinfo=LONDON)
    assert str(meeting["location"]) == "Committee room 1"
    assert "3. Incident notifications" in str(meeting["description"])
    assert str(meeting["dtstamp"].to_ical(), "ascii") == "20261122T063000Z"


def test_without_an_end_it_lasts_as_long_as_its_agenda() -> None:
    meeting = replace(WHOLE.meeting, time="2pm")
    event = events(replace(WHOLE, meeting=meeting))[0]
    assert event.decoded("duration") == timedelta(minutes=45)


def test_a_meeting_whose_time_is_unknown_takes_the_day() -> None:
    (event,) = events(Pack(Meeting("Panel", date(2026, 12, 3), "after lunch")))
    assert event.decoded("dtstart") == date(2026, 12, 3)
    assert event.decoded("dtend") == date(2026, 12, 4)


def test_a_meeting_without_a_date_is_not_there() -> None:
    assert events(Pack(Meeting("Panel"))) == []


@pytest.mark.parametrize(
    ("start", "end", "begins", "ends"),
    [
        ("2027-04-21", None, date(2027, 4, 21), date(2027, 4, 22)),
        ("2027-04-21", "2027-04-23", date(2027, 4, 21), date(2027, 4, 24)),
        ("2027-02", None, date(2027, 2, 1), date(2027, 3, 1)),
        ("2027", None, date(2027, 1, 1), date(2028, 1, 1)),
        ("9999-12-31", None, date(9999, 12, 31), date(9999, 12, 31)),
        (
            "2027-07-01T18:30",
            "2027-07-01T20:00",
            datetime(2027, 7, 1, 18, 30, tzinfo=LONDON),
            datetime(2027, 7, 1, 20, 0, tzinfo=LONDON),
        ),
    ],
)
def test_events_to_the_precision_that_is_known(
    start: str, end: str | None, begins: date, ends: date
) -> None:
    (event,) = events(dated(start, end))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (begins, ends)


def test_a_deadline_takes_its_day_and_reminds_the_morning_before() -> None:
    (event,) = events(dated("2027-03-01T17:00", None, "deadline"))
    assert str(event["summary"]) == "Closes 5pm: Title"
    assert event.decoded("dtstart") == date(2027, 3, 1)
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=-15)


def test_of_what_is_over_nobody_is_reminded() -> None:
    (event,) = events(dated("2021-03-01", None, "deadline"))
    assert event.walk("VALARM") == []


def test_what_is_merely_mentioned_is_no_date_to_keep() -> None:
    assert events(dated("2027-03-01", None, "mentioned")) == []


def test_what_is_imported_twice_stands_there_once() -> None:
    first, second = events(WHOLE), events(replace(WHOLE, actions=WHOLE.actions * 1))
    assert [each["uid"] for each in first] == [each["uid"] for each in second]
    assert len({str(each["uid"]) for each in first}) == len(first)
    moved = replace(WHOLE, meeting=replace(WHOLE.meeting, date=date(2027, 1, 7)))
    assert events(moved)[0]["uid"] == first[0]["uid"]


def test_one_date_of_an_item_is_one_event() -> None:
    pack = dated("2027-03-01")
    assert len(events(replace(pack, agenda=pack.agenda * 2))) == 1


def test_another_reader_knows_the_clocks_of_summer_and_winter() -> None:
    pack = replace(WHOLE, meeting=replace(WHOLE.meeting, date=date(2027, 7, 1)))
    read = vobject.readOne(calendar(pack, MADE).decode())
    summer, past = read.vevent_list[0].dtstart.value, read.vevent_list[1].dtstart.value
    assert summer.astimezone(UTC) == datetime(2027, 7, 1, 13, tzinfo=UTC)
    assert past.astimezone(UTC) == datetime(2021, 4, 21, 13, tzinfo=UTC)
    winter = vobject.readOne(calendar(WHOLE, MADE).decode()).vevent_list[0].dtstart.value
    assert winter.astimezone(UTC) == datetime(2026, 12, 3, 14, tzinfo=UTC)


def test_an_action_that_is_done_is_not_due() -> None:
    action = Action("id", "Panel", "Write", due=date(2027, 1, 1), done=True)
    assert events(Pack(Meeting("Panel"), actions=(action,))) == []
