"""Keys as people write them, from keys as Textual names them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.keys import format_key

_WORDS = {
    "backspace": "Backspace",
    "delete": "Del",
    "down": "Down",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "home": "Home",
    "insert": "Ins",
    "left": "Left",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "right": "Right",
    "space": "Space",
    "tab": "Tab",
    "up": "Up",
}
"""Words rather than arrows and symbols: a screen reader says them, and every font has them."""


def shown(key: str) -> str:
    """The key as footers and help write it: "slash" gives "/", "escape" "Esc", "ctrl+f" itself."""
    *modifiers, name = key.split("+")
    if name in _WORDS:
        base = _WORDS[name]
    elif name[:1] == "f" and name[1:].isdigit():
        base = name.upper()
    else:
        base = format_key(name)
    return "+".join([*modifiers, base])


def shown_all(keys: Iterable[str]) -> str:
    """All the keys of a command, as help lists them: "j, Down"."""
    return ", ".join(shown(key) for key in keys)
