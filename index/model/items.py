"""Items: what a newsletter is made of, and what is understood of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from index.model.documents import Issued, Link, Span


class Kind(StrEnum):
    """What an item is, in the field's own words."""

    NEWS = "news"
    EVENT = "event"
    SURVEY = "survey"
    CONSULTATION = "consultation"
    PUBLICATION = "publication"
    CAMPAIGN = "campaign"
    MINUTES = "minutes"
    LETTER = "letter"


DateRole = Literal["event", "deadline", "published", "mentioned"]
"""What a date in a text is: when something takes place, closes, appeared; or merely named."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in the text of an item.

    `text` is how it is written; `start` and `end` are ISO 8601 to the precision that the text has
    ("2022-02-03T18:30", "2021-04-21", "2022-10", "2021"), local time in the United Kingdom. `end`
    is inclusive, and None for a single date.
    """

    text: str
    start: str
    end: str | None = None
    what: DateRole = "mentioned"


class TopicMatch(NamedTuple):
    """A topic of an item, and the terms that earned it ("special guardianship", "kinship")."""

    slug: str
    weight: float
    terms: tuple[str, ...]


class Part(NamedTuple):
    """A piece of a document: an item as the splitter sees it, before it is understood.

    `text` is for reading: one paragraph or bullet a line, bullets written with their marker and
    indented by two spaces a level, paragraphs joined from hard-wrapped lines. It is without the
    title, unless the title is derived from it (`title_derived`). `lines` covers title and text,
    without blank lines at either end; None where the format has no lines. `gaps` names what the
    source lost ("list missing in source", "teaser: the text breaks off here").
    """

    title: str
    text: str
    lines: Span | None
    section: str = ""
    title_derived: bool = False
    links: tuple[Link, ...] = ()
    gaps: tuple[str, ...] = ()
    why: str = ""
    """Why the splitter began an item here, in a few words: "short line before a paragraph"."""


class Furniture(NamedTuple):
    """Lines of a page that belong to no item (navigation, log-in forms, sign-up calls), and why."""

    lines: Span | None
    text: str
    why: str


class Heading(NamedTuple):
    """A section heading and its introduction: in no item, kept on the items below it."""

    lines: Span | None
    title: str


@dataclass(frozen=True, slots=True)
class Split:
    """A document taken apart: each non-blank line is in one part, furniture or heading."""

    title: str
    parts: tuple[Part, ...]
    furniture: tuple[Furniture, ...] = ()
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One item: a piece of news, an event, a resolution, with what is understood of it.

    `id` is the document's id, a hyphen and four or more hexadecimal digits; it names the item in
    every library that holds the document. `document` is the id of the document.
    """

    id: str
    document: str
    title: str
    text: str
    lines: Span | None
    section: str = ""
    title_derived: bool = False
    kind: Kind = Kind.NEWS
    topics: tuple[TopicMatch, ...] = ()
    dates: tuple[FoundDate, ...] = ()
    links: tuple[Link, ...] = ()
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Newsletter:
    """A document with its items: what `carereader preview` shows and the record keeps.

    `kind` is what sort of document it is: "newsletter", "minutes", "article" or "bulletin".
    """

    id: str
    path: str
    title: str
    source: str
    issued: Issued
    kind: str
    origin: str
    items: tuple[Item, ...]
    furniture: tuple[Furniture, ...] = ()
    headings: tuple[Heading, ...] = ()
