"""The meetings as a list: those to come, those without a date, those past."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from textual.content import Content
from textual.widgets.option_list import Option

from index.model.meetings import Meeting
from tui.screens.choices import Choices, heading, row
from tui.screens.styles import MUTED, REMARK, STRONG
from tui.screens.wording import counted, when_in_words

CURRENT_MARK = "★"
_MARGIN = 2


def meeting_in_words(meeting: Meeting, *, current: bool) -> Content:
    """A meeting as the list shows it: its name; below, when, of which series, and how much."""
    below = [when_in_words(meeting)]
    if meeting.series and meeting.series.casefold() not in meeting.name.casefold():
        below.append(meeting.series)
    below.append(counted(meeting.bookmarks, "item"))
    return Content.assemble(
        (f"{meeting.name}\n", STRONG),
        ("current · " if current else "", REMARK),
        (" · ".join(filter(None, below)), MUTED),
    )


def _when(meeting: Meeting, today: date) -> str:
    if meeting.date is None:
        return "Without a date"
    return "To come" if meeting.date >= today else "Past"


class MeetingList(Choices):
    """Meetings in the order of the library. `meeting` is the one under the cursor."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._meetings: list[Meeting | None] = []
        self._shown: tuple[object, ...] = ()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting under the cursor."""
        return None if self.highlighted is None else self._meetings[self.highlighted]

    def show(
        self, meetings: Sequence[Meeting], current: str | None, wanted: Sequence[str], today: date
    ) -> None:
        """Show the meetings, with the cursor on the first of `wanted` that there is."""
        if (shown := (tuple(meetings), current, today)) != self._shown:
            self._shown = shown
            self._fill(meetings, current, today)
        names = [meeting.name if meeting else None for meeting in self._meetings]
        places = [names.index(name) for name in wanted if name in names]
        self.highlighted = places[0] if places else 1 if names else None

    def _fill(self, meetings: Sequence[Meeting], current: str | None, today: date) -> None:
        rows: list[tuple[Option, Meeting | None]] = []
        for words, group in groupby(meetings, lambda each: _when(each, today)):
            rows.append((heading(words, apart=bool(rows)), None))
            for each in group:
                is_current = each.name == current
                mark = CURRENT_MARK if is_current else ""
                body = meeting_in_words(each, current=is_current)
                rows.append((row(mark, body, _MARGIN), each))
        self._meetings = [meeting for _, meeting in rows]
        self.set_options(option for option, _ in rows)

    def go(self, step: int) -> None:
        """To the meeting below, or with -1 to the one above."""
        if step > 0:
            self.action_cursor_down()
        else:
            self.action_cursor_up()
