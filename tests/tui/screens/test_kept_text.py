from __future__ import annotations

import pytest

from index.model.meetings import Bookmark, Citation
from tests.tui.screens.stage import HOSTILE, SIZES, flowed, on_stage, walked
from tui.screens.kept_text import KeptText


def _kept(text: str, note: str) -> Bookmark:
    citation = Citation(HOSTILE, "Newsletter", "Source", "2022-01", None)
    return Bookmark("Panel", "abc-0001", citation, text, note=note, missing=True)


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_text_that_was_kept_is_read_to_its_end(size: tuple[int, int]) -> None:
    text = "\n".join(f"Line {number} {HOSTILE}" for number in range(60))
    async with on_stage(KeptText(_kept(text, "Bring it.")), size) as (app, pilot):
        passed = await walked(app, pilot, "space")
        assert all(f"Line {number} {HOSTILE}" in passed for number in range(60))
        assert "Note: Bring it." in passed
        await pilot.press("g")
        assert "Newsletter (Source, January 2022)" in flowed(app)
        await pilot.press("escape")
        assert app.answers == [None]
