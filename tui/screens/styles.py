"""Styles for stretches of text, in the words of the theme."""

from __future__ import annotations

from typing import Final

STRONG: Final = "bold"
MUTED: Final = "$foreground-muted"
KEY: Final = "bold $accent"
MARK: Final = "$accent"
HEADING: Final = "bold $text-accent"
REMARK: Final = "$text-accent"
WARNING: Final = "$text-warning"
SUCCESS: Final = "$text-success"
