"""Taking documents apart, in megabytes of text a second: python -m tests.bench.taking_apart

The whole way is measured, from bytes to understood items, on the seeds and the documents of
tests/gold over and over. Its peer, in the same run on the same text, is the least that a full-text
search has to do with it: cut it into words and take their stems, which is what Whoosh's
`StemmingAnalyzer` does.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable
from importlib import resources
from itertools import cycle
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


def main() -> None:
    """Print how fast both are, how time grows with size, and where most of it goes."""
    splitter, understanding = Splitter(None), Understanding(None)
    one, many = (_documents(size * _MEGABYTE) for size in _SIZES)
    analyser = StemmingAnalyzer()

    def ours(files: list[bytes]) -> None:
        for number, data in enumerate(files):
            take_apart(read_bytes(data, f"{number}.txt"), splitter, understanding)

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
    whole = b"\n\n".join(one)
    print(f"  {'one document of 1 MB':<30} {_speed(ours, [whole]):.2f} MB/s")
    print(f"  the profile's top {_SLOWEST}, by the time in each itself")
    for place, share in _profile(lambda: ours(one)):
        print(f"    {share:4.0%} {place}")


def _documents(size: int) -> list[bytes]:
    """The documents, over and over, until they have so many bytes."""
    every = sorted(
        (file.name, file.read_bytes())
        for folder in _FOLDERS
        for file in resources.files(folder).iterdir()
        if file.name.endswith(_FORMATS)
    )
    chosen: list[bytes] = []
    for _, data in cycle(every):
        if size <= 0:
            break
        chosen.append(data)
        size -= len(data)
    return chosen


def _speed(work: Callable[[list[bytes]], None], files: list[bytes]) -> float:
    start = process_time()
    work(files)
    return sum(map(len, files)) / _MEGABYTE / (process_time() - start)


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
