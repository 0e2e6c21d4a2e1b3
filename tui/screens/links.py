"""The links of an item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from index.model.documents import Link
from tui.screens.choices import Choices, row
from tui.screens.dialog import Dialog
from tui.screens.styles import STRONG

LOST = "address lost in source"


def link_in_words(link: Link) -> Content:
    """The text of a link, and below it, in full, where it leads: the text may say otherwise."""
    text = link.text.strip()
    if link.address is None:
        return Content.assemble((text, STRONG), "\n", (LOST, "italic $text-warning"))
    if not text or text == link.address:
        return Content.styled(link.address, "$text-primary")
    return Content.assemble((text, STRONG), "\n", (link.address, "$text-primary"))


class LinkList(Dialog[Link | None]):
    """Answers with the link that was chosen, which has an address, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", show=False),
        Binding("q", "back", "Back", show=False),
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, 10)),
    ]
    HINTS = (("enter", "open"), ("1-9", "open by number"), ("back", "back"))

    def __init__(self, links: Sequence[Link]) -> None:
        super().__init__("Links")
        self.links = tuple(links)

    def content(self) -> Iterable[Widget]:
        """The links by number."""
        if not self.links:
            yield Static("This item has no links.", markup=False, classes="empty")
            return
        margin = len(str(len(self.links))) + 1
        yield Choices(
            *(
                row(str(number).rjust(margin - 1), link_in_words(link), margin)
                for number, link in enumerate(self.links, 1)
            )
        )

    def action_choose(self) -> None:
        """Choose the link under the cursor."""
        if not self.links:
            self.dismiss(None)
        elif (at := self.query_one(Choices).highlighted) is not None:
            self._choose(at)

    def action_number(self, number: int) -> None:
        """Choose a link by its number."""
        if number <= len(self.links):
            self.query_one(Choices).highlighted = number - 1
            self._choose(number - 1)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._choose(event.option_index)

    def _choose(self, at: int) -> None:
        link = self.links[at]
        if link.address is None:
            self.notify(
                "The source has lost the address of this link: there is nothing to open.",
                severity="warning",
                markup=False,
            )
        else:
            self.dismiss(link)
