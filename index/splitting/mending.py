"""What a person mended, laid over the roles that the rules have given.

Whatever is mended, every block keeps exactly one role: nothing of a document gets lost here.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.model.mends import Mends
from index.splitting.page import Page, runs
from index.splitting.roles import (
    BODY,
    CONTINUED,
    FURNITURE,
    HEADING,
    INTRODUCTION,
    OPENING,
    SECTION,
    STARTS,
)

BY_HAND = "set by hand"

_OF_SECTIONS = (SECTION, INTRODUCTION)
_ONLY_BELOW = {
    CONTINUED: (HEADING, CONTINUED),
    INTRODUCTION: _OF_SECTIONS,
}
"""Roles that a block may have only below a block of certain others."""


def mend(page: Page, mends: Mends) -> None:
    """Turn the roles of blocks into what `mends` say of the lines that they begin with.

    Where mends contradict one another, furniture goes before content, and a join before a break.
    Blocks without lines stay as they are.
    """
    firsts = [shape.block.lines.first if shape.block.lines else 0 for shape in page.shapes]
    _make_content(page, firsts, mends)
    _begin_items(page, firsts, mends)
    _make_furniture(page, firsts, mends)
    _join(page, firsts, mends)
    _settle(page)


def _make_content(page: Page, firsts: Sequence[int], mends: Mends) -> None:
    """A run that is no furniture goes on with the item that it lies in, or is one of its own."""
    freed = [
        place
        for place, line in enumerate(firsts)
        if line in mends.content and page.has_role(place, FURNITURE)
    ]
    for place in freed:
        page.turn(place, BODY, BY_HAND)
    for first, end in runs(freed):
        below_content = first > 0 and firsts[first - 1] in mends.content
        if not below_content and (first == 0 or not _goes_on(page, end)):
            _begin(page, first)


def _goes_on(page: Page, place: int) -> bool:
    """Whether the first block from here on that is no furniture goes on with what is above."""
    while place < len(page) and page.has_role(place, FURNITURE):
        place += 1
    return place < len(page) and not page.has_role(place, *STARTS, *_OF_SECTIONS)


def _begin_items(page: Page, firsts: Sequence[int], mends: Mends) -> None:
    # what a person said of an item holds it together: the rules may not begin it elsewhere
    begin = {*mends.breaks, *mends.changes} - mends.joins
    for place, line in enumerate(firsts):
        if line in begin and not page.has_role(place, *STARTS):
            _begin(page, place)


def _begin(page: Page, place: int) -> None:
    """Let an item begin at the block: with its heading, if it has the form of one."""
    headed = (
        page.shapes[place].could_be_heading
        and place + 1 < len(page)
        and not page.has_role(place + 1, *STARTS, SECTION, FURNITURE)
    )
    page.turn(place, HEADING if headed else OPENING, BY_HAND)


def _make_furniture(page: Page, firsts: Sequence[int], mends: Mends) -> None:
    """What began with a block that is furniture now begins with the next block that it has."""
    beheaded = False
    for place, line in enumerate(firsts):
        if line in mends.furniture:
            beheaded = beheaded or page.has_role(place, *STARTS, SECTION)
            page.turn(place, FURNITURE, BY_HAND)
        elif not page.has_role(place, FURNITURE):
            if beheaded and not page.has_role(place, *STARTS, SECTION):
                page.turn(place, OPENING, "what is left of an item")
            beheaded = False


def _join(page: Page, firsts: Sequence[int], mends: Mends) -> None:
    """A block goes on with the item above, and so does the section heading between them."""
    for place, line in enumerate(firsts):
        if line not in mends.joins or page.has_role(place, FURNITURE):
            continue
        above = place - 1
        while above >= 0 and page.has_role(above, FURNITURE, *_OF_SECTIONS):
            above -= 1
        for between in range(above + 1, place + 1) if above >= 0 else ():
            if not page.has_role(between, FURNITURE):
                page.turn(between, BODY, BY_HAND)


def _settle(page: Page) -> None:
    """The rest of a heading, or of a section's, is text where that is no heading any more."""
    above = BODY
    for place, given in enumerate(page.roles):
        role = given or BODY
        if role is FURNITURE:
            continue
        if role in _ONLY_BELOW and above not in _ONLY_BELOW[role]:
            role = BODY
            page.turn(place, role, BY_HAND)
        above = role
