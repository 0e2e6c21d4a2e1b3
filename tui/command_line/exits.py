"""Exit codes, and the one line on stderr that says why."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import IntEnum

import click

from index.errors import (
    AmbiguousError,
    CareReaderError,
    DocumentError,
    FileExistsAlreadyError,
    InvalidInputError,
    NotFoundError,
)
from tui.command_line.printing import say

TRACEBACK = "CAREREADER_TRACEBACK"
"""The environment variable that asks for the traceback of a fault, for a report of it."""


class Exit(IntEnum):
    """What the exit code of `carereader` says."""

    DONE = 0
    NOTHING = 1
    USAGE = 2
    LIBRARY = 3
    REFUSED = 4
    INTERRUPTED = 130
    """As shells count: 128 and the number of SIGINT."""
    PIPE_CLOSED = 141
    """As shells count: 128 and the number of SIGPIPE."""


_OF_ERRORS: tuple[tuple[type[CareReaderError], Exit], ...] = (
    (NotFoundError, Exit.NOTHING),
    (AmbiguousError, Exit.USAGE),
    (InvalidInputError, Exit.USAGE),
    (FileExistsAlreadyError, Exit.USAGE),
    (DocumentError, Exit.REFUSED),
)


def exit_code(run: Callable[[], int]) -> int:
    """The exit code that `run` returns or that what it raises stands for.

    Whatever is raised is told in one line on stderr; a reader never sees a traceback unless the
    environment asks for it. A pipe whose reader has gone (`| head`) and ctrl+c end quietly.
    """
    try:
        code = run()
        sys.stdout.flush()
    except BrokenPipeError:
        code = Exit.PIPE_CLOSED
        _drop_output()
    except (KeyboardInterrupt, click.Abort):
        code = Exit.INTERRUPTED
    except click.UsageError as error:
        say(_usage(error))
        code = Exit.USAGE
    except CareReaderError as error:
        say(str(error))
        code = next((code for kind, code in _OF_ERRORS if isinstance(error, kind)), Exit.LIBRARY)
    except OSError as error:
        say(_refused_by_system(error))
        code = Exit.LIBRARY
        _drop_output()
    except Exception as error:  # noqa: BLE001 - a fault of ours is one line for a reader as well
        say(_fault(error))
        code = Exit.LIBRARY
    return code


def _usage(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx is not None else "carereader"
    return f"{error.format_message().rstrip('.')}; see {command} --help"


def _refused_by_system(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return f"{error.filename}: {reason}" if error.filename else f"cannot go on: {reason}"


def _fault(error: Exception) -> str:
    if os.environ.get(TRACEBACK):
        import traceback

        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return (
        f"a fault in carereader, not in what you did ({what}); nothing is lost. To report it, run "
        f"the same command with {TRACEBACK}=1 and send what it prints"
    )


def _drop_output() -> None:
    """Point stdout at nothing, lest the interpreter fail once more to write it as it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        # stdout is no file of the system (a test's, say): nothing fails when it is closed
        return
