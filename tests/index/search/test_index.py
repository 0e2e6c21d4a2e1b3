from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.errors import LibraryError
from index.search.entry import Entry
from index.search.folder import LOCK, IndexDamagedError
from index.search.index import SearchIndex
from index.search.writing import change
from tests.index.search.entries import ENTRIES

NEW = Entry(id="zz-0001", title="Newcomer", text="Something about xylophones.")


def files_of(index: SearchIndex, folder: Path) -> list[Path]:
    state = json.loads((folder / "current.json").read_text("utf-8"))
    return [folder / state["name"] / name for name in state["files"]]


# building


def test_before_it_is_built_it_has_no_stamp_and_says_that_it_is_missing(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "index")
    assert index.stamp is None
    with pytest.raises(IndexDamagedError, match="carereader reindex"):
        index.match("kinship")
    with pytest.raises(IndexDamagedError):
        index.update([NEW])


def test_built_it_has_the_stamp_and_tells_how_far_it_is(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "index")
    steps: list[tuple[int, int]] = []
    count = index.rebuild(ENTRIES, "one", lambda _, done, total: steps.append((done, total)))
    assert count == len(ENTRIES)
    assert index.stamp == "one"
    assert SearchIndex(tmp_path / "index").stamp == "one"
    assert steps[0] == (0, 0)
    assert steps[-1] == (count, count)
    index.close()


def test_an_index_of_nothing_answers(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "index")
    index.rebuild([], "one")
    assert index.match("kinship").ids == ()
    assert index.match("").ids == ()
    assert index.match("kin* OR -care").ids == ()
    assert index.match("kinshp").corrected is None
    assert index.related(NEW, 5).ids == ()
    index.update([NEW])
    assert index.match("xylophone").ids == ("zz-0001",)
    index.close()


def test_while_it_is_built_anew_and_when_that_fails_the_old_one_answers(
    index: SearchIndex, tmp_path: Path
) -> None:
    def broken_off() -> Iterator[Entry]:
        yield NEW
        assert index.match("kinship").ids
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.rebuild(broken_off(), "two")
    assert index.stamp == "one"
    assert index.match("kinship").ids
    assert index.match("xylophone").ids == ()
    assert sum(path.is_dir() for path in (tmp_path / "index").iterdir()) == 1


def test_built_anew_it_answers_at_once_in_another_program_too(
    index: SearchIndex, tmp_path: Path
) -> None:
    other = SearchIndex(tmp_path / "index")
    assert other.match("kinship").ids
    index.rebuild([NEW], "two")
    for each in (index, other):
        assert each.stamp == "two"
        assert each.match("kinship").ids == ()
        assert each.match("xylophone").ids == ("zz-0001",)
    other.close()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file where the folder should be")
    with pytest.raises(LibraryError, match="index"):
        SearchIndex(tmp_path / "index").rebuild(ENTRIES, "one")


def test_entries_that_nobody_would_expect_are_taken_in(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    awkward = [
        Entry(id="a", title="half \ud800 kinship", text="\0", source="\udfff", kind="\ud800"),
        Entry(id="b", title="kinship " * 1000, text="kinship", source="s" * 100_000),
        Entry(id="c", title="", text="word " * 100_000 + "x" * 100_000 + " kinship"),
        Entry(id="d", title="", text="", issued="not a date", topics=("", "\ud800")),
    ]
    index.rebuild(awkward, "one")
    assert set(index.match("kinship").ids) == {"a", "b", "c"}
    assert index.match(f"source:{'s' * 1000}").ids == ("b",)
    assert len(index.match("").ids) == 4
    assert index.match("issued:2020..").ids == ()
    index.close()


# changing


def test_what_is_new_changed_or_gone_is_found_so(index: SearchIndex) -> None:
    assert index.match("kinship").ids
    changed = Entry(id="aa-0001", title="Nothing of the sort", text="", notes="xylophone lesson")
    index.update([NEW, changed], ["aa-0002"])
    assert set(index.match("xylophones ").ids) == {"zz-0001", "aa-0001"}
    assert index.match("notes:lesson").ids == ("aa-0001",)
    assert index.match("title:kinship").ids == ()
    assert "aa-0002" not in index.match("").ids
    assert len(index.match("").ids) == len(ENTRIES)
    assert index.stamp == "one"


def test_told_twice_an_entry_is_there_once_as_told_last(index: SearchIndex) -> None:
    later = Entry(id=NEW.id, title="Newcomer", text="Something about zithers.")
    index.update([NEW, later])
    index.update([later])
    assert index.match("newcomer").ids == ("zz-0001",)
    assert index.match("xylophone").ids == ()
    index.update([], [NEW.id, "never-there"])
    assert index.match("newcomer").ids == ()


def test_many_changes_one_by_one_are_all_found(index: SearchIndex) -> None:
    for number in range(12):
        index.update([Entry(id=f"n-{number}", title=f"Newcomer {number}", text="")])
    assert len(index.match("newcomer").ids) == 12


# damage


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scramble(path: Path) -> None:
    path.write_bytes(bytes(byte ^ 0x5A for byte in path.read_bytes()))


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\x00more")


DAMAGES: list[Callable[[Path], None]] = [cut, scramble, append, Path.unlink]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("opened", [True, False], ids=["open", "closed"])
def test_a_damaged_file_is_noticed_and_rebuilding_mends_it(
    index: SearchIndex, tmp_path: Path, damage: Callable[[Path], None], opened: bool
) -> None:
    for which in range(len(files_of(index, tmp_path / "index"))):
        if opened:
            assert index.match("kinship").ids
        else:
            index.close()
        path = files_of(index, tmp_path / "index")[which]
        if not path.stat().st_size and damage is not append:
            continue
        damage(path)
        assert index.stamp is None
        for ask in (lambda: index.match("kin*"), lambda: index.update([NEW])):
            with pytest.raises(IndexDamagedError):
                ask()
        index.rebuild(ENTRIES, "one")
        assert index.match("kinship").ids


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: shutil.rmtree(folder),
        lambda folder: (folder / "current.json").unlink(),
        lambda folder: (folder / "current.json").write_text("{"),
        lambda folder: (folder / "current.json").write_text("[" * 100_000),
        lambda folder: (folder / "current.json").write_bytes(b"\xff\xfe\x00"),
        lambda folder: (folder / "current.json").write_text('{"format": 1, "name": "../../etc"}'),
        lambda folder: changed_state(folder, format=999),
        lambda folder: changed_state(folder, name="0" * 16),
        lambda folder: changed_state(folder, files={"a": "b"}),
    ],
    ids=["folder", "state", "cut", "nested", "bytes", "elsewhere", "format", "name", "files"],
)
def test_a_damaged_folder_is_noticed_and_rebuilding_mends_it(
    index: SearchIndex, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    assert index.match("kinship").ids
    damage(tmp_path / "index")
    assert index.stamp is None
    with pytest.raises(IndexDamagedError):
        index.match("kinship")
    index.rebuild(ENTRIES, "two")
    assert index.stamp == "two"
    assert index.match("kinship").ids


def changed_state(folder: Path, **values: object) -> None:
    state = json.loads((folder / "current.json").read_text("utf-8"))
    (folder / "current.json").write_text(json.dumps(state | values), "utf-8")


def test_files_that_pass_for_whole_but_are_not_are_noticed(
    index: SearchIndex, tmp_path: Path
) -> None:
    folder = tmp_path / "index"
    for path in files_of(index, folder):
        scramble(path)
    state = json.loads((folder / "current.json").read_text("utf-8"))
    for name, kept in state["files"].items():
        kept[1] = (folder / state["name"] / name).stat().st_mtime_ns
    changed_state(folder, files=state["files"])
    with pytest.raises(IndexDamagedError):
        index.match("kinship")
    with pytest.raises(IndexDamagedError):
        index.update([NEW])


def test_a_change_that_was_broken_off_before_it_was_taken_down_is_noticed(
    index: SearchIndex, tmp_path: Path
) -> None:
    folder = tmp_path / "index"
    change(files_of(index, folder)[0].parent, [NEW], ["aa-0001"])
    (folder / "current.json.1234").write_text("{")
    assert index.stamp is None
    with pytest.raises(IndexDamagedError):
        index.match("kinship")
    index.rebuild(ENTRIES, "one")
    assert index.match("title:kinship").ids == ("aa-0001",)
    assert {path.name for path in folder.iterdir() if path.is_file()} == {"current.json", LOCK}


def test_a_copy_of_the_folder_is_the_same_index(index: SearchIndex, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "index", tmp_path / "copy", copy_function=shutil.copy)
    copy = SearchIndex(tmp_path / "copy")
    assert copy.stamp == "one"
    assert copy.match("kinship").ids == index.match("kinship").ids
    copy.close()


# what it costs to have it


def test_neither_the_door_nor_the_stamp_imports_whoosh(index: SearchIndex, tmp_path: Path) -> None:
    program = f"""
import sys
from pathlib import Path
import index
from index.search.index import SearchIndex
assert SearchIndex(Path({str(tmp_path / "index")!r})).stamp == "one"
print([name for name in sys.modules if name.split(".")[0] == "whoosh"])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_the_files_hold_no_running_text(index: SearchIndex, tmp_path: Path) -> None:
    for path in files_of(index, tmp_path / "index"):
        assert b"has published its strategy" not in path.read_bytes()
