"""What a person said of an item, in the place of what was understood of it."""

from __future__ import annotations

from dataclasses import replace

from index.model.dates import in_words
from index.model.items import DateRole, FoundDate, Item, Kind, TopicMatch
from index.model.mends import NO_DATE, Change
from index.understanding.deadlines import NO_CLOSING_DATE, missing_deadline

BY_HAND = "set by hand"

_TOLD: tuple[DateRole, ...] = ("event", "deadline")
_CLOSING = (Kind.SURVEY, Kind.CONSULTATION)


def changed(item: Item, change: Change) -> Item:
    """The item as a person wants it. Its kind is taken to be the one that they gave it already.

    A date goes before all events and closing dates that were found: these become mentions.
    """
    if change.title is not None:
        item = replace(item, title=change.title, title_derived=False)
    if change.topics is not None:
        topics = tuple(TopicMatch(slug, 1.0, (BY_HAND,)) for slug in change.topics)
        item = replace(item, topics=topics)
    if change.date is not None:
        item = replace(item, dates=_with_date(item, change.date))
        gaps = tuple(gap for gap in item.gaps if gap != NO_CLOSING_DATE)
        item = replace(item, gaps=(*gaps, *missing_deadline(item.kind, item.dates)))
    return item


def _with_date(item: Item, day: str) -> tuple[FoundDate, ...]:
    found = tuple(
        replace(date, what="mentioned") if date.what in _TOLD else date
        for date in item.dates
        if date.start != day
    )
    if day == NO_DATE:
        return found
    what: DateRole = "deadline" if item.kind in _CLOSING else "event"
    return (FoundDate(in_words(day), day, None, what), *found)
