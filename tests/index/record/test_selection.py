from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from index.model.documents import Issued
from index.model.items import Kind, TopicMatch
from index.model.results import Filter, Sort
from index.record.record import Record
from index.record.selection import UNCLASSIFIED
from index.understanding.topics import UNCLASSIFIED as UNCLASSIFIED_TOPIC
from tests.index.record.making import item, newsletter

GROUPS = {"fostering": "care", "kinship-care": "care", "education": "lives"}


@pytest.fixture
def filled(record: Record) -> Record:
    """Items of three documents, named by what is particular of them."""

    def add(
        number: int, source: str, issued: str | None, *items: tuple[str, Kind, list[str]]
    ) -> None:
        document = f"{number:010x}"
        made = [
            item(
                place,
                document=document,
                id=name,
                kind=kind,
                topics=tuple(TopicMatch(slug, 1.0, ()) for slug in topics),
            )
            for place, (name, kind, topics) in enumerate(items)
        ]
        record.documents.add(
            newsletter(
                *made,
                document=document,
                title=f"Document {number}",
                source=source,
                issued=Issued(issued),
            ),
            "x",
        )

    add(1, "CHQ", "2020-11", ("old", Kind.NEWS, ["fostering"]), ("older", Kind.EVENT, []))
    add(2, "LGA", "2022-01-14", ("both", Kind.EVENT, ["kinship-care", "fostering"]))
    add(3, "Élan", None, ("undated", Kind.NEWS, ["education"]))
    return record


def found(record: Record, filter: Filter = Filter(), sort: Sort = "newest") -> Sequence[str]:
    return record.selection.all(filter, sort, GROUPS)[0]


def test_orders(filled: Record) -> None:
    assert found(filled) == ("both", "old", "older", "undated")
    assert found(filled, sort="relevance") == ("both", "old", "older", "undated")
    assert found(filled, sort="oldest") == ("old", "older", "both", "undated")
    assert found(filled, sort="source") == ("old", "older", "both", "undated")


@pytest.mark.parametrize(
    ("filter", "ids"),
    [
        (Filter(topics=("fostering",)), {"both", "old"}),
        (Filter(topics=("care",)), {"both", "old"}),
        (Filter(topics=("education", "kinship-care")), {"both", "undated"}),
        (Filter(topics=(UNCLASSIFIED,)), {"older"}),
        (Filter(topics=(UNCLASSIFIED, "education")), {"older", "undated"}),
        (Filter(topics=("no-such-topic",)), set()),
        (Filter(sources=("chq",)), {"old", "older"}),
        (Filter(sources=("Élan", "LGA")), {"undated", "both"}),
        (Filter(kinds=("event",)), {"older", "both"}),
        (Filter(documents=("0000000001",)), {"old", "older"}),
        (Filter(kinds=("event",), topics=("care",)), {"both"}),
        (Filter(since=date(2022, 1, 1)), {"both"}),
        (Filter(since=date(2022, 1, 15)), set()),
        (Filter(until=date(2022, 1, 13)), {"old", "older"}),
        (Filter(until=date(2022, 1, 14)), {"old", "older", "both"}),
        (Filter(since=date(2020, 11, 1), until=date(2020, 11, 30)), {"old", "older"}),
        (Filter(since=date(2020, 11, 20), until=date(2020, 11, 25)), {"old", "older"}),
        (Filter(since=date(2020, 12, 1), until=date(2021, 1, 1)), set()),
        (Filter(meeting="PANEL"), {"both"}),
        (Filter(meeting="Nobody"), set()),
        (Filter(unread=True), {"both", "older", "undated"}),
        (Filter(sources=("\udcff", "'; drop table items")), set()),
    ],
)
def test_filters(filled: Record, filter: Filter, ids: set[str]) -> None:
    filled.meetings.save("Panel")
    filled.meetings.bookmark("both", "Panel")
    filled.marks.mark_read(["old"], True)
    assert set(found(filled, filter)) == ids
    among = filled.selection.among(["undated", "both", "old", "older"], filter, "relevance", GROUPS)
    assert set(among[0]) == ids
    assert among[1] == filled.selection.all(filter, "newest", GROUPS)[1]


def test_an_item_counts_once_in_a_group(filled: Record) -> None:
    counts = filled.selection.all(Filter(), "newest", GROUPS)[1]
    assert counts.topics == {
        "fostering": 2,
        "kinship-care": 1,
        "care": 2,
        "education": 1,
        "lives": 1,
        UNCLASSIFIED: 1,
    }
    assert counts.sources == {"CHQ": 2, "LGA": 1, "Élan": 1}
    assert counts.kinds == {"news": 2, "event": 2}


def test_counts_are_of_what_the_filter_lets_through(filled: Record) -> None:
    counts = filled.selection.all(Filter(kinds=("event",)), "newest", GROUPS)[1]
    assert counts.sources == {"CHQ": 1, "LGA": 1}
    assert counts.kinds == {"event": 2}


def test_what_the_index_found_keeps_its_order_and_loses_what_is_gone(filled: Record) -> None:
    given = ["older", "gone", "both", "undated"]
    assert filled.selection.among(given, Filter(), "relevance", GROUPS)[0] == (
        "older",
        "both",
        "undated",
    )
    assert filled.selection.among(given, Filter(), "newest", GROUPS)[0] == (
        "both",
        "older",
        "undated",
    )


def test_the_slug_of_what_has_no_topic_is_that_of_the_tree() -> None:
    assert UNCLASSIFIED_TOPIC.slug == UNCLASSIFIED


def test_an_empty_record_finds_nothing(record: Record) -> None:
    ids, counts = record.selection.all(Filter(), "relevance", GROUPS)
    assert ids == ()
    assert counts.topics == {}


def test_what_is_marked_is_read_anew_only_when_somebody_has_changed_something(
    filled: Record,
) -> None:
    before = filled.selection.read()
    assert filled.selection.read() is before
    first = filled.selection.all(Filter(), "newest", {})[0][0]
    filled.marks.mark_read([first], True)
    assert filled.selection.read() == before | {first}
    other = Record(filled.path)
    other.marks.mark_read([first], False)
    other.close()
    assert filled.selection.read() == before
