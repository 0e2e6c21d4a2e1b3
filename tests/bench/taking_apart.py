"""Taking documents apart, in megabytes of text a second: python -m tests.bench.taking_apart

The whole way is measured, from bytes to understood items, on the seeds and the documents of
tests/gold over and over; and splitting, from bytes to parts, by itself. No two copies of a document
are the same text: in each, the words within its longer lines stand in another order, while every
line begins and ends as it did, so that the layout stays and nothing is known from an earlier copy
but words and short lines, as in a year of one newsletter.

Garbage is collected as seldom as when `carereader` runs.

The peer, in the same run on the same text, is the least that a full-text search has to do with it:
cut it into words and take their stems, which is what Whoosh's `StemmingAnalyzer` does. Each figure
is the best of several runs.
"""

from __future__ import annotations

import cProfile
import gc
import pstats
from collections.abc import Callable
from importlib import resources
from itertools import count
from time import process_time

from whoosh.analysis import StemmingAnalyzer

from index.newsletter import take_apart
from index.reading.reading import read_bytes
from index.splitting.splitter import Splitter
from index.understanding import Understanding

_MEGABYTE = 1_000_000
_SIZES = (1, 4)
_FOLDERS = ("seeds", "tests.gold.documents")
_FORMATS = (".txt", ".md")
_SLOWEST = 5
_RUNS = 3
_KEPT = 2
_OBJECTS_BETWEEN_COLLECTIONS = 50_000


def main() -> None:
    """Print how fast both are, how time grows with size, and where most of it goes."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    splitter, understanding = Splitter(None), Understanding(None)
    one, many = (_documents(size * _MEGABYTE) for size in _SIZES)
    whole = [b"\n\n".join(one)]
    analyser = StemmingAnalyzer()

    def ours(files: list[bytes]) -> None:
        for number, data in enumerate(files):
            take_apart(read_bytes(data, f"{number}.txt"), splitter, understanding)

    def split(files: list[bytes]) -> None:
        for number, data in enumerate(files):
            splitter.split(read_bytes(data, f"{number}.txt"))

    def theirs(files: list[bytes]) -> None:
        for data in files:
            for _ in analyser(data.decode("utf-8", "replace")):
                pass

    ours(one[:50])  # what is loaded and folded once is not measured
    theirs(one[:50])
    print("taking documents apart, processor time, from bytes to understood items")
    for name, work in (("carereader", ours), ("Whoosh's StemmingAnalyzer", theirs)):
        speeds = [_speed(work, files) for files in (one, many)]
        figures = "   ".join(
            f"{size} MB: {speed:.2f} MB/s" for size, speed in zip(_SIZES, speeds, strict=True)
        )
        print(f"  {name:<30} {figures}   ratio {speeds[0] / speeds[1]:.2f} (1 is linear)")
    for name, files in (("many documents", one), ("one document of 1 MB", whole)):
        both, alone = _speed(ours, files), _speed(split, files)
        rest = 1 / (1 / both - 1 / alone)
        print(
            f"  {name:<30} {both:.2f} MB/s: reading and splitting {alone:.2f} MB/s, "
            f"understanding {rest:.2f} MB/s"
        )
    print(f"  the profile's top {_SLOWEST}, by the time in each itself")
    for place, share in _profile(lambda: ours(one)):
        print(f"    {share:4.0%} {place}")


def _documents(size: int) -> list[bytes]:
    """The documents, over and over, each time in another order of words, until there are so many.

    `size` is in bytes.
    """
    every = sorted(
        (file.name, file.read_bytes())
        for folder in _FOLDERS
        for file in resources.files(folder).iterdir()
        if file.name.endswith(_FORMATS)
    )
    chosen: list[bytes] = []
    for copy in count():
        for _, data in every:
            if size <= 0:
                return chosen
            chosen.append(_reordered(data, copy))
            size -= len(data)
    return chosen


def _reordered(data: bytes, copy: int) -> bytes:
    """The document with the words within each line moved on by so many places.

    The first and the last words of a line stay, and so does the space at its beginning.
    """
    return b"\n".join(_moved_on(line, copy) for line in data.split(b"\n"))


def _moved_on(line: bytes, places: int) -> bytes:
    words = line.split(b" ")
    inner = words[_KEPT:-_KEPT]
    if len(inner) < 2:
        return line
    at = places % len(inner)
    return b" ".join([*words[:_KEPT], *inner[at:], *inner[:at], *words[-_KEPT:]])


def _speed(work: Callable[[list[bytes]], None], files: list[bytes]) -> float:
    """Megabytes a second, the best of several runs."""
    times: list[float] = []
    for _ in range(_RUNS):
        start = process_time()
        work(files)
        times.append(process_time() - start)
    return sum(map(len, files)) / _MEGABYTE / min(times)


def _profile(work: Callable[[], None]) -> list[tuple[str, float]]:
    profile = cProfile.Profile()
    profile.runcall(work)
    # the type stubs do not know what pstats.Stats holds
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    times = {_name(*function): figures[2] for function, figures in stats.items()}
    total = sum(times.values())
    slowest = sorted(times.items(), key=lambda entry: -entry[1])[:_SLOWEST]
    return [(place, time / total) for place, time in slowest]


def _name(file: str, line: int, function: str) -> str:
    folders = file.replace("\\", "/").split("/")
    return f"{'/'.join(folders[-2:])}:{line} {function}" if line else function


if __name__ == "__main__":
    main()
