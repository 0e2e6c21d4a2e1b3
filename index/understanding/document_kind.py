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
        initials = {sign[0] for sign in self._signs}
        self._initials = (
            frozenset("0123456789./") | initials | {letter.upper() for letter in initials}
        )
        self._names = tuple(listed["minutes_of"])
        self._minutes_of = re.compile(rf"\b(?:{'|'.join(map(re.escape, self._names))})\b")

    def of(self, document: Document, split: Split) -> str:
        """The sort of the document: "minutes", "bulletin", "article" or "newsletter"."""
        title = (document.title or split.title).lower()
        if self._is_minutes(document, title):
            return "minutes"
        if "bulletin" in title:
            return "bulletin"
        return "article" if len(split.parts) == 1 else "newsletter"

    def _is_minutes(self, document: Document, title: str) -> bool:
        top = (title, *(block.text for block in document.blocks[:_TOP]))
        lines = "\n".join(line for line in top if len(line) <= _SHORT).lower()
        if any(map(lines.__contains__, self._names)) and self._minutes_of.search(lines):
            return True
        signs: set[str] = set()
        for block in document.blocks:
            if block.text[:1] not in self._initials:
                continue
            line = block.text[:_SHORT].lower()
            numbered = _NUMBER.match(line)
            line = line[numbered.end() :] if numbered else line
            if line.startswith(self._signs):
                signs.add(next(sign for sign in self._signs if line.startswith(sign)))
                if len(signs) >= _ENOUGH:
                    return True
        return False
