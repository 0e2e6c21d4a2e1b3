"""What the tests say of an item in few words."""

from __future__ import annotations

from index.model.documents import Issued
from index.model.items import Item, Part
from index.understanding import Anchor, Context, Understanding


def understood(
    understanding: Understanding,
    text: str,
    title: str = "",
    *,
    issued: str | None = None,
    kind: str = "newsletter",
    section: str = "",
    document_title: str = "",
) -> Item:
    """The item that is understood of a title and a text, in a page of that kind, date and title."""
    look = understanding.look(Part(title, text, None, section))
    anchor = Anchor.of(Issued(issued, "stated" if issued else "unknown"))
    topics = understanding.topics_of(document_title, "")
    return understanding.item(look, "page-0001", Context("page", kind, anchor, topics))
