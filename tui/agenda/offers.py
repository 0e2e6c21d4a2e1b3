"""Dates that were found in an item, offered as the day by which something is done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from index.model.items import FoundDate
from tui.screens.action_form import Offer

_WORDS = {"deadline": "closes", "event": "takes place"}


def offers(found: Iterable[FoundDate], today: date) -> tuple[Offer, ...]:
    """The days on which something in the item closes or takes place, each once.

    What is still to come is offered first, soonest first; then what is past, latest first. Dates of
    which no day is known are no use here.
    """
    days: dict[date, Offer] = {}
    for each in found:
        if each.what in _WORDS and len(each.start) >= 10:
            day = date.fromisoformat(each.start[:10])
            days.setdefault(day, Offer(day, _WORDS[each.what]))
    ahead = sorted(day for day in days if day >= today)
    past = sorted((day for day in days if day < today), reverse=True)
    return tuple(days[day] for day in (*ahead, *past))
