"""All that is understood of one item, from its title, its text and the document round it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from index.model.documents import Document, Issued, Link
from index.model.items import Item, Kind, Part, Split, TopicMatch
from index.understanding.date_forms import Written
from index.understanding.dates import Dates
from index.understanding.deadlines import missing_deadline
from index.understanding.document_kind import DocumentKinds
from index.understanding.issue_date import IssueDates
from index.understanding.kinds import Kinds
from index.understanding.links import links, without_addresses
from index.understanding.lost_links import LostLinks
from index.understanding.names import names
from index.understanding.organisations import Organisations
from index.understanding.passages import Passage
from index.understanding.people import People
from index.understanding.phrases import Lexicon
from index.understanding.placing import Anchor
from index.understanding.topics import Topics
from index.understanding.written_dates import WrittenDates

_MOST_MORE = 40
"""A heading is longer than its title by a date or a number, not by a sentence."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the document says of every item in it: its id, its kind, when and whereof it speaks."""

    document: str
    kind: str
    anchor: Anchor
    topics: tuple[TopicMatch, ...] = ()


class FirstLook(NamedTuple):
    """A part with its words, links and written dates, before the whole document is known.

    The words of addresses are not words of the text. A heading may say more than the title, as in
    "20/09/2018: New guidance".
    """

    part: Part
    links: tuple[Link, ...]
    title: Passage
    heading: Passage
    text: Passage
    section: Passage
    heading_dates: list[Written]
    text_dates: list[Written]


def _says_more(line: str, part: Part) -> bool:
    """Whether a line holds the title of a part and a little more, but not its text."""
    more = len(line) - len(part.title)
    return 0 < more <= _MOST_MORE and part.title in line and part.text[:_MOST_MORE] not in line


class Understanding:
    """Everything that is known of the field, ready to understand parts of documents."""

    def __init__(self, config: Path | None = None) -> None:
        """Load the word lists, with a reader's own from the folder `config` laid over them.

        Raises LibraryError where one of the reader's cannot be used.
        """
        lexicon = Lexicon()
        self._lexicon = lexicon
        self._written = WrittenDates(lexicon)
        self._topics = Topics(lexicon, config)
        self._kinds = Kinds(lexicon, config)
        self._dates = Dates(lexicon, config)
        self._document_kinds = DocumentKinds(config)
        self._lost_links = LostLinks(lexicon, config)
        self._issue_dates = IssueDates(config)
        self._organisations = Organisations(lexicon, config)
        self._people = People(config)
        self._nothing = Passage.of("", lexicon)
        self._section = lru_cache(maxsize=64)(self._passage)

    def look(self, part: Part, line: str = "") -> FirstLook:
        """A first look at any part.

        `line` is the line that the part begins with, where it is known: its heading may say more
        than its title. What is its text already is no heading.
        """
        found = links(part.text, part.links)
        title = self._nothing if part.title_derived else self._passage(part.title)
        heading = title
        if not part.title_derived and _says_more(line, part):
            heading = self._passage(line)
        text = self._passage(without_addresses(part.text, found))
        section = self._section(part.section)
        dates = self._written.of(heading), self._written.of(text)
        return FirstLook(part, found, title, heading, text, section, *dates)

    def _passage(self, text: str) -> Passage:
        return Passage.of(text, self._lexicon)

    def issued(self, document: Document, dates: Iterable[Written]) -> Issued:
        """When the document was issued; `dates` are those written in its parts."""
        return self._issue_dates.of(document, dates)

    def document_kind(self, document: Document, split: Split) -> str:
        """What sort of document it is: "minutes", "bulletin", "article" or "newsletter"."""
        return self._document_kinds.of(document, split)

    def topics_of(self, title: str, source: str) -> tuple[TopicMatch, ...]:
        """What a whole document is about, by its title and its publisher's name."""
        name = self._passage(f"{title}\n{source}")
        return self._topics.of(name, self._nothing, self._nothing)

    def item(self, look: FirstLook, id: str, context: Context, kind: Kind | None = None) -> Item:
        """The part of a first look as an item with its id; its `kind`, where a person gave it."""
        part, title, text, section = look.part, look.title, look.text, look.section
        written = (*look.heading_dates, *look.text_dates)
        kind = kind or self._kinds.of(
            title,
            text,
            section,
            dates=written,
            links=look.links,
            in_minutes=context.kind == "minutes",
        )
        dates = self._dates.of(
            (look.heading, look.heading_dates), (text, look.text_dates), kind, context.anchor
        )
        organisations, people = self._names(title, text)
        return Item(
            id=id,
            document=context.document,
            title=part.title,
            text=part.text,
            lines=part.lines,
            section=part.section,
            title_derived=part.title_derived,
            kind=kind,
            topics=self._topics.of(title, text, section, context.topics),
            dates=dates,
            links=look.links or tuple(self._lost_links.of(text)),
            organisations=organisations,
            people=people,
            gaps=(*part.gaps, *missing_deadline(kind, dates)),
            why=part.why,
        )

    def _names(self, *passages: Passage) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The organisations and the people that passages name, in order, each once."""
        bodies: dict[str, None] = {}
        persons: dict[str, None] = {}
        for passage in passages:
            text = passage.words.text
            if not text:
                continue
            single = self._organisations.in_need_of_single_words(passage)
            found = names(text, single=single)
            bodies.update(dict.fromkeys(self._organisations.of(passage, found)))
            persons.update(dict.fromkeys(self._people.of(text, found, bodies)))
        return tuple(bodies), tuple(persons)
