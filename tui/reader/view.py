"""What the reader is looking at: a query, what it is narrowed to, an order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from index.model.results import Filter, Results, Sort

Place = Literal[
    "all",
    "unread",
    "topic",
    "source",
    "kind",
    "year",
    "organisation",
    "meeting",
    "saved",
    "dates",
    "meetings",
]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the list can be narrowed to: what it stands for and how it is called.

    `value` is a topic's slug, the name of a source, kind, organisation or meeting, or a year; ""
    for those that need none.
    """

    place: Place
    value: str
    name: str


ALL = Choice("all", "", "All items")
UNREAD = Choice("unread", "", "Unread")
DATES = Choice("dates", "", "Dates")
MEETINGS = Choice("meetings", "", "Meetings")

_ONE_AT_A_TIME = ("meeting",)
_ORDERS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "source")


@dataclass(frozen=True, slots=True)
class View:
    """The query and the choices that the item list is narrowed to, or a related item.

    Choices of one place are alternatives; the places hold together.
    """

    query: str = ""
    choices: tuple[Choice, ...] = ()
    sort: Sort = "relevance"
    related_to: str = ""
    related_title: str = ""
    same_story: bool = False
    """Whether the related items are only those that tell the same story."""

    @property
    def title(self) -> str:
        """The title of the item list: what it is narrowed to."""
        if self.related_to:
            told = "The same story as" if self.same_story else "Related to"
            return f"{told} “{self.related_title}”"
        names = ", ".join(choice.name for choice in self.choices)
        return f"Items: {names}" if names else "Items"

    @property
    def order(self) -> str:
        """The order of the list, in words."""
        if self.sort == "relevance":
            ranked = self.query.strip() or (self.related_to and not self.same_story)
            return "best first" if ranked else "newest first"
        return "by source" if self.sort == "source" else f"{self.sort} first"

    @property
    def is_beginning(self) -> bool:
        """Whether there is nothing to go back from."""
        return not (self.query or self.choices or self.related_to)

    @property
    def needs_index(self) -> bool:
        """Whether the record alone cannot answer: words are asked for, or what is alike."""
        places = {choice.place for choice in self.choices}
        alike = bool(self.related_to) and not self.same_story
        return bool(self.query.strip()) or alike or bool(places & {"year", "organisation"})

    @property
    def filter(self) -> Filter:
        """What the choices let through."""
        return self.filter_without(None)

    def filter_without(self, place: Place | None) -> Filter:
        """What the choices let through, those of one place left aside."""
        from index.model.results import Filter  # the first picture is painted without any filter

        values: dict[Place, list[str]] = {}
        for choice in self.choices:
            if choice.place != place:
                values.setdefault(choice.place, []).append(choice.value)
        return Filter(
            topics=tuple(values.get("topic", ())),
            sources=tuple(values.get("source", ())),
            kinds=tuple(values.get("kind", ())),
            years=tuple(values.get("year", ())),
            organisations=tuple(values.get("organisation", ())),
            meeting=next(iter(values.get("meeting", ())), ""),
            unread="unread" in values,
        )

    def asking(self, query: str) -> View:
        """The view with another query, and no longer that of related items."""
        return replace(self._unrelated, query=query)

    def only(self, choice: Choice) -> View:
        """The view narrowed to that choice alone; ALL takes every choice away."""
        choices = () if choice == ALL else (choice,)
        return replace(self._unrelated, choices=choices)

    def turned(self, choice: Choice) -> View:
        """The view with that choice besides the others or, where it was one of them, without it."""
        others = tuple(
            each
            for each in self.choices
            if each != choice and not (each.place == choice.place in _ONE_AT_A_TIME)
        )
        choices = others if choice in self.choices else (*others, choice)
        return replace(self._unrelated, choices=choices)

    def related(self, item: str, title: str, *, same_story: bool = False) -> View:
        """The view of items that are related to this one, or that tell its story."""
        return replace(
            self, choices=(), related_to=item, related_title=title, same_story=same_story
        )

    @property
    def _unrelated(self) -> View:
        return replace(self, related_to="", related_title="", same_story=False)

    def in_next_order(self) -> View:
        """The view in the next of the orders."""
        orders = _ORDERS if self.query.strip() else _ORDERS[1:]
        now = orders.index(self.sort) if self.sort in orders else 0
        return replace(self, sort=orders[(now + 1) % len(orders)])

    def back(self) -> View:
        """The view one step back: out of related items, then the query, then choice by choice."""
        if self.related_to:
            return self._unrelated
        if self.query:
            return replace(self, query="")
        return replace(self, choices=self.choices[:-1])

    def subtitle(self, results: Results, whole: int) -> str:
        """The foot of the item list: how many of the whole library, and in what order."""
        count = f"{results.total} of {whole}" if results.total != whole else f"{whole}"
        return f"{count} · {self.order}"
