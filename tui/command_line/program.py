"""`carereader` itself: its commands, each loaded when it is called for."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from tui.command_line.exits import Exit
from tui.command_line.printing import say

NAME = "carereader"

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "search": "finding",
        "preview": "documents",
        "add": "documents",
        "show": "items",
        "topics": "items",
        "documents": "documents",
        "dates": "items",
        "meetings": "meetings",
        "meeting": "meetings",
        "series": "meetings",
        "bookmark": "agendas",
        "action": "agendas",
        "actions": "agendas",
        "carry": "meetings",
        "pack": "packs",
        "minutes": "packs",
        "share": "packs",
        "import": "packs",
        "reindex": "keeping",
        "paths": "keeping",
    }
)
"""Every command in the order of `--help`, with the module of this package that has it.

The function there is named after the command with `_command` behind it.
"""


class Program(click.Group):
    """The group of all commands. A command's module is imported when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"tui.command_line.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but naming the commands that are nearest to one that does not exist."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS) or COMMANDS
            ctx.fail(f"there is no command “{name}”; there is {', '.join(near)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """As click does it, except for a closed pipe, which click takes for an exit code of 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            return Exit.PIPE_CLOSED


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program; its exit code. Raises what its commands raise, and click's usage errors."""
    code = program.main(arguments, prog_name=NAME, standalone_mode=False)
    return code if isinstance(code, int) else Exit.DONE


def _print_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        click.echo(f"{NAME} {_version()}")
        context.exit()


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(NAME)
    except PackageNotFoundError:
        return "from a checkout, not installed"


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 nothing matched, 2 wrong usage, 3 the library or its index cannot"
    " be used, 4 some documents could not be read.",
)
@click.option(
    "--library",
    envvar="CAREREADER_LIBRARY",
    metavar="DIR",
    help="Keep everything in this folder (also: the environment variable CAREREADER_LIBRARY).",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and leave.",
)
@click.pass_context
def program(context: click.Context, library: str | None) -> int:
    """Newsletters taken apart, searched, and carried into your meeting.

    Alone, carereader opens the reader. The commands work on the same library, for a person at a
    prompt and for scripts: data goes to stdout (with --json for programs), messages to stderr.
    """
    from index.places import Places

    if library == "":
        # Path("") would be the folder one stands in, which nobody means by an empty variable
        raise click.UsageError("--library wants a folder")
    context.obj = Places.of(Path(library) if library is not None else None)
    if context.invoked_subcommand is not None:
        return Exit.DONE
    return _open_reader(context.obj)


def _open_reader(places: Any) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        say("the reader needs a terminal; for output to a file or a pipe use carereader search")
        return Exit.USAGE
    from contextlib import ExitStack

    from tui.app import CareReader
    from tui.command_line.collecting import once_loaded

    with ExitStack() as opened:

        def open_library() -> Any:
            from index import Library

            library = opened.enter_context(Library(places))
            once_loaded()
            return library

        app = CareReader(places, open_library)
        app.run()
    if app.failure is not None:
        raise app.failure
    return Exit.LIBRARY if app.return_code else Exit.DONE
