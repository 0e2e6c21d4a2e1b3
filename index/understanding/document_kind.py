"""What sort of document a page is: minutes, a bulletin, an article or a newsletter."""

from __future__ import annotations

import re
from pathlib import Path

from index import vocabulary
from index.model.documents import Document
from index.model.items import Split

_NUMBER = re.compile(r"[\d./]{1,8}\s")
_TOP = 8
_SHORT = 120
_ENOUGH = 2
"""So many signs of minutes make minutes: one may be quoted, two are not."""


class DocumentKinds:
    """The signs by which the sort of a document is known."""

    def __init__(self, config: Path | None = None) -> None:
        """Load them; raises LibraryError if a reader's own masthead.toml cannot be used."""
        listed = vocabulary.load("index.understanding", "masthead", config)
        self._signs = tuple(listed["minutes"])
        self._minutes_of = re.compile(rf"\b(?:{'|'.join(map(re.escape, listed['minutes_of']))})\b")

    def of(self, document: Document, split: Split) -> str:
        """The sort of the document: "minutes", "bulletin", "article" or "newsletter"."""
        title = (document.title or split.title).lower()
        if self._is_minutes(document, title):
            return "minutes"
        if "bulletin" in title:
            return "bulletin"
        return "article" if len(split.parts) == 1 else "newsletter"

    def _is_minutes(self, document: Document, title: str) -> bool:
        top = [block.text.lower() for block in document.blocks[:_TOP]]
        if any(self._minutes_of.search(line) for line in (title, *top) if len(line) <= _SHORT):
            return True
        signs: set[str] = set()
        for block in document.blocks:
            line = block.text[:_SHORT].lower()
            numbered = _NUMBER.match(line)
            line = line[numbered.end() :] if numbered else line
            if line.startswith(self._signs):
                signs.add(next(sign for sign in self._signs if line.startswith(sign)))
                if len(signs) >= _ENOUGH:
                    return True
        return False
