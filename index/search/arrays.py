"""Named arrays in one file, each read when it is asked for, whole or in part.

    magic, arrays one after the other, a description of them in JSON, its length, magic

They are read and not mapped into memory: a file that is cut short under our hands is then an error
that can be told, and not the end of the program.
"""

from __future__ import annotations

import json
import os
import threading
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.search.folder import DamagedFileError

Array = NDArray[Any]

_MAGIC = b"carearr1"
_TAIL = 8 + len(_MAGIC)
_DTYPES = frozenset(("u1", "<u2", "<u4", "<u8", "<i4", "<f4"))


class ArraysWriter:
    """Writes arrays into a new file, one after the other, and at last what they are."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._file.write(_MAGIC)
        self._arrays: dict[str, tuple[str, int, int]] = {}

    def add(self, name: str, array: Array) -> None:
        """Write an array under a name of its own, in the narrowest type that holds it."""
        narrow = narrowed(array)
        kind = narrow.dtype.str.lstrip("|")
        self._arrays[name] = (kind, self._file.tell(), len(narrow))
        self._file.write(np.ascontiguousarray(narrow).data)

    def close(self, tables: Mapping[str, Any]) -> None:
        """Write what JSON can hold of everything else, and end the file."""
        described = json.dumps({"arrays": self._arrays, "tables": tables}).encode()
        self._file.write(described + len(described).to_bytes(8, "little") + _MAGIC)
        self._file.close()

    def cancel(self) -> None:
        """Close the file as it is."""
        self._file.close()


class ArrayFile:
    """The arrays of a file. Any thread may read; raises DamagedFileError or OSError.

    The file is closed when nothing refers to it any more: who still reads is never interrupted.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._reading = threading.Lock()
        self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._close = weakref.finalize(self, os.close, self._descriptor)
        size = os.fstat(self._descriptor).st_size
        if size < len(_MAGIC) + _TAIL or self._read(0, len(_MAGIC)) != _MAGIC:
            raise DamagedFileError(path)
        tail = self._read(size - _TAIL, _TAIL)
        length = int.from_bytes(tail[:8], "little")
        if tail[8:] != _MAGIC or length > size - _TAIL:
            raise DamagedFileError(path)
        try:
            described = json.loads(self._read(size - _TAIL - length, length))
            self._arrays: dict[str, tuple[str, int, int]] = {
                str(name): (kind, int(offset), int(count))
                for name, (kind, offset, count) in described["arrays"].items()
                if kind in _DTYPES
            }
            self.tables: Mapping[str, Any] = dict(described["tables"])
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise DamagedFileError(path) from error

    def __contains__(self, name: str) -> bool:
        return name in self._arrays

    def whole(self, name: str) -> Array:
        """The array of that name, not to be written to."""
        return self.part(name, 0, self.length(name))

    def part(self, name: str, start: int, stop: int) -> Array:
        """A stretch of the array of that name, not to be written to."""
        kind, offset, count = self._described(name)
        width = np.dtype(kind).itemsize
        start, stop = max(0, start), min(stop, count)
        if stop <= start:
            return np.zeros(0, kind)
        data = self._read(offset + start * width, (stop - start) * width)
        return np.frombuffer(data, kind)

    def length(self, name: str) -> int:
        """How many values the array of that name has."""
        return self._described(name)[2]

    def close(self) -> None:
        """Close the file at once. Only who knows that nobody else reads it may do so."""
        self._close()

    def _described(self, name: str) -> tuple[str, int, int]:
        try:
            return self._arrays[name]
        except KeyError as error:
            raise DamagedFileError(self.path) from error

    def _read(self, offset: int, size: int) -> bytes:
        if hasattr(os, "pread"):
            data = os.pread(self._descriptor, size, offset)
        else:
            with self._reading:
                os.lseek(self._descriptor, offset, os.SEEK_SET)
                data = os.read(self._descriptor, size)
        if len(data) != size:
            raise DamagedFileError(self.path)
        return data


def narrowed(array: Array) -> Array:
    """The array in the narrowest little-endian type that holds its values."""
    if array.dtype.kind == "f":
        return array.astype("<f4", copy=False)
    if array.dtype.kind == "b":
        return array.astype("u1")
    if not len(array):
        return array.astype("u1")
    least, most = int(array.min()), int(array.max())
    if least < 0:
        return array.astype("<i4", copy=False)
    for kind, limit in (("u1", 1 << 8), ("<u2", 1 << 16), ("<u4", 1 << 32)):
        if most < limit:
            return array.astype(kind, copy=False)
    return array.astype("<u8", copy=False)
