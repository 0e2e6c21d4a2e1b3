from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import InvalidInputError, NotFoundError
from index.model.documents import Link
from index.model.items import FoundDate
from index.record.names import LONGEST, tidied
from index.record.record import Record
from tests.index.record.making import DOCUMENT, item, newsletter

TODAY = date(2026, 3, 10)


def test_names_are_compared_without_case_and_spacing(record: Record) -> None:
    record.meetings.save("  Corporate\n Parenting   Panel ")
    assert record.meetings.meeting("corporate parenting PANEL").name == "Corporate Parenting Panel"
    record.meetings.save("CORPORATE PARENTING PANEL", place="Town hall")
    (meeting,) = record.meetings.all(TODAY)
    assert (meeting.name, meeting.place) == ("Corporate Parenting Panel", "Town hall")


def test_what_is_not_given_stays(record: Record) -> None:
    day = date(2026, 12, 3)
    record.meetings.save("Panel", date=day, time="2pm", place="Room 4", standing=["Apologies"])
    meeting = record.meetings.save("Panel", time="")
    assert (meeting.date, meeting.time, meeting.place) == (day, "", "Room 4")
    assert meeting.standing == ("Apologies",)
    assert record.meetings.save("Panel", standing=[]).standing == ()


@pytest.mark.parametrize("name", ["", "  \n\t", "\x1b\x07", "\u200b", "x" * (LONGEST + 1)])
def test_a_name_that_cannot_be_used_is_refused(record: Record, name: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        record.meetings.save(name)
    assert "\n" not in str(caught.value)
    assert record.meetings.all(TODAY) == ()


@settings(max_examples=20)
@given(st.text(min_size=1, max_size=LONGEST))
def test_whatever_name_is_taken_finds_its_meeting_again(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = Record(Path(folder) / "library.db")
        try:
            try:
                saved = record.meetings.save(name)
            except InvalidInputError:
                assert tidied(name) == ""
                return
            assert record.meetings.meeting(name) == saved
            assert record.meetings.meeting(saved.name) == saved
            assert saved.name == tidied(name)
            assert "\n" not in saved.name
        finally:
            record.close()


def test_order_of_meetings(record: Record) -> None:
    for name, day in (
        ("long past", date(2025, 1, 1)),
        ("undated", None),
        ("next year", date(2027, 1, 1)),
        ("today", TODAY),
        ("yesterday", date(2026, 3, 9)),
        ("undated too", None),
    ):
        record.meetings.save(name, date=day)
    assert [meeting.name for meeting in record.meetings.all(TODAY)] == [
        "today",
        "next year",
        "undated",
        "undated too",
        "yesterday",
        "long past",
    ]


def test_an_agenda_is_in_the_order_in_which_it_was_made(record: Record) -> None:
    record.documents.add(newsletter(item(1), item(2), item(3)), "x")
    record.meetings.save("Panel")
    assert record.meetings.bookmark(item(3).id, "panel")
    assert record.meetings.bookmark(item(1).id, "Panel")
    assert not record.meetings.bookmark(item(3).id, "Panel")
    assert [each.item for each in record.meetings.agenda("Panel")] == [item(3).id, item(1).id]
    assert record.meetings.meeting("Panel").bookmarks == 2
    assert record.meetings.remove_bookmark(item(3).id, "Panel")
    assert not record.meetings.remove_bookmark(item(3).id, "Panel")
    record.meetings.bookmark(item(2).id, "Panel")
    assert [each.item for each in record.meetings.agenda("Panel")] == [item(1).id, item(2).id]


def test_a_bookmark_carries_what_is_needed_without_the_document(record: Record) -> None:
    kept = item(
        1,
        links=(Link("https://example.org/form", "the form", 3, 9),),
        dates=(FoundDate("by 1 March", "2022-03-01", None, "deadline"),),
    )
    record.documents.add(newsletter(kept), "x")
    record.meetings.save("Panel")
    record.meetings.bookmark(kept.id, "Panel")
    (before,) = record.meetings.agenda("Panel")
    record.documents.remove(DOCUMENT)
    (after,) = record.meetings.agenda("Panel")
    assert (after.text, after.links, after.dates) == (kept.text, kept.links, kept.dates)
    assert after.citation == before.citation
    assert (before.missing, after.missing) == (False, True)
    assert record.meetings.remove_bookmark(kept.id, "Panel")


def test_an_item_knows_its_meetings(record: Record) -> None:
    record.documents.add(newsletter(item(1)), "x")
    for name in ("Panel", "Board"):
        record.meetings.save(name)
        record.meetings.bookmark(item(1).id, name)
    record.meetings.save("Other")
    assert record.meetings.of_item(item(1).id) == ("Board", "Panel")


def test_the_current_meeting_is_the_one_that_was_chosen(record: Record) -> None:
    assert record.meetings.current() is None
    record.meetings.save("Panel")
    record.meetings.save("Board")
    assert record.meetings.current() is None
    assert record.meetings.choose("PANEL").name == "Panel"
    record.meetings.choose("Board")
    current = record.meetings.current()
    assert current is not None
    assert current.name == "Board"


def test_an_unknown_meeting_or_item_is_not_found(record: Record) -> None:
    record.documents.add(newsletter(item(1)), "x")
    record.meetings.save("Panel")
    for ask in (
        lambda: record.meetings.meeting("Nobody"),
        lambda: record.meetings.agenda("Nobody"),
        lambda: record.meetings.choose("Nobody\nat all"),
        lambda: record.meetings.bookmark(item(1).id, "Nobody"),
        lambda: record.meetings.bookmark("nothing", "Panel"),
        lambda: record.meetings.remove_bookmark("nothing", "Panel"),
    ):
        with pytest.raises(NotFoundError) as caught:
            ask()
        assert "\n" not in str(caught.value)
