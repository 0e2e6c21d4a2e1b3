"""Taking documents into a library: the original first, then the record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

from index.errors import DocumentError, LibraryError
from index.files import write_whole
from index.intake import Intake, documents_named
from index.model.progress import Progress
from index.model.results import Added, DocumentRow
from index.record.record import Record

_LONGEST_ENDING = 12


class Adding:
    """Takes documents into one library."""

    def __init__(self, record: Record, originals: Path, intake: Intake, rules: str) -> None:
        """`originals` is the folder for copies, `rules` the mark of those that `intake` goes by."""
        self._record = record
        self._originals = originals
        self._intake = intake
        self._rules = rules

    def add(self, paths: Iterable[Path], progress: Progress | None = None) -> Added:
        """Take in files, and the documents of folders, each as soon as it is understood.

        Raises LibraryError where the library itself cannot be written; what was taken in until then
        stays.
        """
        files, not_documents = documents_named(paths)
        documents: list[DocumentRow] = []
        known: list[DocumentRow] = []
        refused = list(not_documents)
        for done, path in enumerate(files):
            if progress is not None:
                progress(f"reading {path.name}", done, len(files))
            try:
                row, is_new = self._taken_in(path)
            except DocumentError as error:
                refused.append((str(error.path), error.reason))
            else:
                (documents if is_new else known).append(row)
        return Added(tuple(documents), tuple(known), tuple(refused))

    def add_seeds(self) -> None:
        """Take in the documents that a new library opens with."""
        with resources.as_file(resources.files("seeds")) as folder:
            self.add([folder])

    def _taken_in(self, path: Path) -> tuple[DocumentRow, bool]:
        from index.reading.catalogue import Entry, entry_beside
        from index.reading.files import contents

        data = contents(path)
        digest = hashlib.sha256(data).hexdigest()
        document = digest[:10]
        known = self._record.documents.row(document)
        if known is not None:
            # its copy may have been lost meanwhile
            self._kept(data, self._record.documents.source(document).original)
            return known, False
        stated = entry_beside(path) or Entry()
        mends = self._record.documents.mends(document)
        newsletter = self._intake.newsletter(path, data, stated, mends)
        # killed after this line, it leaves a copy that the next attempt finds and uses
        original = self._kept(data, f"{digest}{_ending(path)}")
        return self._record.documents.add(newsletter, original, stated, self._rules)

    def _kept(self, data: bytes, name: str) -> str:
        target = self._originals / name
        try:
            self._originals.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                write_whole(target, data)
        except OSError as error:
            raise LibraryError(
                f"{target}: the original cannot be kept ({error.strerror});"
                " make room or ask for permission, and add it again"
            ) from error
        return name


def _ending(path: Path) -> str:
    """The ending of a file name, if it is of the ordinary sort."""
    ending = path.suffix.lower()
    return ending if len(ending) <= _LONGEST_ENDING and ending[1:].isalnum() else ""
