from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line.conftest import CommandLine
from tests.tui.command_line.running import refuses

PANEL = "Corporate Parenting Panel"


@pytest.fixture
def item(carereader: CommandLine) -> str:
    found: str = carereader("search", "kinship", "--json").data["hits"][0]["id"]
    return found


def agenda(carereader: CommandLine, name: str = PANEL) -> list[str]:
    meeting = carereader("meeting", name, "--json").data["meeting"]
    return [mark["item"] for mark in meeting["agenda"]]


def test_no_meetings_says_how_to_make_one(carereader: CommandLine) -> None:
    refuses(carereader("meetings"), 1, "carereader meeting NAME")


def test_a_meeting_is_made_shown_and_changed(carereader: CommandLine) -> None:
    made = carereader(
        *("meeting", PANEL, "--date", "3 December 2026", "--time", "2pm", "--place", "Room 1"),
        *("--standing", "Apologies", "--standing", "Minutes of the last meeting"),
    )
    assert made.code == 0
    assert f"made the meeting “{PANEL}”" in made.err
    for wanted in (PANEL, "3 December 2026", "2pm", "Room 1", "1. Apologies", "2. Minutes"):
        assert wanted in made.out
    shown = carereader("meeting", PANEL.lower())
    assert (shown.out, shown.err) == (made.out, "")

    changed = carereader("meeting", PANEL, "--place", "Room 2", "--json").data["meeting"]
    assert changed["place"] == "Room 2"
    assert (changed["date"], changed["time"]) == ("2026-12-03", "2pm")
    assert changed["standing"] == ["Apologies", "Minutes of the last meeting"]


def test_the_first_meeting_is_the_current_one(carereader: CommandLine) -> None:
    carereader("meeting", PANEL)
    carereader("meeting", "Scrutiny")
    rows = carereader("meetings", "--json").data["meetings"]
    assert {row["name"]: row["current"] for row in rows} == {PANEL: True, "Scrutiny": False}
    assert "bookmarks go here" in carereader("meetings").out


def test_a_bookmark_goes_to_the_current_meeting(carereader: CommandLine, item: str) -> None:
    carereader("meeting", PANEL)
    ran = carereader("bookmark", item)
    assert ran.code == 0
    assert f"is on the agenda of {PANEL}" in ran.out
    assert agenda(carereader) == [item]
    assert "already on the agenda" in carereader("bookmark", item).out
    assert agenda(carereader) == [item]


def test_a_bookmark_needs_a_meeting(carereader: CommandLine, item: str) -> None:
    refuses(carereader("bookmark", item), 2, "--meeting")
    assert carereader("meetings").code == 1


def test_a_bookmark_makes_the_meeting_that_it_names(carereader: CommandLine, item: str) -> None:
    ran = carereader("bookmark", item, "--meeting", PANEL, "--note", "ask Ann")
    assert ran.code == 0
    assert f"made the meeting “{PANEL}”" in ran.err
    assert agenda(carereader) == [item]
    assert carereader("show", item, "--json").data["item"]["note"] == "ask Ann"


def test_a_bookmark_that_fails_makes_no_meeting(carereader: CommandLine) -> None:
    refuses(carereader("bookmark", "zzzz", "--meeting", PANEL), 1, "zzzz")
    assert carereader("meetings").code == 1


def test_a_bookmark_can_be_removed(carereader: CommandLine, item: str) -> None:
    carereader("bookmark", item, "--meeting", PANEL)
    assert carereader("bookmark", item, "--remove").code == 0
    assert agenda(carereader) == []
    refuses(carereader("bookmark", item, "--remove"), 1, "not on the agenda")
    refuses(carereader("bookmark", item, "--remove", "--meeting", "Nowhere"), 1, "Nowhere")
    refuses(carereader("bookmark", item, "--remove", "--note", "x"), 2, "--note")


def test_a_pack_is_printed(carereader: CommandLine, item: str) -> None:
    carereader("bookmark", item, "--meeting", PANEL, "--note", "ask Ann")
    ran = carereader("pack", PANEL.upper())
    shown = carereader("show", item, "--json").data["item"]
    assert ran.code == 0
    assert ran.out.startswith("# ")
    for wanted in (PANEL, shown["source"], "ask Ann"):
        assert wanted in ran.out


def test_a_pack_is_written_and_never_over_another_file(
    carereader: CommandLine, item: str, tmp_path: Path
) -> None:
    carereader("bookmark", item, "--meeting", PANEL)
    file = tmp_path / "pack.md"
    ran = carereader("pack", PANEL, "--output", file)
    assert (ran.code, ran.out) == (0, f"{file}\n")
    assert file.read_text("utf-8") == carereader("pack", PANEL).out

    file.write_text("mine", "utf-8")
    refuses(carereader("pack", PANEL, "--output", file), 2, str(file), "--overwrite")
    assert file.read_text("utf-8") == "mine"
    assert carereader("pack", PANEL, "--output", file, "--overwrite").code == 0
    assert PANEL in file.read_text("utf-8")


def test_a_format_that_does_not_exist_names_those_that_do(carereader: CommandLine) -> None:
    refuses(carereader("pack", PANEL, "--format", "pdf"), 2, "pdf", "md")


def test_the_pack_of_an_unknown_meeting_is_nothing_found(carereader: CommandLine) -> None:
    refuses(carereader("pack", "Nowhere"), 1, "Nowhere")


def test_a_meeting_needs_a_name_and_a_date_that_exists(carereader: CommandLine) -> None:
    refuses(carereader("meeting", ""), 2)
    refuses(carereader("meeting", "x" * 201), 2)
    refuses(carereader("meeting", PANEL, "--date", "31/02/2026"), 2, "31/02/2026")
    assert carereader("meetings").code == 1
