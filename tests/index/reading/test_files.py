from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import DocumentError
from index.reading.files import LARGEST, contents, documents_in


def write(path: Path, text: str = "News") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_folder_is_searched_in_name_order(tmp_path: Path) -> None:
    wanted = [write(tmp_path / name) for name in ("a.txt", "b.MD", "c/d.markdown", "e.text")]
    for name in (".hidden.txt", ".git/x.txt", "picture.png", "c/.x.md"):
        write(tmp_path / name)
    assert documents_in(tmp_path) == tuple(wanted)


def test_the_readme_of_a_catalogued_folder_is_no_document(tmp_path: Path) -> None:
    news = write(tmp_path / "news.txt")
    readme = write(tmp_path / "README.md")
    assert documents_in(tmp_path) == (readme, news)
    write(tmp_path / "catalogue.toml", "")
    assert documents_in(tmp_path) == (news,)


def test_a_file_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    path = write(tmp_path / "minutes.dat")
    assert documents_in(path) == (path,)


def test_a_loop_of_links_is_harmless(tmp_path: Path) -> None:
    path = write(tmp_path / "news.txt")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert documents_in(tmp_path) == (path,)


def test_a_folder_without_documents_says_what_it_was_searched_for(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"no documents in this folder.*\.txt"):
        documents_in(tmp_path)


@pytest.mark.parametrize("name", ["missing.txt", "x" * 300, "no\0name"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(DocumentError) as caught:
        contents(tmp_path / name)
    assert caught.value.path == tmp_path / name
    assert "\n" not in str(caught.value)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(DocumentError, match="20 MB"):
        contents(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes on this platform")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    with pytest.raises(DocumentError, match="device or pipe"):
        contents(path)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="a folder"):
        contents(tmp_path)


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = write(tmp_path / "secret.txt")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(DocumentError, match="may not read"):
        contents(path)
