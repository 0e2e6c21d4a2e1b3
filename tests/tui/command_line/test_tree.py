from __future__ import annotations

from dataclasses import replace

import pytest

from index.model.documents import Issued
from tests.tui.command_line.newsletters import MINUTE, SURVEY, WHOLE
from tui.command_line.tree import draw


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")


def drawn(capsys: pytest.CaptureFixture[str], **changes: object) -> str:
    draw([replace(WHOLE, **changes)])  # type: ignore[arg-type]  # any field may change
    return capsys.readouterr().out


def test_a_person_can_judge_the_split(capsys: pytest.CaptureFixture[str]) -> None:
    tree = drawn(capsys)
    for wanted in (
        "Panel news",
        "Kinship · January 2022 (inferred: line 9: 14 January) · newsletter · 2 items",
        "news/january.txt",
        "3  Have your say",
        "5-9  Kinship carers: tell us",
        "survey · kinship-care (kinship, kinship carers)",
        "14 January 2022 · deadline · “14 January”",
        "a lost link (address missing)",
        "gap: list missing in source",
        "why: short line before a paragraph",
        "minutes · unclassified",
        "title taken from the text",
        "Home | About · furniture: navigation",
        "cookies · furniture: cookie notice",
    ):
        assert wanted in tree
    assert tree.count("https://example.org/survey") == 1


def test_titles_are_never_read_as_markup(capsys: pytest.CaptureFixture[str]) -> None:
    assert "12  [/b] of the panel [@click=app.quit]x[/]" in drawn(capsys)


def test_pieces_stand_in_the_order_of_the_source(capsys: pytest.CaptureFixture[str]) -> None:
    lined = tuple(piece for piece in WHOLE.furniture if piece.lines)
    tree = drawn(capsys, furniture=lined, items=(MINUTE, SURVEY))
    places = [tree.index(text) for text in ("Home |", "3  Have", "5-9  ", "12  [/b]")]
    assert places == sorted(places)


def test_items_of_a_section_stand_under_it(capsys: pytest.CaptureFixture[str]) -> None:
    rows = drawn(capsys, furniture=()).splitlines()
    (section,) = (row for row in rows if "3  Have your say" in row)
    (survey,) = (row for row in rows if "5-9  " in row)
    (minute,) = (row for row in rows if "12  [/b]" in row)
    assert survey.index("5-9") > section.index("3  Have")
    assert minute.index("12  ") == section.index("3  Have")


def test_an_unknown_date_and_source_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "source unknown · date unknown" in drawn(capsys, source="", issued=Issued())


def test_a_long_text_is_shown_where_it_begins_and_ends(capsys: pytest.CaptureFixture[str]) -> None:
    long = replace(MINUTE, text="It begins here. " + "More of it. " * 50 + "It ends there.")
    tree = drawn(capsys, items=(long,))
    assert "It begins here." in tree
    assert "It ends there." in tree
    assert tree.count("More of it.") < 15
