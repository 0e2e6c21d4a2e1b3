"""`carereader reindex` and `paths`: what keeps the library in order."""

from __future__ import annotations

from dataclasses import asdict

import click

from index.places import Places
from tui.command_line import output
from tui.command_line.exits import Exit
from tui.command_line.opening import library_at, with_json, with_places
from tui.command_line.printing import print_json, print_text, progress, say
from tui.command_line.wording import counted


@click.command("reindex")
@with_places
def reindex_command(places: Places) -> int:
    """Make the search index anew.

    Documents that an older carereader, or other word lists, took apart are first read anew from
    their originals. Nothing that you did is lost: bookmarks, notes, read marks and mends stay.
    """
    with library_at(places) as library, progress() as report:
        reread = library.reread(report)
        count = library.reindex(report)
    for _, reason in reread.refused:
        say(reason)
    if reread.documents:
        print_text(f"{counted(reread.documents, 'document')} read anew by the rules of now\n")
    print_text(f"{counted(count, 'item')} in the search index\n")
    return Exit.REFUSED if reread.refused else Exit.DONE


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
