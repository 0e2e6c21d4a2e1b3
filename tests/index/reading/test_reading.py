from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from index.errors import DocumentError
from index.reading.reading import read, read_bytes


def test_the_id_is_of_the_bytes_not_of_the_name() -> None:
    data = b"Kinship care\n"
    assert read_bytes(data, "a.txt").id == read_bytes(data, "b.txt").id
    assert read_bytes(data, "a.txt").id == hashlib.sha256(data).hexdigest()[:10]


@pytest.mark.parametrize("data", [b"", b"\n\n  \n", "\ufeff\u00a0\n".encode()])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match="empty"):
        read_bytes(data, "empty.txt")


def test_a_picture_named_txt_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "photo.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(DocumentError, match=r"photo\.txt: a PNG picture"):
        read(path)


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_bytes("One\r\n\r\nTwo\u2028still two\x0c\r\nThree".encode())
    document = read(path)
    assert [(block.text, block.lines) for block in document.blocks] == [
        ("One", (1, 1)),
        ("Two still two", (3, 3)),
        ("Three", (4, 4)),
    ]
