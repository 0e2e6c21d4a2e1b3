"""The first thing that a new reader sees."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.commands import command
from tui.key_names import shown
from tui.screens.dialog import Dialog
from tui.screens.hanging import Hanging
from tui.screens.styles import KEY
from tui.screens.wording import counted

KEYS: tuple[tuple[str, str], ...] = (
    ("search", "search everything as you type"),
    ("enter", "open the item under the cursor"),
    ("bookmark", "bookmark it for your next meeting"),
    ("export_pack", "write the meeting's pack, with every source cited"),
    ("help", "all the keys, and how to search"),
)


class Welcome(Dialog[None]):
    """What this is, and the keys that matter. Any key goes on."""

    HINTS = (("any key", "goes on"),)

    def __init__(self, documents: int, items: int) -> None:
        super().__init__("Welcome to carereader")
        self.documents = documents
        self.items = items

    def content(self) -> Iterable[Widget]:
        """Three sentences and a handful of keys."""
        yield Static(
            "carereader takes newsletters about children in care apart, item by item, and sorts "
            "the items by topic. "
            f"{self._here()} "
            "Find what matters, mark it, and walk into your meeting with an agenda that cites "
            "every source.",
            markup=False,
            classes="prompt",
        )
        for name, words in KEYS:
            key = name if name == "enter" else command(name).keys[0]
            yield Static(Hanging(Content.styled(shown(key), KEY), Content(words), 8))

    def _here(self) -> str:
        if not self.documents:
            return f"Press {shown(command('add_documents').keys[0])} to add your first newsletters."
        verb = "is" if self.documents == 1 else "are"
        return (
            f"{counted(self.documents, 'newsletter')} with {counted(self.items, 'item')} "
            f"{verb} here to begin with."
        )

    def on_key(self, event: events.Key) -> None:
        """Go on."""
        event.stop()
        self.dismiss(None)

    def on_click(self) -> None:
        """A click is as good as a key."""
        self.dismiss(None)
