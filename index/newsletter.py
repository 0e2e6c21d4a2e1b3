"""A document taken apart and understood: the whole way from blocks to items."""

from __future__ import annotations

import hashlib
import re

from index.model.documents import Document, Issued
from index.model.items import Item, Newsletter, Part
from index.model.mends import NOTHING, Change, Mends
from index.splitting.splitter import Splitter
from index.understanding import Anchor, Context, Understanding
from index.understanding.by_hand import BY_HAND, changed
from index.understanding.source import source

_ID_DIGITS = 6
_ID_TEXT = 200
_NO_CHANGE = Change()
_WORD = re.compile(r"\w+")
# What newsletters have beyond ASCII that is part of no word.
_NO_LETTERS = ("’", "‘", "“", "”", "–", "—", "…", "•", "£", "\u00a0")
_NO_ASCII_LETTERS = bytes(
    code if code < 128 and chr(code).isalnum() else ord(" ") for code in range(256)
)


def take_apart(
    document: Document,
    splitter: Splitter,
    understanding: Understanding,
    mends: Mends = NOTHING,
) -> Newsletter:
    """The document as a newsletter: its items with what is understood of each, and the rest.

    What a person mended goes before what the rules find.
    """
    split = splitter.split(document, mends)
    lines = {block.lines.first: block.text for block in document.blocks if block.lines}
    looks = [
        understanding.look(part, lines.get(part.lines.first, "") if part.lines else "")
        for part in split.parts
    ]
    written = [date for look in looks for date in (*look.heading_dates, *look.text_dates)]
    issued = understanding.issued(document, written)
    if mends.issued is not None:
        issued = Issued(mends.issued, "stated", BY_HAND)
    kind = understanding.document_kind(document, split)
    anchor = Anchor.of(issued, written)
    title, publisher = document.title or split.title, source(document)
    topics = understanding.topics_of(title, publisher)
    context = Context(document.id, kind, anchor, topics)
    items: list[Item] = []
    for look, name in zip(looks, item_ids(document.id, split.parts), strict=True):
        place = look.part.lines
        change = mends.changes.get(place.first, _NO_CHANGE) if place else _NO_CHANGE
        items.append(changed(understanding.item(look, name, context, change.kind), change))
    return Newsletter(
        id=document.id,
        path=document.path,
        title=title,
        source=publisher,
        issued=issued,
        kind=kind,
        origin=document.origin,
        items=tuple(items),
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
        words = f"{_folded(part.title)} {_beginning(part.text)}"
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


def _beginning(text: str) -> str:
    """The words that a text begins with, folded; a long run of dashes before them is no matter."""
    glance, most = _ID_TEXT * 5 // 4, 8 * _ID_TEXT
    folded = _folded(text[:glance])
    if len(folded) <= _ID_TEXT and len(text) > glance:
        folded = _folded(text[:most])
    return folded[:_ID_TEXT]


def _folded(text: str) -> str:
    """The words of a text without case, punctuation and the way they are spaced."""
    if not text.isascii():
        for sign in _NO_LETTERS:
            text = text.replace(sign, " ")
    if text.isascii():  # most are, and bytes are told apart in a tenth of the time
        return b" ".join(text.encode().translate(_NO_ASCII_LETTERS).split()).decode().lower()
    return " ".join(_WORD.findall(text.replace("_", " "))).casefold()
