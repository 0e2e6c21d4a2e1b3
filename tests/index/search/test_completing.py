from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.completing import MOST, completions
from tests.index.search.test_query import PIECES

NAMES = {
    "topic": [("kinship-care", "Kinship care"), ("children-in-care", "Children in care")],
    "source": [("LGA children’s bulletin", ""), ("Local Government Association", "")],
    "kind": [("news", ""), ("minutes", "")],
    "org": [("Ofsted", ""), ("Become", ""), ("Become “Care”", ""), ("LGA", "")],
    "person": [("Josh MacAlister", "")],
    "is": [("unread", ""), ("read", "")],
    "meeting": [(f"Panel {number}", "") for number in range(20)],
}


def names(field: str) -> list[tuple[str, str]]:
    return NAMES.get(field, [])


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("to", "topic:"),
        ("kinship -so", "kinship -source:"),
        ("(iss", "(issued:"),
        ("topic:k", "topic:kinship-care "),
        ("Topic:child", "Topic:children-in-care "),
        ("topic:care", "topic:kinship-care "),
        ("kinship source:lo", 'kinship source:"Local Government Association" '),
        ('source:"local gov', 'source:"Local Government Association" '),
        ("source:\"lga children's", 'source:"LGA children’s bulletin" '),
        ("kind:m", "kind:minutes "),
        ("is:u", "is:unread "),
        ("issued:last m", None),
        ('issued:"last m', 'issued:"last month" '),
        ("date:ne", 'date:"next week" '),
        ("org:", "org:Ofsted "),
        ("organisation:be", "organisation:Become "),
        ('org:"become ', 'org:"Become Care" '),
        ("fees person:mac", 'fees person:"Josh MacAlister" '),
        ("t", None),
        ("topic:kinship-care", None),
        ("title:kin", None),
        ("nofield:kin", None),
        ("", None),
    ],
)
def test_what_is_typed_and_how_it_may_go_on(typed: str, first: str | None) -> None:
    found = completions(typed, len(typed), names)
    assert (found[0].query if found else None) == first
    assert all(each.cursor == len(each.query) for each in found)


def test_what_is_shown_behind_the_cursor_is_the_rest_of_the_name() -> None:
    (found,) = completions("source:LOC", 10, names)
    assert (found.name, found.rest) == ("Local Government Association", "al Government Association")
    (_, second) = completions("topic:", 6, names)
    assert second.rest == "children-in-care"
    assert completions("topic:care", 10, names)[0].rest == ""  # not its beginning


def test_a_name_is_completed_in_the_middle_of_a_query() -> None:
    (found,) = completions("topic:k survey", 7, names)
    assert (found.query, found.cursor) == ("topic:kinship-care survey", 18)


def test_no_more_are_offered_than_anybody_reads() -> None:
    assert len(completions("meeting:", 8, names)) == MOST


@given(st.lists(PIECES, max_size=12).map("".join), st.integers(0, 60))
def test_any_query_may_be_completed_anywhere(query: str, cursor: int) -> None:
    cursor = min(cursor, len(query))
    for each in completions(query, cursor, names):
        assert 0 <= each.cursor <= len(each.query)
        assert each.query.startswith(query[:cursor].rpartition(":")[0])
