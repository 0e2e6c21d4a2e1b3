"""How long from a key to the painted screen: the reader against an empty Textual app."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from index import Library
from index.places import Places
from tests.bench.terminal import Terminal

_WORD = [*"kinship", *["\x7f"] * 7] * 3

Times = list[tuple[float, float]]


def _pressed(terminal: Terminal, keys: Iterable[str]) -> Times:
    return [terminal.press(key) for key in keys]


def main() -> None:
    """Print medians, and their ratios to a letter typed in the empty app."""
    with tempfile.TemporaryDirectory() as folder:
        Library(Places.of(Path(folder))).close()
        with Terminal([sys.executable, "-m", "tests.bench.peer"]) as terminal:
            terminal.until(b"Reading")
            peer = _pressed(terminal, _WORD)
        with Terminal([sys.executable, "-m", "tui", "--library", folder]) as terminal:
            terminal.until(b"All items")
            following = _pressed(terminal, "j" * 20)
            opened = [_pressed(terminal, ["\r", "2", "k"])[0] for _ in range(12)]
            terminal.press("/")
            _pressed(terminal, "care\x7f\x7f\x7f\x7f")  # the first query loads Whoosh
            typed = _pressed(terminal, _WORD)
    figures = {
        "a letter typed in an empty Textual app": peer,
        "the next item": following,
        "an item opened": opened,
        "a letter of a query typed": typed,
    }
    base, rest = (statistics.median(times) for times in zip(*peer, strict=True))
    print("from key to painted screen, ms, median: first change, and at rest")
    for name, times in figures.items():
        first, last = (statistics.median(column) for column in zip(*times, strict=True))
        print(
            f"  {name:<40} {first:6.1f} ratio {first / base:5.2f}"
            f"   {last:6.1f} ratio {last / rest:5.2f}"
        )


if __name__ == "__main__":
    main()
