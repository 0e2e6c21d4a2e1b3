"""The peer of the reader: an empty Textual app with three panes and a line to type in."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Input


class Peer(App[None]):
    """What Textual itself costs: three titled panes, an input above, a footer below."""

    CSS = """
    VerticalScroll { border: round $primary; width: 1fr; }
    Input { height: 1; border: none; }
    """

    def compose(self) -> ComposeResult:
        yield Input()
        with Horizontal():
            for title in ("Topics", "Items", "Reading"):
                pane = VerticalScroll()
                pane.border_title = title
                yield pane
        yield Footer()


if __name__ == "__main__":
    Peer().run()
