from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from index.errors import (
    AmbiguousError,
    DocumentError,
    FileExistsAlreadyError,
    InvalidInputError,
    LibraryError,
    NotFoundError,
)
from tui.command_line.exits import TRACEBACK, Exit, exit_code


def raising(error: BaseException) -> Callable[[], int]:
    def run() -> int:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NotFoundError("no such item"), 1),
        (InvalidInputError("no date"), 2),
        (AmbiguousError("fits two items"), 2),
        (FileExistsAlreadyError(Path("pack.md")), 2),
        (click.UsageError("no such option"), 2),
        (LibraryError("made by a newer version"), 3),
        (OSError(28, "No space left on device"), 3),
        (DocumentError("a.txt", "empty"), 4),
        (ZeroDivisionError("a fault"), 3),
    ],
)
def test_an_error_is_one_line_and_an_exit_code(
    error: Exception, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(raising(error)) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("carereader: ")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), 130), (click.Abort(), 130), (BrokenPipeError(), 141)]
)
def test_some_ends_are_quiet(
    error: BaseException, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(raising(error)) == code
    assert capsys.readouterr() == ("", "")


def test_what_a_command_returns_is_its_exit_code() -> None:
    assert exit_code(lambda: Exit.REFUSED) == 4


def test_an_error_of_several_lines_is_still_one(capsys: pytest.CaptureFixture[str]) -> None:
    exit_code(raising(LibraryError("first\nsecond \x1b[31mred")))
    assert capsys.readouterr().err == "carereader: first second \N{REPLACEMENT CHARACTER}[31mred\n"


def test_a_fault_says_how_to_report_it(capsys: pytest.CaptureFixture[str]) -> None:
    exit_code(raising(ZeroDivisionError("a fault")))
    assert f"{TRACEBACK}=1" in capsys.readouterr().err


def test_who_asks_for_the_traceback_of_a_fault_gets_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TRACEBACK, "1")
    exit_code(raising(ZeroDivisionError("a fault")))
    assert "Traceback" in capsys.readouterr().err
