from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.understanding.words import Words, folded_word


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Carers’", "carer"),
        ("carer's", "carer"),
        ("Families", "family"),
        ("abuse", "abuse"),
        ("access", "access"),
        ("crisis", "crisis"),
        ("O’Brien", "obrien"),
    ],
)
def test_spellings_of_one_word_meet(written: str, folded: str) -> None:
    assert folded_word(written) == folded


def test_hyphens_part_words() -> None:
    assert Words.of("Looked-after children").folded == ["looked", "after", "children"]


@given(st.text())
def test_every_word_keeps_its_place(text: str) -> None:
    words = Words.of(text)
    for folded, start, end in zip(words.folded, words.starts, words.ends, strict=True):
        assert folded_word(text[start:end]) == folded
