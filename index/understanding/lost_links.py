"""Links that lost their address on the way: "Register for the briefing", with nothing to follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from index import vocabulary
from index.model.documents import Link
from index.understanding.names import opens_sentence
from index.understanding.passages import Passage
from index.understanding.phrases import Lexicon

_LONGEST = 120
_DASHES = ("- ", "– ", "— ")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n|$")


class LostLinks:
    """The words that only a link says, ready to be looked for."""

    def __init__(self, lexicon: Lexicon, config: Path | None = None) -> None:
        """Load them; raises LibraryError if a reader's own links.toml cannot be used."""
        listed = vocabulary.load("index.understanding", "links", config)
        self._calls = lexicon.phrases((call, call) for call in listed["calls"])
        self._sites = tuple(f"{dash}{site}" for site in listed["sites"] for dash in _DASHES)

    def of(self, passage: Passage) -> Iterator[Link]:
        """The link texts of an item that has no address at all; each is a sentence of its own."""
        text = passage.words.text
        for first, _, _ in self._calls.among(passage.finds):
            start = passage.words.starts[first]
            end = _SENTENCE_END.search(text, start)
            if end is None or not opens_sentence(text, start) or end.start() - start > _LONGEST:
                continue
            rest = text[end.end() :]
            if end.group() in ("\n", "") or not rest or rest.startswith("\n"):
                yield Link(None, text[start : end.start()], start, end.start())
        if not any(map(text.__contains__, _DASHES)):
            return
        at = 0
        for line in text.split("\n"):
            if line.endswith(self._sites):
                start = max(line.rfind(". "), line.rfind("! ")) + 1
                title = line[start:].strip()
                if len(title) <= _LONGEST:
                    begin = at + len(line) - len(title)
                    yield Link(None, title, begin, begin + len(title))
            at += len(line) + 1
