"""The foot of a page: signature, contacts, imprint and whatever else stands below its last item."""

from __future__ import annotations

import re

from index.splitting.masthead import Masthead
from index.splitting.minutes import END
from index.splitting.page import Page
from index.splitting.roles import BEGINS, FURNITURE, HEADING, RUN_IN, SECTION, STARTS
from index.splitting.shapes import Shape

FOOT = "the foot of the page"


def mark_footing(page: Page, title: str) -> None:
    """Mark the foot of a page of several items, which its last item would swallow otherwise.

    From the end upwards, as far as lines have the form that lines at the foot have, it begins at
    the topmost of them that can stand nowhere else: a farewell, "Unsubscribe", the publisher's
    name and address. Contacts above that are the last item's.
    """
    publishers = Masthead.names(page, title)
    start = len(page)
    tried = 0
    for place in range(len(page) - 1, -1, -1):
        if not page.has_role(place, FURNITURE):
            tried += 1
            if tried > _LONGEST or not _may_stand_there(page.shapes[place]):
                break
        if _opens_foot(page, place, publishers):
            start = place
    start = min(_after_wide_gap(page, start), _after_run_ins(page))
    if page.items_above(start) >= _FEWEST_ITEMS:
        for place in range(start, len(page)):
            if not page.has_role(place, FURNITURE):
                page.turn(place, FURNITURE, FOOT)


_LONGEST = 14
_FEWEST_ITEMS = 2
_LINE = 6
_CONTACT = 30
_SEVERAL_RUN_INS = 4
_WIDE = 2
_BELOW_GAP = 5
_FEW_GAPS = 3
_NOTICE = 45

_ONLY_AT_FOOT = frozenset(
    {
        "sign-up call",
        "legal notice",
        "copyright notice",
        "site credit",
        "the end of the page",
        END,
        "call for contributions",
        "a row of icons",
        "share bar",
        "navigation",
    }
)
_IMPRINT = re.compile(r"(?:(?:Newsletter )?[Ee]ditor:|(?:Edited|Compiled|Produced|Issued) by )")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")


def _may_stand_there(shape: Shape) -> bool:
    """Whether the line is of a form that is found at the foot of pages, if elsewhere too."""
    if shape.block.level:
        return False
    if shape.words <= _LINE and not shape.is_bullet:
        return True
    if shape.has_address or shape.has_telephone or _POSTCODE.search(shape.text):
        return shape.words <= _CONTACT
    return shape.is_farewell or shape.signs


def _opens_foot(page: Page, place: int, publishers: tuple[str, ...]) -> bool:
    shape = page.shapes[place]
    if page.has_role(place, FURNITURE):
        return page.whys[place] in _ONLY_AT_FOOT
    if shape.is_farewell or _IMPRINT.match(shape.text):
        return True
    if _leads_to_foot(page, place):
        return shape.words <= _LINE or shape.has_address
    if _POSTCODE.search(shape.text) and (shape.has_telephone or shape.has_address):
        return not (shape.is_sentence or shape.is_field)
    if place and page.whys[place - 1] == "a separator":
        # where separators divide items, a short line is all that an item cannot be
        begins = page.has_role(place, *STARTS) and (shape.words > _LINE or shape.block.level)
        return not begins and (shape.has_telephone or shape.has_address)
    return shape.folded.startswith(publishers) and not (
        shape.is_sentence and not (shape.has_telephone or _POSTCODE.search(shape.text))
    )


def _leads_to_foot(page: Page, place: int) -> bool:
    """Whether it is "Send us your news: ...", and "Next issue: October" stands right below."""
    return (
        place + 1 < len(page)
        and page.whys[place + 1] in _ONLY_AT_FOOT
        and page.shapes[place].block.blank_before > 0
        and not page.shapes[place + 1].block.blank_before
        and not page.has_role(place, *STARTS)
    )


def _after_wide_gap(page: Page, start: int) -> int:
    """Where the foot begins, if what stands above `start` is set off from the last item too."""
    if start == len(page):
        return start
    gaps = [at for at, shape in enumerate(page.shapes) if at and shape.block.blank_before >= _WIDE]
    if not gaps or len(gaps) > _FEW_GAPS:
        return start
    gap = gaps[-1]
    set_off = range(gap, start)
    if page.has_role(gap - 1, HEADING, SECTION):
        return start
    if not 0 < len(set_off) <= _BELOW_GAP or any(
        page.shapes[place].words > _NOTICE or page.roles[place] in BEGINS for place in set_off
    ):
        return start
    return gap


def _after_run_ins(page: Page) -> int:
    """Where the foot begins below items of one paragraph each: at the next paragraph."""
    items = page.with_role(RUN_IN)
    if len(items) < _SEVERAL_RUN_INS or not BEGINS.isdisjoint(page.roles[items[-1] + 1 :]):
        return len(page)
    below = [
        place
        for place in range(items[0], len(page))
        if page.is_free(place)
        and page.shapes[place].block.blank_before
        and not page.shapes[place].block.marker
    ]
    if not below or below[0] < items[-1]:
        return len(page)
    return below[0]
