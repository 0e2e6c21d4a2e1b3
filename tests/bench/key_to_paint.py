"""How long from a key to the painted screen: the reader against an empty Textual app."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from textual.pilot import Pilot

from index import Library
from index.places import Places
from tests.bench.peer import Peer
from tui.app import CareReader


async def _milliseconds(pilot: Pilot[None], keys: list[str]) -> list[float]:
    figures = []
    for key in keys:
        before = time.perf_counter()
        await pilot.press(key)
        figures.append((time.perf_counter() - before) * 1000)
    return figures


async def _measure(folder: Path) -> dict[str, list[float]]:
    word = [*"kinship", *["backspace"] * 7]
    figures: dict[str, list[float]] = {}
    async with Peer().run_test(size=(120, 40)) as pilot:
        figures["a letter typed in an empty Textual app"] = await _milliseconds(pilot, word * 4)
    with Library(Places.of(folder)) as library:
        library.search("care")  # Whoosh is loaded by the first query of a session
        async with CareReader(library.places, lambda: library).run_test(size=(120, 40)) as pilot:
            await pilot.press("escape")
            await pilot.pause()
            figures["the next item, read"] = await _milliseconds(pilot, ["j"] * 25)
            figures["an item opened"] = await _milliseconds(pilot, ["enter", "2", "k"] * 8)
            await pilot.press("slash")
            figures["a letter of a query typed"] = await _milliseconds(pilot, word * 4)
    return figures


def main() -> None:
    """Print medians and 95th percentiles, and the ratio to the empty app."""
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(_measure(Path(folder)))
    base = statistics.median(next(iter(figures.values())))
    print("from key to painted screen, ms")
    for name, values in figures.items():
        median = statistics.median(values)
        late = statistics.quantiles(values, n=20)[-1]
        print(f"  {name:<40} p50 {median:6.1f}   p95 {late:6.1f}   ratio {median / base:.2f}")


if __name__ == "__main__":
    main()
