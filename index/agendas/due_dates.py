"""Due dates for actions, from the dates that an item names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from index.model.items import FoundDate

_ROLES = ("deadline", "event")


def due_dates(dates: Iterable[FoundDate], today: date) -> tuple[date, ...]:
    """The days from `today` on, each once: closing dates in their order, then days of events."""
    found = sorted(
        (_ROLES.index(each.what), day)
        for each in dates
        if each.what in _ROLES and (day := _day(each)) is not None and day >= today
    )
    return tuple(dict.fromkeys(day for _, day in found))


def _day(found: FoundDate) -> date | None:
    """The day when it is over for sure; None where it is told less precisely."""
    try:
        return date.fromisoformat((found.end or found.start).partition("T")[0])
    except ValueError:
        return None
