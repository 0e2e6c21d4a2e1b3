"""The same story in several newsletters: listed once, counted once, read once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index import Library
from index.model.results import Filter, Results
from index.places import Places

KINSHIP = """Family Rights Group is holding a free briefing event on kinship care for lead members
of children’s services. The event is an opportunity to hear more about the benefits of kinship care,
including from young people and carers, and to consider how councils can better promote it."""
EDITED = KINSHIP.replace("is holding", "will hold").replace("an opportunity", "a chance")
MEETING = """The next meeting of the corporate parenting panel will be held on {day} at 6pm in the
Council Chamber. Members of the public are welcome to attend, and papers are on the website."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of three newsletters that have one story in common; no test changes it for good."""
    tmp_path = tmp_path_factory.mktemp("stories")
    newsletters = {
        "one": ("January 2021", "Kinship briefing", KINSHIP, "12 January 2021"),
        "two": ("February 2021", "An event for members", EDITED, "9 February 2021"),
        "three": ("March 2021", "Lead members, listen", KINSHIP, "9 March 2021"),
    }
    folder = tmp_path / "newsletters"
    folder.mkdir()
    catalogue = []
    for name, (month, title, text, day) in newsletters.items():
        meeting = MEETING.format(day=day)
        (folder / f"{name}.txt").write_text(
            f"Newsletter {name}: {month}\n\n{title}\n\n{text}\n\nNext meeting\n\n{meeting}\n"
        )
        catalogue += [f'[documents."{name}.txt"]', f'source = "Source {name}"']
    (folder / "catalogue.toml").write_text("\n".join(catalogue))
    with Library(Places.of(tmp_path / "library"), seeds=False) as library:
        library.add([folder])
        yield library


def titles(library: Library, results: Results) -> list[str]:
    return [hit.title for hit in library.hits(results)]


def test_a_story_is_listed_once_with_what_it_is_also_in(library: Library) -> None:
    found = library.search("kinship briefing for lead members")
    (hit,) = [hit for hit in library.hits(found) if hit.title != "Next meeting"]
    assert len(hit.also_in) == 2
    assert {hit.source, *hit.also_in} == {"Source one", "Source two", "Source three"}
    assert titles(library, library.search("", sort="newest")).count("Next meeting") == 3
    assert library.search().total == 4


def test_the_newest_is_listed_where_order_is_by_date(library: Library) -> None:
    for query in ("", "kinship"):
        hits = library.hits(library.search(query, sort="newest"))
        assert "Lead members, listen" in {hit.title for hit in hits}


def test_a_source_counts_what_it_would_list(library: Library) -> None:
    for query in ("", "kinship"):
        counts = library.search(query).counts.sources
        for source in ("Source one", "Source two", "Source three"):
            narrowed = library.search(query, Filter(sources=(source,)))
            assert counts[source] == narrowed.total > 0
            assert source in {hit.source for hit in library.hits(narrowed)}
        kinds = library.search(query).counts.kinds
        for kind, count in kinds.items():
            assert library.search(query, Filter(kinds=(kind,))).total == count


def test_who_has_read_a_story_has_read_it_everywhere(library: Library) -> None:
    (first, *_) = library.search("kinship").ids
    assert len(library.mark_read([first])) == 3
    unread = Filter(unread=True)
    assert "Next meeting" in titles(library, library.search("", unread))
    assert library.search("kinship", unread).total == 0
    assert len(library.mark_read([first], False)) == 3
    assert library.search("kinship", unread).total == 1
    assert library.mark_read([first], copies=False) == {first}
    assert library.mark_read([first], False, copies=False) == {first}


def test_the_copies_of_an_item_are_listed_newest_first(library: Library) -> None:
    (first, *_) = library.search("kinship").ids
    assert [copy.issued for copy in library.copies(first)] == sorted(
        (copy.issued for copy in library.copies(first)), reverse=True, key=str
    )
    same = library.same_story(first)
    assert [hit.source for hit in library.hits(same)] == [
        "Source three",
        "Source two",
        "Source one",
    ]
    meeting = library.search("panel").ids[0]
    assert library.copies(meeting) == ()
    assert list(library.same_story(meeting).ids) == [meeting]


def test_what_is_related_to_a_story_is_not_the_story(library: Library) -> None:
    (first, *_) = library.search("kinship").ids
    own = set(library.same_story(first).ids)
    assert own.isdisjoint(library.related(first).ids)


def test_a_library_that_is_indexed_anew_tells_the_same_stories(library: Library) -> None:
    before = list(library.search().ids), list(library.search("kinship").ids)
    library.reindex()
    assert (list(library.search().ids), list(library.search("kinship").ids)) == before
