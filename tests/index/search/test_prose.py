from __future__ import annotations

from pathlib import Path

import pytest

from index.search.entry import Entry
from index.search.index import SearchIndex
from index.search.matches import Matches

FILLER = "Something else was said about nothing in particular at some length."


def asked(folder: Path, question: str, *texts: str, prose: bool = True) -> Matches:
    """What a question finds among texts that are called a, b, c and so on."""
    index = SearchIndex(folder)
    entries = [Entry(id=chr(97 + n), title="Notice", text=text) for n, text in enumerate(texts)]
    others = [Entry(id=f"other {n}", title="Other", text=FILLER) for n in range(9)]
    index.rebuild([*entries, *others], "one")
    try:
        matches = index.match_prose(question) if prose else index.match(question)
        tuple(matches.ids)
    finally:
        index.close()
    return matches


def test_any_of_the_words_will_do_the_more_the_better(tmp_path: Path) -> None:
    texts = ("allowances", "kinship carers", "kinship carers and allowances")
    question = "What allowances are there for kinship carers?"
    assert asked(tmp_path, question, *texts).ids == ("c", "b", "a")


def test_a_rare_word_tells_more_than_several_frequent_ones(tmp_path: Path) -> None:
    frequent = [f"The council has a plan. {number}" for number in range(8)]
    ids = asked(tmp_path, "the plan of the council for a tribunal", "A tribunal", *frequent).ids
    assert ids[0] == "a"


def test_words_side_by_side_as_in_the_question_stand_above_words_apart(tmp_path: Path) -> None:
    texts = ("care of the young, and leaving home", "young people who are leaving care at home")
    assert asked(tmp_path, "support when leaving care", *texts).ids == ("b", "a")


def test_what_is_asked_for_often_counts_more(tmp_path: Path) -> None:
    texts = ("adoption", "fostering")
    assert asked(tmp_path, "adoption and fostering, or adoption", *texts).ids == ("a", "b")
    assert asked(tmp_path, "adoption and fostering, or fostering", *texts).ids == ("b", "a")


def test_synonyms_of_several_words_are_found(tmp_path: Path) -> None:
    matches = asked(tmp_path, "the health of looked after children", "LAC nurses", "The unrelated")
    assert matches.ids == ("a",)
    assert "LAC" in matches.marks


@pytest.mark.parametrize(
    "question",
    ['"kinship" AND (', "kinship: NOT -carers", "kinship* OR", "title:kinship ((((", "kinship\0"],
)
def test_signs_of_the_query_language_are_no_signs(tmp_path: Path, question: str) -> None:
    assert asked(tmp_path, question, "kinship").ids == ("a",)


def test_a_question_of_any_length_is_answered(tmp_path: Path) -> None:
    question = " ".join(f"word{number}" for number in range(10_000)) + " kinship"
    assert set(asked(tmp_path, f"kinship {question}", "kinship", "word9").ids) == {"a", "b"}
    assert asked(tmp_path, "", "kinship").ids == ()
    assert asked(tmp_path, "the of and", "kinship").ids == ()


# typed into the search bar


def test_what_has_most_of_several_words_follows_what_has_all(tmp_path: Path) -> None:
    texts = (
        f"{FILLER} {FILLER} Jobs are mentioned; care is too, and at the very end leavers.",
        "Jobs for leavers",
        f"{FILLER} {FILLER} {FILLER} Care is named.",
    )
    matches = asked(tmp_path, "jobs care leavers ", *texts, prose=False)
    assert matches.ids == ("a", "b")
    assert "one has all of these words" in matches.note
    assert "some of them" in matches.note
    assert list(matches.scores) == sorted(matches.scores, reverse=True)
    assert asked(tmp_path, "care leavers ", *texts, prose=False).ids == ("a",)


def test_nothing_follows_where_many_have_all(tmp_path: Path) -> None:
    texts = [*("jobs for care leavers" for _ in range(20)), "jobs for leavers"]
    matches = asked(tmp_path, "jobs care leavers ", *texts, prose=False)
    assert len(matches.ids) == 20
    assert matches.note == ""


def test_operators_and_phrases_are_taken_at_their_word(tmp_path: Path) -> None:
    texts = ("jobs for care leavers", "jobs for leavers")
    assert asked(tmp_path, "jobs AND care AND leavers", *texts, prose=False).ids == ("a",)
    assert asked(tmp_path, '"jobs for care leavers"', *texts, prose=False).ids == ("a",)
