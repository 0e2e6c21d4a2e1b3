"""From a key to the painted list in a large library: python -m tests.bench.key_to_list [--items N]

The app runs in a terminal of its own, in a process of its own, and is typed into at the pace of a
fast typist. The clock runs from the key until the list has been painted anew. A second clock in the
same event loop tells how long that was ever held up. The peer, in the same run, is the least that
Textual can do: a line to type in, and a plain list of as many lines.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from index import Library
from index.places import Places
from tests.bench.corpus import items
from tests.bench.ours import Ours, keep
from tests.bench.peers import ROWS
from tests.bench.search import SIZES
from tests.bench.terminal import Terminal
from tests.bench.typist import TIMES, WORDS, Typed

_FRAME = 0.016
_TIMES = 1.5
_LONGEST_GAP = 0.05


def main() -> None:
    """Print the figures of the largest size asked for, and whether the goals are reached."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--items", type=int, nargs="+", default=SIZES, help="sizes of library")
    size = max(arguments.parse_known_args()[0].items)
    with tempfile.TemporaryDirectory() as folder:
        entries = list(items(size))
        keep(Path(folder), entries)
        ours = Ours(Path(folder))
        ours.put(entries)
        ours.close()
        measure(Path(folder), size)


def measure(folder: Path, size: int) -> None:
    """Print the figures of the library in a folder."""
    plain = _typed(folder, "--plain", str(size))
    reader = _typed(folder)
    with Library(Places.of(folder), seeds=False) as library:
        engine = _asked(library)
    own, seen = _slow(engine.clock), _slow(reader.clock)
    most = _TIMES * own + _FRAME
    print(f"a letter typed, {size} items, ms, p50 and p95: clock, processor time, that until rest")
    for name, typed in {
        "the engine alone": engine,
        "a plain list in an app with no more": plain,
        "the list in the running app": reader,
    }.items():
        columns = (typed.clock, typed.work, typed.rest)
        told = [f"{1000 * median(each):6.1f} {1000 * _slow(each):6.1f}" for each in columns]
        print(f"  {name:<36}{'  '.join(told)}")
    print(f"  {_reached(seen <= most)} p95 at most {1000 * most:.1f}")
    for name, typed in {"of the plain list": plain, "of the app": reader}.items():
        gap, stretch = max(typed.gaps), max(typed.stretches)
        reached = _reached(gap <= _LONGEST_GAP) if typed is reader else " " * 11
        print(
            f"  {reached} longest gap in the event loop {name}: {1000 * gap:.1f},"
            f" {1000 * stretch:.1f} of it work of its own"
        )


def _reached(reached: bool) -> str:
    return "reached    " if reached else "NOT REACHED"


def _slow(times: Sequence[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[18]


def _typed(folder: Path, *options: str) -> Typed:
    file = folder / "typed.json"
    typist = [sys.executable, "-m", "tests.bench.typist", str(folder), str(file), *options]
    with Terminal(typist) as terminal:
        terminal.until_over()
    return Typed(**json.loads(file.read_text("utf-8")))


def _queries() -> Iterator[str]:
    for word in WORDS * TIMES:
        for end in range(1, len(word) + 1):
            yield word[:end]


def _asked(library: Library) -> Typed:
    """What each answer takes, with the rows of a screen."""
    library.prepare()
    typed = Typed()
    for query in _queries():
        start, worked = perf_counter(), process_time()
        library.hits(library.search(query), 0, ROWS)
        typed.clock.append(perf_counter() - start)
        typed.work.append(process_time() - worked)
        typed.rest.append(process_time() - worked)
    return typed


if __name__ == "__main__":
    main()
