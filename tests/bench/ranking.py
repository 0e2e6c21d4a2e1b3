"""How well items are ranked: `python -m tests.bench.ranking [FOLDER ...]`.

A FOLDER is a collection in plain form, as `tests.bench.ranking_collections` says; without one, the
queries of `tests/bench/judged` are asked of the seed documents. Each is indexed by carereader's own
engine. Queries of a collection are questions in prose, asked so that any of their words will do;
the judged ones are asked as they stand, as a reader types them. Beside ours stands plain BM25: the
same engine without weights of fields, synonyms, turns of phrase and dates.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import process_time

from index import Library
from index.places import Places
from index.search.entry import Entry
from index.search.index import SearchIndex
from index.search.matches import Matches
from tests.bench.ranking_collections import Collection, CollectionError, read
from tests.bench.ranking_judged import judged, plain_entries
from tests.bench.ranking_plain import any_of, flattened
from tests.bench.ranking_scoring import DEPTH, worth

Rankings = Mapping[str, Sequence[str]]


def main() -> int:
    """Measure every collection that was asked for, or the judged queries; 2 if one is none."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="a collection")
    folders = arguments.parse_args().folders
    try:
        for folder in folders:
            measure(read(folder))
        if not folders:
            measure_the_field()
    except CollectionError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def measure(collection: Collection) -> None:
    """Print what our ranking of a collection is worth, and plain BM25's."""
    wanted = {query: collection.queries[query] for query in collection.answerable}
    print(f"{collection.name}: {len(collection.documents)} documents, {len(wanted)} queries")
    entries = [Entry(each.id, each.title, each.text) for each in collection.documents]
    ours, seconds = timed(partial(asked, entries, wanted, SearchIndex.match_prose))
    _print("carereader", collection, ours, seconds)
    plain, seconds = timed(partial(plainly, map(flattened, entries), wanted))
    _print("plain BM25", collection, plain, seconds)


def measure_the_field() -> None:
    """Print what our ranking of the judged queries is worth, and plain BM25's."""
    with tempfile.TemporaryDirectory() as folder, Library(Places.of(Path(folder))) as library:
        collections = judged(library)
        entries = plain_entries(library)
        for collection in collections:
            print(f"{collection.name}: {len(entries)} items, {len(collection.queries)} queries")
            ours, seconds = timed(partial(typed, library, collection.queries))
            _print("carereader", collection, ours, seconds)
            plain, seconds = timed(partial(plainly, entries, collection.queries))
            _print("plain BM25", collection, plain, seconds)


def typed(library: Library, queries: Mapping[str, str]) -> Rankings:
    """The ids of the items that each query finds as a reader types it, best first."""
    return {query: library.search(text).ids for query, text in queries.items()}


def plainly(entries: Iterable[Entry], queries: Mapping[str, str]) -> Rankings:
    """The ids that plain BM25 finds for each query among entries of one text, best first."""
    return asked(entries, queries, lambda index, query: index.match(any_of(query)))


def asked(
    entries: Iterable[Entry], queries: Mapping[str, str], ask: Callable[[SearchIndex, str], Matches]
) -> Rankings:
    """The ids that each query finds in an index of the entries, best first."""
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex(Path(folder))
        index.rebuild(entries, "ranking")
        try:
            return {query: ask(index, text).ids[:DEPTH] for query, text in queries.items()}
        finally:
            index.close()


def timed(work: Callable[[], Rankings]) -> tuple[Rankings, float]:
    """What the work gives, and the seconds of processor time that it takes."""
    start = process_time()
    return work(), process_time() - start


def _print(name: str, collection: Collection, rankings: Rankings, seconds: float) -> None:
    found = worth(rankings, collection.judgements)
    print(f"  {name:12} MAP {found.map:.3f}  nDCG@10 {found.ndcg:.3f}  {seconds:6.1f} s")


if __name__ == "__main__":
    sys.exit(main())
