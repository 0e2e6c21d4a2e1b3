from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.command_line.running import Ran
from tui.command_line import main

CommandLine = Callable[..., Ran]


@pytest.fixture
def carereader(
    library_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> CommandLine:
    """The command line on a library with the seeds, in this process: quick, and not a terminal.

    Another library is named as an argument, for the last `--library` counts.
    """
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(["--library", str(library_folder), *(str(argument) for argument in arguments)])
        out, err = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Ran(left.value.code, out, err)

    return run
