"""A program in a terminal of its own, measured from the terminal's side."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

_PATIENCE = 30.0
_QUIET = 0.08
"""Seconds without output after which a program has painted what it had to paint."""
_TOLD = 2_000
"""Bytes at the end of a program's output that say why it has failed."""


class Terminal:
    """A command in a terminal of 120 by 40, its output read as it comes. Use it in a `with`."""

    def __init__(self, command: Sequence[str]) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._ours)

    def until(self, words: bytes) -> None:
        """Read until the words have come. Raises TimeoutError if they do not."""
        received = b""
        while words not in received:
            part = self._read(_PATIENCE)
            if not part:
                raise TimeoutError(f"{words!r} never came")
            received += part

    def until_quiet(self) -> float:
        """Read until nothing more comes; the time of the last output, by `time.perf_counter`."""
        last = time.perf_counter()
        while self._read(_QUIET):
            last = time.perf_counter()
        return last

    def until_over(self) -> None:
        """Read until the program has ended. Raises RuntimeError if it has failed."""
        said = b""
        with suppress(OSError):  # what Linux says where others say that nothing more comes
            while part := self._read(_PATIENCE):
                said = (said + part)[-_TOLD:]
        if self._process.wait(_PATIENCE):
            raise RuntimeError(said.decode("utf-8", "replace"))

    def press(self, key: str) -> tuple[float, float]:
        """Type a key: milliseconds until the screen begins to change, and until it is at rest."""
        self.until_quiet()
        typed = time.perf_counter()
        os.write(self._ours, key.encode())
        if not self._read(_PATIENCE):
            raise TimeoutError(f"nothing came of {key!r}")
        first = time.perf_counter()
        last = max(first, self.until_quiet())
        return (first - typed) * 1000, (last - typed) * 1000

    def _read(self, patience: float) -> bytes:
        ready, _, _ = select.select([self._ours], [], [], patience)
        return os.read(self._ours, 1 << 20) if ready else b""
