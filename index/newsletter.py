"""A document taken apart and understood: the whole way from blocks to items."""

from __future__ import annotations

import hashlib
import re

from index.model.documents import Document
from index.model.items import Newsletter, Part
from index.splitting.splitter import Splitter
from index.understanding import Anchor, Context, FirstLook, Understanding
from index.understanding.source import source

_ID_DIGITS = 6
_ID_TEXT = 200
_NOT_WORDS = re.compile(r"[\W_]+")


def take_apart(document: Document, splitter: Splitter, understanding: Understanding) -> Newsletter:
    """The document as a newsletter: its items with what is understood of each, and the rest."""
    split = splitter.split(document)
    looks = [FirstLook.at(part) for part in split.parts]
    written = [date for look in looks for date in (*look.title_dates, *look.text_dates)]
    issued = understanding.issued(document, written)
    kind = understanding.document_kind(document, split)
    anchor = Anchor.of(issued, written)
    title, publisher = document.title or split.title, source(document)
    topics = understanding.topics_of(title, publisher)
    context = Context(document.id, kind, anchor, topics)
    ids = item_ids(document.id, split.parts)
    items = tuple(
        understanding.item(look, name, context) for look, name in zip(looks, ids, strict=True)
    )
    return Newsletter(
        id=document.id,
        path=document.path,
        title=title,
        source=publisher,
        issued=issued,
        kind=kind,
        origin=document.origin,
        items=items,
        furniture=split.furniture,
        headings=split.headings,
    )


def item_ids(document: str, parts: tuple[Part, ...]) -> list[str]:
    """The ids of the parts of a document, in their order.

    Each is made from the words that the part begins with, so that it is the same on every machine
    and stays when parts before it come or go. Parts that begin alike are told apart by their order.
    """
    taken: set[str] = set()
    alike: dict[str, int] = {}
    ids: list[str] = []
    for part in parts:
        words = _NOT_WORDS.sub(" ", f"{part.title}\n{part.text[:_ID_TEXT]}").casefold().strip()
        while True:
            nth = alike.get(words, 0)
            alike[words] = nth + 1
            seed = f"{words} {nth}" if nth else words
            name = f"{document}-{hashlib.sha256(seed.encode()).hexdigest()[:_ID_DIGITS]}"
            if name not in taken:
                break
        taken.add(name)
        ids.append(name)
    return ids
