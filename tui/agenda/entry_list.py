"""The agenda of one meeting as a list: sections, entries with their clock, actions."""

from __future__ import annotations

from textual.content import Content
from textual.widgets.option_list import Option

from index.model.meetings import Action, AgendaEntry, Pack
from index.model.timings import Timings
from tui.agenda.wording import action_in_words, entry_in_words
from tui.screens.choices import Choices, heading, remark, row
from tui.screens.hanging import Hanging
from tui.screens.styles import MARK, MUTED

NO_ENTRIES = (
    "No items yet. In the reader, b puts an item on the agenda of the current meeting, ★; "
    "B makes this the current one. Here, + adds an entry of your own."
)
_CLOCK = 7
"""The width of the longest time of day: "10.30am"."""

_Row = tuple[Option, AgendaEntry | Action | None]


class EntryList(Choices):
    """The rows of an agenda. An action stands below the entry that it belongs to."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._rows: list[AgendaEntry | Action | None] = []

    @property
    def at_hand(self) -> AgendaEntry | Action | None:
        """What is under the cursor."""
        return None if self.highlighted is None else self._rows[self.highlighted]

    @property
    def entry(self) -> AgendaEntry | None:
        """The entry under the cursor, or the one above that an action under it belongs to."""
        rows = self._rows[: 0 if self.highlighted is None else self.highlighted + 1]
        if not rows or (isinstance(rows[-1], Action) and not rows[-1].entry):
            return None
        return next((each for each in reversed(rows) if isinstance(each, AgendaEntry)), None)

    def show_only(self, words: str) -> None:
        """Show a sentence in place of an agenda."""
        self._rows = [None]
        self.set_options([remark(words)])

    def show(self, pack: Pack, timings: Timings, keep: str = "", place: int | None = None) -> None:
        """Show an agenda, with the cursor on what has the id `keep`, or else at `place`.

        Without either it is on the first item, if there is one.
        """
        rows = _rows(pack, timings)
        self._rows = [each for _, each in rows]
        self.set_options(option for option, _ in rows)
        ids = [each.id if each else "" for each in self._rows]
        items = (at for at, each in enumerate(self._rows) if _is_item(each))
        if keep and keep in ids:
            self.highlighted = ids.index(keep)
        else:
            self._go_near(next(items, 0) if place is None else place)

    def _go_near(self, place: int) -> None:
        """To the row at `place`, or where nothing can be chosen there, to the nearest above."""
        places = [at for at, each in enumerate(self._rows) if each is not None]
        above = [at for at in places if at <= place]
        self.highlighted = above[-1] if above else places[0] if places else None


def _is_item(each: AgendaEntry | Action | None) -> bool:
    return isinstance(each, AgendaEntry) and each.kind == "item"


def _rows(pack: Pack, timings: Timings) -> list[_Row]:
    year = pack.meeting.date.year if pack.meeting.date else None
    numbers = len(str(len(pack.agenda))) + 1
    clock = _CLOCK + 1 if any(timings.clocks) else 0
    margin = clock + numbers + 1
    rows: list[_Row] = []
    number = 0

    def add_actions(of: str) -> None:
        for action in pack.actions:
            if action.entry == of:
                mark = Content.styled("→".rjust(margin - 1), MARK)
                rows.append((Option(Hanging(mark, action_in_words(action, year), margin)), action))

    for entry, at in zip(pack.agenda, timings.clocks, strict=True):
        if entry.kind == "section":
            if rows:
                rows.append((remark(" "), None))
            rows.append((Option(entry_in_words(entry, year)), entry))
        else:
            number += 1
            mark = Content.assemble(
                (f"{at:>{clock - 1}} " if clock else "", MUTED), (f"{number}.".rjust(numbers), MARK)
            )
            rows.append((Option(Hanging(mark, entry_in_words(entry, year), margin)), entry))
        add_actions(entry.id)
    if not any(_is_item(each) for _, each in rows):
        rows.append((remark(NO_ENTRIES, apart=bool(rows)), None))
    ids = {entry.id for entry in pack.agenda}
    loose = [action for action in pack.actions if action.entry not in ids]
    if loose:
        rows.append((heading("Actions", apart=bool(rows)), None))
        rows += [(row("→", action_in_words(each, year), 2), each) for each in loose]
    return rows
