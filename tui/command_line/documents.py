"""`carereader preview`, `add` and `documents`: what goes into the library, and what is in it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import click

from index import preview
from index.errors import InvalidInputError
from index.places import Places
from tui.command_line import output
from tui.command_line.exits import Exit
from tui.command_line.opening import library_at, with_json, with_places
from tui.command_line.printing import print_json, progress, say

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@click.command("preview")
@click.argument("files", nargs=-1, required=True)
@with_json
@with_places
def preview_command(places: Places, files: tuple[str, ...], as_json: bool) -> int:
    """Print how documents would be taken apart, and why. Nothing is changed.

    Needs no library. The gaps of a source, such as a list that it announces and lacks, are named.
    """
    newsletters, refused = preview(_paths(files), config=places.config)
    given = _as_given(files)
    newsletters = tuple(replace(each, path=given.get(each.path, each.path)) for each in newsletters)
    if as_json:
        print_json(output.previewed(newsletters))
    else:
        from tui.command_line.tree import draw

        draw(newsletters)
    return _refusals(refused, given)


@click.command("add")
@click.argument("files", nargs=-1, required=True)
@with_json
@with_places
def add_command(places: Places, files: tuple[str, ...], as_json: bool) -> int:
    """Take files, and the files in folders, into the library.

    The originals are copied: what happens to the files afterwards does not matter.
    """
    paths = _paths(files)
    with library_at(places) as library, progress() as report:
        outcome = library.add(paths, report)
    if as_json:
        print_json(output.added(outcome))
    else:
        from tui.command_line import layout

        layout.added(outcome)
    if not (outcome.documents or outcome.known or outcome.refused):
        say(f"no documents in {', '.join(str(path) for path in paths)}")
        return Exit.REFUSED
    return _refusals(outcome.refused, _as_given(files))


@click.command("documents")
@with_json
@with_places
def documents_command(places: Places, as_json: bool) -> int:
    """Print the documents of the library, newest first."""
    with library_at(places) as library:
        rows = library.documents()
    if as_json:
        print_json(output.documents(rows))
    else:
        from tui.command_line import layout

        layout.documents(rows)
    if not rows:
        say("the library has no documents; carereader add takes some in")
        return Exit.NOTHING
    return Exit.DONE


def _paths(files: tuple[str, ...]) -> list[Path]:
    """The paths of files and folders. Raises InvalidInputError for an address or an empty name."""
    for file in files:
        if _ADDRESS.match(file):
            raise InvalidInputError(
                f"{file} is an address, and pages of the web cannot be fetched yet;"
                " save the page as a text file and name that"
            )
        if not file:
            # Path("") would be the folder one stands in
            raise InvalidInputError("the name of a file is empty; name a file or a folder")
    return [Path(file) for file in files]


def _as_given(files: tuple[str, ...]) -> dict[str, str]:
    """How each file was named, by its absolute path, which is what the library knows."""
    return {str(path.expanduser().absolute()): str(path) for path in map(Path, files)}


def _refusals(refused: tuple[tuple[str, str], ...], given: dict[str, str]) -> int:
    for path, reason in refused:
        say(f"{given.get(path, path)}: {reason}")
    return Exit.REFUSED if refused else Exit.DONE
