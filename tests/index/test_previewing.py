from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index import Library, preview
from index.errors import LibraryError
from index.places import Places


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


NEWS = "Kinship care\n\nGrandparents ask for an allowance of their own, and the Board agrees.\n"


def test_a_file_is_taken_apart(tmp_path: Path) -> None:
    path = write(tmp_path / "news.txt", NEWS)
    (newsletter,), refused = preview([path])
    assert refused == ()
    assert newsletter.path == str(path)
    assert [item.title for item in newsletter.items] == ["Kinship care"]


def test_a_preview_has_the_ids_that_the_library_will_have(tmp_path: Path) -> None:
    path = write(tmp_path / "news.txt", NEWS)
    (newsletter,), _ = preview([path])
    with Library(Places.of(tmp_path / "library"), seeds=False) as library:
        library.add([path])
        assert [library.item(item.id) for item in newsletter.items] == list(newsletter.items)


def test_folders_and_files_each_once_and_what_cannot_be_read(tmp_path: Path) -> None:
    first = write(tmp_path / "folder" / "a.txt", NEWS)
    write(tmp_path / "folder" / "deeper" / "b.txt", NEWS + "\nMore of it.\n")
    empty = write(tmp_path / "empty.txt", "")
    newsletters, refused = preview([tmp_path / "folder", first, empty, tmp_path / "missing.txt"])
    assert [Path(each.path).name for each in newsletters] == ["a.txt", "b.txt"]
    assert {Path(path).name for path, _ in refused} == {"missing.txt", "empty.txt"}


_PREVIEWS = """
import sys
from pathlib import Path
from index import preview
preview([Path(sys.argv[1])])
"""


def test_nothing_is_written(tmp_path: Path) -> None:
    home = tmp_path / "home"
    path = write(home / "news.txt", NEWS)
    folders = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(home))
    subprocess.run(
        [sys.executable, "-B", "-c", _PREVIEWS, str(path)],
        env={**os.environ, **folders},
        check=True,
        timeout=60,
    )
    assert list(home.rglob("*")) == [path]


def test_a_word_list_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    write(tmp_path / "config" / "topics.toml", "not toml [")
    with pytest.raises(LibraryError, match=r"topics\.toml"):
        preview([write(tmp_path / "news.txt", NEWS)], config=tmp_path / "config")


def test_a_home_that_does_not_exist(tmp_path: Path) -> None:
    newsletters, ((path, reason),) = preview([Path("~nobody-of-that-name/news.txt")])
    assert newsletters == ()
    assert path == "~nobody-of-that-name/news.txt"
    assert reason
