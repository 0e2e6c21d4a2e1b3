"""Documents: what a file holds once its format is read, before it is taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """Lines of the source file, 1-based and inclusive."""

    first: int
    last: int


Known = Literal["stated", "inferred", "unknown"]
"""How the issue date of a document is known."""


@dataclass(frozen=True, slots=True)
class Issued:
    """When a document was issued, to the precision that it has.

    `value` is ISO 8601 ("2022-01-14", "2022-01" or "2022"), or None where it is unknown.
    `evidence` names the line and the words that it rests on, for a reader to judge:
    "line 1: January 2022".
    """

    value: str | None = None
    known: Known = "unknown"
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An address, or the text of a link whose address the source has lost.

    `address` is an http, https or mailto address as it stands in the text (an e-mail address
    stands bare), or None. `start` and `end` are offsets into the text that holds the link (the
    block's, later the item's); both are -1 where the address is not in the text.
    """

    address: str | None
    text: str = ""
    start: int = -1
    end: int = -1


class Block(NamedTuple):
    """A run of text that its format holds together: a paragraph, a bullet, a heading.

    `text` is clean (see `index.reading.cleaning`), without newlines: the lines of a hard-wrapped
    paragraph are joined. `marker` is the bullet or number that stood before it ("·", "o", "3)"),
    taken off the text. `level` is the heading level that the format itself states (Markdown, HTML),
    0 where it states none. `indent` counts the columns before the marker. `blank_before` counts
    the empty lines above. `strong` counts the characters that are set in bold at the beginning of a
    text that goes on in plain letters. `lines` is None where the format has no lines.
    """

    text: str
    lines: Span | None
    marker: str = ""
    level: int = 0
    indent: int = 0
    blank_before: int = 0
    links: tuple[Link, ...] = ()
    strong: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file, read: its text as blocks, and what the format itself says of it.

    `id` is the first ten hexadecimal digits of the SHA-256 of the file's bytes: the same file is
    the same document under any name. `title`, `source` and `issued` hold what the format or a
    catalogue states; "" and unknown where nothing does.
    """

    id: str
    path: str
    blocks: tuple[Block, ...]
    title: str = ""
    source: str = ""
    issued: Issued = Issued()
    origin: str = ""
    """Where the file came from, for people: an address, or a sentence of the catalogue."""
