"""Packs: rendered in a format, and written so that nothing is ever lost or half there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from index.errors import FileExistsAlreadyError, InvalidInputError, LibraryError
from index.files import write_whole
from index.meetings.filenames import stem
from index.meetings.markdown import markdown
from index.model.meetings import Pack

FORMATS: Mapping[str, Callable[[Pack], str]] = {"md": markdown}
"""The formats of a pack: what each makes of it, by the ending of its file."""


def render(pack: Pack, format: str) -> str:
    """The pack as text in a format. Raises InvalidInputError where there is no such format."""
    if format not in FORMATS:
        raise InvalidInputError(
            f"no format “{format}” for a pack; choose one of {', '.join(FORMATS)}"
        )
    return FORMATS[format](pack)


def write(pack: Pack, folder: Path, path: Path | None, format: str, replace: bool) -> Path:
    """Write the pack to `path`, or else to a new file in `folder`; the file it was written to.

    Where `path` is a folder, it is a new file in there. Raises FileExistsAlreadyError if `path`
    exists and `replace` is not set, LibraryError if the disk refuses.
    """
    data = render(pack, format).encode("utf-8")
    if path is not None:
        path = path.expanduser().absolute()
        if path.is_dir():
            folder, path = path, None
    try:
        if path is None:
            folder.mkdir(parents=True, exist_ok=True)
            return _written_anew(_candidates(folder, stem(pack.meeting), format), data)
        if replace:
            write_whole(path, data)
            return path
        return _written_anew(iter([path]), data)
    except OSError as error:
        raise LibraryError(
            f"{path or folder}: the pack cannot be written there ({error.strerror});"
            " choose another place"
        ) from error


def _candidates(folder: Path, name: str, format: str) -> Iterator[Path]:
    yield folder / f"{name}.{format}"
    number = 2
    while True:
        yield folder / f"{name}-{number}.{format}"
        number += 1


def _written_anew(candidates: Iterator[Path], data: bytes) -> Path:
    taken: Path | None = None
    for path in candidates:
        try:
            # claims the name, so that of two who write at once each has a file of their own
            path.open("xb").close()
        except FileExistsError:
            taken = path
            continue
        try:
            write_whole(path, data)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
        return path
    raise FileExistsAlreadyError(taken or Path())
