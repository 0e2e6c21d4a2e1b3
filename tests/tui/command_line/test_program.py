from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import CommandLine
from tests.tui.command_line.running import CHECKOUT, environment, process, refuses
from tui.command_line.program import COMMANDS


def test_a_first_command_says_that_it_made_a_library(tmp_path: Path) -> None:
    library = tmp_path / "library"
    first = process("search", "kinship", "--json", cwd=tmp_path, CAREREADER_LIBRARY=str(library))
    assert first.code == 0
    assert first.data["hits"]
    assert (first.err.count("\n"), str(library) in first.err) == (1, True)
    assert "5 documents" in first.err
    second = process("search", "kinship", "--json", cwd=tmp_path, CAREREADER_LIBRARY=str(library))
    assert (second.out, second.err) == (first.out, "")


def test_the_reader_wants_a_terminal(tmp_path: Path) -> None:
    ran = process("--library", tmp_path / "library", cwd=tmp_path)
    refuses(ran, 2, "terminal", "carereader search")
    assert not (tmp_path / "library").exists()


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_command(carereader: CommandLine, option: str) -> None:
    ran = carereader(option)
    assert (ran.code, ran.err) == (0, "")
    listed = [line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")]
    assert set(COMMANDS) <= set(listed)
    assert "..." not in ran.out.replace("[ARGS]...", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(carereader: CommandLine, command: str) -> None:
    ran = carereader(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: carereader {command} ")


def test_the_version_is_told(tmp_path: Path) -> None:
    ran = process("--version", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out.startswith("carereader ")


def test_an_unknown_command_names_the_nearest(carereader: CommandLine) -> None:
    refuses(carereader("serach"), 2, "serach", "search")
    refuses(carereader("xyzzy"), 2, "xyzzy", "preview", "pack")


@pytest.mark.parametrize(
    "arguments", [["--frobnicate"], ["show"], ["preview"], ["add"], ["pack"], ["show", "a", "b"]]
)
def test_wrong_usage_is_one_line(carereader: CommandLine, arguments: list[str]) -> None:
    refuses(carereader(*arguments), 2, "--help")


def test_a_reader_that_goes_away_is_no_error(library_folder: Path) -> None:
    searching = subprocess.Popen(
        [sys.executable, "-m", "tui", "--library", library_folder, "search", "--limit", "0"],
        cwd=CHECKOUT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert searching.stdout is not None
    assert searching.stderr is not None
    searching.stdout.close()
    errors = searching.stderr.read()
    searching.stderr.close()
    assert (searching.wait(), errors) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line(library_folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "tui", "--library", library_folder, "topics"],
            cwd=CHECKOUT,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 3
    assert ran.stderr.count(b"\n") == 1
    assert b"No space left" in ran.stderr


def test_output_that_cannot_take_a_character_replaces_it(
    carereader: CommandLine, library_folder: Path
) -> None:
    search = ("search", "care", "--limit", "0")
    arguments = ("--library", library_folder, *search)
    plain = process(*arguments, cwd=library_folder, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert plain.code == 0
    assert plain.out.isascii()
    data = process(*arguments, "--json", cwd=library_folder, PYTHONIOENCODING="ascii").data
    assert data == carereader(*search, "--json").data


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals in the library")
class TestOnATerminal:
    """A pseudo-terminal stands in for a person's."""

    def seen(self, library: Path, *arguments: str, **changes: str) -> str:
        import pty

        ours, theirs = pty.openpty()
        running = subprocess.Popen(
            [sys.executable, "-m", "tui", "--library", library, *arguments],
            cwd=CHECKOUT,
            env=environment(TERM="xterm-256color", COLUMNS="80", **changes),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        written = b""
        try:
            while piece := os.read(ours, 65536):
                written += piece
        except OSError:
            # how Linux says that the other side has closed
            pass
        finally:
            os.close(ours)
        assert running.wait() == 0, written
        return written.decode()

    def test_hits_are_bold(self, library_folder: Path) -> None:
        assert "\x1b[1m" in self.seen(library_folder, "search", "kinship")

    def test_progress_is_shown_and_taken_away(self, library_folder: Path) -> None:
        assert "\r\x1b[K" in self.seen(library_folder, "reindex")

    def test_no_color_is_honoured(self, library_folder: Path) -> None:
        seen = self.seen(library_folder, "search", "kinship", NO_COLOR="1")
        assert "\x1b[3" not in seen
        assert "\x1b[9" not in seen

    def test_who_closes_the_window_leaves(self, library_folder: Path) -> None:
        import pty

        ours, theirs = pty.openpty()
        # of a session of its own, it is not told by a signal, as under make
        reader = subprocess.Popen(
            [sys.executable, "-m", "tui", "--library", library_folder],
            cwd=CHECKOUT,
            env=environment(TERM="xterm-256color"),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        try:
            written = b""
            while b"All items" not in written:
                written += os.read(ours, 65536)
            os.close(ours)
            assert reader.wait(60) == 0
        finally:
            reader.kill()
            reader.wait()
