from __future__ import annotations

import pytest

from index.meetings.layout import laid_out
from index.meetings.plain import plain, preview
from tests.index.meetings.packs import WHOLE, one_item


def test_the_front_page() -> None:
    assert plain(laid_out(WHOLE)).startswith(
        """\
Corporate Parenting Panel
=========================

Agenda pack

When: 3 December 2026, 2pm to 4pm
Where: Committee room 1
Chair: Cllr Amina Khan
Attending: Cllr Amina Khan; Jo Smith, Virtual School

Agenda
------

  1. Welcome
     2pm, 5 minutes, led by Chair
  2. Declarations of interest
     2.05pm

Keeping children safe

  3. Incident notifications
     2.05pm, 20 minutes, for discussion, led by Director
"""
    )


def test_an_item_with_its_bullets_its_note_and_its_source() -> None:
    pack = one_item("Title", "First:\n• one\n  • two\nLast.", "Ask.\n• Why?")
    assert """\
First:

• one
  • two

Last.

Takes place: 21 April 2027, 2pm to 4.50pm
Closes: 1 March 2027

Note:
  Ask.

  • Why?

Source: “Title”, Bulletin (LGA, January 2021), lines 32 to 36.
""" in plain(laid_out(pack))


@pytest.mark.parametrize("width", [20, 40, 76])
def test_lines_are_no_wider_than_asked_but_for_long_words(width: int) -> None:
    address = "https://example.org/a-long-address/that-nobody/should-break"
    written = plain(laid_out(one_item("Care leavers " * 9, f"See {address} " * 3)), width)
    too_wide = [line for line in written.split("\n") if len(line) > width]
    assert all(line.strip() == address for line in too_wide)


@pytest.mark.parametrize("width", [24, 76])
def test_the_preview_is_the_same_text_and_knows_its_entries(width: int) -> None:
    laid = laid_out(WHOLE)
    shown = preview(laid, width)
    assert "\n".join(shown.lines).strip() == plain(laid, width).strip()
    assert [shown.lines[at].strip()[:2] for _, at in sorted(shown.places.items())] == [
        "1.",
        "2.",
        "3.",
        "4.",
        "5.",
    ]
