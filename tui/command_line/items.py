"""`carereader show`, `topics` and `dates`: what the library holds, item by item."""

from __future__ import annotations

import click

from index.places import Places
from tui.command_line import output
from tui.command_line.choices import span_of_days
from tui.command_line.exits import Exit
from tui.command_line.opening import library_at, with_json, with_places
from tui.command_line.printing import print_json, say


@click.command("show")
@click.argument("item")
@with_json
@with_places
def show_command(places: Places, item: str, as_json: bool) -> int:
    """Print one item whole.

    Its text, citation, dates, links, note and meetings. ITEM is the id that a search prints, or
    the beginning of one.
    """
    with library_at(places) as library:
        whole = library.item(item)
        citation = library.citation(whole.id)
        note = library.note(whole.id)
        meetings = library.meetings_of(whole.id)
    if as_json:
        print_json(output.shown(whole, citation, note, meetings))
    else:
        from tui.command_line import layout

        layout.item(whole, citation, note, meetings)
    return Exit.DONE


@click.command("topics")
@with_json
@with_places
def topics_command(places: Places, as_json: bool) -> int:
    """Print the topic tree, with its counts."""
    with library_at(places) as library:
        tree, counts = library.topics(), library.counts()
    if as_json:
        print_json(output.topics(tree, counts))
    else:
        from tui.command_line import layout

        layout.topics(tree, counts)
    return Exit.DONE


@click.command("dates")
@click.option("--since", metavar="DATE", help="On or after: today, 3/12/2026, 2026-12 or 2026.")
@click.option("--until", metavar="DATE", help="By the end of that day, month or year.")
@with_json
@with_places
def dates_command(places: Places, since: str | None, until: str | None, as_json: bool) -> int:
    """Print events and closing dates.

    All that items name, earliest first; --since today prints those to come.
    """
    first, last = span_of_days(since, until, ahead=True)
    with library_at(places) as library:
        rows = library.dates(first, last)
    if as_json:
        print_json(output.dates(rows))
    else:
        from tui.command_line import layout

        layout.dates(rows)
    if not rows:
        say("no events or closing dates" + (" in those days" if since or until else ""))
        return Exit.NOTHING
    return Exit.DONE
