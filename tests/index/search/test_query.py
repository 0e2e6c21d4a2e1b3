from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.query import MOST_WORDS, AllOf, AnyOf, Node, Not, Phrase, Value, Words, read


def shape(node: Node | None) -> object:
    """The query as nested tuples of what was asked, to be compared at a glance."""
    match node:
        case Words(asked, field):
            found = " ".join(word.form + "*" * word.prefix for word in asked)
            return found if field == "words" else f"{field}:{found}"
        case Phrase(asked, field):
            found = '"' + " ".join(word.form for word in asked) + '"'
            return found if field == "words" else f"{field}:{found}"
        case Value(field, value):
            return f"{field}={value}"
        case AllOf(nodes):
            return ("all", *map(shape, nodes))
        case AnyOf(nodes):
            return ("any", *map(shape, nodes))
        case Not(inner):
            return ("not", shape(inner))
    return None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kinship care", "kinship care"),
        ('"kinship care"', '"kinship care"'),
        ("“kinship care”", '"kinship care"'),
        ("kin*", "kin*"),
        ("kinship -foster", ("all", "kinship", ("not", "foster"))),
        ("kinship NOT foster", ("all", "kinship", ("not", "foster"))),
        ("kinship AND foster", "kinship foster"),
        ("kinship OR foster care", ("any", "kinship", "foster care")),
        ("(kinship OR foster) care", ("all", ("any", "kinship", "foster"), "care")),
        ("-(a b)", ("not", ("all", "a b"))),
        ("title:kinship care", ("all", "title:kinship", "care")),
        ("Title: kinship", "title:kinship"),
        ('title:"kinship care"', 'title:"kinship care"'),
        ("title:(kinship care)", ("all", "title:kinship care")),
        ("org:lga person:macalister", ("all", "organisations:lga", "people:macalister")),
        ("source:lga", "source=lga"),
        ('source:"lga bulletin"', "source=lga bulletin"),
        ("topic:kinship-care", "topic=kinship-care"),
        ("issued:2020..2022", "issued=2020..2022"),
        ("-kind:event", ("not", "kind=event")),
        ("and or not", "and or not"),
        ("https://a.org/b", "a org"),
        ("10:30", "10 30"),
        ("", None),
        ('""', None),
        ("* - ?", None),
    ],
)
def test_what_is_typed_and_how_it_is_read(text: str, expected: object) -> None:
    query = read(text)
    assert (shape(query.node), query.note) == (expected, "")


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ('"kinship care', "kinship care", "a quotation mark is not closed"),
        ("AND", "and", "AND needs something before it"),
        ("kinship AND", "kinship and", "AND needs something after it"),
        ("kinship OR OR care", "kinship or or care", "OR needs something after it"),
        ("NOT", "not", "NOT needs something after it"),
        ("(kinship", "kinship", "a bracket is not closed"),
        ("kinship)", "kinship", "a bracket closes that was not opened"),
        ("(" * 1000 + "kinship", "kinship", "too many brackets"),
        ("NOT " * 40 + "kinship", "not " * 40 + "kinship", "too many brackets"),
        ("source:", "source", "source: needs something after it"),
        ("issued:tomorrow", "issued tomorrow", "issued: takes a year, a month or a day"),
        ("date:[x to", "date x to", "“date:” is not a field"),
    ],
)
def test_a_slip_is_searched_as_words_and_said(text: str, words: str, why: str) -> None:
    query = read(text)
    assert isinstance(query.node, Words)
    assert " ".join(word.form for word in query.node.words) == words
    assert query.note.startswith(f"searched as words: {why}")


def test_a_query_that_is_too_long_is_cut_and_said() -> None:
    query = read("care " * 10_000)
    assert len(query.wanted) == MOST_WORDS
    assert query.note == "more than 64 words: the rest were left out"


def test_the_last_word_may_go_on_until_a_space_ends_it() -> None:
    assert [word.typing for word in read("kinship ca").wanted] == [False, True]
    assert not read("kinship ca ").typing
    assert not read('"kinship ca"').typing
    assert not read("ca -kin").typing


PIECES = st.one_of(
    st.sampled_from(["kin", "care", "e-mail", "2022", "😀", "\0", "\u202e", "\ud800"]),
    st.sampled_from(["AND", "OR", "NOT", "title:", "topic:", "issued:", "date:[", "**a"]),
    st.sampled_from([" ", "*", '"', "“", "(", ")", "-", "..", ":", "’"]),
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_is_a_query_and_words_stand_where_they_say(text: str) -> None:
    for word in read(text).wanted:
        assert 0 <= word.start < word.end <= len(text)
