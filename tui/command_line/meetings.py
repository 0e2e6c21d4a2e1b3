"""`carereader meetings`, `meeting`, `series` and `carry`: meetings, and on to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from index import Library
from index.errors import NotFoundError
from index.model.dates import day_from_words
from index.model.meetings import Meeting, Series
from index.model.steps import NO_DATE, MeetingChange
from index.model.template_lines import from_lines
from index.places import Places
from tui.command_line import meeting_output
from tui.command_line.exits import Exit
from tui.command_line.opening import library_at, with_json, with_places
from tui.command_line.printing import print_json, say


@click.command("meetings")
@with_json
@with_places
def meetings_command(places: Places, as_json: bool) -> int:
    """Print all meetings, those to come first."""
    with library_at(places) as library:
        rows, current = library.meetings(), library.current_meeting()
    if as_json:
        print_json(meeting_output.meetings(rows, current))
    else:
        from tui.command_line import meeting_layout

        meeting_layout.meetings(rows, current)
    if not rows:
        say("no meetings yet; carereader meeting NAME --date DATE makes one")
        return Exit.NOTHING
    return Exit.DONE


@click.command("meeting")
@click.argument("name")
@click.option(
    "--date", "day", metavar="DATE", help='The day: 3 December 2026, 3/12/2026; "" takes it away.'
)
@click.option("--time", metavar="TIME", help="The time, in your own words: 2pm, 14:00 to 16:00.")
@click.option("--place", metavar="PLACE", help="Where it meets.")
@click.option("--chair", metavar="NAME", help="Who chairs it.")
@click.option(
    "--person", "people", multiple=True, metavar="NAME", help="Who attends; may be given again."
)
@click.option("--series", metavar="NAME", help='The series that it belongs to; "" takes it out.')
@click.option(
    "--standing",
    multiple=True,
    metavar="TEXT",
    help="A standing item of its agenda; given again, the next. They replace those there were.",
)
@click.option("--template", is_flag=True, help="Put what every agenda has on its agenda.")
@click.option("--rename", metavar="NAME", help="Give it another name.")
@with_json
@with_places
def meeting_command(
    places: Places,
    name: str,
    day: str | None,
    time: str | None,
    place: str | None,
    chair: str | None,
    people: tuple[str, ...],
    series: str | None,
    standing: tuple[str, ...],
    template: bool,
    rename: str | None,
    as_json: bool,
) -> int:
    """Make, change or print a meeting.

    NAME that does not exist is made; with options it is changed; its agenda is printed.
    """
    change = MeetingChange(
        date=None if day is None else day_from_words(day) if day.strip() else NO_DATE,
        time=time,
        place=place,
        chair=chair,
        people=_given(people),
        series=series,
        standing=_given(standing),
    )
    with library_at(places) as library:
        known = find_meeting(library, name)
        if known is None and rename is not None:
            raise NotFoundError(f"there is no meeting “{name}” to rename")
        if known is None:
            make_meeting(library, name, change)
        elif change != MeetingChange() or rename is not None:
            name = library.change_meeting(name, replace(change, name=rename)).meeting or name
        if template:
            library.lay_agenda(name, library.agenda_template())
        row, current = library.meeting(name), library.current_meeting()
        agenda, actions = library.entries(row.name), library.actions(row.name)
        if as_json:
            print_json(meeting_output.meeting(row, current, agenda, actions))
        else:
            from tui.command_line import meeting_layout

            meeting_layout.meeting(row, agenda, actions, library.timings(row.name))
    return Exit.DONE


def _given(values: tuple[str, ...]) -> tuple[str, ...] | None:
    """What an option was given: "" alone takes all of it away, nothing leaves it as it is."""
    return tuple(value for value in values if value.strip()) if values else None


@click.command("series")
@click.argument("name", required=False)
@click.option(
    "--weeks", type=int, metavar="N", help="It meets every N weeks; 0: at no regular time."
)
@click.option("--time", metavar="TIME", help="The time of its meetings.")
@click.option("--place", metavar="PLACE", help="Where it meets.")
@click.option("--chair", metavar="NAME", help="Who chairs it.")
@click.option(
    "--person", "people", multiple=True, metavar="NAME", help="Who attends; may be given again."
)
@click.option(
    "--agenda",
    "lines",
    multiple=True,
    metavar="LINE",
    help="A line of each agenda, in order: a standing item (“Apologies (5 min) | Chair”), or the"
    " heading of a section (“# Reports”). They replace those there were.",
)
@click.option("--template", is_flag=True, help="Let its agendas begin with what every agenda has.")
@click.option("--rename", metavar="NAME", help="Give it another name.")
@click.option("--next", "make_next", is_flag=True, help="Make its next meeting.")
@click.option("--date", "day", metavar="DATE", help="The day of the meeting that --next makes.")
@with_json
@with_places
def series_command(
    places: Places,
    /,
    name: str | None,
    make_next: bool,
    day: str | None,
    as_json: bool,
    **changes: Any,
) -> int:
    """Print all series, or make, change or print one.

    A series is a meeting that comes back: it hands on its time, place, chair, people, and the
    sections and standing items of its agenda.
    """
    if day is not None and not make_next:
        raise click.UsageError("--date is the day of the meeting that --next makes")
    if name is None and (
        make_next or any(value not in (None, (), False) for value in changes.values())
    ):
        raise click.UsageError("say which series is meant: carereader series NAME")
    date = day_from_words(day) if day is not None else None
    with library_at(places) as library:
        if name is not None:
            name = _changed_series(library, name, changes)
            if make_next:
                tell_of_new(library, library.next_meeting(name, date=date).meeting)
        rows = library.series() if name is None else (library.one_series(name),)
        meetings_of = {row.name: library.meetings_of_series(row.name) for row in rows}
    if as_json:
        print_json(meeting_output.series(rows, meetings_of))
    else:
        from tui.command_line import meeting_layout

        meeting_layout.series(rows, meetings_of)
    if not rows:
        say("no series yet; carereader series NAME --weeks 6 makes one")
        return Exit.NOTHING
    return Exit.DONE


def _changed_series(library: Library, name: str, changes: dict[str, Any]) -> str:
    """The name of the series of that name, made or changed as the options say."""
    try:
        known = library.one_series(name)
    except NotFoundError:
        if changes["rename"] is not None:
            raise
        known = None
    told: dict[str, Any] = {
        field: changes[field] for field in ("time", "place", "chair") if changes[field] is not None
    }
    if changes["weeks"] is not None:
        told["weeks"] = changes["weeks"] or None
    if (people := _given(changes["people"])) is not None:
        told["people"] = people
    if changes["template"]:
        told["template"] = library.agenda_template()
    if (lines := _given(changes["lines"])) is not None:
        told["template"] = from_lines("\n".join(lines))
    if changes["rename"] is not None:
        told["name"] = changes["rename"]
    if known is None or told:
        library.save_series(replace(known or Series(name), **told), known.name if known else "")
    if known is None:
        say(f"made the series “{name}”")
    return str(told.get("name", name))


@click.command("carry")
@click.argument("meeting")
@click.option("--to", metavar="NAME", default="", help="The meeting to carry to, if not the next.")
@with_json
@with_places
def carry_command(places: Places, meeting: str, to: str, as_json: bool) -> int:
    """Carry forward what is left of a meeting.

    Open actions, what was deferred and, of a meeting that is over, what was not reached go on the
    agenda of the next meeting of its series, which is made if need be. What was carried before is
    not carried again.
    """
    with library_at(places) as library:
        step = library.carry_forward(meeting, to)
        entries = [each for each in library.entries(step.meeting) if each.id in step.entries]
        actions = [each for each in library.actions(step.meeting) if each.id in step.actions]
    came = [each for each in entries if each.carried_from is not None]
    if as_json:
        print_json(meeting_output.carried(step.meeting, came, actions))
    elif came or actions:
        from tui.command_line import meeting_layout

        meeting_layout.carried(step.meeting, came, actions)
    if not (came or actions):
        say(f"nothing more is left to carry forward to {step.meeting}")
        return Exit.NOTHING
    return Exit.DONE


def find_meeting(library: Library, name: str) -> Meeting | None:
    """The meeting of that name, or None."""
    try:
        return library.meeting(name)
    except NotFoundError:
        return None


def make_meeting(library: Library, name: str, details: MeetingChange) -> Meeting:
    """Make a meeting and say so."""
    made = library.save_meeting(
        name,
        date=details.date or None,
        time=details.time,
        place=details.place,
        standing=details.standing,
        chair=details.chair,
        series=details.series,
        people=details.people,
    )
    tell_of_new(library, made.name)
    return made


def tell_of_new(library: Library, name: str) -> None:
    """Say that a meeting was made; the first one is where bookmarks go from now on."""
    if library.current_meeting() is None:
        library.choose_meeting(name)
        say(f"made the meeting “{name}”; bookmarks go there until you choose another")
    else:
        say(f"made the meeting “{name}”")
