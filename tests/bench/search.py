"""Search, measured beside SQLite's FTS5 in the same run: python -m tests.bench.search [--items N]

Processor time for the whole answer, every id in its order, as ratios: machines differ, they less.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import quantiles
from time import process_time

from index.search.entry import Entry
from index.search.index import SearchIndex
from tests.bench.corpus import items

_ROUNDS = 7

# what is measured, as a reader types it, and as FTS5 wants it; "" where it has no such thing
QUERIES = (
    ("rare", "tribunal ", "tribunal"),
    ("middling", "kinship ", "kinship"),
    ("common", "care ", "care"),
    ("and", "foster carers review ", "foster AND carers AND review"),
    ("or", "kinship OR tribunal OR safeguarding ", "kinship OR tribunal OR safeguarding"),
    ("phrase", '"kinship care"', '"kinship care"'),
    ("prefix", "saf*", "saf*"),
    ("typing", "kins", "kins*"),
    ("without", "kinship -foster ", "kinship NOT foster"),
    ("synonyms", "LAC ", 'lac OR cla OR "looked after children" OR "children in care"'),
    ("title", "title:kinship ", "title:kinship"),
    ("topic", "topic:fostering review ", "topic:fostering AND review"),
    ("issued", "issued:2020..2022 kinship ", ""),
    ("misspelt", "safegaurding ", "safegaurding"),
)


def main() -> None:
    """Build both, ask both, print how they compare."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--items", type=int, default=1000, help="items in the library")
    count = arguments.parse_args().items
    entries = list(items(count))
    with tempfile.TemporaryDirectory() as folder:
        index, ours = _built(Path(folder) / "index", entries)
        peer, theirs = _peer(Path(folder) / "peer.db", entries)
        print(f"{count} items; processor time as a ratio to FTS5's, above 1 is slower")
        print(f"build {ours / theirs:.1f} ({count / ours:.0f} items a second)")
        print(f"{'':10}{'p50':>8}{'p95':>8}{'found':>8}")
        everything: list[float] = []
        base: list[float] = []
        for name, query, fts in QUERIES:
            own = _times(lambda query=query: index.match(query))  # type: ignore[misc] # a bound loop variable
            everything += own
            found = len(index.match(query).ids)
            if not fts:
                print(f"{name:10}{'':>8}{'':>8}{found:8}  {1000 * _middle(own)[0]:.1f} ms")
                continue
            other = _times(lambda fts=fts: _asked(peer, fts))  # type: ignore[misc] # the same
            base += other
            (p50, p95), (p50_peer, p95_peer) = _middle(own), _middle(other)
            print(f"{name:10}{p50 / p50_peer:8.1f}{p95 / p95_peer:8.1f}{found:8}")
        (p50, p95), (p50_peer, p95_peer) = _middle(everything), _middle(base)
        print(f"{'all':10}{p50 / p50_peer:8.1f}{p95 / p95_peer:8.1f}")
        print(f"in milliseconds, p50 and p95: {1000 * p50:.1f} and {1000 * p95:.1f}")
        changed = _time(lambda: index.update(entries[:20])) + _time(lambda: index.match("care "))
        peers = _time(lambda: _put(peer, entries[:20])) + _time(lambda: _asked(peer, "care"))
        print(f"change 20 and find them {changed / peers:.1f}")
        index.close()
        peer.close()


def _built(folder: Path, entries: Sequence[Entry]) -> tuple[SearchIndex, float]:
    index = SearchIndex(folder)
    return index, _time(lambda: index.rebuild(entries, "bench"))


def _peer(file: Path, entries: Sequence[Entry]) -> tuple[sqlite3.Connection, float]:
    peer = sqlite3.connect(file)
    peer.execute(
        "create virtual table items using"
        " fts5(id unindexed, title, text, topic, tokenize = 'porter unicode61')"
    )
    return peer, _time(lambda: _put(peer, entries))


def _put(peer: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    rows = [(e.id, e.title, e.text, " ".join(e.topics)) for e in entries]
    with peer:
        known = peer.execute("select count(*) from items").fetchone()[0]
        if known:
            peer.executemany("delete from items where id = ?", [(row[0],) for row in rows])
        peer.executemany("insert into items values (?, ?, ?, ?)", rows)


def _asked(peer: sqlite3.Connection, query: str) -> list[tuple[str, float]]:
    found = peer.execute(
        "select id, bm25(items, 0, 4, 1, 0) from items where items match ? order by 2", (query,)
    )
    return found.fetchall()


def _time(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _times(work: Callable[[], object]) -> list[float]:
    work()  # what is read once and kept is not measured here
    return [_time(work) for _ in range(_ROUNDS)]


def _middle(times: Sequence[float]) -> tuple[float, float]:
    cuts = quantiles(times, n=20, method="inclusive")
    return cuts[9], cuts[18]


if __name__ == "__main__":
    main()
