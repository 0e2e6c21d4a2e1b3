"""How the things of the field are put into words, wherever the command line prints them."""

from __future__ import annotations

from collections.abc import Iterable

from index.model.dates import in_words, span_in_words
from index.model.documents import Link
from index.model.items import FoundDate, Item


def counted(number: int, noun: str) -> str:
    """A number of things: "1 item", "2 items"."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def listed(parts: Iterable[str]) -> str:
    """What there is of the parts, on one line: "14 January 2022 · Kinship"."""
    return " · ".join(part for part in parts if part)


def issued_with_evidence(value: str | None, known: str, evidence: str) -> str:
    """An issue date and what it rests on: "January 2022 (stated: line 1: “January 2022”)"."""
    if not evidence:
        return in_words(value)
    return f"{in_words(value)} ({known}: {evidence})" if value else f"{in_words(None)} ({evidence})"


def kind_and_topics(item: Item) -> str:
    """What an item is and is about, with the terms that say so: "news · adoption (adopters)"."""
    matched = (f"{match.slug} ({', '.join(match.terms)})" for match in item.topics)
    return f"{item.kind} · {'; '.join(matched) or 'unclassified'}"


def date_with_role(found: FoundDate) -> str:
    """A date, what it is, and how it is written: "14 January 2022 · deadline · “14 January”"."""
    return f"{span_in_words(found.start, found.end)} · {found.what} · “{found.text}”"


def address_of(link: Link) -> str:
    """The address of a link, or its text where the source has lost the address."""
    return link.address or f"{link.text} (address missing)"
