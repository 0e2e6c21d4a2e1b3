"""What a person mended by hand in how a document was taken apart and understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.model.items import Item, Kind

NO_DATE = ""
"""The date of an item of which a person said that it has none."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a person says of one item. None leaves what was understood as it is.

    `topics` are slugs, an empty tuple for "none". `date` is a day, ISO 8601: when the item closes
    if it is a survey or consultation, and else when it takes place; NO_DATE says that it has none.
    """

    title: str | None = None
    kind: Kind | None = None
    topics: tuple[str, ...] | None = None
    date: str | None = None

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return self != Change()


@dataclass(frozen=True, slots=True)
class Mends:
    """All that a person mended in one document.

    Everything is named by lines of the original, 1-based: an original never changes, so what is
    said of its lines holds whatever the rules make of them. At the lines of `breaks` an item
    begins, at those of `joins` none does: the item above goes on. The lines of `furniture` belong
    to no item, those of `content` to one. `changes` go by the first line of their item. `issued` is
    the document's issue date, ISO 8601 of any precision, None as it was found.
    """

    breaks: frozenset[int] = frozenset()
    joins: frozenset[int] = frozenset()
    furniture: frozenset[int] = frozenset()
    content: frozenset[int] = frozenset()
    changes: Mapping[int, Change] = field(default_factory=dict)
    issued: str | None = None

    def __bool__(self) -> bool:
        """Whether anything was mended at all."""
        return self != Mends()

    @property
    def lines(self) -> frozenset[int]:
        """The lines of which anything was said."""
        return self.breaks | self.joins | self.furniture | self.content | {*self.changes}

    @property
    def borders(self) -> frozenset[int]:
        """The lines at which a paragraph must begin, so that what is said of them can be done."""
        borders = {*self.breaks, *self.joins, *self.changes}
        for lines in (self.furniture, self.content):
            borders |= {line for line in lines if line - 1 not in lines}
            borders |= {line + 1 for line in lines if line + 1 not in lines}
        return frozenset(borders)


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks on a document's items, row by row as the record keeps them.

    `actions` says which entry of an agenda each action belongs to.
    """

    bookmarks: tuple[tuple[object, ...], ...] = ()
    notes: tuple[tuple[object, ...], ...] = ()
    read: tuple[tuple[object, ...], ...] = ()
    actions: tuple[tuple[object, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Former:
    """A document as it was before something in it was mended: what it takes to go back there.

    `marks` are those of that time, `marks_after` those when it had been mended.
    """

    document: str
    mends: Mends
    items: tuple[Item, ...]
    marks: Marks
    marks_after: Marks


NOTHING = Mends()
"""The mends of a document in which nothing was mended."""
