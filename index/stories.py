"""Sorting items by the story that they tell, so that each is shown once."""

from __future__ import annotations

from index.model.items import Item, Kind
from index.model.progress import Progress
from index.record.record import Record


def sort_stories(record: Record, progress: Progress | None = None) -> None:
    """Find out which of the record's items tell the same story, where it is not known yet."""
    waiting, done = record.stories.waiting(), 0
    if not waiting:
        return
    from index.search.likeness import Telling, marks, same_story, telling

    def told(item: Item) -> Telling:
        days = [found.start[:10] for found in item.dates if found.what in ("event", "deadline")]
        return telling(item.title, item.text, days, minutes=item.kind == Kind.MINUTES)

    for items in record.stories.unsorted():
        if progress is not None:
            progress("looking for stories that are told twice", done, max(waiting, done))
        record.stories.sort(
            [(item, marks(told(item))) for item in items],
            lambda one, other: same_story(told(one), told(other)),
        )
        done += len(items)
