from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InvalidInputError, NotFoundError
from index.model.results import Filter, SavedSearch
from index.record.forms import filter_read, filter_written
from index.record.record import Record

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
filters = st.builds(
    Filter,
    topics=st.lists(texts, max_size=3).map(tuple),
    sources=st.lists(texts, max_size=3).map(tuple),
    kinds=st.lists(texts, max_size=3).map(tuple),
    documents=st.lists(texts, max_size=3).map(tuple),
    meeting=texts,
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    unread=st.booleans(),
)


@given(filters)
def test_filters_are_kept_whole(filter: Filter) -> None:
    assert filter_read(filter_written(filter)) == filter


def test_what_a_newer_version_asks_for_is_passed_over() -> None:
    assert filter_read('{"topics": ["adoption"], "mood": "glad"}') == Filter(topics=("adoption",))


def test_searches_are_kept_by_name(record: Record) -> None:
    first = SavedSearch("Kinship", "kinship OR grandparents", Filter(since=date(2022, 1, 1)))
    record.searches.save(first)
    record.searches.save(SavedSearch("Adoption", "adoption", sort="oldest"))
    assert record.searches.all() == (SavedSearch("Adoption", "adoption", sort="oldest"), first)
    record.searches.save(SavedSearch(" KINSHIP", "kinship care"))
    assert record.searches.all()[1] == SavedSearch("KINSHIP", "kinship care")
    record.searches.forget("kinship ")
    assert record.searches.all() == (SavedSearch("Adoption", "adoption", sort="oldest"),)


def test_names_that_do_not_fit(record: Record) -> None:
    with pytest.raises(NotFoundError):
        record.searches.forget("nothing")
    with pytest.raises(InvalidInputError):
        record.searches.save(SavedSearch(" ", "adoption"))
