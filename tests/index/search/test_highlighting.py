from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.highlighting import slices
from index.search.index import SearchIndex
from index.search.snippets import snippet, snippets


def shown(text: str, *marks: str) -> list[str]:
    return [text[start:end] for start, end in slices(frozenset(marks), text)]


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("Fostering and a foster home", ["foster"], ["Fostering", "foster"]),
        ("the carer’s and carers' needs", ["carer"], ["carer’s", "carers"]),
        ("😀 “kinship” 😀 kinship", ["kinship"], ["kinship", "kinship"]),
        ("Zoë, Zoe\u0308 and ZOE", ["zoe"], ["Zoë", "Zoe\u0308", "ZOE"]),
        ("kinsfolk, kin, Kinship", ["kins*"], ["kinsfolk", "Kinship"]),
        ("Please send the SEND paper", ["SEND"], ["SEND"]),
        ("two SGOs", ["SGO"], ["SGOs"]),
        ("children in care, care in children", ["child in care"], ["children in care"]),
        ("looked-after\u00a0children", ["look after child"], ["looked-after\u00a0children"]),
        ("an e-mail, an email", ["email"], ["e-mail", "email"]),
        ("care of children in care", ["care", "child in care"], ["care", "children in care"]),
        ("nothing of it", ["kinship"], []),
        ("no marks", [], []),
    ],
)
def test_whole_words_are_shown(text: str, marks: list[str], expected: list[str]) -> None:
    assert shown(text, *marks) == expected


def test_the_marks_of_a_query_show_what_it_found(small_library: SearchIndex) -> None:
    text = "LAC nurses of looked-after children, who are children in care after all."
    marks = small_library.match("looked after children").marks
    assert shown(text, *marks) == ["LAC", "looked-after children", "children in care"]


def test_what_is_not_wanted_is_not_shown(small_library: SearchIndex) -> None:
    marks = small_library.match("kinship -allowances -(foster OR care)").marks
    assert shown("Kinship allowances, foster care", *marks) == ["Kinship"]


def test_function_words_are_shown_only_in_phrases(small_library: SearchIndex) -> None:
    text = "the state of the art of care"
    assert shown(text, *small_library.match("the state of care ").marks) == ["state", "care"]
    assert shown(text, *small_library.match('"state of the art"').marks) == ["state of the art"]


def test_a_text_of_nothing_but_hyphens_takes_no_time() -> None:
    assert shown("e-mail-" * 100_000, "email") == []


LONG = f"{'Once upon a time. ' * 30}Kinship carers\n\nand their allowances. {'The end. ' * 30}"


def test_a_snippet_is_the_best_passage_on_one_line() -> None:
    text = f"Kinship comes first. {LONG}"
    passage, found = snippet(frozenset({"kinship", "carer", "allow"}), text, 100)
    assert [passage[start:end] for start, end in found] == ["Kinship", "carers", "allowances"]
    assert passage.startswith("…")
    assert passage.endswith("…")
    assert "\n" not in passage


def test_a_snippet_without_marks_is_the_beginning() -> None:
    assert snippet(frozenset(), LONG, 25) == ("Once upon a time. Once…", ())


def test_a_short_text_is_its_own_snippet() -> None:
    assert snippet(frozenset({"kinship"}), " Kinship\n care ", 80) == ("Kinship care", ((0, 7),))


TEXTS = st.text(alphabet="kin ship’-\n\u00a0é😀.", max_size=300) | st.text()
MARKS = st.frozensets(st.sampled_from(["kin", "kin*", "ship kin", "i", "*", "é*", "KIN"]))


@given(TEXTS, MARKS, st.integers(min_value=10, max_value=120))
def test_slices_and_snippets_keep_their_bounds(
    text: str, marks: frozenset[str], width: int
) -> None:
    before = 0
    for start, end in slices(marks, text):
        assert before <= start < end <= len(text)
        before = end
    passage, found = snippet(marks, text, width)
    assert len(passage) <= width
    assert passage.strip("… ") in " ".join(text.split())
    assert found == slices(marks, passage)


FOUND_WITHOUT_LOOKING_EVERYWHERE = [
    ("organizations organise", ["organis"]),
    ("visible visibility", ["visibl"]),
    ("happy happiness happily", ["happi"]),
    ("men and a man's", ["man"]),
    ("authorities, the authority", ["authority"]),
    ("O’Brien and OBrien and o'brien", ["obrien"]),
    ("1,000 and 1000", ["1000"]),
    ("mother-in-law, motherinlaw", ["motherinlaw"]),
    ("children –\n in  (care)", ["child in care"]),
]


@pytest.mark.parametrize(("text", "marks"), FOUND_WITHOUT_LOOKING_EVERYWHERE)
def test_words_that_do_not_begin_as_their_stem_does_are_found(text: str, marks: list[str]) -> None:
    padded = f"{'Once upon a time. ' * 9}{text}{' The end.' * 9}"
    assert shown(padded, *marks) == shown(text, *marks)
    assert "".join(shown(text, *marks))


PIECES = (
    *(
        "children",
        "Children",
        "child’s",
        "in",
        "care",
        "carers",
        "kinship",
        "looked-after",
        "1,000",
    ),
    *("Care-leavers", "foster-", "e-mail", "SEND", "'send", "SENDs", "O’Brien", "“", "- ", ", "),
    *("https://care.uk/foster-care,", "\n"),
)
PROSE = st.lists(st.sampled_from(PIECES)).map(" ".join)
SAID = st.frozensets(
    st.sampled_from(
        ("care", "child in care", "child in", "foster", "email", "SEND", "kin*", "look after child")
    )
    | st.sampled_from(("obrien", "brien", "1000", "in"))
)


@given(PROSE, SAID)
def test_what_is_marked_is_so_wherever_it_is_looked_for(text: str, marks: frozenset[str]) -> None:
    # beside a letter with an accent no word begins as its stem does, and all are looked at
    assert slices(marks, text) == slices(marks, f"{text} é")


@given(st.lists(st.tuples(PROSE, PROSE | TEXTS), max_size=6), SAID | MARKS)
def test_rows_together_show_what_each_shows_alone(
    rows: list[tuple[str, str]], marks: frozenset[str]
) -> None:
    titles, texts = [title for title, _ in rows], [text for _, text in rows]
    for title, text, shown in zip(titles, texts, snippets(marks, titles, texts, 60), strict=True):
        assert (shown.passage, shown.slices) == snippet(marks, text, 60)
        assert shown.title_slices == slices(marks, title)


def test_a_phrase_does_not_go_on_in_the_next_row() -> None:
    marks = frozenset({"kinship care", "email"})
    rows = snippets(marks, ["Kinship", "care"], ["e-", "mail"], 60)
    assert not any(row.slices or row.title_slices for row in rows)


def test_what_rows_have_is_known_by_its_stems() -> None:
    (row,) = snippets(
        frozenset({"child in care", "foster"}), ["Fostering"], ["children in care"], 9
    )
    assert row.stems == {"foster", "child", "in", "care"}
