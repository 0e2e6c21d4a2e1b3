"""`carereader pack`, `minutes`, `share` and `import`: what is taken to a meeting, and sent on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from index import Library
from index.errors import FileExistsAlreadyError
from index.model.formats import FORMATS, Format, Part
from index.places import Places
from tui.command_line import meeting_output
from tui.command_line.exits import Exit
from tui.command_line.opening import library_at, with_json, with_places
from tui.command_line.printing import print_json, print_text, say

_Decorated = TypeVar("_Decorated", bound=Callable[..., int])

_SHARED = "json"


def _with_format(part: Part) -> Callable[[_Decorated], _Decorated]:
    """Give a command the option `--format`, of those in which the part can be written."""
    endings = [each.ending for each in FORMATS if part == "pack" or each.minutes]
    return click.option(
        "--format",
        type=click.Choice(endings),
        help=f"The format; if left out that of FILE, or {FORMATS[0].ending}.",
    )


def _with_file(command: _Decorated) -> _Decorated:
    """Give a command the options `--output` and `--overwrite`."""
    command = click.option("--overwrite", is_flag=True, help="Write FILE even if it exists.")(
        command
    )
    return click.option(
        "--output",
        "file",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Write it to this file, not to stdout.",
    )(command)


@click.command("pack")
@click.argument("meeting")
@_with_format("pack")
@_with_file
@with_places
def pack_command(
    places: Places, meeting: str, format: str | None, file: Path | None, overwrite: bool
) -> int:
    """Print or write the pack of a meeting.

    It has the agenda of the meeting, with the text, note and citation of every item, and its
    actions.
    """
    with library_at(places) as library:
        return _put_out(library, meeting, _format(format, file), "pack", file, overwrite)


@click.command("minutes")
@click.argument("meeting")
@_with_format("minutes")
@_with_file
@with_places
def minutes_command(
    places: Places, meeting: str, format: str | None, file: Path | None, overwrite: bool
) -> int:
    """Print or write the minutes of a meeting in draft.

    They say what became of each entry of the agenda, and who is to do what.
    """
    with library_at(places) as library:
        return _put_out(library, meeting, _format(format, file), "minutes", file, overwrite)


@click.command("share")
@click.argument("meeting")
@click.option("--by", metavar="NAME", default="", help="Whose notes they are: your name.")
@_with_file
@with_places
def share_command(places: Places, meeting: str, by: str, file: Path | None, overwrite: bool) -> int:
    """Write a meeting for another library to import.

    With its agenda, notes and actions; what the other has written is kept beside yours.
    """
    shared = next(each for each in FORMATS if each.ending == _SHARED)
    with library_at(places) as library:
        return _put_out(library, meeting, shared, "pack", file, overwrite, by)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@with_json
@with_places
def import_command(places: Places, file: Path, as_json: bool) -> int:
    """Take in a meeting that somebody shared.

    What is here stays: notes and outcomes that differ are kept side by side, with whose they are.
    """
    with library_at(places) as library:
        merged = library.import_pack(file)
    if as_json:
        print_json(meeting_output.merged(merged))
    else:
        from tui.command_line import meeting_layout

        meeting_layout.merged(merged.meeting, merged.changes)
    if not merged.changes:
        say("nothing new: all of it was here already")
    return Exit.DONE


def _format(asked: str | None, file: Path | None) -> Format:
    """The format that is asked for, or else that of the file, or else the usual one."""
    ending = asked or (file.suffix.lstrip(".").lower() if file is not None else "")
    return next((each for each in FORMATS if each.ending == ending), FORMATS[0])


def _put_out(
    library: Library,
    meeting: str,
    format: Format,
    part: Part,
    file: Path | None,
    overwrite: bool,
    by: str = "",
) -> int:
    """Write it to the file, and say where it is; or else to stdout."""
    if file is None:
        if not format.text and sys.stdout.isatty():
            raise click.UsageError(
                f"a {format.ending} file is nothing for a terminal; --output FILE writes it"
            )
        _print(library.pack_file(meeting, format.ending, part, by=by), format)
        return Exit.DONE
    if not file.expanduser().parent.is_dir():
        raise click.UsageError(f"{file}: there is no folder {file.parent}; make it first")
    try:
        written = library.write_pack(
            meeting, file, format=format.ending, part=part, replace=overwrite, by=by
        )
    except FileExistsAlreadyError as error:
        raise click.UsageError(f"{error.path} exists already; --overwrite replaces it") from None
    print_text(f"{written}\n")
    return Exit.DONE


def _print(data: bytes, format: Format) -> None:
    """Write a file on stdout: as text to a terminal, as it is to a file or another program."""
    if format.text and sys.stdout.isatty():
        print_text(data.decode("utf-8").replace("\r\n", "\n"))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
