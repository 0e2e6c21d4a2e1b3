"""When Python looks for what can be thrown away: seldom while it loads, briefly once it runs."""

from __future__ import annotations

import gc

_WHILE_LOADING = 50_000
"""New objects between two looks. Loading a program makes a hundred thousand that all stay: with its
usual 700, Python would look through them again and again, a tenth of the start."""

_ONCE_LOADED = 10_000
"""A look through 50,000 holds up the keys for longer than a frame."""


def while_loading() -> None:
    """Leave the program alone while it is being loaded."""
    gc.set_threshold(_WHILE_LOADING)


def once_loaded() -> None:
    """Look often and briefly from now on, and never again at what is there by now."""
    gc.freeze()
    gc.set_threshold(_ONCE_LOADED)
