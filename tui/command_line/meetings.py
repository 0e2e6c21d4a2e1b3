"""`carereader meetings`, `meeting`, `bookmark` and `pack`: the way of an item into a meeting."""

from __future__ import annotations

from pathlib import Path

import click

from index import Library
from index.errors import FileExistsAlreadyError, NotFoundError
from index.model.dates import day_from_words
from index.model.meetings import Meeting
from index.places import Places
from tui.command_line import output
from tui.command_line.exits import Exit
from tui.command_line.opening import library_at, with_json, with_places
from tui.command_line.printing import print_json, print_text, say

FORMATS = ("md",)
"""The formats in which a pack can be written."""


@click.command("meetings")
@with_json
@with_places
def meetings_command(places: Places, as_json: bool) -> int:
    """Print all meetings, those to come first."""
    with library_at(places) as library:
        rows, current = library.meetings(), library.current_meeting()
    if as_json:
        print_json(output.meetings(rows, current))
    else:
        from tui.command_line import layout

        layout.meetings(rows, current)
    if not rows:
        say("no meetings yet; carereader meeting NAME --date DATE makes one")
        return Exit.NOTHING
    return Exit.DONE


@click.command("meeting")
@click.argument("name")
@click.option("--date", "day", metavar="DATE", help="The day: 3 December 2026, 3/12/2026.")
@click.option("--time", metavar="TIME", help="The time, in your own words: 2pm, 14:00 to 16:00.")
@click.option("--place", metavar="PLACE", help="Where it meets.")
@click.option(
    "--standing",
    multiple=True,
    metavar="TEXT",
    help="A standing item of its agenda; given again, the next. They replace those there were.",
)
@with_json
@with_places
def meeting_command(
    places: Places,
    name: str,
    day: str | None,
    time: str | None,
    place: str | None,
    standing: tuple[str, ...],
    as_json: bool,
) -> int:
    """Make, change or print a meeting.

    NAME that does not exist is made; with options it is changed; its agenda is printed.
    """
    date = day_from_words(day) if day is not None else None
    # --standing "" takes the standing items away
    items = tuple(text for text in standing if text.strip()) if standing else None
    with library_at(places) as library:
        exists = _meeting(library, name) is not None
        if not exists or any(given is not None for given in (date, time, place, items)):
            library.save_meeting(name, date=date, time=time, place=place, standing=items)
        if not exists:
            _tell_of_new(library, name)
        row, current = library.meeting(name), library.current_meeting()
        agenda = library.agenda(row.name)
    if as_json:
        print_json(output.meeting(row, current, agenda))
    else:
        from tui.command_line import layout

        layout.meeting(row, agenda)
    return Exit.DONE


@click.command("bookmark")
@click.argument("item")
@click.option("--meeting", "name", metavar="NAME", help="The meeting; the current one if left out.")
@click.option("--note", metavar="TEXT", help="Keep this note on the item.")
@click.option("--remove", is_flag=True, help="Take the item off the agenda.")
@with_places
def bookmark_command(
    places: Places, item: str, name: str | None, note: str | None, remove: bool
) -> int:
    """Put an item on the agenda of a meeting, or take it off.

    ITEM is the id that a search prints, or the beginning of one. A meeting that does not exist yet
    is made.
    """
    if remove and note is not None:
        raise click.UsageError("--note and --remove do not go together")
    with library_at(places) as library:
        meeting = _meeting(library, name) if name else library.current_meeting()
        if meeting is None and not name:
            raise click.UsageError("no meeting is chosen yet; name one with --meeting NAME")
        if remove:
            return _remove(library, item, meeting, name or "")
        whole = library.item(item)
        if meeting is None:
            meeting = library.save_meeting(name or "")
            _tell_of_new(library, meeting.name)
        new = library.bookmark(whole.id, meeting.name)
        if note is not None:
            library.write_note(whole.id, note)
    already = "" if new else "already "
    print_text(f"“{whole.title}” is {already}on the agenda of {meeting.name}\n")
    return Exit.DONE


def _remove(library: Library, item: str, meeting: Meeting | None, name: str) -> int:
    if meeting is None:
        raise NotFoundError(f"there is no meeting “{name}”; carereader meetings lists them")
    if not library.remove_bookmark(item, meeting.name):
        raise NotFoundError(f"{item} is not on the agenda of {meeting.name}")
    print_text(f"{item} is off the agenda of {meeting.name}\n")
    return Exit.DONE


@click.command("pack")
@click.argument("meeting")
@click.option(
    "--format",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="The format of the pack.",
)
@click.option(
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the pack to this file, not to stdout.",
)
@click.option("--overwrite", is_flag=True, help="Write FILE even if it exists.")
@with_places
def pack_command(
    places: Places, meeting: str, format: str, file: Path | None, overwrite: bool
) -> int:
    """Print or write the pack of a meeting.

    It has the agenda of the meeting, with the text, note and citation of every item.
    """
    with library_at(places) as library:
        if file is None:
            print_text(library.render_pack(meeting, format))
            return Exit.DONE
        try:
            written = library.write_pack(meeting, file, format=format, replace=overwrite)
        except FileExistsAlreadyError as error:
            raise click.UsageError(
                f"{error.path} exists already; --overwrite replaces it"
            ) from None
    print_text(f"{written}\n")
    return Exit.DONE


def _meeting(library: Library, name: str) -> Meeting | None:
    try:
        return library.meeting(name)
    except NotFoundError:
        return None


def _tell_of_new(library: Library, name: str) -> None:
    """Say that a meeting was made; the first one is where bookmarks go from now on."""
    if library.current_meeting() is None:
        library.choose_meeting(name)
        say(f"made the meeting “{name}”; bookmarks go there until you choose another")
    else:
        say(f"made the meeting “{name}”")
