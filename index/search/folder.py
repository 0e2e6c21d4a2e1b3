"""The folder of the index: which files belong to it, and what they were built from.

    index/
        current.json    what the index was built from, and the files that belong to it
        changing.lock   held by whoever writes
        merging.lock    held by whoever makes few segments of many, while others go on writing
        3f9a…/          Whoosh's files, in a new folder for each rebuilding

One of Whoosh's files is a pickle, and a damaged one may do anything. So none is opened that is not
what it was when `current.json`, which is written last, took it down. Nothing here imports Whoosh.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple
from zlib import crc32

from index.errors import SearchIndexError
from index.model.making import Cause

FORMAT = 6
"""Goes up with every change of the fields or of what is a word: older indexes are built anew."""

LOCK = "changing.lock"
"""The file that is locked by whoever writes."""

MERGING_LOCK = "merging.lock"
"""The file that is locked by whoever makes few segments of many."""

_STATE = "current.json"
_NAME = re.compile(r"[0-9a-f]{16}")
_BLOCK = 1 << 20


class IndexDamagedError(SearchIndexError):
    """The index is missing, damaged, or from another version; it can be rebuilt from the record."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: the search index is missing or damaged; rebuild it with: carereader reindex"
        )


class DamagedFileError(Exception):
    """A file of the index is not what was written into it."""


class Kept(NamedTuple):
    """A file as it was written: its size, when (nanoseconds), and its checksum."""

    size: int
    written: int
    checksum: int


@dataclass(frozen=True, slots=True)
class State:
    """An index: the name of the folder that it stands in, what it was built from, its files."""

    name: str
    stamp: str
    files: Mapping[str, Kept] = field(default_factory=dict)


class IndexFolder:
    """The folder of an index, whether there is one in it or not."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._described = path / _STATE
        self._read: tuple[tuple[int, int, int], State] | None = None
        # every search asks for these: paths are dear to make
        self._named: tuple[State, list[tuple[Path, Kept]]] | None = None

    def state(self) -> State | None:
        """The index that stands there; None if there is none that this version has written."""
        try:
            now = self._described.stat()
            seen = (now.st_mtime_ns, now.st_size, now.st_ino)
            if self._read is not None and self._read[0] == seen:
                return self._read[1]
            held = json.loads(self._described.read_text("utf-8"))
            if held["format"] != FORMAT or not _NAME.fullmatch(held["name"]):
                return None
            files = {str(name): Kept(*map(int, kept)) for name, kept in held["files"].items()}
            state = State(held["name"], str(held["stamp"]), files)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        # it was there before it was read: what has replaced it since is read the next time
        self._read = (seen, state)
        return state

    def trouble(self) -> Cause | None:
        """What is the matter with the index that stands there; None if it can be used."""
        state = self.state()
        if state is not None:
            return None if self.sound(state) else Cause.DAMAGED
        try:
            held = json.loads((self.path / _STATE).read_text("utf-8"))
            version = held["format"]
        except FileNotFoundError:
            return Cause.GONE
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return Cause.DAMAGED
        other = isinstance(version, int) and version != FORMAT
        return Cause.OLD if other else Cause.DAMAGED

    def sound(self, state: State) -> bool:
        """Whether the files of the index are what they were when it was written."""
        named = self._named
        if named is None or named[0] is not state:
            folder = self.path / state.name
            named = state, [(folder / name, kept) for name, kept in state.files.items()]
            self._named = named
        try:
            return all(_same(file, kept) for file, kept in named[1])
        except OSError:
            return False

    def fresh(self) -> Path:
        """A new folder, for an index to be built in."""
        folder = self.path / token_hex(8)
        folder.mkdir(parents=True)
        return folder

    def settle(self, folder: Path, stamp: str, names: Iterable[str]) -> State:
        """Let these files of `folder` be the index, built from what `stamp` names."""
        before = self.state()
        known = before.files if before is not None and before.name == folder.name else {}
        files = {name: _kept(folder / name, known.get(name)) for name in sorted(names)}
        state = State(folder.name, stamp, files)
        held = {"format": FORMAT, "name": state.name, "stamp": stamp, "files": files}
        beside = self.path / f"{_STATE}.{token_hex(4)}"
        try:
            beside.write_text(json.dumps(held, indent=1), "utf-8")
            beside.replace(self._described)
        finally:
            beside.unlink(missing_ok=True)
        return state

    def tidy(self, state: State | None) -> None:
        """Take away what is left of other indexes, as far as the system lets us.

        Only who holds the lock may do so.
        """
        with suppress(OSError):
            for path in self.path.iterdir():
                if path.name.startswith(f"{_STATE}."):
                    path.unlink()
                elif _NAME.fullmatch(path.name) and (state is None or path.name != state.name):
                    shutil.rmtree(path, ignore_errors=True)


def _same(file: Path, kept: Kept) -> bool:
    """Whether a file is as it was kept. One that was copied since has only its content to show."""
    now = file.stat()
    if now.st_size != kept.size:
        return False
    return now.st_mtime_ns == kept.written or _checksum(file) == kept.checksum


def _kept(file: Path, before: Kept | None) -> Kept:
    now = file.stat()
    if before is not None and before[:2] == (now.st_size, now.st_mtime_ns):
        return before
    return Kept(now.st_size, now.st_mtime_ns, _checksum(file))


def _checksum(file: Path) -> int:
    checksum = 0
    with file.open("rb") as opened:
        while block := opened.read(_BLOCK):
            checksum = crc32(block, checksum)
    return checksum
