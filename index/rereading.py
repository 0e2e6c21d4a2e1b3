"""Documents of the library read anew from their originals, by the rules as they are now."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from index.errors import DocumentError, LibraryError
from index.intake import Intake
from index.model.documents import Issued, Span
from index.model.items import Newsletter
from index.model.mends import Mends
from index.model.progress import Progress
from index.model.results import Reread
from index.places import Places
from index.record.record import Record
from index.rules import rules

if TYPE_CHECKING:
    from index.reading.catalogue import Entry

_Made = TypeVar("_Made")


class Rereading:
    """Reads what one library has from its originals."""

    def __init__(self, record: Record, places: Places) -> None:
        self._record = record
        self._places = places
        self.intake = Intake(places.config)
        """Takes documents apart, with the reader's own word lists."""
        self.alone = threading.Lock()
        """Held by whoever reads a document anew until it is replaced: nobody is overtaken."""

    @cached_property
    def rules(self) -> str:
        """The mark of the rules by which documents are taken apart now."""
        return rules(self._places.config)

    def outdated(self) -> int:
        """How many documents were taken apart by other rules than those of now."""
        return len(self._record.documents.by_other_rules(self.rules))

    def reread(self, progress: Progress | None = None) -> Reread:
        """Read anew what was taken apart by other rules. What cannot be read stays as it is."""
        waiting = self._record.documents.by_other_rules(self.rules)
        refused: list[tuple[str, str]] = []
        for done, document in enumerate(waiting):
            row = self._record.documents.row(document)
            if row is None:
                continue
            if progress is not None:
                progress(f"reading {row.title} anew", done, len(waiting))
            with self.alone:
                try:
                    newsletter = self.taken_apart(document, self._record.documents.mends(document))
                except LibraryError as error:
                    refused.append((row.path, str(error)))
                else:
                    self._record.documents.replace(newsletter, self.rules)
        return Reread(len(waiting) - len(refused), tuple(refused))

    def taken_apart(self, document: str, mends: Mends) -> Newsletter:
        """The document with these mends, from its original.

        Raises NotFoundError, and LibraryError where the original cannot be read.
        """
        source = self._record.documents.source(document)
        stated = source.stated or self._stated_once(document, source.path)
        return self._usable(
            source.original,
            lambda data: self.intake.newsletter(Path(source.path), data, stated, mends),
        )

    def lines(self, document: str, mends: Mends) -> tuple[list[str], list[Span]]:
        """The lines of the original, and which of them are one paragraph with these mends.

        Raises as `taken_apart` does.
        """
        from index.reading.reading import lines_of, read_bytes

        def read(data: bytes) -> tuple[list[str], list[Span]]:
            blocks = read_bytes(data, document, None, mends.borders).blocks
            return lines_of(data), [block.lines for block in blocks if block.lines]

        return self._usable(self._record.documents.source(document).original, read)

    def _usable(self, original: str, use: Callable[[bytes], _Made]) -> _Made:
        from index.reading.files import contents

        path = self._places.originals / original
        try:
            return use(contents(path))
        except DocumentError as error:
            raise LibraryError(
                f"{path}: the original of this document cannot be read; add the document again"
            ) from error

    def _stated_once(self, document: str, path: str) -> Entry:
        """What is known of a document of which it was not kept what a catalogue had stated.

        It is asked of the catalogue again, or else taken from what the record says of it.
        """
        from index.reading.catalogue import Entry, entry_beside

        with suppress(DocumentError):
            if (entry := entry_beside(Path(path))) is not None:
                return entry
        row = self._record.documents.row(document)
        if row is None:
            return Entry()
        issued = Issued(row.issued, "stated", row.evidence) if row.known == "stated" else Issued()
        return Entry(title=row.title, source=row.source, issued=issued, origin=row.origin)
