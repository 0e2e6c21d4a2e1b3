"""The README tells what the code does, or a test fails."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tui.command_line.program import COMMANDS as PROGRAMS
from tui.commands import AGENDA, COMMANDS, DATES, Command
from tui.key_names import shown_all

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


TABLES = {"keys": COMMANDS, "keys of the agenda": AGENDA, "keys of the dates": DATES}


def _key_table(commands: Sequence[Command]) -> str:
    rows = ["| keys | does | name in settings |", "|---|---|---|"]
    rows += [f"| {shown_all(each.keys)} | {each.explains} | `{each.name}` |" for each in commands]
    return "\n".join(rows)


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_of_keys_are_the_tables_in_the_code(name: str) -> None:
    found = re.search(rf"<!-- {name}: .*? -->\n(.*?)\n<!-- end of keys -->", README, re.DOTALL)
    assert found is not None
    assert found.group(1) == _key_table(TABLES[name])


def _named_commands() -> list[str]:
    block = re.search(r"## On the command line\n(.*?)\n## ", README, re.DOTALL)
    assert block is not None
    return sorted(set(re.findall(r"^    carereader (\w+)", block.group(1), re.MULTILINE)))


def test_every_command_that_it_names_exists() -> None:
    assert _named_commands()
    assert set(_named_commands()) <= set(PROGRAMS)


def test_every_file_that_it_names_exists() -> None:
    root = Path(__file__).parents[2]
    for path in re.findall(r"`((?:index|tui|seeds|tests)/[\w./]*)`", README):
        assert (root / path).exists(), path
    for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (root / path).is_file(), path
