"""What readers wrote below a post."""

from __future__ import annotations

import re

from index.splitting.page import Page

COMMENT = "a reader's comment"


def mark_comments(page: Page) -> None:
    """Mark the comments of readers as furniture, from their count to the next post or the end."""
    if _COUNTED.isdisjoint(page.whys):
        return
    place = 0
    while place < len(page):
        shape = page.shapes[place]
        if shape.words <= _NAMED and _SAYS.match(shape.text) and _among_comments(page, place):
            start = _beginning(page, place)
            end = _ending(page, place)
            page.furnish(range(start, end), COMMENT)
            place = end
        place += 1


_SAYS = re.compile(r"[^.:!?]{2,50} (?:says|said|commented|replied|wrote)(?: on .{6,40})?:?$")
_NEAR = 8
_NAMED = 12
_COUNTED = frozenset({"a counter", "comment form"})


def _among_comments(page: Page, place: int) -> bool:
    """Whether a count of comments stands above or a form for them below, as on pages of posts."""
    near = range(max(0, place - _NEAR), min(len(page), place + _NEAR))
    return page.is_free(place) and any(page.whys[at] in _COUNTED for at in near)


def _beginning(page: Page, place: int) -> int:
    for at in range(place - 1, max(-1, place - 4), -1):
        if page.whys[at] in _COUNTED:
            return at
        if page.shapes[at].is_sentence:
            break
    return place


def _ending(page: Page, place: int) -> int:
    """The next heading by markup, or the line above the next "Posted on ...", or the end."""
    for at in range(place + 1, len(page)):
        if page.shapes[at].block.level:
            return at
        if page.whys[at] in ("when it was posted", "who posted it") and page.is_free(at - 1):
            return at if page.shapes[at - 1].is_sentence else at - 1
    return len(page)
