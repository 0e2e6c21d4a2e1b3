"""Copying to the clipboard: through the terminal, and through the platform beside it."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import App


def copy(app: App[Any], text: str) -> None:
    """Put the text on the clipboard of whoever sits before the terminal.

    The terminal is asked by OSC 52, which goes through ssh as well; what understands none of that
    (the old console of Windows, Terminal on a Mac) has a clipboard that the platform knows.
    """
    app.copy_to_clipboard(text)
    if not app.is_headless:
        app.run_worker(
            partial(_to_platform, text), thread=True, group="clipboard", exit_on_error=False
        )


def _to_platform(text: str) -> None:
    import pyperclip  # looks for the platform's programs: only who copies waits for it

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError):
        return  # a machine without a clipboard: the terminal has been asked already
