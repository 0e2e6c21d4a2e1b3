from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from index.errors import AmbiguousError, NotFoundError
from index.model.documents import Issued
from index.model.items import FoundDate, Kind, Newsletter, TopicMatch
from index.record.items import Shown
from index.record.record import Record
from tests.index.record.making import DOCUMENT, item, newsletter, newsletters


@settings(max_examples=20)
@given(newsletters)
def test_what_goes_into_the_record_comes_out_whole(made: Newsletter) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = Record(Path(folder) / "library.db")
        try:
            record.documents.add(made, "original.txt")
            assert record.documents.newsletter(made.id) == made
            assert tuple(record.items.item(each.id) for each in made.items) == made.items
        finally:
            record.close()


def test_the_beginning_of_an_id_is_enough(record: Record) -> None:
    record.documents.add(
        newsletter(
            item(id=f"{DOCUMENT}-abc123"),
            item(2, id=f"{DOCUMENT}-abd456"),
            item(3, id=f"{DOCUMENT}-f00"),
        ),
        "x",
    )
    assert record.items.item(f"{DOCUMENT}-abc").id == f"{DOCUMENT}-abc123"
    assert record.items.item(f" {DOCUMENT}-F00 ").id == f"{DOCUMENT}-f00"
    with pytest.raises(AmbiguousError):
        record.items.item(f"{DOCUMENT}-ab")


def test_a_whole_id_is_meant_even_where_another_goes_on_from_it(record: Record) -> None:
    record.documents.add(
        newsletter(item(id=f"{DOCUMENT}-abcd"), item(2, id=f"{DOCUMENT}-abcd1")), "x"
    )
    assert record.items.item(f"{DOCUMENT}-abcd").title == "Item 1"


@pytest.mark.parametrize(
    "id", ["", " ", "nothing", "two\nlines", "%", "_", "\udcff", "0123456789-\0", "x" * 10**6]
)
def test_an_id_that_fits_nothing_is_not_found(record: Record, id: str) -> None:
    record.documents.add(newsletter(item()), "x")
    with pytest.raises(NotFoundError) as caught:
        record.items.item(id)
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


def test_hits_say_what_a_list_shows_in_the_order_asked_for(record: Record) -> None:
    first = item(
        1,
        section="Events",
        kind=Kind.EVENT,
        topics=(TopicMatch("kinship-care", 3.0, ("kinship",)), TopicMatch("adoption", 1.0, ())),
    )
    record.documents.add(newsletter(first, item(2), item(3)), "x")
    record.marks.write_note(first.id, "ask about this")
    record.marks.mark_read([first.id], True)
    record.meetings.save("Panel")
    record.meetings.save("Board")
    record.meetings.bookmark(first.id, "Panel")
    record.meetings.bookmark(first.id, "Board")
    third, hit = record.items.hits(
        [item(3).id, "gone-0000", first.id], lambda rows: [Shown(row.text) for row in rows]
    )
    assert third.id == item(3).id
    assert (third.read, third.noted, third.bookmarked) == (False, False, 0)
    assert hit.topics == ("kinship-care", "adoption")
    assert (hit.section, hit.kind, hit.source, hit.issued) == (
        "Events",
        "event",
        "Care review",
        "2022-01",
    )
    assert (hit.read, hit.noted, hit.bookmarked) == (True, True, 2)
    assert hit.snippet == first.text


def test_dates_are_events_and_deadlines_in_order(record: Record) -> None:
    record.documents.add(
        newsletter(
            item(1, dates=(FoundDate("3 May", "2022-05-03T10:00", None, "event"),)),
            item(
                2,
                dates=(
                    FoundDate("in 2021", "2021", None, "mentioned"),
                    FoundDate("by 1 March", "2022-03-01", None, "deadline"),
                    FoundDate("4 to 8 April", "2022-04-04", "2022-04-08", "event"),
                ),
            ),
            item(3, dates=(FoundDate("June 2022", "2022-06", None, "event"),)),
        ),
        "x",
    )

    def found(since: date | None, until: date | None) -> list[str]:
        return [each.text for each in record.items.dates(since, until)]

    assert found(None, None) == ["by 1 March", "4 to 8 April", "3 May", "June 2022"]
    # whoever asks from the middle of an event still wants it
    assert found(date(2022, 4, 6), None) == ["4 to 8 April", "3 May", "June 2022"]
    assert found(None, date(2022, 5, 3)) == ["by 1 March", "4 to 8 April", "3 May"]
    # June may be any day of June
    assert found(date(2022, 6, 20), date(2022, 6, 21)) == ["June 2022"]


def test_a_citation_tells_where_an_item_stands(record: Record) -> None:
    record.documents.add(
        newsletter(item(), issued=Issued("2022-01-14", "stated", ""), title="Bulletin"), "x"
    )
    cited = record.items.citation(item().id[:-1])
    assert cited.in_words() == "“Item 1”, Bulletin (Care review, 14 January 2022), lines 10 to 15"
