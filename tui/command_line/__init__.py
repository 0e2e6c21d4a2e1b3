"""The command line: the reader's library for a person at a prompt, and for scripts."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Loading a program makes a hundred thousand objects that all stay. With its usual threshold of
700, Python looks through them again and again for what could go: a tenth of the start."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `carereader` with these arguments, or the process's own, and leave with its exit code."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    try:
        from tui.command_line.exits import exit_code
        from tui.command_line.program import run

        code = exit_code(lambda: run(arguments))
    except KeyboardInterrupt:
        # ctrl+c while the program is still being loaded, before exit_code is there to handle it
        code = 130
    sys.exit(code)
