"""Search, measured beside SQLite's FTS5 and tantivy: python -m tests.bench.search [--items N ...]

All are asked the same thirty queries, one after the other in the same run, and give the first fifty
rows. Processor time, in milliseconds; what counts are ratios: machines differ, they less.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from index.model.results import Sort
from index.search.entry import Entry
from index.search.index import SearchIndex
from index.search.writing import write
from tests.bench.corpus import items
from tests.bench.goals import GOALS, growth
from tests.bench.memory import QUERIES
from tests.bench.ours import Ours, keep
from tests.bench.peers import FTS5, ROWS, Tantivy
from tests.bench.queries import Asked, queries

SIZES = (1_000, 10_000)
"""Those that are measured in a few minutes; 100000 is another one that there are goals for."""
_ROUNDS = 5
_CHANGES = 5
_SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest", "source")

Engine = Ours | FTS5 | Tantivy
Figures = dict[str, float]


def main() -> None:
    """Print figures for each size, and which of the goals they reach."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--items", type=int, nargs="+", default=SIZES, help="sizes of library")
    sizes: Sequence[int] = arguments.parse_known_args()[0].items
    before: tuple[int, Figures] | None = None
    for size in sizes:
        entries = list(items(size))
        with tempfile.TemporaryDirectory() as folder:
            figures = _measured(Path(folder), entries)
        print(f"{size} items")
        for name, value in figures.items():
            unit = 1 if name.startswith(("build", "memory")) else 1000
            print(f"  {name:32} {unit * value:10.2f}")
        for line in filter(None, (goal.told(figures) for goal in GOALS)):
            print(line)
        if before is not None:
            print(f"  from {before[0]} to {size} items:")
            print("\n".join(growth(before[1], figures, size / before[0])))
        before = (size, figures)


def _measured(folder: Path, entries: Sequence[Entry]) -> Figures:
    asked = queries(entries)
    (folder / QUERIES).write_text(json.dumps(asked), "utf-8")
    keep(folder / Ours.name, entries)
    engines: list[Engine] = [engine(folder / engine.name) for engine in (Ours, FTS5, Tantivy)]
    figures: Figures = {}
    for engine in engines:
        took = _time(lambda engine=engine: engine.put(entries))  # type: ignore[misc] # a bound loop variable
        if not isinstance(engine, Ours):  # which others help, whose time is not counted here
            figures[f"build: {engine.name}"] = len(entries) / took
    figures |= _built(folder, entries)
    for engine in engines:
        megabytes = _peak_memory(engine.name, folder / engine.name)
        figures[f"memory: {engine.name}"] = megabytes
    figures |= _first_touch(folder / Ours.name, asked)
    figures |= _asked(engines, asked)
    figures |= _changed(engines, entries)
    figures |= _merged(folder / "merged", entries[:10_000])
    for engine in engines:
        engine.close()
    return figures


def _asked(engines: Sequence[Engine], asked: Sequence[Asked]) -> Figures:
    """The middle and the slow end of thirty queries: with marks, without, and counted."""
    times: dict[str, list[float]] = {}
    for each in asked:
        for engine in engines:
            for name, work in _ways(engine, each):
                work()  # what is read once and kept is not measured here
                fastest = sorted(_time(work) for _ in range(_ROUNDS))[: _ROUNDS // 2 + 1]
                times.setdefault(f"{name}: {engine.name}", []).append(median(fastest))
    figures: Figures = {}
    for name in sorted(times):
        what, engine_name = name.split(": ")
        cuts = quantiles(times[name], n=20, method="inclusive")
        figures[f"{what} p50: {engine_name}"], figures[f"{what} p95: {engine_name}"] = (
            cuts[9],
            cuts[18],
        )
    return figures


def _ways(engine: Engine, asked: Asked) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "shown", lambda: engine.rows(asked, snippets=True)
    if isinstance(engine, Ours):
        yield "found", lambda: engine.found(asked)
        sorts = count()
        yield "counts", lambda: engine.counts(asked, _SORTS[next(sorts) % len(_SORTS)])
    else:
        yield "found", lambda: engine.rows(asked, snippets=False)
    if isinstance(engine, Tantivy):
        # counting is beside finding here, where carereader does both at once
        yield "counts", lambda: (engine.rows(asked, snippets=False), engine.counts(asked))


def _first_touch(folder: Path, asked: Sequence[Asked]) -> Figures:
    """Each query the first time, of an index in which only another word was looked for."""
    figures: Figures = {}
    ways: dict[str, Callable[[Ours, Asked], int]] = {
        "first": Ours.found,
        "first shown": partial(Ours.rows, snippets=True),
    }
    for what, ask in ways.items():
        times = []
        for each in asked:
            ours = Ours(folder)
            ask(ours, Asked("", "xylophone ", "", ""))
            times.append(_time(partial(ask, ours, each)))
            ours.close()
        cuts = quantiles(times, n=20, method="inclusive")
        figures[f"{what} p50: carereader"], figures[f"{what} p95: carereader"] = cuts[9], cuts[18]
    return figures


def _changed(engines: Sequence[Engine], entries: Sequence[Entry]) -> Figures:
    """Twenty new items, one that has changed, one that is gone: until a search shows it."""
    times: dict[str, list[float]] = {}
    for engine in engines:
        for turn in range(_CHANGES):
            new = [
                replace(each, id=f"{turn}-{each.id}", title=f"Xylophone {each.title}")
                for each in entries[turn * 20 : turn * 20 + 20]
            ]
            for name, change in _changes(engine, new):
                start = process_time()
                change()
                assert _shows(engine)
                times.setdefault(f"{name}: {engine.name}", []).append(process_time() - start)
    return {name: median(each) for name, each in times.items()}


def _changes(engine: Engine, new: Sequence[Entry]) -> Iterator[tuple[str, Callable[[], None]]]:
    changed = replace(new[0], text="Xylophones.")

    def update() -> None:
        if not isinstance(engine, Ours):
            engine.remove([changed.id])
        engine.put([changed])

    yield "add 20", lambda: engine.put(new)
    yield "update one", update
    yield "delete one", lambda: engine.remove([new[1].id])


def _shows(engine: Engine) -> int:
    """Ask what stands on the screen once more: a common word, and one that only new items have."""
    words = "xylophone OR children"
    asked = Asked("or", words, words, words)
    return engine.found(asked) if isinstance(engine, Ours) else engine.rows(asked, snippets=False)


def _merged(folder: Path, entries: Sequence[Entry]) -> Figures:
    """How long searches take, by the clock, while many segments are made one, and otherwise."""
    index = SearchIndex(folder)
    index.rebuild(entries, "bench")

    def searched() -> float:
        start = perf_counter()
        assert index.match("care ").ids[:ROWS]
        return perf_counter() - start

    searched()
    apart = [searched() for _ in range(50)]
    for number in range(9):
        index.update([replace(entries[number], id=f"new-{number}")])
    beside = [searched() for _ in range(50)]
    index.close()
    slow = [quantiles(times, n=20, method="inclusive")[18] for times in (apart, beside)]
    return {"apart: carereader": slow[0], "beside: carereader": slow[1]}


def _built(folder: Path, entries: Sequence[Entry]) -> Figures:
    """Items a second on one core, and by the clock on one and, where there are enough, on two."""
    figures = {}
    for name, cores in (("build: alone", 1), ("build on two: carereader", 2)):
        (folder / name).mkdir()
        start, worked, helped = perf_counter(), process_time(), os.times().children_user
        write(folder / name, entries, cores)
        took = perf_counter() - start
        if cores > 1 and os.times().children_user == helped:
            continue  # what nobody helped with was made on one core again
        figures[name] = len(entries) / took
        if cores == 1:
            figures["build: carereader"] = len(entries) / (process_time() - worked)
    return figures


def _peak_memory(name: str, folder: Path) -> float:
    command = [sys.executable, "-m", "tests.bench.memory", name, str(folder)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _time(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()
