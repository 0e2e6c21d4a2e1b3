"""`carereader reindex` and `paths`: what keeps the library in order."""

from __future__ import annotations

from dataclasses import asdict

import click

from index.places import Places
from tui.command_line import output
from tui.command_line.exits import Exit
from tui.command_line.opening import library_at, with_json, with_places
from tui.command_line.printing import print_json, print_text, progress
from tui.command_line.wording import counted


@click.command("reindex")
@with_places
def reindex_command(places: Places) -> int:
    """Make the search index anew.

    It is made from the record of the library: nothing that you did is lost.
    """
    with library_at(places) as library, progress() as report:
        count = library.reindex(report)
    print_text(f"{counted(count, 'item')} in the search index\n")
    return Exit.DONE


@click.command("paths")
@with_json
@with_places
def paths_command(places: Places, as_json: bool) -> int:
    """Print where everything is kept."""
    if as_json:
        print_json(output.paths(places))
    else:
        for name, path in asdict(places).items():
            print_text(f"{name:<11}{path}\n")
    return Exit.DONE
