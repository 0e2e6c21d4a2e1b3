"""Choosing the meeting that bookmarks go to, or making it, from whatever screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from index import Library
from index.errors import CareReaderError
from index.model.meetings import Meeting
from index.model.steps import MeetingChange
from tui.screens.choose_meeting import NEW_MEETING, ChooseMeeting
from tui.screens.meeting_details import AskMeeting, MeetingDetails

FIRST_MEETING = "Which meeting is it for?"


def choose_meeting(
    screen: Screen[Any], library: Library, then: Callable[[Meeting], object]
) -> None:
    """Let the reader choose a meeting, which becomes the current one, and go on with it.

    Where there is none, they are asked for one at once. What the library refuses is told.
    """
    app = screen.app

    def failed(error: CareReaderError) -> None:
        screen.notify(str(error), severity="error", timeout=15, markup=False)

    def answered(name: str | None) -> None:
        if name == NEW_MEETING:
            ask_for_new()
        elif name is not None:
            choose(name)

    def choose(name: str) -> None:
        try:
            meeting = library.choose_meeting(name)
        except CareReaderError as error:
            failed(error)
        else:
            then(meeting)

    def ask_for_new(draft: MeetingDetails | None = None) -> None:
        form = new_meeting_form(library, draft, FIRST_MEETING)

        def made(details: MeetingDetails | None) -> None:
            if details is None:
                return
            try:
                make_meeting(library, details)
            except CareReaderError as error:
                failed(error)
                ask_for_new(details)
            else:
                choose(details.name)

        app.push_screen(form, made)

    try:
        meetings, current = library.meetings(), library.current_meeting()
    except CareReaderError as error:
        failed(error)
        return
    if meetings:
        app.push_screen(ChooseMeeting(meetings, current.name if current else None), answered)
    else:
        ask_for_new()


def new_meeting_form(
    library: Library, draft: MeetingDetails | None = None, heading: str = "New meeting"
) -> AskMeeting:
    """The form for a new meeting, with the agenda that any meeting may begin with."""
    return AskMeeting(
        heading,
        draft or MeetingDetails("", agenda=library.agenda_template()),
        taken=[meeting.name for meeting in library.meetings()],
        series=[series.name for series in library.series()],
    )


def make_meeting(library: Library, details: MeetingDetails) -> None:
    """Keep a new meeting, and what its agenda begins with. Raises CareReaderError.

    Of a series that is known it begins with what that hands on, unless a person said otherwise.
    """
    known = {series.name.casefold() for series in library.series()}
    is_known = details.series.casefold() in known
    library.save_meeting(
        details.name,
        date=details.date,
        time=details.time or None,
        place=details.place or None,
        chair=details.chair or None,
        series=details.series if is_known else None,
        people=details.people or None,
    )
    if not is_known or details.agenda != library.agenda_template():
        library.lay_agenda(details.name, details.agenda)
    if details.series and not is_known:
        library.change_meeting(details.name, MeetingChange(series=details.series))
