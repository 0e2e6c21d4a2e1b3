"""Deadlines: what a call for views ought to say and may not."""

from __future__ import annotations

from collections.abc import Iterable

from index.model.items import FoundDate, Kind

NO_CLOSING_DATE = "no closing date stated"

_WITH_CLOSING_DATE = (Kind.SURVEY, Kind.CONSULTATION)


def missing_deadline(kind: Kind, dates: Iterable[FoundDate]) -> tuple[str, ...]:
    """The gap of a survey or consultation without a closing date; nothing for other items."""
    if kind not in _WITH_CLOSING_DATE or any(date.what == "deadline" for date in dates):
        return ()
    return (NO_CLOSING_DATE,)
