"""Narrowing a result: topics, sources, kinds, years and organisations, with live counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.reader.facets import Facet, Facets
from tui.reader.view import Choice
from tui.screens.choices import Choices, heading
from tui.screens.dialog import Dialog
from tui.screens.hanging import Hanging
from tui.screens.keys import bound
from tui.screens.styles import MARK, MUTED, STRONG

_MARGIN = 8
_CHOSEN = "✓"
_NOTHING = "Nothing here to narrow. Esc goes back."


class NarrowDown(Dialog[None]):
    """Facets to turn on and off, while the list behind follows. `turn` is told of each turned.

    `show` is called with the facets anew, each time that the result has changed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter,x", "turn", "Narrow or not", show=False),
        Binding("q", "back", "Back", show=False),
        bound("narrow", "back"),
        *(Binding(key, f"to('{key}')", "To these", show=False) for key in "12345"),
    ]
    HINTS = (("space", "choose"), ("1 to 5", "group"), ("back", "back"))

    def __init__(
        self,
        facets: Sequence[Facets],
        chosen: Iterable[Choice],
        turn: Callable[[Choice], object],
        total: int,
    ) -> None:
        super().__init__("Narrow down")
        self._facets = tuple(facets)
        self._chosen = frozenset(chosen)
        self._turn = turn
        self._total = total
        self._listed: list[Facet | None] = []

    def content(self) -> Iterable[Widget]:
        """How many items there are, and what they can be narrowed to."""
        yield Static(id="narrowed", markup=False)
        yield Choices()
        yield Static(_NOTHING, markup=False, classes="empty")

    def on_mount(self) -> None:
        """Show what there is."""
        super().on_mount()
        self.show(self._facets, self._chosen, self._total)

    def show(self, facets: Sequence[Facets], chosen: Iterable[Choice], total: int) -> None:
        """Show these facets, with a mark at those that are chosen; the cursor stays on its own."""
        listed = self.query_one(Choices)
        at_hand = self._at_hand
        self._facets, self._chosen, self._total = tuple(facets), frozenset(chosen), total
        self._listed = []
        rows: list[Option] = []
        for group in self._facets:
            rows.append(heading(f"{group.key} {group.heading}", apart=bool(rows)))
            self._listed.append(None)
            for facet in group.facets:
                rows.append(self._row(facet))
                self._listed.append(facet)
        listed.set_options(rows)
        choices = [facet.choice if facet else None for facet in self._listed]
        if at_hand is not None and at_hand.choice in choices:
            listed.highlighted = choices.index(at_hand.choice)
        elif len(rows) > 1:
            listed.highlighted = 1
        items = "1 item" if total == 1 else f"{total} items"
        self.query_one("#narrowed", Static).update(items)
        listed.display = bool(rows)
        self.query_one(".empty").display = not rows

    @property
    def _at_hand(self) -> Facet | None:
        at = self.query_one(Choices).highlighted
        return self._listed[at] if at is not None and at < len(self._listed) else None

    def _row(self, facet: Facet) -> Option:
        chosen = facet.choice in self._chosen
        mark = Content.assemble(
            (_CHOSEN if chosen else " ", MARK), (f"{facet.items:>{_MARGIN - 3}}", MUTED)
        )
        name = Content.styled(facet.choice.name, STRONG if chosen else "")
        return Option(Hanging(mark, name, _MARGIN))

    def action_turn(self) -> None:
        """Narrow to the facet under the cursor, or no longer."""
        if (facet := self._at_hand) is not None:
            self._turn(facet.choice)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_turn()

    def action_to(self, key: str) -> None:
        """To the first facet of a group."""
        place = 0
        for group in self._facets:
            if group.key == key:
                self.query_one(Choices).highlighted = place + 1
            place += 1 + len(group.facets)
