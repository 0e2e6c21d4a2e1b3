"""How commands open the library, and what they all take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from index import Library
from index.places import Places
from tui.command_line.printing import say
from tui.command_line.wording import counted

_Decorated = TypeVar("_Decorated", bound=Callable[..., int])

with_places = click.make_pass_decorator(Places)
"""Gives a command the places of the library as its first argument."""


def with_json(command: _Decorated) -> _Decorated:
    """Give a command the option `--json`, as its parameter `as_json`."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON for programs, not text for people."
    )(command)


@contextmanager
def library_at(places: Places) -> Iterator[Library]:
    """The library at `places`, open; on its first start a line on stderr says what it holds."""
    with Library(places) as library:
        if library.first_start:
            seeds = counted(len(library.documents()), "document")
            say(f"a new library in {places.record.parent}, with {seeds} to begin with")
        from tui.command_line.watching import watched

        with watched(library):
            yield library
