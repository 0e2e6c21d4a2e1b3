"""A library with a panel that has an agenda, and a board that has none."""

from __future__ import annotations

from datetime import date

import pytest

from index import Library
from tests.tui.screens.stage import HOSTILE

PANEL = "Corporate Parenting Panel"
BOARD = "Quality Board"


@pytest.fixture
def items(library: Library) -> tuple[str, ...]:
    """Three items that are on the agenda of the panel, which is the current meeting."""
    library.save_meeting(
        PANEL,
        date=date(2059, 12, 3),
        time="2pm",
        place="Town Hall",
        chair="Cllr Jane Roe",
        standing=("Apologies", f"Minutes {HOSTILE}"),
    )
    library.save_meeting(BOARD)
    library.choose_meeting(PANEL)
    items = tuple(library.search("").ids[:3])
    library.bookmark_all(items, PANEL)
    library.write_note(items[1], HOSTILE)
    return items
