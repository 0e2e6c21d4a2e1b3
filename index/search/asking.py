"""What Whoosh's queries cannot ask: items by their ids, and spans of days.

They stand in a query beside Whoosh's own, and `index.search.ranker` answers them.
"""

from __future__ import annotations

from collections.abc import Iterable

from whoosh.query import Query

ISSUED = "issued"
"""The days that an item may have been issued on: one, a month or a year of them."""

DATE = "date"
"""The days of the events and deadlines that an item tells of, each a span of its own."""


class Among(Query):  # type: ignore[misc] # Whoosh's classes are untyped where mypy looks
    """Exactly the items with these whole ids, unscored; ids that the index has not are nothing."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = frozenset(ids)

    def __repr__(self) -> str:
        return f"Among({sorted(self.ids)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Among) and self.ids == other.ids

    def __hash__(self) -> int:
        return hash((Among, self.ids))


class Between(Query):  # type: ignore[misc] # the same
    """Items with days of `field`, ISSUED or DATE, from `first` to `last`, unscored.

    Both ends are inclusive, ISO 8601 days ("2022-01-14"); None leaves an end open. A month or year
    of which any day lies between the ends is found or, where `wholly` is set, only one of which all
    do. An item without such a date is found by no span, not even by one without ends.
    """

    def __init__(
        self, field: str, first: str | None = None, last: str | None = None, *, wholly: bool = False
    ) -> None:
        self.field, self.first, self.last, self.wholly = field, first, last, wholly

    def __repr__(self) -> str:
        return f"Between({self.field!r}, {self.first!r}, {self.last!r}, wholly={self.wholly})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Between) and self._asked == other._asked

    def __hash__(self) -> int:
        return hash((Between, self._asked))

    @property
    def _asked(self) -> tuple[str, str | None, str | None, bool]:
        return self.field, self.first, self.last, self.wholly
