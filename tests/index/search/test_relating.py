from __future__ import annotations

from index.search.entry import Entry
from index.search.index import SearchIndex
from tests.index.search.entries import ENTRIES

BY_ID = {entry.id: entry for entry in ENTRIES}


def test_items_about_the_same_thing_come_first_without_the_item_itself(
    small_library: SearchIndex,
) -> None:
    ids = small_library.related(BY_ID["aa-0001"], 3).ids
    assert ids[0] == "aa-0002"
    assert "aa-0001" not in ids


def test_topics_in_common_count(small_library: SearchIndex) -> None:
    assert "ac-0001" in small_library.related(BY_ID["aa-0001"], 10).ids


def test_no_more_than_asked_for_and_nothing_for_an_item_of_no_words(
    small_library: SearchIndex,
) -> None:
    assert len(small_library.related(BY_ID["ag-0001"], 1).ids) == 1
    assert small_library.related(BY_ID["ag-0001"], 0).ids == ()
    assert small_library.related(Entry(id="zz", title="", text="😀"), 5).ids == ()


def test_an_item_that_the_index_does_not_have_has_related_ones_too(
    small_library: SearchIndex,
) -> None:
    entry = Entry(id="zz", title="Kinship carers", text="What kinship carers are paid.")
    assert small_library.related(entry, 5).ids[:1] == ("aa-0001",)
