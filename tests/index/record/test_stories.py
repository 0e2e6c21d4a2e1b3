from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from index.model.documents import Issued
from index.model.items import Item
from index.record.items import Shown
from index.record.record import Record
from tests.index.older import back_to_version_1
from tests.index.record.making import item, newsletter

# an item's title says which story it tells; its marks are given with it


def told(record: Record, *documents: tuple[Item, ...]) -> None:
    """Take in documents, each from another source, and sort their items."""
    for number, items in enumerate(documents):
        add(record, f"{number:010}", items)
    sort(record)


def add(record: Record, document: str, items: tuple[Item, ...], issued: str | None = None) -> None:
    own = tuple(
        replace(each, id=f"{document}-{place:06x}", document=document)
        for place, each in enumerate(items)
    )
    record.documents.add(
        newsletter(
            *own,
            document=document,
            source=f"Source {document[-1]}",
            issued=Issued(issued, "stated", ""),
        ),
        "x",
    )


def sort(record: Record) -> None:
    for unsorted in record.stories.unsorted():
        record.stories.sort([(each, (1, 2)) for each in unsorted], alike)
    assert record.stories.waiting() == 0


def alike(one: Item, other: Item) -> bool:
    """Whether two titles have a letter in common."""
    return bool({*one.title} & {*other.title})


def stories(record: Record) -> set[frozenset[str]]:
    """The titles of the items that tell one story, for each that several tell."""
    found = {
        frozenset(record.stories.together([each.item.id])) for each in record.outbox.everything()
    }
    titles = {each.item.id: each.item.title for each in record.outbox.everything()}
    return {frozenset(titles[each] for each in ids) for ids in found if len(ids) > 1}


def one(title: str) -> tuple[Item, ...]:
    return (item(1, title=title),)


@pytest.mark.parametrize("order", list(permutations(("ab", "bc", "cd", "e")))[::4])
def test_the_order_in_which_items_come_makes_no_difference(
    record: Record, order: tuple[str, ...]
) -> None:
    told(record, *(one(title) for title in order))
    assert stories(record) == {frozenset({"ab", "bc", "cd"})}


def test_items_without_a_mark_in_common_are_not_compared(record: Record) -> None:
    told(record, one("a"))
    add(record, "9999999999", one("a"))
    for unsorted in record.stories.unsorted():
        record.stories.sort([(each, (3, 4)) for each in unsorted], alike)
    assert stories(record) == set()


def test_what_held_a_story_together_is_missed_when_it_goes(record: Record) -> None:
    told(record, one("a"), one("ab"), one("b"), one("b"))
    record.documents.remove("0000000001")
    sort(record)
    assert stories(record) == {frozenset({"b"})}
    record.documents.remove("0000000002")
    sort(record)
    assert stories(record) == set()


def test_a_document_that_is_read_anew_tells_the_same_stories(record: Record) -> None:
    told(record, one("a"), one("a"))
    before = stories(record)
    record.documents.replace(record.documents.newsletter("0000000000"))
    sort(record)
    assert stories(record) == before != set()


def test_the_index_is_told_when_a_story_changes(record: Record) -> None:
    told(record, one("a"))
    record.outbox.told(record.outbox.changes())
    assert record.outbox.turn() == 0
    add(record, "9999999999", one("a"))
    sort(record)
    entered = {each.item.id: each.story for each in record.outbox.changes().items}
    assert set(entered) == {"0000000000-000000", "9999999999-000000"}
    assert set(entered.values()) == {"0000000000-000000"}
    record.documents.remove("9999999999")
    sort(record)
    assert {each.item.id: each.story for each in record.outbox.changes().items} == {
        "0000000000-000000": ""
    }


def test_copies_and_hits_name_the_others_newest_first(record: Record) -> None:
    add(record, "0000000001", one("a"), "2021-01")
    add(record, "0000000002", one("a"), None)
    add(record, "0000000003", one("a"), "2022")
    sort(record)
    copies = record.stories.copies("0000000001")
    assert [(each.source, each.issued) for each in copies] == [
        ("Source 3", "2022"),
        ("Source 2", None),
    ]
    (hit,) = record.items.hits(["0000000002-000000"], lambda rows: [Shown() for _ in rows])
    assert hit.also_in == ("Source 3", "Source 1")


def test_a_record_of_before_is_sorted_as_well(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(Record(path)) as record:
        told(record, one("a"), one("a"))
    back_to_version_1(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("delete from stale")
        db.commit()
    with closing(Record(path)) as record:
        assert record.outbox.waiting() == 2, "so that the index is told of them"
        sort(record)
        assert stories(record) == {frozenset({"a"})}


@pytest.fixture
def crowded(record: Record) -> Record:
    """A record in which every item shares the marks of every other."""
    told(record, *(one(chr(0x4E00 + number)) for number in range(40)))
    return record


def test_an_item_like_many_is_compared_with_a_few(crowded: Record) -> None:
    compared: list[str] = []

    def counted(one: Item, other: Item) -> bool:
        compared.append(other.id)
        return False

    add(crowded, "9999999999", one("a"))
    for unsorted in crowded.stories.unsorted():
        crowded.stories.sort([(each, (1, 2)) for each in unsorted], counted)
    assert 1 <= len(compared) <= 16
