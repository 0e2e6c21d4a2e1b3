"""What is imported when: a search is answered without the reader, a first paint without Whoosh."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[3]


def modules_after(code: str, *arguments: str) -> set[str]:
    """The first names of all modules that are there once `code` has run in a new Python."""
    script = (
        "import sys\n"
        f"sys.argv[1:] = {list(arguments)!r}\n"
        "try:\n"
        f"    {code}\n"
        "except SystemExit as left:\n"
        "    assert not left.code, left.code\n"
        "print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import index", {"textual", "rich", "click", "whoosh", "numpy"}),
        ("import tui.command_line", {"textual", "rich", "whoosh", "numpy"}),
        ("import tui.app", {"whoosh", "numpy"}),
    ],
)
def test_what_an_import_leaves_alone(code: str, unwanted: set[str]) -> None:
    assert modules_after(code) & unwanted == set()


def test_a_search_does_not_import_the_reader(tmp_path: Path) -> None:
    loaded = modules_after(
        "from tui.command_line import main; main()", "--library", str(tmp_path), "search", "kinship"
    )
    assert "whoosh" in loaded
    assert "textual" not in loaded


def test_asking_for_help_opens_nothing(tmp_path: Path) -> None:
    library = tmp_path / "library"
    loaded = modules_after(
        "from tui.command_line import main; main()", "--library", str(library), "--help"
    )
    assert loaded & {"textual", "whoosh"} == set()
    assert not library.exists()
