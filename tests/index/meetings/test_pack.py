from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from index.errors import FileExistsAlreadyError, InvalidInputError, LibraryError
from index.meetings.pack import render, write
from index.model.formats import FORMATS
from index.model.meetings import Meeting, Pack
from tests.index.meetings.packs import WHOLE

PACK = Pack(Meeting("Corporate Parenting Panel", date(2026, 12, 3)))
ENDINGS = [each.ending for each in FORMATS]


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_pack_goes_into_the_folder_of_packs(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    path = write(PACK, folder, None, "md", replace=False)
    assert path == folder / "corporate-parenting-panel-2026-12-03.md"
    assert path.read_text("utf-8") == render(PACK, "md")


def test_another_of_the_name_gets_a_number(tmp_path: Path) -> None:
    paths = [write(PACK, tmp_path, None, "md", replace=False) for _ in range(3)]
    assert [path.stem[-2:] for path in paths] == ["03", "-2", "-3"]


def test_packs_written_at_once_do_not_meet(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        paths = list(
            threads.map(lambda _: write(PACK, tmp_path, None, "md", replace=False), range(16))
        )
    assert len(set(paths)) == 16
    assert all(path.read_text("utf-8") == render(PACK, "md") for path in paths)


def test_a_file_is_replaced_only_if_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "pack.md"
    path.write_text("mine")
    with pytest.raises(FileExistsAlreadyError) as caught:
        write(PACK, tmp_path, path, "md", replace=False)
    assert caught.value.path == path
    assert path.read_text() == "mine"
    assert write(PACK, tmp_path, path, "md", replace=True) == path
    assert path.read_text("utf-8") == render(PACK, "md")
    assert files(tmp_path) == ["pack.md"]


def test_a_folder_takes_the_pack_under_its_usual_name(tmp_path: Path) -> None:
    desktop = tmp_path / "desktop"
    desktop.mkdir()
    assert write(PACK, tmp_path, desktop, "md", replace=False).parent == desktop
    assert files(tmp_path) == ["desktop"]


@pytest.mark.parametrize("where", ["file/pack.md", "no-such-folder/pack.md"])
def test_a_place_that_cannot_be_written_is_an_error_in_words(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("")
    for replace in (False, True):
        with pytest.raises(LibraryError) as caught:
            write(PACK, tmp_path, tmp_path / where, "md", replace)
        assert str(tmp_path / where) in str(caught.value)
        assert "\n" not in str(caught.value)
    assert files(tmp_path) == ["file"]


def test_a_file_in_the_place_of_the_folder_of_packs(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("")
    with pytest.raises(LibraryError):
        write(PACK, tmp_path / "packs", None, "md", replace=False)


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="md"):
        write(PACK, tmp_path / "packs", None, "wordperfect", replace=False)
    assert files(tmp_path) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_is_written_under_its_ending(tmp_path: Path, ending: str) -> None:
    path = write(WHOLE, tmp_path, None, ending, replace=False)
    assert path.name == f"corporate-parenting-panel-2026-12-03.{ending}"
    assert path.read_bytes()


def test_minutes_have_a_name_of_their_own(tmp_path: Path) -> None:
    path = write(WHOLE, tmp_path, None, "docx", replace=False, part="minutes")
    assert path.name == "corporate-parenting-panel-2026-12-03-minutes.docx"


@pytest.mark.parametrize("ending", ["ics", "json"])
def test_minutes_are_no_calendar(tmp_path: Path, ending: str) -> None:
    with pytest.raises(InvalidInputError, match="for minutes; choose one of md, docx, html, txt"):
        write(WHOLE, tmp_path, None, ending, replace=False, part="minutes")


def test_a_word_document_is_not_shown_as_text() -> None:
    with pytest.raises(InvalidInputError, match="write it to a file"):
        render(WHOLE, "docx")


@pytest.mark.parametrize(
    "name", ["a/b\\c", "two\nlines", "👪", "x" * 300, "委" * 300, "CON", "\ud800", "..", "a\0b"]
)
def test_any_name_of_a_meeting_can_be_written(tmp_path: Path, name: str) -> None:
    path = write(Pack(Meeting(name)), tmp_path, None, "html", replace=False)
    assert files(tmp_path) == [path.name]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, most))
    try:
        with pytest.raises(LibraryError, match="cannot be written there"):
            write(WHOLE, tmp_path, None, "md", replace=False)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        signal.signal(signal.SIGXFSZ, before)
    assert files(tmp_path) == []


def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    (tmp_path / "read-only").mkdir(mode=0o500)
    if os.geteuid() == 0:
        pytest.skip("nothing is read-only to root")
    with pytest.raises(LibraryError, match="read-only"):
        write(WHOLE, tmp_path, tmp_path / "read-only", "md", replace=False)


def test_a_path_that_no_system_takes(tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        write(WHOLE, tmp_path, Path("~nobody-of-that-name/x.md"), "md", replace=False)
    for name in ("a\0b.md", "x" * 300 + ".md", "no-such-folder/x.md"):
        with pytest.raises(LibraryError):
            write(WHOLE, tmp_path, tmp_path / name, "md", replace=False)


def test_a_library_of_a_format_is_loaded_only_for_that_format(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from index.meetings.pack import write
from index.model.meetings import Meeting, Pack
for ending in ("md", "txt", "json", "html", "ics", "docx"):
    write(Pack(Meeting("Panel")), Path(sys.argv[1]), None, ending, False)
    print(ending, *sorted({"jinja2", "docx", "icalendar"} & set(sys.modules)))
"""
    command = [sys.executable, "-c", program, str(tmp_path)]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert answer.stdout.splitlines() == [
        "md",
        "txt",
        "json",
        "html jinja2",
        "ics icalendar jinja2",
        "docx docx icalendar jinja2",
    ]
