from __future__ import annotations

import re

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


SIGNS = st.sampled_from(
    (
        *("care", "Families", "carers", "’", "'", "''", "s", " ", "  ", "\n", ". ", "-", "“", "("),
        *("_", "é", "ŵ", "–", "ß", "\t", "\r", "\x1c", "\u2028", "£20", "²", "\x00", " " * 40),
    )
)


@given(st.one_of(st.text(), st.lists(SIGNS).map("".join)))
def test_every_word_keeps_its_place(text: str) -> None:
    words = Words.of(text)
    found = [word for word in WORD.finditer(text) if word.group().strip("_")]
    assert words.folded == [folded_word(word.group()) for word in found]
    assert words.starts == [word.start() for word in found]
    assert [words.end(at) for at in range(len(words))] == [word.end() for word in found]


@given(st.lists(SIGNS).map("".join))
def test_what_parts_two_words_is_the_end_of_a_sentence_or_a_line_or_neither(text: str) -> None:
    words = Words.of(text)
    for at in range(1, len(words)):
        gap = text[words.end(at - 1) : words.starts[at]]
        assert words.gap(at) == gap
        assert words.parts(at) == ("\n" in gap or gap[:2] in (". ", "! ", "? ", "; "))


WORD = re.compile(r"\w+(?:['’]\w+)*")
