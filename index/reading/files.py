"""Which files are documents, and their bytes."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from index.errors import DocumentError
from index.reading.catalogue import CATALOGUE

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
"""The endings, in lower case, of the files that a folder is searched for."""

LARGEST = 20 * 1024 * 1024
"""The most bytes that a document may have."""


def documents_in(path: Path) -> tuple[Path, ...]:
    """The documents that a path names: the file itself, or those of a folder in name order.

    A folder is searched with its subfolders. Hidden files are left out, and the README of a folder
    that has a catalogue; links to folders are not followed, so that a loop of links is harmless.
    Raises DocumentError where there is nothing of that name or no document in the folder.
    """
    try:
        if not path.is_dir():
            return (path,)
        found = tuple(_walked(path))
    except OSError as error:
        raise DocumentError(path, _refusal(error)) from error
    if not found:
        endings = ", ".join(sorted(SUFFIXES))
        raise DocumentError(path, f"no documents in this folder; it is searched for {endings}")
    return found


def contents(path: Path) -> bytes:
    """The bytes of a document.

    Raises DocumentError where the file is missing, cannot be read, is no ordinary file, is empty or
    is larger than `LARGEST`.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise DocumentError(path, "a folder, not a document")
        if not stat.S_ISREG(status.st_mode):
            raise DocumentError(path, "a device or pipe, not a document; choose a text file")
        if status.st_size > LARGEST:
            raise DocumentError(path, _too_large(status.st_size))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise DocumentError(path, _refusal(error)) from error
    if len(data) > LARGEST:
        raise DocumentError(path, _too_large(len(data)))
    return data


def _walked(folder: Path) -> list[Path]:
    documents: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        catalogued = CATALOGUE in names
        documents += [
            Path(parent, name)
            for name in sorted(names)
            if Path(name).suffix.lower() in SUFFIXES
            and not name.startswith(".")
            and not (catalogued and Path(name).stem.lower() == "readme")
        ]
    return sorted(documents)


def _raise(error: OSError) -> None:
    raise error


def _too_large(size: int) -> str:
    return (
        f"{size / 1024 / 1024:.0f} MB, more than the {LARGEST // 1024 // 1024} MB that a document "
        "may have; split it into smaller files"
    )


def _refusal(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the name"
    if isinstance(error, PermissionError):
        return "you may not read it; ask its owner for leave"
    what = getattr(error, "strerror", None) or "not a usable name"
    return f"cannot be read ({what}); check the name"
