"""What stands below each heading: the stretch of blocks that its item would have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from index.splitting.page import Page
from index.splitting.roles import BEGINS


class Scope(NamedTuple):
    """A heading or section and the free blocks below it, up to the next one.

    `head` is None for what stands above the first heading.
    """

    head: int | None
    body: tuple[int, ...]


def scopes(page: Page) -> Iterator[Scope]:
    """The scopes of the page in order, those without a block left out."""
    head: int | None = None
    body: list[int] = []
    for place, role in enumerate(page.roles):
        if role is None:
            body.append(place)
        elif role in BEGINS:
            if body:
                yield Scope(head, tuple(body))
            head, body = place, []
    if body:
        yield Scope(head, tuple(body))
