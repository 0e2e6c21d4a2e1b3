"""What asks for no words: the record answers as the index does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from index import Library
from index.model.results import Filter, Sort
from index.places import Places

FILTERS = {
    "nothing": Filter(),
    "a topic": Filter(topics=("kinship-care",)),
    "a group": Filter(topics=("care-and-permanence", "unclassified")),
    "a kind": Filter(kinds=("event", "survey")),
    "a span": Filter(since=date(2021, 2, 1), until=date(2022, 6, 30)),
    "unread": Filter(unread=True),
    "a meeting": Filter(meeting="panel"),
    "a meeting that nobody made": Filter(meeting="pan"),
    "several": Filter(topics=("children-in-care", "fostering"), kinds=("news",), unread=True),
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Library]]:
    """The same library twice: one in which words were looked for, and one in which none were."""
    folder: Path = tmp_path_factory.mktemp("library")
    with Library(Places.of(folder)) as library:
        ids = library.search().ids
        library.mark_read(ids[::3])
        library.save_meeting("Panel")
        for item in ids[:5]:
            library.bookmark(item, "Panel")
    with Library(Places.of(folder)) as asked, Library(Places.of(folder)) as fresh:
        assert asked.search("kinship").ids
        yield [asked, fresh]


@pytest.mark.parametrize("sort", get_args(Sort))
@pytest.mark.parametrize("name", FILTERS)
def test_the_index_filters_and_orders_as_the_record_does(
    both: list[Library], name: str, sort: Sort
) -> None:
    asked, fresh = (library.search("", FILTERS[name], sort) for library in both)
    assert tuple(asked.ids) == tuple(fresh.ids)
    assert asked.counts.topics == fresh.counts.topics
    assert asked.counts.sources == fresh.counts.sources
    assert asked.counts.kinds == fresh.counts.kinds


def test_documents_are_filtered_alike(both: list[Library]) -> None:
    document = both[0].documents()[2]
    for chosen in (Filter(documents=(document.id,)), Filter(sources=(document.source.upper(),))):
        asked, fresh = (library.search("", chosen, "newest") for library in both)
        assert 0 < asked.total < both[0].search().total
        assert tuple(asked.ids) == tuple(fresh.ids)


def test_years_and_organisations_are_counted_and_chosen(both: list[Library]) -> None:
    library = both[0]
    counts = library.search("care").counts
    for year, items in counts.years.items():
        assert library.search("care", Filter(years=(year,))).total == items
    several = tuple(counts.years)[:2]
    assert library.search("care", Filter(years=several)).total == sum(
        counts.years[year] for year in several
    )
    for organisation, items in list(counts.organisations.items())[:5]:
        chosen = Filter(organisations=(organisation,))
        assert library.search("care", chosen).total == items


def test_ids_and_scores_are_sequences_as_any(both: list[Library]) -> None:
    results = both[0].search("care")
    ids = tuple(results.ids)
    assert results.total == len(ids) > 5
    assert results.ids[:3] == ids[:3]
    assert (results.ids[0], results.ids[-1]) == (ids[0], ids[-1])
    assert results.ids[::-2] == ids[::-2]
    assert results.ids == ids
    assert results.ids.index(ids[4]) == 4
    assert ids[4] in results.ids
    assert "nowhere" not in results.ids
    assert list(results.scores) == sorted(results.scores, reverse=True)
    with pytest.raises(IndexError):
        results.ids[len(ids)]
