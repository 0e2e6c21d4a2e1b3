from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.screens.whole_rows import shown, wrapped

_TEXTS = st.one_of(
    st.text(max_size=200),
    st.text("ab 漢é-", max_size=200),
    st.lists(st.sampled_from(["kinship", "care", "of", "x" * 90]), max_size=30).map(" ".join),
)


@given(_TEXTS, st.integers(2, 60))
def test_no_row_is_too_wide_and_no_word_is_lost(text: str, width: int) -> None:
    rows = [text[start:end] for start, end in wrapped(text, width)]
    assert all(cell_len(row) <= width for row in rows)
    assert "".join("".join(rows).split(" ")) == "".join(text.split(" "))


@given(st.lists(st.sampled_from(["kinship", "care", "of", "adoption"]), max_size=30))
def test_words_that_fit_are_whole(words: list[str]) -> None:
    text = " ".join(words)
    rows = [text[start:end] for start, end in wrapped(text, 12)]
    assert [word for row in rows for word in row.split()] == words


def test_tabs_are_spaces() -> None:
    assert shown("a\tb \t") == "a   b"
