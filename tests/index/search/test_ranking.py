from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.entry import Entry
from index.search.index import SearchIndex

FILLER = "Something else was said about nothing in particular at some length."


def ranked(folder: Path, query: str, entries: Sequence[Entry]) -> tuple[str, ...]:
    index = SearchIndex(folder)
    index.rebuild(entries, "one")
    try:
        return tuple(index.match(query).ids)
    finally:
        index.close()


@pytest.mark.parametrize(
    "elsewhere",
    [
        Entry(id="b", title="A notice", text=f"Kinship. {FILLER}"),
        Entry(id="b", title="A notice", text=FILLER, section="Kinship"),
        Entry(id="b", title="A notice", text=FILLER, notes="Kinship"),
    ],
    ids=["text", "section", "notes"],
)
def test_the_title_counts_most(tmp_path: Path, elsewhere: Entry) -> None:
    in_title = Entry(id="a", title="Kinship notice", text=FILLER)
    assert ranked(tmp_path, "kinship", [elsewhere, in_title]) == ("a", "b")


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("LAC", "looked after children"),
        ("looked after children", "LAC"),
        ("looked after children", "children in care"),
        ("SGO", "special guardianship"),
        ("special guardianship", "SGO"),
        ("CSC", "children's social care"),
        ("children's social care", "CSC"),
        ("mockingbird", "mocking bird"),
        ("mocking bird", "mockingbird"),
        ("UASC", "unaccompanied children"),
    ],
)
def test_what_was_typed_stands_above_what_means_the_same(
    tmp_path: Path, typed: str, same: str
) -> None:
    entries = [
        Entry(id="same", title=f"On {same}", text=FILLER),
        Entry(id="typed", title=f"On {typed}", text=FILLER),
        *(Entry(id=f"{n}", title="Other", text=FILLER) for n in range(6)),
    ]
    assert ranked(tmp_path, typed, entries) == ("typed", "same")


def test_words_side_by_side_stand_above_words_apart(tmp_path: Path) -> None:
    entries = [
        Entry(id="apart", title="Notice", text="The review of fees in which care is named"),
        Entry(id="beside", title="Notice", text="The fees of which the care review is named"),
    ]
    assert ranked(tmp_path, "care review", entries) == ("beside", "apart")


def test_a_word_goes_on_where_it_finds_nothing_itself(tmp_path: Path) -> None:
    entries = [
        Entry(id="longer", title="Kinship by boat", text=""),
        Entry(id="itself", title="Next of kin", text=""),
    ]
    assert ranked(tmp_path, "boat kin", entries) == ("longer",)
    assert set(ranked(tmp_path, "boat kin ", entries)) == {"longer", "itself"}


def test_of_equals_the_newest_stands_first_and_the_undated_last(tmp_path: Path) -> None:
    dates = {"old": "2019-05-01", "new": "2022", "undated": None, "older": "2019"}
    entries = [
        Entry(id=name, title="Kinship", text="", issued=date) for name, date in dates.items()
    ]
    assert ranked(tmp_path, "kinship", entries) == ("new", "old", "older", "undated")


def test_a_rare_word_tells_more_than_a_common_one(tmp_path: Path) -> None:
    entries = [
        *(Entry(id=f"{n}", title="Care notice", text=FILLER) for n in range(8)),
        Entry(id="rare", title="Tribunal notice", text=FILLER),
    ]
    assert ranked(tmp_path, "care OR tribunal", entries)[0] == "rare"


WORDS = ("ant", "bee", "cat", "dog")
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), min_size=1, max_size=9)


@given(TEXTS, st.sampled_from([*WORDS, *(f"{a} OR {b}" for a, b in product(WORDS, WORDS))]))
def test_scores_are_those_of_bm25(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], query: str
) -> None:
    index = SearchIndex(tmp_path_factory.mktemp("index"))
    index.rebuild((Entry(id=f"{n:02}", title="", text=t) for n, t in enumerate(texts)), "one")
    matches = index.match(f"{query} ")
    index.close()
    asked = set(query.split(" OR "))
    expected = {
        f"{number:02}": sum(bm25(word, text, texts) for word in asked)
        for number, text in enumerate(texts)
        if asked & set(text.split())
    }
    assert dict(zip(matches.ids, matches.scores, strict=True)) == pytest.approx(expected, rel=1e-4)


def bm25(word: str, text: str, texts: Sequence[str], k1: float = 1.2, b: float = 0.75) -> float:
    """BM25, whose idf is that of Robertson and Spärck Jones, above 0 as Lucene has it."""
    having = sum(word in other.split() for other in texts)
    average = sum(len(other.split()) for other in texts) / len(texts)
    often, length = text.split().count(word), len(text.split())
    idf = log(1 + (len(texts) - having + 0.5) / (having + 0.5))
    return idf * often * (k1 + 1) / (often + k1 * (1 - b + b * length / average)) if often else 0.0
