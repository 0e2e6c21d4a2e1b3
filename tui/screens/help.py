"""The keys, and how to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.commands import COMMANDS, Command
from tui.key_names import shown_all
from tui.screens.dialog import Dialog
from tui.screens.hanging import Hanging
from tui.screens.keys import SCROLLING, bound
from tui.screens.styles import KEY, REMARK

QUERIES: tuple[tuple[str, str], ...] = (
    ("kinship support", "both words, in any form: supports, supporting"),
    ("“special guardian”", "the words together, in this order"),
    ("fostering -adoption", "without a word; NOT adoption says the same"),
    ("CSC OR “social work”", "either of them; AND and brackets work, too"),
    ("kin* OR kinshp~", "words that begin so, or a slip or two away"),
    ("kinship NEAR pay", "within ten words; NEAR/3: within three"),
    ("title:survey", "in the title; also section: note: text:"),
    ("org:ofsted", "naming a body; person:macalister a person"),
    ("topic:fostering", "items on a topic of the tree"),
    ("source:government", "items from a source, by a word of its name"),
    ("kind:consultation", "also news, event, survey, minutes, letter…"),
    ("issued:2021", "also 2020..2022, “jan 2022”, “last month”"),
    ("since:“last month”", "issued since then; until: by the end of then"),
    ("date:“next week”", "with an event or closing date then; due: closing"),
    ("is:unread", "also is:read, is:bookmarked"),
    ("has:note", "also has:event, has:deadline, has:link"),
    ("meeting:panel", "on the agenda of a meeting, by part of its name"),
)
"""The query language, by example. What can't be read so is searched as plain words."""

MARGIN = 14
QUERY_MARGIN = 22


class Help(Dialog[None]):
    """The commands of a table with the keys that they have now; the reader's with how to search.

    `keys` holds the keys of commands by name; a command that it lacks has those of the table.
    `searching` shows the query language alone, for somebody who is about to use it.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - typed so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "back", "Back", show=False),
        bound("help", "back"),
        bound("quit", "back"),
        *SCROLLING,
    ]
    HINTS = (("down", "down"), ("up", "up"), ("space", "page"), ("back", "back"))

    def __init__(
        self,
        keys: Mapping[str, tuple[str, ...]],
        table: Sequence[Command] = COMMANDS,
        *,
        searching: bool = False,
    ) -> None:
        super().__init__("How to search" if searching else "Help")
        self.keys = keys
        self.table = table
        self.searching = searching

    def content(self) -> Iterable[Widget]:
        """The groups of commands in two columns, which a narrow screen puts below each other."""
        if self.searching:
            yield from _examples()
            return
        left, right = _halves([(name, list(rows)) for name, rows in groupby(self.table, _group)])
        with Horizontal(id="help-columns"):
            with Vertical(classes="help-column"):
                for name, commands in left:
                    yield from self._group(name, commands)
            with Vertical(classes="help-column"):
                for name, commands in right:
                    yield from self._group(name, commands)
                if self.table is COMMANDS:
                    yield from _queries()

    def _group(self, name: str, commands: Iterable[Command]) -> Iterable[Widget]:
        yield Static(name, markup=False, classes="group")
        for command in commands:
            keys = self.keys.get(command.name, command.keys)
            yield Static(
                Hanging(
                    Content.styled(shown_all(keys), KEY),
                    Content(command.explains),
                    MARGIN,
                )
            )


_Groups = list[tuple[str, list[Command]]]


def _group(command: Command) -> str:
    return command.group


def _halves(groups: _Groups) -> tuple[_Groups, _Groups]:
    """The groups in two columns, the first of which has half of all commands, or a few more."""
    whole = sum(len(commands) for _, commands in groups)
    so_far = 0
    for place, (_, commands) in enumerate(groups, 1):
        so_far += len(commands)
        if so_far * 2 >= whole:
            return groups[:place], groups[place:]
    return groups, []


def _queries() -> Iterable[Widget]:
    yield Static("Searching", markup=False, classes="group")
    yield from _examples()


def _examples() -> Iterable[Widget]:
    for query, meaning in QUERIES:
        yield Static(Hanging(Content.styled(query, REMARK), Content(meaning), QUERY_MARGIN))
