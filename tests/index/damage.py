"""What may become of the folder of the index while somebody reads."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from index.model.making import MAKING, Cause, Making

_PATIENCE = 30.0


def delete(folder: Path) -> None:
    """Take it away."""
    shutil.rmtree(folder)


def truncate(folder: Path) -> None:
    """Leave the first bytes of every file."""
    for file in folder.rglob("*"):
        if file.is_file():
            os.truncate(file, min(10, file.stat().st_size))


def write_another_version(folder: Path) -> None:
    """Let it be what an older carereader wrote."""
    state = folder / "current.json"
    state.write_text(json.dumps({**json.loads(state.read_text("utf-8")), "format": 1}), "utf-8")


DAMAGE: Mapping[Cause, Callable[[Path], None]] = {
    Cause.GONE: delete,
    Cause.DAMAGED: truncate,
    Cause.OLD: write_another_version,
}
"""What is the matter with an index, and how it comes to that."""


class Held:
    """A listener that keeps an index from being made till it is let go, and notes what it hears."""

    def __init__(self) -> None:
        self.heard: list[Making] = []
        self.holds = threading.Event()
        self._free = threading.Event()

    def __call__(self, making: Making) -> None:
        self.heard.append(making)
        if making.doing == MAKING and not making.ended:
            self.holds.set()
            assert self._free.wait(_PATIENCE)

    def let_go(self) -> None:
        """Hold nothing any longer."""
        self._free.set()

    def ends(self) -> list[tuple[Cause, str]]:
        """Why an index was made each time, and how that ended."""
        return [(making.cause, making.ended) for making in self.heard if making.ended]
