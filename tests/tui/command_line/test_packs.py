"""Packs, minutes and sharing, from the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import CommandLine
from tests.tui.command_line.running import CHECKOUT, environment, process, refuses

PANEL = "Panel"


@pytest.fixture
def item(carereader: CommandLine) -> str:
    found: str = carereader("search", "kinship", "--json").data["hits"][0]["id"]
    carereader("meeting", PANEL, "--date", "3 March 2026", "--standing", "Apologies")
    carereader("bookmark", found, "--meeting", PANEL, "--note", "ask Ann")
    return found


def test_the_format_is_that_of_the_file(carereader: CommandLine, item: str, tmp_path: Path) -> None:
    for ending, begins in (("docx", b"PK"), ("html", b"<!"), ("ics", b"BEGIN:VCALENDAR")):
        file = tmp_path / f"pack.{ending}"
        assert carereader("pack", PANEL, "--output", file).out == f"{file}\n"
        assert file.read_bytes().startswith(begins)
    odd = tmp_path / "pack.odd"
    carereader("pack", PANEL, "--output", odd, "--format", "txt")
    assert odd.read_text("utf-8") == carereader("pack", PANEL, "--format", "txt").out


def test_a_folder_that_is_not_there_is_wrong_usage(
    carereader: CommandLine, item: str, tmp_path: Path
) -> None:
    file = tmp_path / "no such folder" / "pack.md"
    for command in ("pack", "minutes", "share"):
        refuses(carereader(command, PANEL, "--output", file), 2, str(file), "no folder")
    assert list(tmp_path.glob("no*")) == []


def test_minutes_say_what_became_of_it(carereader: CommandLine, item: str, tmp_path: Path) -> None:
    carereader("action", PANEL, "Write to Ann", "--owner", "Bo", "--item", item)
    printed = carereader("minutes", PANEL)
    assert printed.code == 0
    assert "Write to Ann" in printed.out
    assert printed.out != carereader("pack", PANEL).out
    refuses(carereader("minutes", PANEL, "--format", "ics"), 2, "ics")


def test_a_shared_meeting_is_taken_in_by_another_library(
    carereader: CommandLine, item: str, seeded_folder: Path, tmp_path: Path
) -> None:
    carereader("action", PANEL, "Write to Ann", "--item", item)
    file = tmp_path / "panel.json"
    assert carereader("share", PANEL, "--by", "Jo", "--output", file).code == 0
    assert json.loads(file.read_text("utf-8"))["by"] == "Jo"
    chair = ("--library", shutil.copytree(seeded_folder, tmp_path / "chair"))
    ran = carereader(*chair, "import", file, "--json")
    assert ran.code == 0
    assert ran.data["meeting"] == PANEL
    assert "New action: Write to Ann" in ran.data["changes"]
    there = carereader(*chair, "meeting", PANEL, "--json").data["meeting"]
    ours = carereader("meeting", PANEL, "--json").data["meeting"]
    assert (there["entries"], there["actions"]) == (ours["entries"], ours["actions"])

    carereader(*chair, "bookmark", item, "--meeting", PANEL, "--note", "for decision")
    back = tmp_path / "back.json"
    carereader(*chair, "share", PANEL, "--by", "Cllr Low", "--output", back)
    took = carereader("import", back)
    assert "note" in took.out
    note = carereader("show", item, "--json").data["item"]["note"]
    assert note == "ask Ann\n\nCllr Low wrote: for decision"
    again = carereader("import", back)
    assert (again.code, "nothing new" in again.err) == (0, True)
    file.write_text("{", "utf-8")
    refuses(carereader("import", file), 4, str(file))


def test_what_is_no_text_is_not_written_to_a_terminal(
    carereader: CommandLine, item: str, library_folder: Path, tmp_path: Path
) -> None:
    ran = process("--library", library_folder, "pack", PANEL, "--format", "md", cwd=tmp_path)
    assert ran.out == carereader("pack", PANEL).out
    # not every system has terminals that a program can make
    ours, theirs = pytest.importorskip("pty").openpty()
    command = [sys.executable, "-m", "tui", "--library", str(library_folder), "pack", PANEL]
    refused = subprocess.run(
        [*command, "--format", "docx"],
        stdout=theirs,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env=environment(),
        cwd=CHECKOUT,
        timeout=60,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    assert refused.returncode == 2
    assert b"--output FILE" in refused.stderr
