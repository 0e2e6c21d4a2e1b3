"""The index in the making: heard of, waited for, left, and made in vain."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index import Library
from index.errors import SearchIndexError
from index.model.making import MAKING, WAITING, Cause, Making
from index.model.results import Filter
from index.places import Places
from tests.index.damage import DAMAGE, Held, delete


def made_for(heard: list[Making]) -> list[Cause]:
    return [making.cause for making in heard if making.ended == "made"]


def test_why_the_index_is_made_and_how_far_it_is_can_be_heard(
    library_folder: Path, tmp_path: Path
) -> None:
    heard: list[Making] = []
    with Library(Places.of(library_folder)) as library:
        found = library.search("kinship").ids
        size = library.search().total
        stop = library.watch(heard.append)
        for cause, damage in DAMAGE.items():
            heard.clear()
            damage(library.places.index)
            assert library.search("kinship").ids == found
            assert {making.cause for making in heard} == {cause}
            assert (heard[0].done, heard[0].ended) == (0, "")
            far = [making.done for making in heard if making.doing == MAKING]
            assert far == sorted(far)
            assert (heard[-1].done, heard[-1].size, heard[-1].ended) == (size, size, "made")
        heard.clear()
        assert library.reindex() == size
        assert made_for(heard) == [Cause.ASKED]
        library.write_note(found[0], "quixotry")
        library.search("quixotry")
        assert made_for(heard) == [Cause.ASKED, Cause.CHANGES]
        stop()
        delete(library.places.index)
        library.search("kinship")
        assert made_for(heard) == [Cause.ASKED, Cause.CHANGES]


def test_an_index_that_there_never_was_is_not_one_that_is_gone(tmp_path: Path) -> None:
    bulletin = tmp_path / "bulletin.txt"
    bulletin.write_text("Youth voice\n\nYoung people are asked to write.\n", "utf-8")
    heard: list[Making] = []
    with Library(Places.of(tmp_path / "library"), seeds=False) as library:
        library.watch(heard.append)
        library.add([bulletin])
        assert made_for(heard) == [Cause.NEW]
        library.places.config.mkdir(exist_ok=True)
    (library.places.config / "topics.toml").write_text(
        '[topics.fostering]\ngroup = "childrens-lives"\n', "utf-8"
    )
    with Library(Places.of(tmp_path / "library")) as library:
        library.watch(heard.append)
        library.search("youth")
        assert made_for(heard)[-1] == Cause.TOPICS
    with Library(Places.of(tmp_path / "other"), seeds=False) as other:
        other.search("youth")
    shutil.rmtree(library.places.index)
    shutil.copytree(other.places.index, library.places.index)
    with Library(Places.of(tmp_path / "library")) as library:
        library.watch(heard.append)
        library.search("youth")
        assert made_for(heard)[-1] == Cause.FOREIGN


def test_what_needs_no_index_goes_on_while_one_is_made_and_who_leaves_need_not_wait(
    library: Library,
) -> None:
    everything, found = library.search().ids, library.search("kinship").ids
    held = Held()
    library.watch(held)
    delete(library.places.index)
    with ThreadPoolExecutor(3) as pool:
        try:
            waiting = [pool.submit(library.search, "kinship") for _ in range(3)]
            assert held.holds.wait(30)
            assert set(library.search().ids) == set(everything)
            assert library.search("", Filter(topics=("kinship-care",))).total
            library.write_note(found[0], "quixotry")
            library.leave_index()
            for each in waiting:
                with pytest.raises(SearchIndexError):
                    each.result(30)
        finally:
            held.let_go()
    assert library.search("kinship").ids == found
    assert library.search("quixotry").ids == (found[0],)
    assert [ended for _, ended in held.ends()][:2] == ["left", "made"]


def test_another_program_that_makes_the_index_is_waited_for_and_its_index_taken(
    library_folder: Path,
) -> None:
    with Library(Places.of(library_folder)) as one, Library(Places.of(library_folder)) as other:
        found = one.search("kinship").ids
        assert other.search("kinship").ids == found
        held, heard = Held(), list[Making]()
        waits = threading.Event()

        def hear(making: Making) -> None:
            heard.append(making)
            if making.doing == WAITING:
                waits.set()

        one.watch(held)
        other.watch(hear)
        delete(one.places.index)
        with ThreadPoolExecutor(2) as pool:
            try:
                first = pool.submit(one.search, "kinship")
                assert held.holds.wait(30)
                second = pool.submit(other.search, "kinship")
                assert waits.wait(30)
            finally:
                held.let_go()
            assert first.result(30).ids == second.result(30).ids == found
        assert made_for(heard) == [Cause.GONE]
        assert MAKING not in {making.doing for making in heard}


def test_an_index_taken_away_while_it_is_made_is_begun_again(library: Library) -> None:
    found = library.search("kinship").ids
    taken: list[Making] = []

    def take_away(making: Making) -> None:
        if making.doing == MAKING and not taken:
            taken.append(making)
            delete(library.places.index)

    library.watch(take_away)
    delete(library.places.index)
    assert library.search("kinship").ids == found
    assert taken


_FILLS_THE_DISK = """
import resource, shutil, signal, sys
from pathlib import Path
from index import Library
from index.errors import SearchIndexError
from index.places import Places
library = Library(Places.of(Path(sys.argv[1])))
item = library.search().ids[0]
library.write_note(item, "before")
shutil.rmtree(library.places.index)
heard = []
library.watch(heard.append)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, resource.RLIM_INFINITY))
for _ in range(3):
    try:
        library.search("kinship")
    except SearchIndexError as error:
        print(error)
print(sum(making.ended == "failed" for making in heard))
print(library.note(item), len(library.search().ids) > 0, len(library.item(item).text) > 0)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
library.prepare()
print(library.search("kinship").total > 0)
library.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_is_full_is_tried_once_and_said_each_time(library_folder: Path) -> None:
    filled = subprocess.run(
        [sys.executable, "-c", _FILLS_THE_DISK, str(library_folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert filled.stderr == ""
    *errors, failures, record, searched = filled.stdout.splitlines()
    assert len(errors) == 3
    assert all(str(library_folder / "index") in error for error in errors)
    assert all("make room" in error for error in errors)
    assert (failures, record, searched) == ("1", "before True True", "True")
