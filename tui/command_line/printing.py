"""How the command line writes: JSON and plain text on stdout, messages and progress on stderr."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from index.model.progress import Progress

VERSION = 1
"""The version of the JSON that every command prints; it changes where a key changes its meaning."""

_PROGRESS_WIDTH = 70

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What moves cursors or turns text round. Documents are clean already; names of files are not."""


def say(message: str) -> None:
    """Write a message on stderr: one line, whatever is in it."""
    print(f"carereader: {printable(' '.join(message.split()))}", file=sys.stderr, flush=True)


def print_json(data: Mapping[str, Any]) -> None:
    """Write `data` on stdout as one JSON object that begins with the version of its shape."""
    whole = {"version": VERSION, **data}
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(whole, indent=2)
    print(_CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def print_text(text: str) -> None:
    """Write a text on stdout as it stands."""
    print(printable(text), end="")


def printable(text: str) -> str:
    """The text as stdout and a terminal can take it: one replacement for each character lost."""
    clean = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    encoding = sys.stdout.encoding or "utf-8"
    return clean.encode(encoding, "replace").decode(encoding)


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A way to tell on stderr how work goes on, in one line that is gone when the work is done.

    None where stderr is no terminal: a log has no use for it.
    """
    if not sys.stderr.isatty():
        yield None
        return

    def show(what: str, done: int, total: int) -> None:
        count = f" {done} of {total}" if total else ""
        line = printable(f"{what}{count}".replace("\n", " "))[:_PROGRESS_WIDTH]
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
