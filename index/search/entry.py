"""What the index takes in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """An item, as far as search is concerned.

    `issued` is an ISO 8601 date of any precision ("2022-01-14", "2022-01", "2022"), None where it
    is unknown. `topics` are slugs; an item is found under a group (`topic:…`) if the group's slug
    is among them. `notes` is what the reader wrote on the item. `document` is the id of its
    document, `document_title` the title of that, `place` where in it the item stands, from 0.
    `dates` are the events and deadlines that it tells of: the first day of each, ISO 8601 of any
    precision, and the last, None where there is only one. `story` names the story that it tells, ""
    where no other item tells it.
    """

    id: str
    title: str
    text: str
    section: str = ""
    source: str = ""
    issued: str | None = None
    kind: str = ""
    topics: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    notes: str = ""
    document: str = ""
    document_title: str = ""
    place: int = 0
    dates: tuple[tuple[str, str | None], ...] = ()
    story: str = ""
