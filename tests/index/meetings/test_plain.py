"""Plain text of any width, and where in it the entries stand."""

from __future__ import annotations

import pytest

from index.meetings.layout import laid_out
from index.meetings.plain import plain, preview
from index.model.meetings import AgendaEntry, Meeting, Pack
from tests.index.meetings.packs import WHOLE


@pytest.mark.parametrize("width", [20, 44, 76])
def test_lines_are_of_the_width_but_for_words_that_are_longer(width: int) -> None:
    lines = preview(laid_out(WHOLE), width).lines
    assert all(len(line) <= width or " " not in line.strip("• ") for line in lines)
    words = plain(laid_out(WHOLE)).replace("=", "").replace("-", "").split()
    assert " ".join(lines).replace("=", "").replace("-", "").split() == words


def test_entries_are_found_where_they_are_told_in_full_or_else_where_they_are_listed() -> None:
    entries = tuple(
        AgendaEntry(str(number), "own", f"Entry {number}", note="Note." if number == 2 else "")
        for number in (1, 2, 3)
    )
    shown = preview(laid_out(Pack(Meeting("Panel"), entries)), 40)
    assert [shown.lines[shown.places[number]] for number in (1, 2, 3)] == [
        "  1. Entry 1",
        "2. Entry 2",
        "  3. Entry 3",
    ]
