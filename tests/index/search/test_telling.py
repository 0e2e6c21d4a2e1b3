from __future__ import annotations

import pytest

from index.search.parser import read
from index.search.telling import in_words
from tests.index.search.test_query import STATES, TODAY


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("kinship care", ""),
        ("kinship OR LAC", "about “kinship” or about “LAC”"),
        ("care issued:2021 kinship", "issued 1 January to 31 December 2021, about “care kinship”"),
        ('"green paper"', "about the phrase “green paper”"),
        ("kin* care", "about words that begin with “kin” and “care”"),
        ("kinshp~", "about words like “kinshp”"),
        ("kinship NEAR/5 pay", "about “kinship” within 5 words of “pay”"),
        ("kinship -pay -topic:send", "about “kinship”, without “pay”, not on the topic “SEND”"),
        ("title:survey org:lga", "with “survey” in the title, naming the organisation “lga”"),
        ("source:lga kind:news", "from “lga”, of the kind “news”"),
        ("is:unread -is:unread", "unread, read"),
        ("has:note has:deadline", "with a note of yours, with a closing date"),
        ("meeting:panel", "on the agenda of “panel”"),
        ("date:next week", "with a date 21 to 27 February 2022"),
        ("due:today", "due 16 February 2022"),
        ("until:2021", "issued until 31 December 2021"),
        ("issued:unknown", "of unknown date of issue"),
        ("pay (kinship OR foster)", "about “pay”, (about “kinship” or about “foster”)"),
    ],
)
def test_how_a_query_was_read_is_said_in_plain_words(query: str, told: str) -> None:
    node = read(query, TODAY, STATES).node
    assert node is not None
    assert in_words(node, {"send": "SEND"}) == told


def test_what_would_fill_the_screen_is_cut_between_words() -> None:
    node = read('"' + "care " * 60 + '"').node
    assert node is not None
    assert len(in_words(node)) < 250
    assert in_words(node).endswith("care …")
