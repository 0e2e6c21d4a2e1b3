"""The peak memory of a program that searches, as it says itself: run by tests.bench.search."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from tests.bench.queries import Asked

QUERIES = "queries.json"
"""The file with the queries, beside the folders of the engines."""

_STATUS = Path("/proc/self/status")


def main() -> None:
    """Ask all queries of the engine in a folder, and print the megabytes that took at most."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    engine = _engine(name, folder)
    for asked in json.loads((folder.parent / QUERIES).read_text("utf-8")):
        engine.rows(Asked(*asked), snippets=True)
    print(_peak())


def _engine(name: str, folder: Path) -> Any:
    # each imports what it needs and nothing of the others
    if name == "carereader":
        from tests.bench.ours import Ours

        return Ours(folder)
    from tests.bench.peers import FTS5, Tantivy

    return FTS5(folder) if name == "FTS5" else Tantivy(folder)


def _peak() -> float:
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text().splitlines() if "VmHWM" in line)
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
