from __future__ import annotations

import codecs
import contextlib
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.decoding import NotTextError, decode

TEXT = "Children’s homes – £12,000 a week: “enough”\n" * 4


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "bom8", "le16", "be16", "le32", "be32", "bare le", "bare be", "windows"],
)
def test_encodings(data: bytes) -> None:
    assert decode(data) == TEXT


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a Word, Excel or zip file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an older Word"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"{\\rtf1\\ansi", "rich text"),
        (b"text with a \x00 in it", "binary data"),
        (zlib.compress(bytes(range(256)) * 40), "binary data"),
    ],
)
def test_other_files_are_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(NotTextError, match=what):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(NotTextError):
        assert isinstance(decode(data), str)


def test_a_text_cut_within_a_character_is_still_read() -> None:
    assert decode("Children’s homes".encode()[:9]).startswith("Children")
