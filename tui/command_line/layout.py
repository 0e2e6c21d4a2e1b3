"""What commands print for a person to read, laid out as lines of a page."""

from __future__ import annotations

from collections.abc import Iterable

from index.model.dates import in_words, span_in_words
from index.model.items import Item
from index.model.meetings import Citation
from index.model.results import Added, Counts, DatedItem, DocumentRow, Hit, Topic
from tui.command_line.page import Page, marked
from tui.command_line.wording import (
    address_of,
    counted,
    date_with_role,
    issued_with_evidence,
    kind_and_topics,
    listed,
)


def hits(found: Iterable[Hit]) -> None:
    """What a search found, with the words it found in bold."""
    page = Page()
    for number, hit in enumerate(found):
        if number:
            page.gap()
        title = marked(hit.title, hit.title_highlights, "underline")
        title.stylize("bold")
        page.line(title, hang=2)
        about = (in_words(hit.issued), hit.source, hit.kind, ", ".join(hit.topics))
        page.line(listed(about), indent=2)
        if hit.matched:
            page.line(f"matched: {hit.matched}", indent=2, hang=4)
        if hit.snippet:
            page.line(marked(hit.snippet, hit.highlights), indent=2)
        page.line((hit.id, "dim"), indent=2)


def item(whole: Item, citation: Citation, note: str, meetings: tuple[str, ...]) -> None:
    """One item, with all that is known of it."""
    page = Page()
    page.line((whole.title, "bold"), hang=2)
    page.line((citation.in_words(), "dim"))
    page.line(kind_and_topics(whole), hang=2)
    page.line((whole.id, "dim"))
    if whole.text:
        page.gap()
    for line in whole.text.splitlines():
        text = line.lstrip(" ")
        page.line(text, indent=len(line) - len(text), hang=_marker_width(text))
    for gap in whole.gaps:
        page.line((f"[{gap}]", "italic"))
    _section(page, "Dates", (date_with_role(found) for found in whole.dates))
    _section(page, "Links", (address_of(link) for link in whole.links))
    _section(page, "Note", note.splitlines())
    _section(page, "On the agenda of", meetings)


def topics(tree: tuple[Topic, ...], counts: Counts) -> None:
    """The topic tree: counts, slugs, and names indented under their group."""
    page = Page()
    slugs = max((len(topic.slug) for topic in tree), default=0)
    for topic in tree:
        count = counts.topics.get(topic.slug, 0)
        name = ("  " + topic.name, "") if topic.group else (topic.name, "bold")
        page.line(f"{count:>6}  {topic.slug:<{slugs}}  ", name)


def dates(rows: Iterable[DatedItem]) -> None:
    """Events and deadlines, each with its item."""
    page = Page()
    for row in rows:
        page.line((span_in_words(row.start, row.end), "bold"), f"  {row.what}", hang=2)
        page.line(listed((row.title, row.source)), indent=2)
        page.line((f"“{row.text}”  {row.item}", "dim"), indent=2)


def documents(rows: Iterable[DocumentRow]) -> None:
    """The documents of the library."""
    page = Page()
    for row in rows:
        page.line((row.title, "bold"), hang=2)
        page.line(_document(row), indent=2, hang=2)
        page.line((f"{row.id}  {row.path}", "dim"), indent=2, hang=2)


def added(outcome: Added) -> None:
    """The documents that were taken in, and those that were there already."""
    page = Page()
    for word, rows in (("added  ", outcome.documents), ("known  ", outcome.known)):
        for row in rows:
            page.line(word, (row.title, "bold"), hang=len(word))
            page.line(_document(row), indent=len(word))


def _heading(page: Page, text: str) -> None:
    page.gap()
    page.line((text, "bold"))


def _section(page: Page, heading: str, lines: Iterable[str]) -> None:
    """A heading and its lines, each once; nothing where there are none."""
    for number, line in enumerate(dict.fromkeys(lines)):
        if not number:
            _heading(page, heading)
        page.line(line, indent=2, hang=2)


def _document(row: DocumentRow) -> str:
    issued = issued_with_evidence(row.issued, row.known, row.evidence)
    return listed((row.source, issued, row.kind, counted(row.items, "item")))


def _marker_width(text: str) -> int:
    """Columns of the bullet or number that a line begins with, and of the space behind it."""
    marker, _, rest = text.partition(" ")
    is_marker = bool(rest) and not any(character.isalpha() for character in marker)
    return len(marker) + 1 if is_marker else 0
