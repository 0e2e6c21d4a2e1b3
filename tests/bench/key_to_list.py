"""From a key to the painted list in a large library: python -m tests.bench.key_to_list [--items N]

The app runs here without a terminal. A letter is typed when the list shows what the letters before
it found; the clock runs from the key until the list has been painted anew. A second clock in the
same event loop tells how long that was ever held up.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from textual.events import Key

from index import Library
from index.places import Places
from tests.bench.corpus import items
from tests.bench.ours import Ours, keep
from tests.bench.peers import ROWS
from tests.bench.search import SIZES
from tui.app import CareReader
from tui.reader.screen import ReaderScreen

_WORDS = ("kinship", "children", "social care", "safeguarding", "review")
_FRAME = 0.016
_TIMES = 1.5
_LONGEST_GAP = 0.05
_TICK = 0.001


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
    painted, gaps = asyncio.run(_typed(Places.of(folder)))
    with Library(Places.of(folder), seeds=False) as library:
        _asked(library)
        engine = _asked(library)
    own, seen = _slow(engine), _slow(painted)
    most = _TIMES * own + _FRAME
    print(f"from a key to the painted list, {size} items, ms by the clock: p50 and p95")
    print(f"  the engine alone                    {1000 * median(engine):7.1f} {1000 * own:7.1f}")
    print(f"  the list in the running app         {1000 * median(painted):7.1f} {1000 * seen:7.1f}")
    print(f"  {_reached(seen <= most)} p95 at most {1000 * most:.1f}")
    print(f"  {_reached(gaps <= _LONGEST_GAP)} longest gap in the event loop: {1000 * gaps:.1f}")


def _reached(reached: bool) -> str:
    return "reached    " if reached else "NOT REACHED"


def _slow(times: list[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[18]


def _queries() -> Iterator[str]:
    for word in _WORDS:
        for end in range(1, len(word) + 1):
            yield word[:end]


def _asked(library: Library) -> list[float]:
    """Seconds that each answer takes, with the rows of a screen."""
    times = []
    for query in _queries():
        start = perf_counter()
        library.hits(library.search(query), 0, ROWS)
        times.append(perf_counter() - start)
    return times


async def _typed(places: Places) -> tuple[list[float], float]:
    """Seconds from each key to the painted list, and the longest gap in the event loop."""
    times: list[float] = []
    app = CareReader(places, lambda: Library(places, seeds=False))
    async with app.run_test(size=(120, 40)) as pilot:
        await _until(lambda: bool(_reader(app).items.ids))
        reader = _reader(app)
        reader.library.prepare()
        await pilot.press("slash")
        async with _ticking() as gaps:
            for query in _queries():
                if len(query) == 1:
                    reader.bar.value = ""
                    await _until(lambda: not reader.results.query)
                times.append(await _painted(app, reader, query))
    await app.workers.wait_for_complete()
    reader.library.close()
    return times, max(gaps)


async def _painted(app: CareReader, reader: ReaderScreen, query: str) -> float:
    painted = asyncio.Event()
    start = perf_counter()
    letter = query[-1]
    app.post_message(Key("space" if letter == " " else letter, letter))
    await _until(lambda: reader.results.query == query)
    reader.call_after_refresh(painted.set)
    await painted.wait()
    return perf_counter() - start


async def _until(true: Callable[[], bool]) -> None:
    while not true():  # noqa: ASYNC110 - the app says nothing of what is waited for
        await asyncio.sleep(_TICK)


@asynccontextmanager
async def _ticking() -> AsyncIterator[list[float]]:
    """How far apart the ticks of a clock in the event loop are."""
    gaps: list[float] = []

    async def tick() -> None:
        last = perf_counter()
        while True:
            await asyncio.sleep(_TICK)
            gaps.append(perf_counter() - last)
            last = perf_counter()

    ticking = asyncio.create_task(tick())
    try:
        yield gaps
    finally:
        ticking.cancel()


def _reader(app: CareReader) -> ReaderScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, ReaderScreen))


if __name__ == "__main__":
    main()
