"""What the reader is looking at: a query, a filter, an order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from index.model.results import Results, Sort

Place = Literal["all", "unread", "topic", "source", "meeting", "saved", "dates", "meetings"]


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of the topic tree: what it stands for and how it is called.

    `value` is a topic's slug, the name of a source or meeting; "" for the entries that need none.
    """

    place: Place
    value: str
    name: str


ALL = Choice("all", "", "All items")
UNREAD = Choice("unread", "", "Unread")
DATES = Choice("dates", "", "Dates")
MEETINGS = Choice("meetings", "", "Meetings")


@dataclass(frozen=True, slots=True)
class View:
    """The query and the entry of the tree that the item list shows, or a related item."""

    query: str = ""
    choice: Choice = ALL
    sort: Sort = "relevance"
    related_to: str = ""
    related_title: str = ""

    @property
    def title(self) -> str:
        """The title of the item list: what it is filtered by."""
        if self.related_to:
            return f"Related to “{self.related_title}”"
        return "Items" if self.choice == ALL else f"Items: {self.choice.name}"

    def back(self) -> View:
        """The view one step back: out of the related items, then the query, then the filter."""
        if self.related_to:
            return replace(self, related_to="", related_title="")
        if self.query:
            return replace(self, query="")
        return View()

    def subtitle(self, results: Results, whole: int) -> str:
        """The foot of the item list: how many of the whole library, and how the query was read."""
        count = f"{results.total} of {whole}" if results.total != whole else f"{whole}"
        return f"{count} · {results.note}" if results.note else count
