"""Series, actions and carrying forward, as a clerk's scripts would do it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.command_line.conftest import CommandLine
from tests.tui.command_line.running import refuses

PANEL = "Panel, 3 March 2026"
NEXT = "Panel, 14 April 2026"


@pytest.fixture
def items(carereader: CommandLine) -> list[str]:
    hits = carereader("search", "kinship", "--json").data["hits"]
    return [hit["id"] for hit in hits[:2]]


@pytest.fixture
def panel(carereader: CommandLine, items: list[str]) -> str:
    """A meeting of a series, with two items on its agenda."""
    carereader(
        *("series", "Panel", "--weeks", "6", "--time", "2pm to 3pm", "--chair", "Cllr Low"),
        *("--person", "Ann", "--person", "Bo", "--agenda", "# Opening"),
        *("--agenda", "Apologies (5 min) | Chair", "--agenda", "# Items", "--agenda", "AOB"),
    )
    carereader("series", "Panel", "--next", "--date", "3 March 2026")
    for item in items:
        carereader("bookmark", item, "--meeting", PANEL, "--section", "items")
    return PANEL


def test_a_series_hands_on_what_its_meetings_have(
    carereader: CommandLine, panel: str, items: list[str]
) -> None:
    meeting = carereader("meeting", panel, "--json").data["meeting"]
    assert (meeting["date"], meeting["time"], meeting["chair"]) == (
        *("2026-03-03", "2pm to 3pm", "Cllr Low"),
    )
    assert (meeting["people"], meeting["series"]) == (["Ann", "Bo"], "Panel")
    assert [(entry["kind"], entry["title"]) for entry in meeting["entries"]][:3] == [
        *(("section", "Opening"), ("standing", "Apologies"), ("section", "Items")),
    ]
    assert meeting["entries"][1]["minutes"] == 5
    assert [entry["item"] for entry in meeting["entries"]][3:5] == items
    printed = carereader("meeting", panel).out
    for wanted in ("Chair: Cllr Low", "Agenda: 5 minutes, over at 2.05pm", "2pm · 5 minutes"):
        assert wanted in printed
    assert printed.index("Opening") < printed.index("1. Apologies") < printed.index("Items")

    (series,) = carereader("series", "--json").data["series"]
    assert (series["weeks"], series["meetings"]) == (6, [PANEL])
    assert series["template"][1] == {
        "kind": "standing",
        "title": "Apologies",
        "minutes": 5,
        "lead": "Chair",
    }
    usual = carereader("series", "Board", "--template", "--next", "--json")
    assert usual.data["series"][0]["template"][1]["title"].startswith("Welcome")
    assert usual.data["series"][0]["meetings"] == ["Board, meeting 1"]
    changed = carereader("series", "panel", "--weeks", "0", "--rename", "CPP")
    assert "at no regular time" in changed.out
    assert carereader("meeting", panel, "--json").data["meeting"]["series"] == "CPP"


def test_what_is_left_is_carried_to_the_next_meeting_once(
    carereader: CommandLine, panel: str, items: list[str]
) -> None:
    taken = carereader(
        *("action", panel, "Write to the minister", "--owner", "Ann", "--due", "1/5/2030"),
        *("--item", items[0][:-2], "--json"),
    )
    (action,) = taken.data["actions"]
    assert (action["owner"], action["due"], action["done"]) == ("Ann", "2030-05-01", False)
    carried = carereader("carry", panel)
    assert carried.code == 0
    assert NEXT in carried.out
    assert "Action: Write to the minister" in carried.out
    meeting = carereader("meeting", NEXT, "--json").data["meeting"]
    assert [entry["item"] for entry in meeting["entries"] if entry["item"]] == items
    came = {"meeting": panel, "date": "2026-03-03"}
    assert meeting["entries"][3]["carried_from"] == came
    assert meeting["actions"][0]["carried_from"] == came
    assert meeting["actions"][0]["entry"] == meeting["entries"][3]["id"]
    assert "carried from 3 March 2026" in carereader("meeting", NEXT).out

    again = carereader("carry", panel, "--json")
    assert (again.code, again.data["entries"]) == (1, [])
    assert carereader("meeting", NEXT, "--json").data["meeting"] == meeting


def test_actions_are_listed_and_done(carereader: CommandLine, panel: str) -> None:
    refuses(carereader("actions"), 1, "no actions")
    for text, due in (("Late", "1 May 2030"), ("Soon", "1 April 2030")):
        carereader("action", panel, text, "--due", due)
    assert [each["text"] for each in carereader("actions", "--json").data["actions"]] == [
        "Soon",
        "Late",
    ]
    late = carereader("actions", panel, "--json").data["actions"][0]["id"]
    left = carereader("actions", "--done", late[:10], "--open")
    assert "[ ] Soon" in left.out
    assert "Late" not in left.out
    assert "[x] Late" in carereader("actions", panel).out
    refuses(carereader("actions", "--done", "zz"), 1, "zz")


def test_a_meeting_is_renamed_and_loses_its_date(carereader: CommandLine, panel: str) -> None:
    ran = carereader("meeting", panel, "--rename", "Board", "--date", "", "--series", "", "--json")
    meeting = ran.data["meeting"]
    assert (meeting["name"], meeting["date"], meeting["series"]) == ("Board", None, None)
    refuses(carereader("carry", "Board"), 2, "in no series")
    carereader("meeting", "Other")
    refuses(carereader("meeting", "Other", "--rename", "board"), 2, "already", "Board")
    refuses(carereader("meeting", "Nobody", "--rename", "x"), 1, "Nobody")


def test_the_usual_agenda_is_laid_round_what_is_there(
    carereader: CommandLine, items: list[str]
) -> None:
    carereader("bookmark", items[0], "--meeting", "Board")
    ran = carereader("meeting", "Board", "--template", "--json")
    titles = [entry["title"] for entry in ran.data["meeting"]["entries"]]
    assert titles[1].startswith("Welcome")
    assert titles[-2:] == ["Any other business", "Date of the next meeting"]
    assert ran.data["meeting"]["agenda"][0]["item"] == items[0]
    assert carereader("meeting", "Board", "--template", "--json").out == ran.out


def test_bad_input_is_refused_in_a_line_and_changes_nothing(
    carereader: CommandLine, panel: str, items: list[str]
) -> None:
    before = carereader("meeting", panel, "--json").out
    for arguments, code, words in (
        (("series", "--weeks", "6"), 2, "which series"),
        (("series", "Panel", "--weeks", "-1"), 2, "weeks"),
        (("series", "Panel", "--date", "today"), 2, "--next"),
        (("series", "Panel", "--next", "--date", "31 April 2026"), 2, "31 April"),
        (("series", "Panel", "--agenda", "(5 min)"), 2, "no title"),
        (("series", "No", "--rename", "Yes"), 1, "No"),
        (("series", "x" * 201), 2, "201"),
        (("carry", "Nowhere"), 1, "Nowhere"),
        (("carry", panel, "--to", panel), 2, "itself"),
        (("action", panel, " "), 2, "an action"),
        (("action", "Nowhere", "Write"), 1, "Nowhere"),
        (("action", panel, "Write", "--due", "30/2/2026"), 2, "30/2/2026"),
        (("action", panel, "Write", "--item", "zzz"), 1, "carereader bookmark"),
        (("bookmark", items[0], "--meeting", panel, "--section", "Nowhere"), 1, "Nowhere"),
        (("bookmark", items[0], "--meeting", "New", "--section", "Nowhere"), 1, "New"),
        (("import", "no-such-file.json"), 4, "no-such-file.json"),
    ):
        refuses(carereader(*arguments), code, words)
    assert carereader("meeting", panel, "--json").out == before
    assert carereader("actions").code == 1
    assert len(carereader("meetings", "--json").data["meetings"]) == 1


@pytest.mark.parametrize(
    "name", ["Q/A\n panel", "Panel 👪 " + "x" * 180, "../../etc", "\x1b[31mred"]
)
def test_an_awkward_name_is_kept_on_one_line_and_writes_no_file_elsewhere(
    carereader: CommandLine, name: str, tmp_path: Path
) -> None:
    made = carereader("meeting", name, "--date", "3 March 2030", "--json").data["meeting"]
    assert "\n" not in made["name"]
    assert "\x1b" not in made["name"]
    again = carereader("meeting", name.upper(), "--json").data["meeting"]
    assert again["name"] == made["name"]
    folder = tmp_path / "packs"
    folder.mkdir()
    written = carereader("pack", name, "--output", folder / "pack.md")
    assert written.code == 0
    assert [file.name for file in folder.iterdir()] == ["pack.md"]
