"""Bindings and hints for screens, from the one table of commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from tui.commands import BY_NAME, command
from tui.key_names import shown
from tui.screens.styles import KEY

Hint = tuple[str, str]
"""The name of a command, or of a key, and what it does here in a word or two."""

_BETWEEN = 2
"""Columns between two hints."""


def bound(name: str, action: str = "") -> Binding:
    """The keys of the command `name`, for a screen. They follow the reader's own choice of keys.

    `action` is what they do here, where that is not called as the command is.
    """
    entry = command(name)
    return Binding(
        ",".join(entry.keys), action or entry.name, entry.title, show=False, id=entry.name
    )


SCROLLING: tuple[Binding, ...] = (
    bound("down", "scroll('scroll_down')"),
    bound("up", "scroll('scroll_up')"),
    bound("top", "scroll('scroll_home')"),
    bound("bottom", "scroll('scroll_end')"),
    Binding("space,pagedown", "scroll('scroll_page_down')", "Page down", show=False),
    Binding("pageup", "scroll('scroll_page_up')", "Page up", show=False),
)
"""The keys of a dialog that is only read: its action `scroll` is given the method to call."""


def keys_in_force(bindings: Mapping[str, ActiveBinding]) -> dict[str, tuple[str, ...]]:
    """The keys that `bindings` give to commands on a screen, by the names of these."""
    keys: dict[str, tuple[str, ...]] = {}
    for key, active in bindings.items():
        if active.binding.id:
            keys[active.binding.id] = (*keys.get(active.binding.id, ()), key)
    return keys


class Hints(Visual):
    """Keys and what they do, side by side; a line ends between two hints and never within one."""

    def __init__(self, bindings: Mapping[str, ActiveBinding], hints: Iterable[Hint]) -> None:
        """Show the keys that `bindings` give to commands on a screen."""
        in_force = keys_in_force(bindings)
        self.parts = []
        for name, words in hints:
            default = BY_NAME[name].keys if name in BY_NAME else (name,)
            key = shown(in_force.get(name, default)[0])
            self.parts.append(Content.assemble((f"{key} ", KEY), words))

    @property
    def line(self) -> Content:
        """All of it in one line."""
        return _joined(self.parts)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of a single line."""
        return self.line.cell_length

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The number of lines at a width in cells."""
        return self._flowed(width).get_height(rules, width)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines."""
        return self._flowed(width).render_strips(width, height, style, options)

    def _flowed(self, width: int) -> Content:
        lines: list[list[Content]] = [[]]
        for part in self.parts:
            if lines[-1] and _joined([*lines[-1], part]).cell_length > width:
                lines.append([])
            lines[-1].append(part)
        return Content("\n").join(map(_joined, lines))


def _joined(parts: Sequence[Content]) -> Content:
    return Content(" " * _BETWEEN).join(parts)
