"""Acronyms: the field's own, and those that a document writes out."""

from __future__ import annotations

import re
from pathlib import Path

from index import vocabulary

_IN_BRACKETS = re.compile(r"\((?P<acronym>[A-Z][A-Za-z&]{0,8}[A-Z])s?\)")
_LONGEST = 120
_SMALL = frozenset(("of", "for", "and", "the", "in", "on", "to", "with", "&", "a"))


def glossary(config: Path | None = None) -> dict[str, str]:
    """The acronyms of the field, and what each stands for ("SEND": "special educational …").

    Raises LibraryError if a reader's own acronyms.toml cannot be used.
    """
    listed: dict[str, str] = vocabulary.load("index.understanding", "acronyms", config)["glossary"]
    return listed


def expansions(text: str) -> dict[str, str]:
    """The acronyms that a text writes out itself: "Office for National Statistics (ONS)"."""
    found: dict[str, str] = {}
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - _LONGEST) : match.start()].split("\n")[-1].split()
        expansion = _expansion(match["acronym"], before)
        if expansion:
            found.setdefault(match["acronym"], expansion)
    return found


def _expansion(acronym: str, before: list[str]) -> str:
    """The last of the words `before` whose first letters make the acronym, or ""."""
    letters = [letter.lower() for letter in acronym if letter.isalpha()]
    place = len(before)
    while letters and place:
        place -= 1
        for word in reversed(re.split(r"[-/]", before[place])):
            plain = word.strip("“”‘’\"'(").lower()
            if letters and plain.startswith(letters[-1]):
                letters.pop()
            elif plain and plain not in _SMALL:
                return ""
    return " ".join(before[place:]).strip("“”‘’\"'( ") if not letters else ""
