"""From the files that a person names to newsletters, taken apart and understood."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import DocumentError
from index.model.items import Newsletter
from index.model.mends import NOTHING, Mends

if TYPE_CHECKING:
    from index.reading.catalogue import Entry
    from index.splitting.splitter import Splitter
    from index.understanding.understanding import Understanding

Refused = tuple[str, str]
"""A path that is no readable document, and the reason in words for the reader."""


class Intake:
    """Reads, takes apart and understands documents, with a reader's own word lists.

    The lists, and the code that uses them, are loaded for the first document: a library that is
    only searched never waits for them.
    """

    def __init__(self, config: Path | None) -> None:
        """`config` is the folder with a reader's own word lists, if any."""
        self._config = config
        self._loading = threading.Lock()
        self._loaded: tuple[Splitter, Understanding] | None = None

    def newsletter(
        self, path: Path, data: bytes, entry: Entry | None = None, mends: Mends = NOTHING
    ) -> Newsletter:
        """The file at `path` with the bytes `data`, read, taken apart and understood.

        `entry` is what a catalogue states of it, `mends` what a person mended in it. Raises
        DocumentError if it is no document, LibraryError if a word list cannot be used.
        """
        from index.newsletter import take_apart
        from index.reading.reading import read_bytes

        document = read_bytes(data, str(path), entry, mends.borders)
        return take_apart(document, *self._tools(), mends)

    def _tools(self) -> tuple[Splitter, Understanding]:
        with self._loading:
            if self._loaded is None:
                from index.splitting.splitter import Splitter
                from index.understanding.understanding import Understanding

                self._loaded = Splitter(self._config), Understanding(self._config)
            return self._loaded


def documents_named(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Refused, ...]]:
    """The files that the paths name, those in folders too, each once; and what names none."""
    from index.reading.files import documents_in

    files: dict[Path, None] = {}
    refused: list[Refused] = []
    for path in paths:
        try:
            files |= dict.fromkeys(documents_in(path.expanduser().absolute()))
        except DocumentError as error:
            refused.append((str(error.path), error.reason))
        except RuntimeError:
            refused.append((str(path), "there is no such person's folder; check the name"))
    return tuple(files), tuple(refused)
