"""What pyproject.toml declares is what the code needs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parents[2]
OURS = ("index", "tui", "seeds")

NAMES = {"python-docx": "docx", "whoosh3": "whoosh"}
"""Distributions whose package has another name."""


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        whole: dict[str, Any] = tomllib.load(file)
    return whole


def declared(project: dict[str, Any]) -> set[str]:
    requirements = project["project"]["dependencies"]
    names = (re.match(r"[\w.-]+", requirement) for requirement in requirements)
    return {NAMES.get(name[0], name[0]) for name in names if name}


def imported() -> Iterator[str]:
    """The first name of every absolute import in the code that is installed."""
    for package in OURS:
        for module in (CHECKOUT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(module.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    yield from (alias.name.split(".")[0] for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                    yield node.module.split(".")[0]


def test_every_dependency_is_imported_and_every_import_is_declared(
    project: dict[str, Any],
) -> None:
    outside = set(imported()) - set(OURS) - sys.stdlib_module_names
    assert outside == declared(project)


def test_the_command_is_where_the_project_says(project: dict[str, Any]) -> None:
    assert project["project"]["scripts"] == {"carereader": "tui.command_line:main"}
