"""Paths as people type them: completed, and found."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.screens.fields import plain

MOST_NAMES = 2000
"""How many entries of a folder are looked at while somebody types."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What a typed path can become: `text` as far as it is certain, and the names that fit it."""

    text: str
    names: tuple[str, ...]


def complete(text: str, start: Path) -> Completion:
    """The typed path, completed as far as files and folders leave no doubt; folders end in "/".

    What does not begin with "/" or "~" is sought in the folder `start`. Hidden files are passed
    over unless a dot was typed, and so are names that cannot be shown. Never raises.
    """
    folder, slash, beginning = text.rpartition("/")
    if text in ("~", "."):
        return Completion(f"{text}/", ())
    names = [
        name
        for name in _names(_placed(f"{folder}{slash}" or ".", start))
        if name.casefold().startswith(beginning.casefold())
        and (beginning.startswith(".") or not name.startswith("."))
    ]
    if not names:
        return Completion(text, ())
    exactly = [name for name in names if name.startswith(beginning)]
    common = _common_beginning(exactly or names)
    longer = common if len(common) >= len(beginning) else beginning
    return Completion(f"{folder}{slash}{longer}", tuple(names))


def found(text: str, start: Path) -> tuple[Path, ...]:
    """The files and folders that a typed path names; empty if there is none.

    Quotes round it and backslashes before blanks, as terminals put them there when a file is
    dropped, are taken off; "*" and "?" in the last part stand for any letters. Never raises.
    """
    typed = text.strip()
    if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "'\"":
        typed = typed[1:-1]
    for reading in (typed, typed.replace("\\ ", " ")):
        path = _placed(reading, start)
        try:
            if path.exists():
                return (path,)
            if set("*?") & set(path.name):
                return _fitting(path)
        except (OSError, ValueError):
            continue
    return ()


def _fitting(pattern: Path) -> tuple[Path, ...]:
    """The files whose names fit a pattern; hidden ones only where it begins with a dot."""
    return tuple(
        sorted(
            path
            for path in pattern.parent.glob(pattern.name)
            if path.is_file() and path.name.startswith(".") == pattern.name.startswith(".")
        )
    )


def _common_beginning(names: Sequence[str]) -> str:
    """The letters with which all the names begin."""
    first, last = min(names), max(names)
    for place, letter in enumerate(first):
        if not last[place:].startswith(letter):
            return first[:place]
    return first


def _placed(text: str, start: Path) -> Path:
    """The path that a text means: "~" is the person's own folder, the rest is seen from `start`."""
    try:
        return start / Path(text).expanduser()
    except RuntimeError:
        return start / text


def _names(folder: Path) -> Sequence[str]:
    """The names in a folder that can be shown, in order, folders with a slash behind them."""
    names = []
    try:
        with os.scandir(folder) as entries:
            for number, entry in enumerate(entries):
                if number == MOST_NAMES:
                    break
                if plain(entry.name) == entry.name and entry.name.isprintable():
                    names.append(f"{entry.name}/" if entry.is_dir() else entry.name)
    except (OSError, ValueError):
        return []
    return sorted(names, key=str.casefold)
