"""From bytes to text: which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import codecs


class NotTextError(Exception):
    """The bytes are no text. `str(error)` says what they are and what to do."""


def decode(data: bytes) -> str:
    """The bytes of a file as text.

    They are read by their byte order mark, as UTF-16 by its pattern of NULs, as UTF-8, or else as
    Windows-1252, which is what older council systems write.
    Raises NotTextError where the bytes are a file of another kind.
    """
    if data.startswith(_EVERY_MARK):
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return data[len(mark) :].decode(encoding, errors="replace")
    _refuse_other_formats(data)
    if (unmarked := _utf16_by_its_nuls(data)) is not None:
        return data.decode(unmarked, errors="replace")
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes undefined; browsers read them as the C1 control of that
        # number, which cleaning drops.
        return data.decode("cp1252", errors="replace")


# The longer marks first: the UTF-16 mark is the beginning of the UTF-32 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_EVERY_MARK = tuple(mark for mark, _ in _MARKS)

_SAVE_AS_TEXT = "open it in its own program and save it as plain text"
_OTHER_FORMATS = (
    (b"%PDF-", f"a PDF, not text; {_SAVE_AS_TEXT}"),
    (b"PK\x03\x04", f"a Word, Excel or zip file, not text; {_SAVE_AS_TEXT}"),
    (b"PK\x05\x06", "an empty zip file, not text"),
    (b"\xd0\xcf\x11\xe0", f"an older Word, Excel or Outlook file, not text; {_SAVE_AS_TEXT}"),
    (b"{\\rtf", f"rich text (RTF), not plain text; {_SAVE_AS_TEXT}"),
    (b"\x89PNG\r\n", "a PNG picture, not text; choose a text file"),
    (b"\xff\xd8\xff", "a JPEG picture, not text; choose a text file"),
    (b"GIF8", "a GIF picture, not text; choose a text file"),
    (b"\x1f\x8b", "a gzip archive, not text; unpack it first"),
    (b"BZh", "a bzip2 archive, not text; unpack it first"),
    (b"\xfd7zXZ\x00", "an xz archive, not text; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive, not text; unpack it first"),
    (b"Rar!", "a RAR archive, not text; unpack it first"),
    (b"SQLite format 3\x00", "a SQLite database, not text; choose a text file"),
    (b"\x7fELF", "a program, not text; choose a text file"),
    (b"MZ\x90", "a program, not text; choose a text file"),
    (b"ID3", "a sound recording, not text; choose a text file"),
)
_EVERY_MAGIC = tuple(magic for magic, _ in _OTHER_FORMATS)
_BINARY = "binary data, not text; choose a text file"

_SAMPLE = 65536
_MOST_CONTROLS = 0.02
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"


def _refuse_other_formats(data: bytes) -> None:
    if data.startswith(_EVERY_MAGIC):
        raise NotTextError(next(what for magic, what in _OTHER_FORMATS if data.startswith(magic)))


def _utf16_by_its_nuls(data: bytes) -> str | None:
    """UTF-16 without its mark: in Western text every other byte is NUL, on the same side."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    pairs = len(sample) // 2
    if pairs < 2 or len(data) % 2 or b"\x00" not in sample:
        return None
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second > 0.6 * pairs and first < 0.05 * pairs:
        return "utf-16-le"
    if first > 0.6 * pairs and second < 0.05 * pairs:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\x00" in data or controls > _MOST_CONTROLS * len(sample):
        raise NotTextError(_BINARY)
