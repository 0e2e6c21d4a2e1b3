"""How long until a person sees something: the reader on the seeds against an empty Textual app.

Each start is a process of its own in a terminal of its own, as a person starts it; they take turns,
so that a slow moment of the machine falls on all. The clock runs from before the process starts
until the terminal has received the words that are waited for.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from index import Library
from index.places import Places
from tests.bench.terminal import Terminal


def seconds(command: Sequence[str], words: bytes) -> float:
    """Seconds from before the command starts until it has written the words to its terminal."""
    started = time.perf_counter()
    with Terminal(command) as terminal:
        terminal.until(words)
        return time.perf_counter() - started


def main(runs: int = 15) -> None:
    """Print the medians and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        with Library(Places.of(Path(folder))) as library:  # the first start, which makes it
            (first,) = library.hits(library.search(), 0, 1)
        peer = (sys.executable, "-m", "tests.bench.peer")
        reader = (sys.executable, "-m", "tui", "--library", folder)
        starts = {
            "an empty Textual app with three panes": (peer, b"Reading"),
            "the reader's panes": (reader, b"Reading"),
            "the reader's panes with all items": (reader, first.title[:16].encode()),
        }
        for start in starts.values():
            seconds(*start)
        figures: dict[str, list[float]] = {name: [] for name in starts}
        for _ in range(runs):
            for name, start in starts.items():
                figures[name].append(seconds(*start))
    peers = next(iter(figures.values()))
    print(f"first paint, second start, medians of {runs} rounds (goal: a ratio of at most 1.30)")
    for name, measured in figures.items():
        ratio = statistics.median(ours / peer for ours, peer in zip(measured, peers, strict=True))
        print(f"  {name:<40} {statistics.median(measured):6.3f} s   ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
