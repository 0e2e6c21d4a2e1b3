from __future__ import annotations

from itertools import islice
from pathlib import Path

from whoosh import query as ask

from index.search.entry import Entry
from index.search.index import SearchIndex
from index.search.merging import MOST_SEGMENTS, merged, take_over
from index.search.opened import Opened
from index.search.writing import change, contents, write
from tests.bench.corpus import items

ENTRIES = list(islice(items(60), 60))


def entry(name: str, text: str = "A xylophone.") -> Entry:
    return Entry(id=name, title="Newcomer", text=text)


def many_segments(folder: Path) -> None:
    write(folder, ENTRIES[:30])
    for at in range(30, 30 + 2 * MOST_SEGMENTS, 2):
        change(folder, ENTRIES[at : at + 2], [ENTRIES[at - 30].id])


def everything(folder: Path) -> dict[str, dict[str, float]]:
    opened = Opened.of(folder)
    queries = {
        "word": ask.Term("words", "care"),
        "title": ask.Term("title", "care"),
        "phrase": ask.Phrase("words", ["social", "work"]),
        "topic": ask.Term("topic", "fostering"),
        "all": ask.Every(),
    }
    answers = {name: opened.find(query) for name, query in queries.items()}
    return {
        name: dict(zip(opened.table.ids(found.numbers), found.scores.tolist(), strict=True))
        for name, found in answers.items()
    }


def test_few_segments_answer_as_many_did(tmp_path: Path) -> None:
    many_segments(tmp_path)
    before = {name: {*answer} for name, answer in everything(tmp_path).items()}
    done = merged(tmp_path)
    assert done is not None
    assert take_over(tmp_path, done)
    assert len(contents(tmp_path)) < MOST_SEGMENTS
    assert {name: {*answer} for name, answer in everything(tmp_path).items()} == before
    assert merged(tmp_path) is None


def test_merged_an_index_scores_as_if_it_was_made_at_once(tmp_path: Path) -> None:
    many_segments(tmp_path)
    done = merged(tmp_path)
    assert done is not None
    take_over(tmp_path, done)
    gone = {ENTRIES[at - 30].id for at in range(30, 30 + 2 * MOST_SEGMENTS, 2)}
    (tmp_path / "anew").mkdir()
    write(
        tmp_path / "anew",
        [each for each in ENTRIES[: 30 + 2 * MOST_SEGMENTS] if each.id not in gone],
    )
    assert everything(tmp_path) == everything(tmp_path / "anew")


def test_what_is_deleted_while_segments_are_merged_stays_deleted(tmp_path: Path) -> None:
    many_segments(tmp_path)
    done = merged(tmp_path)
    assert done is not None
    gone = ENTRIES[31].id
    change(tmp_path, [entry("new")], [gone])
    take_over(tmp_path, done)
    ids = everything(tmp_path)["all"]
    assert gone not in ids
    assert "new" in ids


def test_segments_that_do_not_count_any_more_are_not_brought_back(tmp_path: Path) -> None:
    many_segments(tmp_path)
    one = merged(tmp_path)
    assert one is not None
    assert take_over(tmp_path, one)
    before = everything(tmp_path)
    assert take_over(tmp_path, one) == []
    assert everything(tmp_path) == before


def test_after_many_changes_there_are_few_segments(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "index")
    index.rebuild(ENTRIES, "one")
    for number in range(MOST_SEGMENTS + 3):
        index.update([entry(f"new-{number}")])
        assert len(index.match("xylophone ").ids) == number + 1
        index.close()  # waits for what is being merged
    folder = next(path for path in (tmp_path / "index").iterdir() if path.is_dir())
    assert len(contents(folder)) <= MOST_SEGMENTS
    assert not list(folder.glob("merging-*"))
    assert len(index.match("").ids) == len(ENTRIES) + MOST_SEGMENTS + 3
    index.close()


def test_a_large_library_is_gathered_by_several_programs(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    for name, cores in (("one", 1), ("two", 2)):
        assert write(tmp_path / name, ENTRIES, cores, batch=15)[1] == len(ENTRIES)
    assert everything(tmp_path / "one") == everything(tmp_path / "two")
