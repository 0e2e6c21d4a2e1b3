from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from whoosh.util.filelock import FileLock

from index.errors import LibraryError
from index.search import index as room
from index.search.entry import Entry
from index.search.folder import LOCK
from index.search.index import SearchIndex
from tests.index.search.entries import ENTRIES

ROUNDS = 12


def test_searching_goes_on_while_the_index_is_changed_and_built_anew(index: SearchIndex) -> None:
    """Each round is told at once; every search sees a whole round, and never an older one again."""
    over = threading.Event()

    def change() -> None:
        try:
            for number in range(ROUNDS):
                if number % 4 == 3:
                    index.rebuild([*ENTRIES, *of_round(number)], "one")
                else:
                    index.update(of_round(number), [entry.id for entry in of_round(number - 1)])
        finally:
            over.set()

    def search() -> int:
        latest, count = -1, 0
        while not over.is_set() or not count:
            ids = index.match("roundabout").ids
            assert len(ids) == (0 if latest < 0 and not ids else 3)
            (seen,) = {int(name.split("-")[1]) for name in ids} or {latest}
            assert seen >= latest
            latest, count = seen, count + 1
        return count

    with ThreadPoolExecutor(4) as pool:
        changing = pool.submit(change)
        searching = [pool.submit(search) for _ in range(3)]
        changing.result()
        assert all(each.result() for each in searching)
    assert set(index.match("roundabout").ids) == {entry.id for entry in of_round(ROUNDS - 1)}


def of_round(number: int) -> list[Entry]:
    return [Entry(id=f"r-{number}-{n}", title="Roundabout", text="") for n in range(3)]


def test_while_another_program_writes_searching_goes_on_and_writing_waits_in_vain(
    index: SearchIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_PATIENCE", 0.0)
    monkeypatch.setattr(room, "_LONG_PATIENCE", 0.0)
    lock = FileLock(str(tmp_path / "index" / LOCK))
    assert lock.acquire()
    assert index.match("kinship").ids
    with pytest.raises(LibraryError, match="another carereader"):
        index.update([], ["aa-0001"])
    with pytest.raises(LibraryError, match="another carereader"):
        index.rebuild(ENTRIES, "two")
    lock.release()
    index.update([], ["aa-0001"])
    assert index.match("title:kinship").ids == ()


def test_each_thread_has_a_searcher_of_its_own(index: SearchIndex) -> None:
    expected = index.match("kinship OR foster* OR care").ids
    start = threading.Barrier(4)

    def search() -> bool:
        start.wait()
        return all(index.match("kinship OR foster* OR care").ids == expected for _ in range(10))

    with ThreadPoolExecutor(4) as pool:
        assert all(each.result() for each in [pool.submit(search) for _ in range(4)])
