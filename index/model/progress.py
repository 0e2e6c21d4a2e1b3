"""How long work says how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called as work goes on, from the thread that works: what is done, how much of it, of how much.

The last is 0 where it is unknown.
"""
