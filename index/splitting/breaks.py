"""Items that begin where something ends: after a separator or a "Read more"."""

from __future__ import annotations

from index.splitting.page import Page, places
from index.splitting.roles import OPENING

_BREAKS = frozenset({"a button", "a separator", "a counter", "where it was filed"})


def mark_openings(page: Page) -> None:
    """Mark a text after a break as the opening of an item, if the page has breaks by habit."""
    whys = page.whys
    breaks = [place for place in places(whys[:-1], _BREAKS) if not whys[place + 1]]
    if len(breaks) < _HABIT:
        return
    for place in breaks:
        shape = page.shapes[place + 1]
        if not shape.block.marker:
            page.mark(place + 1, OPENING, f"text after {page.whys[place]}")


_HABIT = 2
