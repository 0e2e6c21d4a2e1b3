"""The word lists of the field: TOML files beside the code, with a reader's own laid over them."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import rtoml

from index.errors import LibraryError


def load(package: str, name: str, overrides: Path | None = None) -> dict[str, Any]:
    """The word list `name`.toml of `package`, with the one of the same name in `overrides`, if any.

    The reader's file is laid over ours: tables are merged key by key, lists are joined, anything
    else is replaced. An entry of a list that begins with "-" takes the entry of that text away.

    Raises LibraryError, naming the file, where the reader's file is not TOML, cannot be read, or
    has a list where ours has a table.
    """
    shipped = resources.files(package).joinpath(f"{name}.toml").read_text("utf-8")
    ours: dict[str, Any] = rtoml.loads(shipped)
    theirs = overrides / f"{name}.toml" if overrides is not None else None
    if theirs is None or not theirs.is_file():
        return ours
    try:
        merged: dict[str, Any] = _laid_over(ours, rtoml.loads(theirs.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise LibraryError(
            f"{theirs}: not a usable word list ({error}); mend or remove it"
        ) from error
    return merged


def _laid_over(ours: Any, theirs: Any) -> Any:
    if isinstance(ours, dict):
        if not isinstance(theirs, dict):
            raise TypeError("a table is wanted, not a single value")
        merged = dict(ours)
        for key, value in theirs.items():
            merged[key] = _laid_over(ours[key], value) if key in ours else value
        return merged
    if isinstance(ours, list):
        if not isinstance(theirs, list):
            raise TypeError("a list is wanted, not a single value")
        gone = {entry[1:] for entry in theirs if isinstance(entry, str) and entry.startswith("-")}
        added = [
            entry for entry in theirs if not (isinstance(entry, str) and entry.startswith("-"))
        ]
        return [entry for entry in ours if entry not in gone] + added
    return theirs
