"""Fields to type in, with their name in the border and nothing in them but text."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from tui.plain import plain as plain


class Line(Input):
    """A field of one line."""

    def __init__(
        self, label: str, value: str = "", *, placeholder: str = "", id: str | None = None
    ):
        super().__init__(plain(value), placeholder=plain(placeholder), id=id, select_on_focus=False)
        self.border_title = Content(label)

    def validate_value(self, value: str) -> str:
        """Whatever comes in, by key, paste or code, is plain text."""
        return plain(value)

    def _on_paste(self, event: events.Paste) -> None:
        """Make one line of several that are pasted; the field itself would take the first alone."""
        event.text = plain(" ".join(event.text.split()))


class Paragraphs(TextArea):
    """A field of several lines, wrapped where the field ends."""

    def __init__(self, label: str, text: str = "", *, placeholder: str = "", id: str | None = None):
        super().__init__(
            plain(text, keep="\n\t"),
            placeholder=Content(placeholder),
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            id=id,
        )
        self.border_title = Content(label)

    async def _on_paste(self, event: events.Paste) -> None:
        """Let only plain text come to the field itself, which is handed the event next."""
        event.text = plain(event.text.replace("\r\n", "\n").replace("\r", "\n"), keep="\n\t")


class Problem(Static):
    """What is the matter with the field above; takes no room while nothing is."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__("", markup=False, id=id)
        self.say("")

    def say(self, words: str, *, gently: bool = False) -> None:
        """Show `words`, as a hint if `gently`, or nothing if they are empty."""
        self.update(Content(words))
        self.display = bool(words)
        self.set_class(gently, "-gentle")
