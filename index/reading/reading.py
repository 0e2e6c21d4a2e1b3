"""From a file to a Document."""

from __future__ import annotations

import hashlib
from collections.abc import Container
from pathlib import Path

from index.errors import DocumentError
from index.model.documents import Document
from index.reading.catalogue import Entry, entry_beside
from index.reading.cleaning import clean
from index.reading.decoding import NotTextError, decode
from index.reading.files import contents
from index.reading.text import blocks_of


def read(path: Path) -> Document:
    """The document in a file, with what a catalogue beside it states.

    Raises DocumentError, naming the file and what to do, where it cannot be read.
    """
    return read_bytes(contents(path), str(path), entry_beside(path))


def read_bytes(
    data: bytes, path: str, entry: Entry | None = None, borders: Container[int] = ()
) -> Document:
    """The document in the bytes of a file; `path` is its name, `entry` what a catalogue states.

    A paragraph begins at the lines in `borders`, whatever stands above them.

    Raises DocumentError where the bytes are no text, or no more than white space.
    """
    try:
        blocks = blocks_of(clean(decode(data)), borders)
    except NotTextError as error:
        raise DocumentError(path, str(error)) from error
    if not blocks:
        raise DocumentError(path, "empty; there is nothing to read in it")
    entry = entry or _UNSTATED
    return Document(
        id=hashlib.sha256(data).hexdigest()[:10],
        path=path,
        blocks=blocks,
        title=clean(entry.title),
        source=clean(entry.source),
        issued=entry.issued,
        origin=clean(entry.origin),
    )


_UNSTATED = Entry()


def lines_of(data: bytes) -> list[str]:
    """The lines of a document, clean and as they stand; the first has the number 1.

    Raises DocumentError where the bytes are no text.
    """
    try:
        return clean(decode(data)).split("\n")
    except NotTextError as error:
        raise DocumentError("", str(error)) from error
