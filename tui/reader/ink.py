"""Styles for lines that a pane paints itself."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


def ink(widget: Widget, name: str) -> Style:
    """The style of a component class, with only what the stylesheet says of it.

    What it does not say is left to the line beneath. Colours are those that the eye sees: one that
    is half transparent, or chosen for its contrast, is worked out against the pane's background.
    """
    said = widget.get_component_rich_style(name, partial=True)
    seen = widget.get_component_rich_style(name)
    return Style(
        color=seen.color if said.color else None,
        bgcolor=seen.bgcolor if said.bgcolor else None,
        bold=said.bold,
        italic=said.italic,
        underline=said.underline,
    )
