from __future__ import annotations

import pytest

from index.search.entry import Entry
from index.search.index import SearchIndex


def test_a_result_is_named_without_going_through_it(small_library: SearchIndex) -> None:
    ids = small_library.match("care ").ids
    assert len(ids) > 1
    assert str(len(ids)) in repr(ids)
    assert not any(each in repr(ids) for each in ids)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    """More items than are put in order at first, of many lengths and dates."""
    index = SearchIndex(tmp_path_factory.mktemp("found") / "index")
    entries = [
        Entry(
            id=f"{number:03}",
            title="",
            text="care " * (number % 5 + 1) + "children " * (number % 3) + "other " * (number % 37),
            issued=f"{2010 + number % 13}-{number % 12 + 1:02}",
        )
        for number in range(600)
    ]
    index.rebuild(entries, "one")
    return index


@pytest.mark.parametrize("query", ["care ", "children care ", "care OR other"])
def test_the_first_rows_are_those_of_the_whole_in_order(large: SearchIndex, query: str) -> None:
    screen, whole = large.match(query), large.match(query)
    assert len(whole.ids) > 300
    in_order = list(zip(whole.ids, whole.scores, strict=True))
    assert sorted(whole.scores, reverse=True) == list(whole.scores)
    first = list(zip(screen.ids[:50], screen.scores[:50], strict=True))
    assert first == in_order[:50]
