"""The command line: the reader's library for a person at a prompt, and for scripts."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tui.command_line.collecting import while_loading


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `carereader` with these arguments, or the process's own, and leave with its exit code."""
    while_loading()
    try:
        from tui.command_line.exits import exit_code
        from tui.command_line.program import run

        code = exit_code(lambda: run(arguments))
    except KeyboardInterrupt:
        # ctrl+c while the program is still being loaded, before exit_code is there to handle it
        code = 130
    sys.exit(code)
