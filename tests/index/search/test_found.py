from __future__ import annotations

from index.search.index import SearchIndex


def test_a_result_is_named_without_going_through_it(small_library: SearchIndex) -> None:
    ids = small_library.match("care ").ids
    assert len(ids) > 1
    assert str(len(ids)) in repr(ids)
    assert not any(each in repr(ids) for each in ids)
