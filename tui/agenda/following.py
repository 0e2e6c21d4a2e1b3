"""After the meeting: what became of each entry, and what goes on to the next meeting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import get_args

from index.model.meetings import Action, Meeting, State
from index.model.steps import ActionChange, EntryChange, Step
from tui.agenda.arranging import Arranging
from tui.screens.carried import CarriedForward
from tui.screens.choose import ChooseOne, Entry
from tui.screens.wording import when_in_words

_STATES: Sequence[State] = get_args(State)


class Following(Arranging):
    """The commands of the group "After the meeting"."""

    async def action_state(self) -> None:
        """Raised, deferred, done, or nothing said of it; an action is done, or is not."""
        each = self.entries.at_hand
        if isinstance(each, Action) and not self.is_at_meetings:
            change = ActionChange(done=not each.done)
            step = partial(self.library.change_action, each.id, change)
            await self.take("whether the action is done", step, keep=each.id)
        elif (entry := self.entry_at_hand()) is not None:
            following = _STATES[(_STATES.index(entry.state) + 1) % len(_STATES)]
            await self._change(entry, EntryChange(state=following), "what became of it")

    def action_outcome(self) -> None:
        """Say what came of the entry. What something came of was raised."""
        entry = self.entry_at_hand()
        if entry is None:
            return

        async def keep(text: str) -> Step | None:
            raised: State | None = "raised" if text and not entry.state else None
            change = EntryChange(outcome=text, state=raised)
            return await self._change(entry, change, "the outcome")

        self.ask_paragraphs(
            f"Outcome: {entry.title}", entry.outcome, keep, "What was said or decided"
        )

    async def action_carry_forward(self) -> None:
        """Take what was not reached, and open actions, to the next meeting of the series.

        It is done at once, then shown, and taken back where that was not meant.
        """
        if (meeting := self.meeting) is None:
            return
        if meeting.series:
            await self._carry(meeting, "")
        else:
            meetings = self.attempt(self.library.meetings) or ()
            self._choose_target(meeting, [each for each in meetings if each.name != meeting.name])

    def _choose_target(self, meeting: Meeting, others: Sequence[Meeting]) -> None:
        if not others:
            self.say("There is no other meeting: n makes one, E puts this one in a series.")
            return

        async def answered(name: str | None) -> None:
            if name is not None:
                await self._carry(meeting, name)

        entries = [Entry(each.name, f"{each.name}, {when_in_words(each)}") for each in others]
        self.app.push_screen(ChooseOne("Carry forward to which meeting?", entries, ()), answered)

    async def _carry(self, meeting: Meeting, to: str) -> None:
        step = await self.attempt_aside(lambda: self.library.carry_forward(meeting.name, to))
        if step is None:
            return
        target = step.meeting
        # of a meeting that is made for it the step has all entries, carried or not
        entries = [
            each
            for each in self.attempt(lambda: self.library.entries(target)) or ()
            if each.id in step.entries and each.carried_from
        ]
        actions = [
            each
            for each in self.attempt(lambda: self.library.actions(target)) or ()
            if each.id in step.actions
        ]
        carried = [*(each.title for each in entries), *(f"→ {each.text}" for each in actions)]
        ids = [*(each.id for each in entries), *(each.id for each in actions)]
        if not carried:
            await self.attempt_aside(lambda: self.library.undo(step))
            self.say(f"Nothing of {meeting.name} is left to carry forward.")
            return

        async def answered(sure: bool | None) -> None:
            if not sure:
                await self.attempt_aside(lambda: self.library.undo(step))
                return
            self.remember(f"what was carried forward to {target}", partial(self.library.undo, step))
            self.read(target, ids[0])

        self.app.push_screen(CarriedForward(target, carried), answered)
