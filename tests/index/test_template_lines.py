from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InvalidInputError
from index.model.meetings import TemplateEntry
from index.model.template_lines import from_lines, in_lines

APOLOGIES = TemplateEntry("standing", "Apologies", 5, "Chair")


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("Apologies", TemplateEntry("standing", "Apologies")),
        ("  Apologies (5 min)|Chair ", APOLOGIES),
        ("Apologies (5 minutes)", TemplateEntry("standing", "Apologies", 5)),
        ("Apologies | Chair", TemplateEntry("standing", "Apologies", None, "Chair")),
        ("Apologies (0 min) | Chair", TemplateEntry("standing", "Apologies", None, "Chair")),
        ("Annex (2)", TemplateEntry("standing", "Annex (2)")),
        ("## For decision", TemplateEntry("section", "For decision")),
    ],
)
def test_a_line_is_an_entry(line: str, entry: TemplateEntry) -> None:
    assert from_lines(f"\n{line}\n\n#\n") == (entry,)


def test_a_line_without_a_title_is_named() -> None:
    with pytest.raises(InvalidInputError, match="has no title"):
        from_lines("(5 min) | Chair")


_WORDS = st.text(st.characters(categories=["L", "Nd"], include_characters=" [/"), min_size=1).map(
    str.strip
)
_TITLES = _WORDS.filter(bool)
_ENTRIES = st.builds(TemplateEntry, st.just("section"), _TITLES) | st.builds(
    TemplateEntry,
    st.just("standing"),
    _TITLES,
    st.none() | st.integers(1, 999),
    _WORDS,
)


@given(template=st.lists(_ENTRIES))
def test_what_is_shown_as_lines_is_read_from_them(template: list[TemplateEntry]) -> None:
    assert from_lines(in_lines(template)) == tuple(template)
