from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.parser import MOST_WORDS, read
from index.search.query import AllOf, AnyOf, Near, Node, Not, Phrase, State, Value, Within, Words
from index.search.telling import in_words

TODAY = date(2022, 2, 16)
SINCE_2021 = "issued since 1 January 2021"
IN_2020 = "issued 1 January to 31 December 2020"
IN_2021 = "issued 1 January to 31 December 2021"
STATES = {"is": ("unread", "read", "bookmarked"), "has": ("note", "event", "deadline", "link")}


def shape(node: Node | None) -> object:
    """The query as nested tuples of what was asked, to be compared at a glance."""
    match node:
        case Words(asked, field):
            found = " ".join(word.form + "*" * word.prefix + "~" * word.slips for word in asked)
            return found if field == "words" else f"{field}:{found}"
        case Phrase(asked, field):
            found = '"' + " ".join(word.form for word in asked) + '"'
            return found if field == "words" else f"{field}:{found}"
        case Near(sides, within):
            return (f"near {within}", *map(shape, sides))
        case Value(field, value) | State(field, value):
            return f"{field}={value}"
        case Within(field, days):
            return f"{field} {days.in_words()}"
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
        ("issued:2020..2022", "issued 1 January 2020 to 31 December 2022"),
        ("issued:unknown", "issued=unknown"),
        ('issued:"jan 2022"', "issued 1 to 31 January 2022"),
        ("issued:last month kinship", ("all", "issued 1 to 31 January 2022", "kinship")),
        ("since:2021 -until:2021", ("all", SINCE_2021, ("not", "issued until 31 December 2021"))),
        ('since:"last month"', "issued since 1 January 2022"),
        ("issued:(2020 OR 2021)", ("any", IN_2020, IN_2021)),
        ("date:next week", "date 21 to 27 February 2022"),
        ("date:3 march trip", ("all", "date 3 March 2022", "trip")),
        ("due:this month", "due 1 to 28 February 2022"),
        ("is:bookmarked has:note", ("all", "is=bookmarked", "has=note")),
        ("is:unread", ("not", "is=read")),
        ('meeting:"the panel"', "meeting=the panel"),
        ("-kind:event", ("not", "kind=event")),
        ("safegaurding~ kin~1 kinship~9", "safegaurding~~ kin~ kinship~~"),
        ("kinship NEAR carer pay", ("all", ("near 10", "kinship", "carer"), "pay")),
        ('"foster care" NEAR/3 pay', ("near 3", '"foster care"', "pay")),
        ("note:amina", "notes:amina"),
        ("and or not", "and or not"),
        ("https://a.org/b", "a org"),
        ("10:30", "10 30"),
        ("", None),
        ('""', None),
        ("* - ?", None),
    ],
)
def test_what_is_typed_and_how_it_is_read(text: str, expected: object) -> None:
    query = read(text, TODAY, STATES)
    assert (shape(query.node), query.note) == (expected, "")


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ('"kinship care', "kinship care", "a quotation mark is not closed"),
        ("AND", "and", "AND needs something before it"),
        ("kinship AND", "kinship and", "AND needs something after it"),
        ("kinship OR OR care", "kinship or or care", "OR needs something after it"),
        ("NOT", "not", "NOT needs something after it"),
        ("NEAR x", "near x", "NEAR needs something before it"),
        ("kin NEAR topic:x", "kin near topic x", "NEAR stands between words"),
        ("kinship)", "kinship", "a bracket closes that was not opened"),
        ("(" * 1000 + "kinship", "kinship", "too many brackets"),
        ("NOT " * 40 + "kinship", "not " * 40 + "kinship", "too many brackets"),
        ("source: ", "source", "source: takes a source"),
        ("issued:tomorrowish", "issued tomorrowish", "issued: takes a year, a month, a day"),
        ("date:[99999 TO", "date 99999 to", "date: takes a day"),
        ("is:old hat", "is old hat", "is: takes unread"),
        ("dote:[x to", "dote x to", "“dote:” is not a field"),
    ],
)
def test_a_slip_is_searched_as_words_and_said(text: str, words: str, why: str) -> None:
    query = read(text, TODAY, STATES)
    assert isinstance(query.node, Words)
    assert " ".join(word.form for word in query.node.words) == words
    assert query.note.startswith(f"searched as words: {why}")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("kinship topic:", "kinship"),
        ("kinship issued:", "kinship"),
        ("kinship issued:las", "kinship"),
        ('kinship issued:"last mo', "kinship"),
        ("kinship is:unre", "kinship"),
        ("issued:", None),
    ],
)
def test_a_field_that_is_being_typed_waits_and_says_what_it_takes(
    text: str, left: str | None
) -> None:
    query = read(text, TODAY, STATES)
    assert (shape(query.node), query.awaiting) == (left, True)
    assert ": takes " in query.note


def test_a_bracket_that_is_still_open_closes_at_the_end() -> None:
    query = read("pay (kinship OR foster")
    assert shape(query.node) == ("all", "pay", ("any", "kinship", "foster"))
    assert query.note == "a bracket is not closed: it was closed at the end"


def test_operators_are_not_left_over_where_a_query_is_cut() -> None:
    assert read("care OR " * 100).notes == ("more than 64 words: the rest were left out",)


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
    st.sampled_from(["AND", "OR", "NOT", "NEAR", "NEAR/3", "title:", "topic:", "**a", "kinshp~"]),
    st.sampled_from(["issued:", "date:[", "due:", "last month", "until:", "is:unread", "has:"]),
    st.sampled_from([" ", "*", '"', "“", "(", ")", "-", "..", ":", "’"]),
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_is_a_query_and_words_stand_where_they_say(text: str) -> None:
    query = read(text, TODAY, STATES)
    assert query.node is None or isinstance(in_words(query.node), str)
    for word in query.wanted:
        assert 0 <= word.start < word.end <= len(text)
