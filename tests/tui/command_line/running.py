"""Running `carereader` as a process of its own, as a person's shell does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """What `--json` printed."""
        data: dict[str, Any] = json.loads(self.out)
        assert data["version"] == 1
        return data


def environment(**changes: str) -> dict[str, str]:
    """The environment of the tests, in which no library of a person is in reach."""
    kept = {name: value for name, value in os.environ.items() if name != "CAREREADER_LIBRARY"}
    return {**kept, "PYTHONPATH": str(CHECKOUT), **changes}


def process(*arguments: str | Path, cwd: Path, **changes: str) -> Ran:
    """Run `python -m tui` with these arguments in the folder `cwd`."""
    ran = subprocess.run(
        [sys.executable, "-m", "tui", *(str(argument) for argument in arguments)],
        cwd=cwd,
        env=environment(**changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def refuses(ran: Ran, code: int, *words: str) -> None:
    """A command ended with this code, no data, and one line on stderr that has these words."""
    assert (ran.code, ran.out) == (code, ""), ran
    assert ran.err.count("\n") == 1, ran.err
    assert "Traceback" not in ran.err
    for word in words:
        assert word in ran.err, ran.err
