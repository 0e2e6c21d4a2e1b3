"""Digests of mailing lists: messages with their headers, one below the other."""

from __future__ import annotations

from collections.abc import Iterator

from index.splitting.page import Page, runs
from index.splitting.roles import FURNITURE, HEADING

_FIELDS = frozenset(
    {"message", "from", "to", "cc", "sent", "date", "subject", "reply-to", "in-reply-to"}
)
_FEWEST_FIELDS = 3
_FEWEST_MESSAGES = 2


def mark_messages(page: Page) -> None:
    """Mark the messages of a digest: each subject heads an item, the rest is furniture."""
    if page.whole.count("\nsubject:") < _FEWEST_MESSAGES:
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
    labels = {place: page.shapes[place].label for place in page.with_colon}
    for start, end in runs([place for place, label in labels.items() if label in _FIELDS]):
        subjects = [place for place in range(start, end) if labels[place] == "subject"]
        if end - start >= _FEWEST_FIELDS and subjects:
            yield start, subjects[-1], end
