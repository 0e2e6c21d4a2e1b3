from __future__ import annotations

from datetime import date

import pytest

from index.model.days import Days
from index.model.documents import Link
from index.model.items import FoundDate
from index.model.meetings import Action
from index.model.steps import ActionChange
from index.record.record import Record
from tests.index.record.making import item, newsletter

ITEMS = (
    item(1, links=(Link("https://example.org", "here", 0, 4),)),
    item(2, dates=(FoundDate("14 May", "2022-05-14", None, "event"),)),
    item(3, dates=(FoundDate("in June", "2022-06", None, "deadline"),)),
    item(4, dates=(FoundDate("1 to 9 May", "2022-05-01", "2022-05-09", "deadline"),)),
)
IDS = [each.id for each in ITEMS]


@pytest.fixture
def filled(record: Record) -> Record:
    record.documents.add(newsletter(*ITEMS), "x")
    record.marks.mark_read(IDS[:2], True)
    record.marks.write_note(IDS[2], "Ask Amina")
    record.meetings.save("Corporate Parenting Panel")
    record.meetings.save("Panel")
    record.meetings.bookmark(IDS[0], "Corporate Parenting Panel")
    record.meetings.bookmark(IDS[3], "Panel")
    return record


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("is", "read", {0, 1}),
        ("is", "bookmarked", {0, 3}),
        ("has", "note", {2}),
        ("has", "event", {1}),
        ("has", "deadline", {2, 3}),
        ("has", "link", {0}),
        ("has", "nothing", set()),
        ("meeting", "PANEL", {3}),  # the whole name, before others that hold it
        ("meeting", "parenting", {0}),
        ("meeting", "board", set()),
        ("meeting", " ", set()),
    ],
)
def test_the_items_in_a_state(filled: Record, field: str, value: str, expected: set[int]) -> None:
    assert filled.states.items(field, value) == {IDS[each] for each in expected}


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, {2, 3}),
        (date(2022, 5, 9), date(2022, 5, 31), {3}),
        (date(2022, 5, 10), None, {2}),
        (date(2022, 6, 30), None, {2}),
        (date(2022, 7, 1), None, set()),
        (None, date(2022, 4, 30), set()),
    ],
)
def test_what_is_due_in_a_span_of_days(
    filled: Record, first: date | None, last: date | None, expected: set[int]
) -> None:
    assert filled.states.within("due", Days(first, last)) == {IDS[each] for each in expected}


def test_every_state_that_is_named_can_be_asked_for(filled: Record) -> None:
    names = filled.states.names
    assert names["is"] == ("unread", "read", "bookmarked")
    assert set(names["has"]) == {"note", "action", "event", "deadline", "link"}


def test_what_items_come_with_is_asked_anew_when_one_has_changed(filled: Record) -> None:
    assert filled.states.items("has", "event") == {IDS[1]}
    more = item(9, document="ab" * 5, dates=(FoundDate("3 June", "2022-06-03", None, "event"),))
    filled.documents.add(newsletter(more, document="ab" * 5), "y")
    assert filled.states.items("has", "event") == {IDS[1], more.id}


def test_what_was_done_about_items_at_meetings(record: Record) -> None:
    record.documents.add(newsletter(*ITEMS), "x")
    day = date(2026, 5, 12)
    record.meetings.save("Fostering panel", series="Corporate parenting")
    record.meetings.save("Panel")
    record.meetings.bookmark(IDS[0], "Fostering panel")
    record.meetings.bookmark(IDS[1], "Panel")
    for meeting, due in (("Fostering panel", day), ("Panel", None)):
        (entry,) = record.agendas.entries(meeting)
        record.actions.add(meeting, Action("", meeting, "Write", due=due, entry=entry.id))
    assert record.states.items("meeting", "corporate") == {IDS[0]}
    assert record.states.items("has", "action") == {IDS[0], IDS[1]}
    assert record.states.within("due", Days(day, day)) == {IDS[0]}
    assert record.states.within("due", Days(date(2026, 5, 13), None)) == set()
    record.actions.change(record.actions.of("Fostering panel")[0].id, ActionChange(done=True))
    assert record.states.within("due", Days(day, day)) == set()
    assert record.states.items("has", "action") == {IDS[0], IDS[1]}
