from __future__ import annotations

from pathlib import Path

import pytest

from index.files import write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    write_whole(path, b"after")
    assert path.read_bytes() == b"after"
    assert list(tmp_path.iterdir()) == [path]


def test_where_it_cannot_be_written_nothing_is_left_behind(tmp_path: Path) -> None:
    folder = tmp_path / "in the way"
    folder.mkdir()
    (folder / "kept").touch()
    with pytest.raises(OSError, match="in the way"):
        write_whole(folder, b"data")
    assert list(tmp_path.iterdir()) == [folder]
    assert list(folder.iterdir()) == [folder / "kept"]


def test_others_may_read_it_as_they_may_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "ordinary").touch()
    write_whole(tmp_path / "whole", b"data")
    assert (tmp_path / "whole").stat().st_mode == (tmp_path / "ordinary").stat().st_mode
