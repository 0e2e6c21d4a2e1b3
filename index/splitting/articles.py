"""Pages that are one article, whose headings divide the story and begin no items."""

from __future__ import annotations

import re

from index.splitting.headings import NUMBERED
from index.splitting.masthead import TITLE, Masthead
from index.splitting.page import Page
from index.splitting.roles import BODY, HEADING, SECTION

SUBHEAD = "a heading within an article"


def mark_article(page: Page, masthead: Masthead) -> None:
    """Make one item of a page whose title has an author and a lead below it.

    A newsletter has neither: its title names a publication, and a heading follows.
    """
    top = next((at for at in range(min(_TOP, len(page))) if _is_title(page, at)), -1)
    if top < 0 or masthead.names_publication(page.shapes[top]):
        return
    headings = [at for at in page.with_role(HEADING) if at > top]
    if not headings or len(headings) > _MOST or any(_divides(page, at) for at in headings):
        return
    above = range(top + 1, headings[0])
    signed = any(
        _BY.match(page.shapes[at].text) or page.whys[at] in _SIGNED for at in above[:_SOON]
    )
    leads = any(page.is_free(at) and page.shapes[at].words >= _LEAD for at in above)
    if (
        not (signed and leads)
        or SECTION in page.roles
        or _linked(page, headings) > 0.5 * len(headings)
    ):
        return
    page.turn(top, HEADING, "the title of an article")
    for at in headings:
        page.turn(at, BODY, SUBHEAD)


_TOP = 12
_MOST = 10
_SOON = 4
_LEAD = 12
_SIGNED = frozenset({"when it was posted", "who posted it"})
_BY = re.compile(r"(?:By|Words by|Words:|Author:|Written by)\s+[A-Z]")


def _is_title(page: Page, at: int) -> bool:
    return page.whys[at] == TITLE or page.has_role(at, HEADING)


def _divides(page: Page, at: int) -> bool:
    """Whether the heading has a number, or a line on when it was posted: it begins a story."""
    return page.reasons[at] == NUMBERED or (
        at + 1 < len(page) and page.whys[at + 1] in ("when it was posted", "who posted it")
    )


def _linked(page: Page, headings: list[int]) -> int:
    """How many of the parts end in an address, as items do."""
    ends = [*headings[1:], len(page)]
    return sum(
        any(page.shapes[at].has_address for at in range(max(start, end - 2), end))
        for start, end in zip(headings, ends, strict=True)
    )
