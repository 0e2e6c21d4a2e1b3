"""The ranker beside Whoosh's own matchers and scorer, on the same files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import log
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as ask
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from index.search.asking import DATE, ISSUED, Among, Between
from index.search.entry import Entry
from index.search.fields import schema
from index.search.files import Files
from index.search.opened import Opened
from index.search.writing import change, write
from tests.bench.corpus import items
from tests.index.search.entries import ENTRIES


class Weighting(BM25F):  # type: ignore[misc]  # Whoosh is held to be untyped
    """Whoosh's BM25F, with the rarity of words that the ranker goes by."""

    def idf(self, searcher: Searcher, field: str, term: bytes) -> float:
        whole = searcher.get_parent()
        often, items = whole.doc_frequency(field, term), whole.doc_count_all()
        return log((items + 1) / (often + 0.5))


WORDS = (
    *("care", "child", "social", "foster", "carer", "review", "local", "author", "work", "after"),
    *("look", "kinship", "SEND", "LAC", "safeguard", "tribun", "strategi", "nosuchword"),
)
PHRASES = (
    ["social", "work"],
    ["local", "author"],
    ["foster", "carer"],
    ["look", "after", "child"],
    ["care", "care"],
    ["child", "social", "care"],
)
BOOSTS = st.sampled_from((1.0, 0.5, 2.0))

terms = st.builds(
    ask.Term, st.sampled_from(("words", "title")), st.sampled_from(WORDS), boost=BOOSTS
)
topics = st.builds(ask.Term, st.just("topic"), st.sampled_from(("fostering", "send")), boost=BOOSTS)
phrases = st.builds(
    ask.Phrase,
    st.sampled_from(("words", "title")),
    st.sampled_from(PHRASES),
    slop=st.sampled_from((1, 2, 5)),
    boost=BOOSTS,
)
# with a constant score, Whoosh scores some prefixes and not others
prefixes = st.builds(
    ask.Prefix,
    st.just("words"),
    st.sampled_from(("fo", "ca", "s", "zz")),
    boost=BOOSTS,
    constantscore=st.just(False),
)


def compound(parts: st.SearchStrategy[ask.Query]) -> st.SearchStrategy[ask.Query]:
    several = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(
        st.builds(ask.And, several, boost=BOOSTS),
        st.builds(ask.Or, several, boost=BOOSTS),
        st.builds(ask.Require, parts, parts),
        st.builds(lambda one, other: ask.And([one, ask.Not(other)]), parts, parts),
        st.builds(lambda one: ask.And([one, ask.Every()]), parts),
        st.builds(
            lambda one, other: ask.Or([one, ask.ConstantScoreQuery(other, score=2.0)]), parts, parts
        ),
    )


queries = st.recursive(st.one_of(terms, topics, phrases, prefixes), compound, max_leaves=6)
# Whoosh forgets to move the second part along where the first is moved from outside
rooted = st.one_of(queries, st.builds(ask.AndMaybe, queries, queries))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of several segments, in which items were changed and deleted."""
    folder = tmp_path_factory.mktemp("ranker")
    made_up = list(islice(items(400), 400))
    write(folder, [*ENTRIES, *made_up[:250]])
    change(folder, made_up[200:300], [ENTRIES[4].id, made_up[7].id])
    change(folder, made_up[300:], [])
    return folder


@pytest.fixture(scope="module")
def opened(folder: Path) -> Opened:
    return Opened.of(folder)


@pytest.fixture(scope="module")
def searcher(folder: Path) -> Iterator[Searcher]:
    with (
        Files(folder) as files,
        files.open_index(schema=schema()).searcher(weighting=Weighting()) as searcher,
    ):
        yield searcher


def by_whoosh(query: ask.Query, searcher: Searcher) -> dict[int, float]:
    scores = {}
    for leaf, offset in searcher.leaf_searchers():
        matcher = query.matcher(leaf, leaf.context())
        while matcher.is_active():
            scores[offset + matcher.id()] = matcher.score()
            matcher.next()
    return scores


@settings(max_examples=50)
@given(query=rooted)
def test_items_and_scores_are_those_of_whoosh(
    query: ask.Query, opened: Opened, searcher: Searcher
) -> None:
    found = opened.find(query)
    ours = dict(zip(found.numbers.tolist(), found.scores.tolist(), strict=True))
    assert ours == pytest.approx(by_whoosh(query, searcher), rel=1e-4)


def test_of_several_the_best_counts_where_only_the_best_is_asked_for(opened: Opened) -> None:
    # Whoosh itself takes the better of two that may be at different items
    choices = [ask.Term("words", "care"), ask.Term("words", "review", boost=2.0)]
    best: dict[int, float] = {}
    for choice in choices:
        found = opened.find(choice)
        for number, score in zip(found.numbers.tolist(), found.scores.tolist(), strict=True):
            best[number] = max(best.get(number, 0.0), score)
    found = opened.find(ask.DisjunctionMax(choices))
    together = dict(zip(found.numbers.tolist(), found.scores.tolist(), strict=True))
    assert together == pytest.approx(best)


def ids(opened: Opened, query: ask.Query) -> set[str]:
    return set(opened.find(query).ordered().ids)


@pytest.mark.parametrize("words", [["of", "LAC"], ["of", "lac"], ["LAC", "nurs"], ["lac", "nurs"]])
def test_where_a_word_has_two_terms_it_stands_in_phrases_by_either(
    opened: Opened, words: list[str]
) -> None:
    assert "ab-0001" in ids(opened, ask.Phrase("words", words))


def test_items_are_asked_for_by_their_ids(opened: Opened) -> None:
    gone = ENTRIES[4].id
    assert ids(opened, Among(["aa-0001", "ad-0003", gone, "nowhere"])) == {"aa-0001", "ad-0003"}
    assert ids(opened, Among([])) == set()
    assert ids(opened, ask.Require(ask.Term("words", "strategi"), Among(["aa-0001"]))) == {
        "aa-0001"
    }


@pytest.mark.parametrize(
    ("first", "last", "wholly", "found"),
    [
        ("2022-01-10", "2022-02-10", False, {"day", "month", "year"}),
        ("2022-01-10", "2022-02-10", True, {"day"}),
        ("2022-01-01", "2022-01-31", True, {"day", "month"}),
        ("2022-01-14", "2022-01-14", False, {"day", "month", "year"}),
        ("2022-02-01", None, False, {"spring", "year", "later"}),
        ("2022-02-01", None, True, {"spring", "later"}),
        (None, "2022-12-31", True, {"day", "month", "spring", "year"}),
        (None, "2022-12-30", True, {"day", "month", "spring"}),
        (None, None, False, {"day", "month", "spring", "year", "later"}),
        ("2022-04-01", "2022-04-30", True, {"spring"}),
        ("2022-04-02", "2022-04-30", True, set()),
        ("2022-04-01", "2022-04-29", True, set()),
        ("2022-04-30", "2022-04-30", False, {"spring", "year"}),
        ("2021-01-01", "2021-12-31", False, set()),
    ],
)
def test_items_are_asked_for_by_a_span_of_days(
    tmp_path: Path, first: str | None, last: str | None, wholly: bool, found: set[str]
) -> None:
    dates = {
        "day": "2022-01-14",
        "month": "2022-01",
        "spring": "2022-04",
        "year": "2022",
        "later": "2023",
        "none": None,
    }
    write(
        tmp_path,
        [
            Entry(
                id=name,
                title="",
                text="",
                issued=date,
                dates=(("1999-01-01", None), (date, None)) if date else (),
            )
            for name, date in dates.items()
        ],
    )
    opened = Opened.of(tmp_path)
    assert ids(opened, Between(ISSUED, first, last, wholly=wholly)) == found
    if first is not None:
        assert ids(opened, Between(DATE, first, last, wholly=wholly)) == found


def test_a_date_from_one_day_to_another_is_found_by_any_day_between(tmp_path: Path) -> None:
    dates = (("2022-01-30", "2022-02-02"),)
    write(tmp_path, [Entry(id="a", title="", text="", dates=dates)])
    opened = Opened.of(tmp_path)
    assert ids(opened, Between(DATE, "2022-02-01", "2022-02-01")) == {"a"}
    assert ids(opened, Between(DATE, "2022-02-03", None)) == set()
