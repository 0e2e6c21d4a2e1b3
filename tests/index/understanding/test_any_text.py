"""Whatever a document holds, there is an answer, and time grows no faster than the text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model.dates import in_words
from index.understanding import Understanding
from tests.index.understanding.understood import understood

DATES = (
    "31/02/2022",
    "99/99/99",
    "3",
    "May",
    ",",
    "and",
    "to",
    "–",
    "Thursday",
    "2022",
    "2pm",
    "next",
)
NAMES = (
    "Dr",
    "Council",
    "of",
    "the",
    "SEND",
    "RESOLVED",
    "’s",
    "Aa",
    "\u202e",
    "مرحبا",
    "£",
    "\x00",
)
LINKS = ("https://", "www.", "@", "a@b.org", "<", ">", "(", ")", ".", "/", "\n", "-")
PIECES = st.sampled_from((*DATES, *NAMES, *LINKS, "in", "summer", "Monday", "survey", "foster"))
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=60).map(" ".join))


@given(text=TEXTS, title=TEXTS, issued=st.sampled_from([None, "2022", "2022-01", "2024-02-29"]))
def test_any_text_gives_an_answer(text: str, title: str, issued: str | None) -> None:
    item = understood(UNDERSTANDING, text, title, issued=issued)
    assert item.text == text
    for found in item.dates:
        for iso in filter(None, (found.start, found.end)):
            assert in_words(iso) != iso or len(iso) == 4
            day = iso.split("T")[0]
            date.fromisoformat(day if len(day) == 10 else f"{day}-01")
    for link in item.links:
        assert 0 <= link.start < link.end <= len(text)


UNDERSTANDING = Understanding()

LONG = 100_000


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A ",
        "Aa of the ",
        "1",
        "1, ",
        "1-",
        "3 and ",
        "May ",
        "next Monday ",
        "next Monday 3 May ",
        "Safer Internet Day next Tuesday ",
        "Ofsted Kent Council ",
        "1/2 3/4 ",
        "https://",
        "<https://",
        "a@",
        "a.b.",
        "www.",
        "s’ S",
        "(",
        "\n",
        " ",
        "care ",
        "Xa, the ",
        "a-b/",
    ],
)
def test_no_text_makes_the_search_run_away(piece: str) -> None:
    # A search that backtracks takes hours here, and the run would never end.
    text = (piece * (LONG // len(piece) + 1))[:LONG]
    assert understood(UNDERSTANDING, text, issued="2022-01-15").text == text
