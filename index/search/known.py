"""What a query asks of the record: the states of items that the search index does not hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from index.model.days import Days


class Known(Protocol):
    """Which items are in a state. `index.record.states.States` is one."""

    @property
    def names(self) -> Mapping[str, Sequence[str]]:
        """What the fields with fixed states take: {"is": ("unread", "read", …), …}."""

    def items(self, field: str, value: str) -> frozenset[str]:
        """The ids of items in a state: ("is", "read"), ("has", "note"), ("meeting", "Panel")."""

    def within(self, field: str, days: Days) -> frozenset[str]:
        """The ids of items with days of a field ("due") that lie in the span, in part at least."""


class NothingKnown:
    """For an index without a record: no item is in any state."""

    names: Mapping[str, Sequence[str]] = {}

    def items(self, field: str, value: str) -> frozenset[str]:
        """No items."""
        return frozenset()

    def within(self, field: str, days: Days) -> frozenset[str]:
        """No items."""
        return frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """What a query is read against: the day, what the record knows, topics' names by their slugs.

    `today` is the day where the reader is.
    """

    today: date = field(default_factory=date.today)
    known: Known = field(default_factory=NothingKnown)
    topics: Mapping[str, str] = field(default_factory=dict)
