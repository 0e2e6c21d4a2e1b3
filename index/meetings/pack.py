"""Packs and minutes: rendered in a format, and written so that nothing is lost or half there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from index.errors import FileExistsAlreadyError, InvalidInputError, LibraryError
from index.files import write_whole
from index.meetings.filenames import stem
from index.meetings.layout import laid_out
from index.model.formats import FORMATS, Part
from index.model.meetings import Pack


def rendered(
    pack: Pack,
    format: str,
    part: Part = "pack",
    *,
    made: datetime | None = None,
    by: str = "",
) -> bytes:
    """The pack, or the draft of its minutes, as the bytes of a file, text in UTF-8.

    `made` is when, with its time zone; now, if it is not given. `by` is whose library it comes
    from. Raises InvalidInputError where there is no such format.
    """
    usable = [each.ending for each in FORMATS if part == "pack" or each.minutes]
    if format not in usable:
        raise InvalidInputError(
            f"no format “{format}” for {'a pack' if part == 'pack' else part};"
            f" choose one of {', '.join(usable)}"
        )
    made = made or datetime.now(UTC)
    # each with its libraries only when it is asked for
    match format:
        case "html":
            from index.meetings.html import html

            return html(laid_out(pack, part)).encode("utf-8")
        case "docx":
            from index.meetings.docx import docx

            return docx(laid_out(pack, part), made)
        case "ics":
            from index.meetings.calendar import calendar

            return calendar(pack, made)
        case "json":
            from index.meetings.sharing import shared

            return shared(pack, made, by)
        case "txt":
            from index.meetings.plain import plain

            return plain(laid_out(pack, part)).encode("utf-8")
        case _:
            from index.meetings.markdown import markdown

            return markdown(laid_out(pack, part)).encode("utf-8")


def render(pack: Pack, format: str, part: Part = "pack") -> str:
    """The pack, or its minutes, as text. Raises InvalidInputError for a format that is none."""
    if any(each.ending == format and not each.text for each in FORMATS):
        raise InvalidInputError(f"a {format} file cannot be shown as text; write it to a file")
    return rendered(pack, format, part).decode("utf-8")


def write(
    pack: Pack,
    folder: Path,
    path: Path | None,
    format: str,
    replace: bool,
    part: Part = "pack",
    *,
    made: datetime | None = None,
    by: str = "",
) -> Path:
    """Write the pack, or its minutes, to `path`, or else to a new file in `folder`; that file.

    Where `path` is a folder, it is a new file in there. Raises FileExistsAlreadyError if `path`
    exists and `replace` is not set, LibraryError if the disk refuses, InvalidInputError where there
    is no such format.
    """
    data = rendered(pack, format, part, made=made, by=by)
    asked = path
    try:
        if path is not None:
            path = path.expanduser().absolute()
            if path.is_dir():
                folder, path = path, None
        if path is None:
            folder.mkdir(parents=True, exist_ok=True)
            name = stem(pack.meeting) if part == "pack" else f"{stem(pack.meeting)}-{part}"
            return _written_anew(_candidates(folder, name, format), data)
        if replace:
            write_whole(path, data)
            return path
        return _written_anew(iter([path]), data)
    except (OSError, ValueError, RuntimeError) as error:
        # ValueError: there is a NUL in the path; RuntimeError: nobody has that home folder
        reason = error.strerror if isinstance(error, OSError) else error
        raise LibraryError(
            f"{asked or folder}: the pack cannot be written there ({reason}); choose another place"
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
