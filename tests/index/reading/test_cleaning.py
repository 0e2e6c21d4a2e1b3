from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.cleaning import clean

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text(st.characters(), max_size=200))
def test_nothing_hostile_passes(text: str) -> None:
    cleaned = clean(text)
    assert not [c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert not set(BIDI) & set(cleaned)
    assert clean(cleaned) == cleaned


@given(st.text("ab\r\n\v\f\x1c\x85\u2028\u2029 ", max_size=60))
def test_lines_count_as_in_an_editor(text: str) -> None:
    universal = text.replace("\r\n", "\n").replace("\r", "\n")
    assert clean(text).count("\n") == universal.count("\n")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("care\u00a0leavers\u2009and\u3000carers", "care leavers and carers"),
        ("\ufeffzero\u200bwidth\u00ad\u2060", "zerowidth"),
        ("\x1b[2J\x1b]0;title\x07\x9b", "[2J]0;title"),
        ("page\x0cbreak", "page break"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("\u202etfel ot thgir\u202c", "tfel ot thgir"),
        ("\uf0b7 a bullet of Word", "• a bullet of Word"),
        ("a tab\tstays", "a tab\tstays"),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("क्\u200dष", "क्\u200dष"),
        ("pass\u200dword", "password"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Black \u2764\ufe0f", "Black \u2764\ufe0f"),
    ],
)
def test_what_becomes_of(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_numbers_that_are_no_characters_go() -> None:
    assert clean("a\ufffeb\U0003fffec\U0010ffffd") == "abcd"
