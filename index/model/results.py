"""What a search is asked and what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Sort = Literal["relevance", "newest", "oldest", "source"]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which items are asked for, beside the words of a query. An empty field asks for nothing.

    Values of one field are alternatives; the fields hold together. `topics` takes slugs of topics
    and of their groups, `years` those of issue, "2022" or "unknown". `since` and `until` are
    inclusive and compare with the issue date: an item issued in "2022-01" lies within January 2022,
    and one of unknown date in no span of time.
    """

    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    meeting: str = ""
    since: date | None = None
    until: date | None = None
    unread: bool = False

    def __bool__(self) -> bool:
        """Whether anything is asked for at all."""
        return self != Filter()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items of the whole result stand under each topic (and group), source and so on.

    Each is as many as would be listed if only what stands there was asked for: items that tell one
    story, of which one is listed, count once, and under all that any of them stands under.
    `years` are those of issue, "unknown" where it is; `organisations` those that items name. Each
    may be counted no sooner than it is looked at.
    """

    topics: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[str, int] = field(default_factory=dict)
    organisations: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Synonyms:
    """An expression of a query and what stands in for it.

    `own` are its stems, all of which an item has that says it; `others` are marks as in
    `Results.marks`.
    """

    own: frozenset[str]
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a query: ids in order, the counts, and how the query was read.

    `ids` is the whole result; `Library.hits` turns a stretch of it into rows. `scores` holds the
    relevance of each id, and is empty where the order is not by relevance of words. `read_as` says
    in plain words how a query was read that has fields, operators or dates: "issued 1 January to 31
    December 2021, about “kinship care”". `note` says what was not searched as it was typed:
    "searched as words: …", "more than 64 words: the rest were left out". `corrected` is a spelling
    that would find something; `wider`, where nothing was found, the query without what narrows it,
    if that finds something. `marks` are the words that the query found, as `Library.highlights`
    wants them; `synonyms` the expressions that others stand in for.
    """

    query: str
    ids: Sequence[str]
    scores: Sequence[float] = ()
    counts: Counts = Counts()
    corrected: str | None = None
    note: str = ""
    marks: frozenset[str] = frozenset()
    read_as: str = ""
    wider: str | None = None
    synonyms: tuple[Synonyms, ...] = ()

    @property
    def total(self) -> int:
        """How many items the whole result lists: of those that tell one story, only one."""
        return len(self.ids)


Slice = tuple[int, int]
"""Start and end offsets into a text, as Python slices count."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of the item list.

    `issued` is as in `Issued.value`. `highlights` are slices of `snippet`, `title_highlights` of
    `title`. `bookmarked` counts the meetings whose agenda has the item. `matched` is what stands in
    the item for a word of the query, where that is only a synonym: "looked-after children".
    `also_in` are the sources of the other items of the library that tell the same story, or the
    titles of their documents where no source is known, the newest first.
    """

    id: str
    document: str
    title: str
    source: str
    issued: str | None
    kind: str
    topics: tuple[str, ...]
    section: str = ""
    score: float = 0.0
    snippet: str = ""
    highlights: tuple[Slice, ...] = ()
    title_highlights: tuple[Slice, ...] = ()
    read: bool = False
    bookmarked: int = 0
    noted: bool = False
    matched: str = ""
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Another item that tells the same story: its id and title, and where it stands.

    `document` is the title of that document, `issued` is as in `Issued.value`.
    """

    item: str
    title: str
    document: str
    source: str
    issued: str | None


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the tree. `group` is the slug of the group it stands under, "" for a group."""

    slug: str
    name: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that a reader keeps, by name."""

    name: str
    query: str
    filter: Filter = Filter()
    sort: Sort = "relevance"


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document of the library, as lists show it. `added` is the day of that, ISO 8601, UTC."""

    id: str
    title: str
    source: str
    issued: str | None
    known: str
    evidence: str
    kind: str
    origin: str
    path: str
    items: int
    added: str


@dataclass(frozen=True, slots=True)
class DatedItem:
    """A date in an item, for lists of what is coming."""

    item: str
    title: str
    source: str
    text: str
    start: str
    end: str | None
    what: str


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the files that were to be added.

    `documents` were taken in; `known` were in the library already; `refused` could not be read:
    pairs of a path and the reason, in words for the reader.
    """

    documents: tuple[DocumentRow, ...] = ()
    known: tuple[DocumentRow, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of documents that were to be read anew.

    `documents` is how many were; `refused` could not be: pairs of a path and the reason in words
    for the reader. These stay as they were.
    """

    documents: int
    refused: tuple[tuple[str, str], ...] = ()
