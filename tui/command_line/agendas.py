"""`carereader bookmark`, `action` and `actions`: what goes on an agenda, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable

import click

from index import Library
from index.errors import AmbiguousError, NotFoundError
from index.model.dates import day_from_words
from index.model.meetings import Action, AgendaEntry, Meeting
from index.model.steps import ActionChange, MeetingChange
from index.places import Places
from tui.command_line import meeting_output
from tui.command_line.exits import Exit
from tui.command_line.meetings import find_meeting, make_meeting
from tui.command_line.opening import library_at, with_json, with_places
from tui.command_line.printing import print_json, print_text, say


@click.command("bookmark")
@click.argument("item")
@click.option("--meeting", "name", metavar="NAME", help="The meeting; the current one if left out.")
@click.option("--section", metavar="TITLE", default="", help="The section of its agenda.")
@click.option("--note", metavar="TEXT", help="Keep this note on the item.")
@click.option("--remove", is_flag=True, help="Take the item off the agenda.")
@with_places
def bookmark_command(
    places: Places, item: str, name: str | None, section: str, note: str | None, remove: bool
) -> int:
    """Put an item on the agenda of a meeting, or take it off.

    ITEM is the id that a search prints, or the beginning of one. A meeting that does not exist yet
    is made.
    """
    if remove and note is not None:
        raise click.UsageError("--note and --remove do not go together")
    with library_at(places) as library:
        meeting = find_meeting(library, name) if name else library.current_meeting()
        if meeting is None and not name:
            raise click.UsageError("no meeting is chosen yet; name one with --meeting NAME")
        if remove:
            return _remove(library, item, meeting, name or "")
        whole = library.item(item)
        if meeting is None and section:
            raise NotFoundError(
                f"there is no meeting “{name}” with a section “{section}”; make it first, with"
                " carereader meeting"
            )
        if meeting is None:
            meeting = make_meeting(library, name or "", MeetingChange())
        new = library.bookmark_all([whole.id], meeting.name, section)
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


@click.command("action")
@click.argument("meeting")
@click.argument("text")
@click.option("--owner", metavar="NAME", default="", help="Who is to do it.")
@click.option("--due", metavar="DATE", help="The day by which: 3 December 2026, 3/12/2026.")
@click.option("--item", metavar="ITEM", default="", help="The item on the agenda that it is about.")
@with_json
@with_places
def action_command(
    places: Places, meeting: str, text: str, owner: str, due: str | None, item: str, as_json: bool
) -> int:
    """Take down what somebody is to do.

    ITEM is the id of an item on the agenda of the meeting, or the beginning of one.
    """
    day = day_from_words(due) if due is not None else None
    with library_at(places) as library:
        entry = _entry_of(library.entries(meeting), item, meeting) if item else ""
        step = library.add_action(meeting, text, owner=owner, due=day, entry=entry)
        (action,) = (each for each in library.actions(meeting) if each.id in step.actions)
    if as_json:
        print_json(meeting_output.actions([action]))
    else:
        from tui.command_line import meeting_layout

        meeting_layout.actions([action])
    return Exit.DONE


def _entry_of(agenda: Iterable[AgendaEntry], item: str, meeting: str) -> str:
    """The id of the entry whose item has that id, or the only one that begins so."""
    wanted = item.strip().lower()
    found = [
        entry
        for entry in agenda
        if entry.bookmark is not None and entry.bookmark.item.startswith(wanted)
    ]
    if not found:
        raise NotFoundError(
            f"{item} is not on the agenda of {meeting}; carereader bookmark puts it there"
        )
    if len(found) > 1:
        raise AmbiguousError(f"{item} fits more than one item of the agenda; give more of the id")
    return found[0].id


@click.command("actions")
@click.argument("meeting", default="")
@click.option("--open", "only_open", is_flag=True, help="Only those that are not done.")
@click.option(
    "--done",
    multiple=True,
    metavar="ID",
    help="Say first that this one is done; may be given again.",
)
@with_json
@with_places
def actions_command(
    places: Places, meeting: str, only_open: bool, done: tuple[str, ...], as_json: bool
) -> int:
    """Print the actions of a meeting, or of all, what is due first coming first.

    ID is the id that is printed with an action, or the beginning of one.
    """
    with library_at(places) as library:
        known = library.actions()
        for action in [_action_of(known, each) for each in done]:
            library.change_action(action.id, ActionChange(done=True))
        rows = library.actions(meeting, open=only_open)
    if as_json:
        print_json(meeting_output.actions(rows))
    else:
        from tui.command_line import meeting_layout

        meeting_layout.actions(rows)
    if not rows:
        say(f"no {'open ' if only_open else ''}actions" + (f" of {meeting}" if meeting else ""))
        return Exit.NOTHING
    return Exit.DONE


def _action_of(actions: Iterable[Action], id: str) -> Action:
    wanted = id.strip().lower()
    found = [action for action in actions if wanted and action.id.startswith(wanted)]
    if not found:
        raise NotFoundError(f"no action “{id}”; carereader actions lists them with their ids")
    if len(found) > 1:
        raise AmbiguousError(f"“{id}” fits more than one action; give more of the id")
    return found[0]
