"""What may happen to a library: killed programs, lost and damaged files, disks that refuse."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from index import Library
from index.errors import LibraryError
from index.model.results import Filter
from index.places import Places


def add_bulletin(tmp_path: Path) -> Path:
    path = tmp_path / "bulletin.txt"
    path.write_text("Youth voice\n\nYoung people with zymurgy as a hobby are asked to write.\n")
    return path


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


_DIES_AFTER_THE_RECORD = """
import os, sys
from pathlib import Path
from index import Library
from index.places import Places

library = Library(Places.of(Path(sys.argv[1])))
library.write_note(library.search().ids[0], "a note with quixotry in it")
# what comes next would be the index: the program is killed when it first touches its folder
sys.addaudithook(
    lambda event, details: os._exit(9)
    if event == "open" and str(library.places.index) in str(details[0])
    else None
)
library.add([Path(sys.argv[2])])
"""


def test_a_program_killed_between_record_and_index_loses_nothing(
    library_folder: Path, tmp_path: Path
) -> None:
    killed = run(_DIES_AFTER_THE_RECORD, library_folder, add_bulletin(tmp_path))
    assert killed.returncode == 9, killed.stderr
    with Library(Places.of(library_folder)) as library:
        assert len(library.documents()) == 6
        assert library.search("zymurgy").total == 1
        assert library.search("quixotry").total == 1


_DIES_IN_THE_FIRST_START = """
import os, sys
from pathlib import Path
from index import Library
from index.places import Places

written = []

def watch(event, details):
    if event == "os.rename" and str(details[1]).endswith(".txt"):
        written.append(details[1])
        if len(written) == 3:
            os._exit(9)

sys.addaudithook(watch)
Library(Places.of(Path(sys.argv[1])))
"""


def test_a_first_start_that_was_broken_off_is_done_again(tmp_path: Path) -> None:
    killed = run(_DIES_IN_THE_FIRST_START, tmp_path / "library")
    assert killed.returncode == 9, killed.stderr
    with Library(Places.of(tmp_path / "library")) as library:
        assert library.first_start
        assert len(library.documents()) == 5
        assert len(list(library.places.originals.glob("*.txt"))) == 5
        assert library.search("kinship").total > 0
    with Library(Places.of(tmp_path / "library")) as library:
        assert not library.first_start


_OPENS_AND_SEARCHES = """
import sys
from pathlib import Path
from index import Library
from index.places import Places
with Library(Places.of(Path(sys.argv[1]))) as library:
    print(len(library.documents()), library.search("kinship").total)
"""


def test_two_programs_may_make_a_library_at_once(tmp_path: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _OPENS_AND_SEARCHES, str(tmp_path / "library")],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    answers = [program.communicate(timeout=120) for program in programs]
    assert [errors for _, errors in answers] == ["", ""]
    with Library(Places.of(tmp_path / "library")) as library:
        found = library.search("kinship").total
        assert len(library.documents()) == 5
    assert [words for words, _ in answers] == [f"5 {found}\n"] * 2


def test_a_deleted_index_is_made_again_and_nothing_is_lost(library_folder: Path) -> None:
    with Library(Places.of(library_folder)) as library:
        item = library.search("kinship").ids[0]
        library.save_meeting("Panel")
        library.bookmark(item, "Panel")
        library.write_note(item, "quixotry")
        found = library.search("kinship").ids
        places = library.places
    shutil.rmtree(places.index)
    with Library(places) as library:
        assert library.search("kinship").ids == found
        assert library.search("quixotry").ids == (item,)
        assert [each.item for each in library.agenda("Panel")] == [item]
        # and also under the hands of an open library
        shutil.rmtree(places.index)
        assert library.search("kinship").ids == found
        shutil.rmtree(places.index)
        library.write_note(item, "panjandrum")
        assert library.search("panjandrum").ids == (item,)


@pytest.mark.parametrize(
    "damage", [b"", b"\0" * 100, b"garbage" * 1000], ids=["empty", "zeros", "garbage"]
)
def test_a_damaged_index_is_made_again(library_folder: Path, damage: bytes) -> None:
    with Library(Places.of(library_folder)) as library:
        found = library.search("kinship").ids
        places = library.places
    for file in sorted(places.index.rglob("*")):
        if not file.is_file():
            continue
        before = file.read_bytes()
        file.write_bytes(damage)
        with Library(places) as library:
            assert library.search("kinship").ids == found, file
        if file.exists():
            file.write_bytes(before)


def test_the_index_of_another_library_is_not_taken_for_ours(
    library_folder: Path, tmp_path: Path
) -> None:
    other = Places.of(tmp_path / "other")
    with Library(other, seeds=False) as library:
        library.add([add_bulletin(tmp_path)])
        assert library.search("zymurgy").total == 1
    places = Places.of(library_folder)
    shutil.rmtree(places.index)
    shutil.copytree(other.index, places.index)
    with Library(places) as library:
        assert library.search("zymurgy").total == 0
        assert library.search("kinship").total > 0


def test_an_index_that_cannot_be_written_is_an_error_and_the_record_stays(
    library_folder: Path, tmp_path: Path
) -> None:
    places = Places.of(library_folder)
    shutil.rmtree(places.index)
    places.index.write_text("in the way")
    with Library(places) as library:
        with pytest.raises(LibraryError) as caught:
            library.add([add_bulletin(tmp_path)])
        assert str(places.index) in str(caught.value)
        assert "\n" not in str(caught.value)
        assert len(library.documents()) == 6
        with pytest.raises(LibraryError):
            library.search("kinship")
        assert library.search().total > 0
        places.index.unlink()
        assert library.search("zymurgy").total == 1


def test_an_index_that_cannot_be_told_answers_with_what_it_knows(library_folder: Path) -> None:
    with Library(Places.of(library_folder)) as library:
        item = library.search("kinship").ids[0]
        lock = library.places.index / "changing.lock"
        lock.unlink()
        lock.mkdir()
        library.write_note(item, "quixotry")
        assert item in library.search("kinship").ids
        lock.rmdir()
        assert library.search("quixotry").ids == (item,)


def test_originals_that_cannot_be_kept_are_an_error_and_nothing_is_half_there(
    library_folder: Path, tmp_path: Path
) -> None:
    places = Places.of(library_folder)
    shutil.rmtree(places.originals)
    places.originals.write_text("in the way")
    with Library(places) as library:
        with pytest.raises(LibraryError, match="original"):
            library.add([add_bulletin(tmp_path)])
        assert len(library.documents()) == 5
        places.originals.unlink()
        assert len(library.add([add_bulletin(tmp_path)]).documents) == 1


_FILLS_THE_DISK = """
import resource, signal, sys
from pathlib import Path
from index import Library
from index.errors import LibraryError
from index.places import Places
library = Library(Places.of(Path(sys.argv[1])))
item = library.search().ids[0]
library.write_note(item, "before")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
for attempt in (
    lambda: library.write_note(item, "long " * 200_000),
    lambda: library.add([Path(sys.argv[2])]),
):
    try:
        attempt()
    except LibraryError as error:
        print(error)
assert library.note(item) == "before"
library.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_full_disk_is_an_error_and_what_was_there_stays(
    library_folder: Path, tmp_path: Path
) -> None:
    large = tmp_path / "large.txt"
    large.write_text("A large document. " * 7_000)
    filled = run(_FILLS_THE_DISK, library_folder, large)
    assert filled.stderr == ""
    note, document = filled.stdout.splitlines()
    assert str(library_folder) in note
    assert str(library_folder) in document
    with Library(Places.of(library_folder)) as library:
        assert library.note(library.search().ids[0]) == "before"
        assert len(library.documents()) == 5


@pytest.mark.parametrize("library", ["file", "file/below"])
def test_a_file_where_the_library_should_be(tmp_path: Path, library: str) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(LibraryError) as caught:
        Library(Places.of(tmp_path / library))
    assert str(tmp_path / "file") in str(caught.value)
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_may_not_be_written(library_folder: Path) -> None:
    for path in (library_folder / "library.db", library_folder):
        path.chmod(0o500)
    try:
        with pytest.raises(LibraryError, match="cannot be written"):
            Library(Places.of(library_folder))
    finally:
        library_folder.chmod(0o700)


def test_a_record_from_a_newer_version_is_left_alone(library_folder: Path) -> None:
    places = Places.of(library_folder)
    with closing(sqlite3.connect(places.record)) as db:
        db.execute("pragma user_version = 999")
    before = places.record.read_bytes()
    with pytest.raises(LibraryError, match="newer"):
        Library(places)
    assert places.record.read_bytes() == before


def test_a_topic_that_the_reader_moved_is_found_in_its_new_group(library_folder: Path) -> None:
    places = Places.of(library_folder)
    with Library(places) as library:
        moved = library.search("topic:fostering").ids
        assert not set(moved) <= set(library.search("topic:childrens-lives").ids)
    places.config.mkdir()
    (places.config / "topics.toml").write_text(
        '[topics.fostering]\ngroup = "childrens-lives"\n', "utf-8"
    )
    with Library(places) as library:
        assert set(moved) <= set(library.search("topic:childrens-lives").ids)
        assert set(moved) <= set(library.search("", Filter(topics=("childrens-lives",))).ids)


def test_a_word_list_of_the_reader_that_cannot_be_used_is_named(library_folder: Path) -> None:
    places = Places.of(library_folder)
    places.config.mkdir()
    (places.config / "topics.toml").write_text("not toml [")
    with Library(places) as library:
        with pytest.raises(LibraryError, match=r"topics\.toml"):
            library.topics()
        assert len(library.documents()) == 5
