"""Digests whose entries have no headings and end in lines of facts: "Source: …", "Date: …"."""

from __future__ import annotations

from collections import Counter

from index.splitting.page import Page, runs
from index.splitting.roles import FURNITURE, OPENING


def mark_trailed(page: Page) -> None:
    """Let an item begin below each run of facts, where every entry of the page ends in one.

    Facts that head an entry ("When: …", and then what it is about) are told from these by how the
    page begins and ends: here a paragraph stands first and facts stand last.
    """
    if page.starts():
        return
    facts = [place for place in page.with_colon if page.shapes[place].is_field]
    trailers = list(runs(facts))
    if len(trailers) < _FEWEST:
        return
    labels = Counter(
        label
        for start, end in trailers
        for label in {page.shapes[place].label for place in range(start, end)}
    )
    if max(labels.values()) < len(trailers):
        return
    bodies = [
        [place for place in range(start, end) if not page.has_role(place, FURNITURE)]
        for start, end in zip(
            [0, *(end for _, end in trailers)], [start for start, _ in trailers], strict=False
        )
    ]
    below = [place for place in range(trailers[-1][1], len(page)) if page.is_free(place)]
    if below or not all(_is_text(page, body) for body in bodies):
        return
    for body in bodies:
        page.mark(body[0], OPENING, "what follows the facts at an entry's end")


def _is_text(page: Page, body: list[int]) -> bool:
    return bool(body) and page.shapes[body[0]].words >= _PARAGRAPH


_FEWEST = 3
_PARAGRAPH = 12
