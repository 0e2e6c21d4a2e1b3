"""Meetings and their series: made, changed, chosen, and on to the next."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from index.model.dates import day_from_words, in_words
from index.model.meetings import Meeting, Series
from index.model.steps import NO_DATE, MeetingChange, Step
from tui.agenda.following import Following
from tui.screens.asking import AskLine, Confirm
from tui.screens.choosing import make_meeting, new_meeting_form
from tui.screens.meeting_details import AskMeeting, MeetingDetails
from tui.screens.series_form import AskSeries


class Planning(Following):
    """The commands of the group "Meetings" that make and change meetings."""

    async def action_choose_meeting(self) -> None:
        """Let bookmarks go to the meeting under the cursor from now on."""
        if (meeting := self.meeting) is None:
            return
        if await self.attempt_aside(lambda: self.library.choose_meeting(meeting.name)):
            self.say(f"Bookmarks go to {meeting.name} now.")
            self.read(meeting.name)

    def action_new_meeting(self) -> None:
        """Ask for a new meeting. The first one is the current one from then on."""
        self._ask_for_new(None)

    def _ask_for_new(self, draft: MeetingDetails | None) -> None:
        form = self.attempt(lambda: new_meeting_form(self.library, draft))
        if form is None:
            return

        async def answered(details: MeetingDetails | None) -> None:
            if details is None:
                return
            if await self.attempt_aside(lambda: self._make(details)) is None:
                self._ask_for_new(details)
                return
            self.remember("the new meeting", partial(self.library.remove_meeting, details.name))
            self.read(details.name)
            self.go_to_column(self.entries)

        self.app.push_screen(form, answered)

    def _make(self, details: MeetingDetails) -> bool:
        make_meeting(self.library, details)
        if self.library.current_meeting() is None:
            self.library.choose_meeting(details.name)
        return True

    def action_next_meeting(self) -> None:
        """Make the next meeting of the series, with what the series hands on."""
        if (meeting := self.meeting) is None:
            self.action_new_meeting()
        elif not meeting.series:
            self.say(f"{meeting.name} is in no series: E puts it in one.")
        else:
            day = self.attempt(lambda: self._likely_day(meeting.series))
            self._ask_for_day(meeting.series, day or "")

    def _likely_day(self, series: str) -> str:
        """When the meeting after the last of a series is, as far as that is known."""
        weeks = self.library.one_series(series).weeks
        days = [each.date for each in self.library.meetings() if each.series == series]
        last = max((day for day in days if day is not None), default=None)
        if weeks is None or last is None:
            return ""
        return in_words((last + timedelta(weeks=weeks)).isoformat())

    def _ask_for_day(self, series: str, draft: str) -> None:
        async def answered(words: str | None) -> None:
            if words is not None and not await self._make_next(series, words):
                self._ask_for_day(series, words)

        question = AskLine(
            "Next meeting", f"When is {series} next?", draft, "3 December 2026", may_be_empty=True
        )
        self.app.push_screen(question, answered)

    async def _make_next(self, series: str, words: str) -> bool:
        def make() -> Step:
            day = day_from_words(words, self.today) if words else None
            return self.library.next_meeting(series, date=day)

        step = await self.take("the next meeting", make)
        if step is not None:
            self.say(f"{step.meeting}: c carries forward to it what the last one left.")
        return step is not None

    def action_details(self) -> None:
        """Change name, date, time, place, chair, series and people of the meeting."""
        if (meeting := self.meeting) is not None:
            details = MeetingDetails(
                meeting.name,
                meeting.date,
                meeting.time,
                meeting.place,
                meeting.chair,
                meeting.series,
                meeting.people,
            )
            self._ask_for_details(meeting, details)

    def _ask_for_details(self, meeting: Meeting, draft: MeetingDetails) -> None:
        form = self.attempt(
            lambda: AskMeeting(
                "Meeting",
                draft,
                new=False,
                taken=[each.name for each in self.library.meetings() if each.name != meeting.name],
                series=[series.name for series in self.library.series()],
            )
        )
        if form is None:
            return

        async def answered(details: MeetingDetails | None) -> None:
            if details is None:
                return
            change = MeetingChange(
                name=details.name,
                date=details.date or NO_DATE,
                time=details.time,
                place=details.place,
                chair=details.chair,
                series=details.series,
                people=details.people,
            )
            step = partial(self.library.change_meeting, meeting.name, change)
            if await self.take("the details of the meeting", step) is None:
                self._ask_for_details(meeting, details)

        self.app.push_screen(form, answered)

    def action_template(self) -> None:
        """Change what the series of the meeting hands on: agenda, people, weeks between."""
        if (meeting := self.meeting) is None:
            return
        if not meeting.series:
            self.say(f"{meeting.name} is in no series: E puts it in one.")
        elif series := self.attempt(lambda: self.library.one_series(meeting.series)):
            self._ask_for_series(series, series)

    def _ask_for_series(self, series: Series, draft: Series) -> None:
        async def answered(changed: Series | None) -> None:
            if changed is None:
                return
            step = partial(self.library.save_series, changed, series.name)
            if await self.take("what the series hands on", step) is None:
                self._ask_for_series(series, changed)
            else:
                self.say("New meetings of the series begin with this.")

        self.app.push_screen(AskSeries(draft), answered)

    def remove_meeting(self, meeting: Meeting) -> None:
        """Let a meeting go, after asking."""

        async def answered(sure: bool | None) -> None:
            if sure and await self.take(
                f"{meeting.name}", partial(self.library.remove_meeting, meeting.name)
            ):
                self.say(f"{meeting.name} is gone. ctrl+z brings it back.")

        question = f"Remove {meeting.name} with its agenda?"
        self.app.push_screen(Confirm(question, "Remove", "Keep"), answered)
