"""Why a line of a newsletter is what it is, in words."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from index.model.dates import in_words, span_in_words
from index.model.documents import Issued
from index.model.items import Item
from index.model.pages import LineRole, WholePage
from tui.screens.styles import MUTED, STRONG, WARNING

_TERMS = 3
"""How many of the terms that earned a topic are named."""
_DATES = {"event": "takes place", "deadline": "closes"}


def issued_in_words(issued: Issued) -> str:
    """When a newsletter was issued, and how that is known."""
    if issued.value is None:
        return "issue date unknown"
    known = ", ".join(part for part in (issued.known, issued.evidence) if part)
    return f"issued {in_words(issued.value)} ({known})"


def why(page: WholePage, line: int, topics: Mapping[str, str]) -> Content:
    """What the line is and why; `topics` gives the names of topics by slug."""
    about = page.lines[line - 1]
    if about.role is LineRole.FURNITURE:
        return Content.assemble(
            ("Furniture", STRONG),
            (f": {about.why}. It is not searched; f makes it part of an item.", MUTED),
        )
    if about.role is LineRole.SECTION:
        return Content.assemble(
            ("The heading of a section", STRONG),
            (", kept on the items below it. S makes it the beginning of an item.", MUTED),
        )
    item = page.item_at(line)
    return Content("") if item is None else _of_item(item, topics)


def _of_item(item: Item, topics: Mapping[str, str]) -> Content:
    parts = [item.kind.capitalize(), *_dates_of(item)]
    gaps = "".join(f" · {gap}" for gap in item.gaps)
    earned = "; ".join(
        f"{topics.get(match.slug, match.slug)} ({', '.join(match.terms[:_TERMS])})"
        for match in item.topics
    )
    return Content.assemble(
        (" · ".join(parts), STRONG),
        (gaps, WARNING),
        ("\nTopics: ", MUTED),
        (earned or "none: unclassified", MUTED),
        (f"\nBegins here: {item.why}", MUTED),
    )


def _dates_of(item: Item) -> list[str]:
    return [
        f"{_DATES[found.what]} {span_in_words(found.start, found.end)}"
        for found in item.dates
        if found.what in _DATES
    ]
