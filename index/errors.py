"""What can go wrong, in words for the person who reads them.

The text of every error is one line: what failed, which file, and what to do. The command line turns
each class into its exit code; the reader shows the text.
"""

from __future__ import annotations

from pathlib import Path


class CareReaderError(Exception):
    """Anything that carereader expects to go wrong. `str(error)` is one line for a reader."""


class DocumentError(CareReaderError):
    """One document cannot be read. The others of the same run are not affected.

    `path` is the file as it was asked for, `reason` what is the matter with it and what to do.
    """

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = Path(path)
        self.reason = reason


class LibraryError(CareReaderError):
    """The library or its index cannot be used: not writable, from a newer version, damaged."""


class SearchIndexError(LibraryError):
    """The search index cannot be read or made. All that needs none goes on."""

    @classmethod
    def unwritten(cls, folder: Path, error: OSError) -> SearchIndexError:
        """The error of an index that the disk did not take."""
        return SearchIndexError(
            f"{folder}: the search index cannot be written ({error.strerror or error});"
            " make room or ask for permission, and try again"
        )


class NotFoundError(CareReaderError):
    """No item, document or meeting answers to the name that was given."""


class AmbiguousError(CareReaderError):
    """The name that was given fits more than one item, document or meeting."""


class InvalidInputError(CareReaderError):
    """What a person entered cannot be used: a date that does not exist, an empty name."""


class FileExistsAlreadyError(CareReaderError):
    """A file would have been overwritten. `path` is that file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} exists already; choose another name, or say that it may be replaced"
        )
        self.path = path
