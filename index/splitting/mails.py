"""Digests of mailing lists: messages with their headers, one below the other."""

from __future__ import annotations

from collections.abc import Iterator

from index.splitting.page import Page
from index.splitting.roles import FURNITURE, HEADING

_FIELDS = frozenset(
    {"message", "from", "to", "cc", "sent", "date", "subject", "reply-to", "in-reply-to"}
)
_FEWEST_FIELDS = 3
_FEWEST_MESSAGES = 2


def mark_messages(page: Page) -> None:
    """Mark the messages of a digest: each subject heads an item, the rest is furniture."""
    subjects = sum(
        shape.folded.startswith("subject") and shape.text[:8].lower() == "subject:"
        for shape in page.shapes
    )
    if subjects < _FEWEST_MESSAGES:
        return
    headers = list(_headers(page))
    if len(headers) < _FEWEST_MESSAGES:
        return
    for start, subject, end in headers:
        title = page.shapes[subject].block.text.partition(":")[2].strip()
        page.turn(subject, HEADING, "the subject of a message", title)
        for place in (*range(start, subject), *range(subject + 1, end)):
            page.turn(place, FURNITURE, "the header of a message")


def _headers(page: Page) -> Iterator[tuple[int, int, int]]:
    """The headers of messages: where each begins, where its subject stands, where it ends."""
    start = 0
    while start < len(page):
        end = start
        subject = -1
        while end < len(page) and page.shapes[end].label in _FIELDS:
            if page.shapes[end].label == "subject":
                subject = end
            end += 1
        if end - start >= _FEWEST_FIELDS and subject >= 0:
            yield start, subject, end
        start = max(end, start + 1)
