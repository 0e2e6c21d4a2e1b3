"""The marks that Markdown sets within a line, taken off for reading."""

from __future__ import annotations

import re
from itertools import compress, count, repeat
from operator import contains, itemgetter

from index.model.documents import Link


def plain(text: str) -> tuple[str, tuple[Link, ...]]:
    """The text without emphasis, with each link as "its text (address)"; and those links."""
    if "**" in text or "__" in text:
        text = _STRONG.sub(r"\2", text)
    if text[0] in "*_" and (emphasised := _ALL_EMPHASISED.match(text)):
        text = emphasised[2]
    if "](" not in text:
        return text, ()
    pieces: list[str] = []
    links: list[Link] = []
    length = end = 0
    for found in _LINK.finditer(text):
        label, address = found[1].strip(), found[2]
        before = text[end : found.start()]
        shown = f"{label} (" if label and label != address else ""
        start = length + len(before) + len(shown)
        links.append(Link(address, label, start, start + len(address)))
        pieces += [before, shown, address, ")" if shown else ""]
        length = start + len(address) + bool(shown)
        end = found.end()
    return "".join([*pieces, text[end:]]), tuple(links)


def marked(whole: str, texts: list[str]) -> list[int]:
    """The places of the texts, parts of a whole, that may have such marks."""
    places = set(compress(count(), map("*_".__contains__, map(itemgetter(0), texts))))
    for mark in ("**", "__", "]("):
        if mark in whole:
            places.update(compress(count(), map(contains, texts, repeat(mark))))
    return sorted(places)


def is_emphasised(text: str) -> bool:
    """Whether the whole line is set in bold, as headings without a level are."""
    return bool(_ALL_STRONG.match(text))


def emphasised_at_start(text: str) -> int:
    """How many characters of the plain text are in bold at its beginning."""
    if text[0] not in "*_" or (found := _STRONG.match(text)) is None:
        return 0
    return len(found[2])


_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500})(?<=\S)\1")
_ALL_STRONG = re.compile(r"(\*\*|__)(?=\S)[^*_\n]{1,300}\1:?$")
_ALL_EMPHASISED = re.compile(r"([*_])(?=[^\s*_])([^*_\n]{1,500})(?<=\S)\1$")
_LINK = re.compile(
    r"!?\[([^\[\]]{0,500})\]\((?:mailto:)?([^\s()<>]{1,2000})(?: \"[^\"]{0,200}\")?\)"
)
