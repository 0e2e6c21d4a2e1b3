"""The library through its one door, on the seed documents."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from index import Library
from index.errors import AmbiguousError, InvalidInputError, NotFoundError
from index.model.results import Filter, SavedSearch
from index.places import Places

BULLETIN = """\
Kinship Connected

A new helpline for grandparents who bring up their grandchildren opens in Sunderland.

Youth voice

Young people with zymurgy as a hobby are asked to write to the council by 3 May 2022.
"""


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    path = tmp_path / "bulletin.txt"
    path.write_text(BULLETIN)
    return path


def test_a_new_library_opens_with_the_seeds(library: Library) -> None:
    documents = library.documents()
    assert len(documents) == 5
    assert {row.source for row in documents} >= {"CHQ", "Local Government Association"}
    assert [row.issued for row in documents][-1] is None
    assert library.search().total == sum(row.items for row in documents)
    assert len(list(library.places.originals.iterdir())) == 5


def test_the_first_start_is_the_first_only(tmp_path: Path) -> None:
    places = Places.of(tmp_path)
    with Library(places, seeds=False) as library:
        assert library.first_start
        assert library.documents() == ()
        assert library.search("kinship").ids == ()
    with Library(places) as library:
        assert not library.first_start
        assert library.documents() == ()


def test_opening_again_adds_nothing(library_folder: Path) -> None:
    with Library(Places.of(library_folder)) as library:
        assert not library.first_start
        assert len(library.documents()) == 5


def test_whatever_is_found_can_be_opened_cited_and_listed(library: Library) -> None:
    results = library.search("kinship care")
    assert results.total > 0
    assert len(results.scores) == results.total
    assert list(results.scores) == sorted(results.scores, reverse=True)
    for hit in library.hits(results):
        item = library.item(hit.id)
        assert (item.title, item.document) == (hit.title, hit.document)
        assert hit.title in library.citation(hit.id).in_words()
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.highlights)
        assert library.highlights(results, f"{item.title}\n{item.text}")


def test_an_empty_query_lists_everything_newest_first(library: Library) -> None:
    results = library.search()
    hits = library.hits(results)
    assert [hit.id for hit in hits] == list(results.ids)
    issued = [hit.issued for hit in hits]
    known = [each for each in issued if each is not None]
    assert known == sorted(known, reverse=True)
    assert issued[len(known) :] == [None] * (len(issued) - len(known))
    assert results.scores == ()
    assert results.counts == library.counts()


def test_a_snippet_of_everything_is_the_beginning(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("A title\n\n" + "word " * 100 + "\n")
    (tmp_path / "unbroken.txt").write_text("Another title\n\n" + "x" * 1000 + "\n")
    (tmp_path / "short.txt").write_text("The third title\n\nA few words  here.\n")
    with Library(Places.of(tmp_path / "library"), seeds=False) as library:
        library.add(sorted(tmp_path.glob("*.txt")))
        snippets = {hit.snippet for hit in library.hits(library.search())}
    assert all(0 < len(snippet) <= 161 for snippet in snippets)
    assert "A few words here." in snippets
    assert ("word " * 32).strip() + "…" in snippets


def test_hits_come_in_stretches(library: Library) -> None:
    results = library.search()
    assert library.hits(results, 3, 7) == library.hits(results)[3:7]
    assert library.hits(results, 10**6) == ()


def test_a_query_is_filtered_counted_and_sorted_as_everything_is(library: Library) -> None:
    everything = library.search("children")
    chq = library.search("children", Filter(sources=("CHQ",)))
    assert 0 < chq.total < everything.total
    assert chq.counts.sources == {"CHQ": chq.total}
    assert sum(everything.counts.sources.values()) == everything.total
    assert sum(everything.counts.kinds.values()) == everything.total
    newest = library.search("children", sort="newest")
    assert set(newest.ids) == set(everything.ids)
    listed = library.search()
    assert list(newest.ids) == [each for each in listed.ids if each in set(newest.ids)]
    assert newest.scores == ()


def test_counts_stand_under_topics_of_the_tree(library: Library) -> None:
    tree = {topic.slug: topic for topic in library.topics()}
    counts = library.counts().topics
    assert set(counts) <= set(tree)
    assert library.topics()[-1].slug == "unclassified"
    for slug, count in counts.items():
        assert library.search("", Filter(topics=(slug,))).total == count
        if tree[slug].group:
            assert counts[tree[slug].group] >= count


@pytest.mark.parametrize(
    "query",
    ['"unclosed', "AND", "date:[x to", "((((", "topic:", "NOT", "*", "\udcff", "\0", "a" * 5000],
)
def test_no_query_raises(library: Library, query: str) -> None:
    results = library.search(query)
    library.hits(results)


def test_what_is_added_is_found_at_once(library: Library, bulletin: Path) -> None:
    said: list[tuple[str, int, int]] = []
    added = library.add([bulletin], lambda *step: said.append(step))
    (document,) = added.documents
    assert (added.known, added.refused) == ((), ())
    assert said
    (hit,) = library.hits(library.search("zymurgy"))
    assert hit.document == document.id
    assert "zymurgy" in [hit.snippet[start:end] for start, end in hit.highlights]


def test_the_same_content_is_known_under_any_name(library: Library, bulletin: Path) -> None:
    library.add([bulletin])
    again = bulletin.with_name("again.txt")
    again.write_bytes(bulletin.read_bytes())
    added = library.add([again, bulletin])
    assert added.documents == ()
    assert [row.path for row in added.known] == [str(bulletin)] * 2
    assert len(library.documents()) == 6
    assert len(list(library.places.originals.iterdir())) == 6


def test_a_file_that_cannot_be_read_costs_no_other_its_place(
    library: Library, bulletin: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    missing = tmp_path / "missing.txt"
    added = library.add([empty, missing, bulletin, tmp_path / "no-such-folder"])
    assert len(added.documents) == 1
    assert {Path(path).name for path, _ in added.refused} == {
        "empty.txt",
        "missing.txt",
        "no-such-folder",
    }
    assert all(reason and "\n" not in reason for _, reason in added.refused)


def test_the_original_is_kept_byte_for_byte(library: Library, bulletin: Path) -> None:
    before = set(library.places.originals.iterdir())
    library.add([bulletin])
    (original,) = set(library.places.originals.iterdir()) - before
    assert original.read_bytes() == bulletin.read_bytes()
    assert original.suffix == ".txt"


def test_a_file_of_any_name_is_taken_in(library: Library, bulletin: Path) -> None:
    names = ("noending", "a." + "x" * 240, "a.b c", "caf\udce9.txt", "…..", "a\nb.txt")
    for number, name in enumerate(names):
        strange = bulletin.with_name(name)
        strange.write_text(f"{BULLETIN}\nAlso by post, to number{number} of the High Street.\n")
        added = library.add([strange])
        assert len(added.documents) == 1, added
        assert library.search(f"zymurgy number{number}").total == 1


def test_a_note_is_found_and_lost_with_its_words(library: Library) -> None:
    item = library.search("kinship").ids[0]
    assert library.search("zymurgy").total == 0
    library.write_note(item, "Ask about zymurgy")
    results = library.search("zymurgy")
    assert results.ids == (item,)
    assert library.hits(results)[0].noted
    assert library.write_note(item, "") == "Ask about zymurgy"
    assert library.search("zymurgy").total == 0


def test_related_items_are_others(library: Library) -> None:
    item = library.search("kinship").ids[0]
    results = library.related(item, limit=3)
    assert 0 < results.total <= 3
    assert item not in results.ids
    assert len(library.hits(results)) == results.total
    assert library.related(item[:-1], limit=3).ids == results.ids


def test_ids_may_be_given_by_their_beginning(library: Library) -> None:
    item = library.search("kinship").ids[0]
    short = item[:-1]
    library.save_meeting("Panel")
    assert library.item(short).id == item
    assert library.bookmark(short, "Panel")
    assert library.meetings_of(short) == ("Panel",)
    assert library.remove_bookmark(short, "Panel")
    library.write_note(short, "note")
    assert library.note(short) == "note"
    assert library.mark_read([short]) == {item}
    with pytest.raises(AmbiguousError):
        library.item(item.split("-")[0])
    with pytest.raises(NotFoundError):
        library.item("ffffffffff-ffffff")


def test_unread_items_can_be_asked_for(library: Library) -> None:
    ids = library.search("kinship").ids
    library.mark_read(ids[:1])
    assert ids[0] not in library.search("kinship", Filter(unread=True)).ids
    assert library.read(ids) == {ids[0]}


def test_a_meeting_from_name_to_pack(library: Library) -> None:
    item = library.search("kinship").ids[0]
    library.save_meeting(
        "Corporate Parenting Panel", date=date(2026, 12, 3), standing=["Apologies"]
    )
    library.bookmark(item, "corporate parenting panel")
    library.write_note(item, "For decision")
    assert [each.item for each in library.agenda("Corporate Parenting Panel")] == [item]
    assert library.search("", Filter(meeting="Corporate Parenting Panel")).ids == (item,)
    pack = library.pack("CORPORATE PARENTING PANEL")
    assert pack.meeting.bookmarks == 1
    path = library.write_pack("Corporate Parenting Panel")
    assert path.parent == library.places.packs
    written = path.read_text("utf-8")
    assert written == library.render_pack("Corporate Parenting Panel")
    assert "Apologies" in written
    assert "For decision" in written
    assert "lines" in written
    with pytest.raises(InvalidInputError):
        library.render_pack("Corporate Parenting Panel", "papyrus")
    with pytest.raises(NotFoundError):
        library.write_pack("Nobody")


def test_what_a_person_decided_is_there_after_a_restart(library_folder: Path) -> None:
    with Library(Places.of(library_folder)) as library:
        item = library.search("kinship").ids[0]
        library.save_meeting("Panel", date=date(2026, 12, 3), time="2pm", place="Room 1")
        library.choose_meeting("Panel")
        library.bookmark(item, "Panel")
        library.write_note(item, "For decision")
        library.mark_read([item])
        library.save_search(SavedSearch("Mine", "kinship", Filter(kinds=("event",))))
    with Library(Places.of(library_folder)) as library:
        current = library.current_meeting()
        assert current == library.meeting("panel")
        assert (current.time, current.place, current.bookmarks) == ("2pm", "Room 1", 1)
        assert [each.item for each in library.agenda("Panel")] == [item]
        assert library.note(item) == "For decision"
        assert library.read([item]) == {item}
        assert library.saved_searches() == (
            SavedSearch("Mine", "kinship", Filter(kinds=("event",))),
        )
        library.forget_search("mine")
        assert library.saved_searches() == ()


def test_dates_of_the_seeds_are_in_order(library: Library) -> None:
    dates = library.dates()
    assert dates
    assert [each.start for each in dates] == sorted(each.start for each in dates)
    assert {each.what for each in dates} <= {"event", "deadline"}


def test_reindexing_says_how_many_items_it_took_in(library: Library) -> None:
    said: list[tuple[str, int, int]] = []
    before = library.search("kinship").ids
    total = library.search().total
    assert library.reindex(lambda *step: said.append(step)) == total
    assert said[-1][1:] == (total, total)
    assert library.search("kinship").ids == before


def test_many_threads_may_use_one_library(library: Library, bulletin: Path) -> None:
    ids = library.search().ids
    library.save_meeting("Panel")

    def work(number: int) -> int:
        if number == 5:
            library.add([bulletin])
        item = ids[number % len(ids)]
        library.write_note(item, f"note {number}")
        library.bookmark(item, "Panel")
        library.mark_read([item])
        return library.search("kinship" if number % 2 else "children").total

    with ThreadPoolExecutor(6) as threads:
        assert all(threads.map(work, range(24)))
    assert len(library.agenda("Panel")) == 24
    assert library.search("zymurgy").total == 1
    assert library.search("note").total >= 24
