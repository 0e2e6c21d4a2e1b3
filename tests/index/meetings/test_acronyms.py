from __future__ import annotations

from pathlib import Path

from index.meetings.acronyms import field_acronyms, occurring
from index.model.meetings import Action, AgendaEntry
from tests.index.meetings.packs import bookmark

FIELD = {"CPC": "corporate parenting committee", "SEND": "special needs", "LAC": "looked after"}


def item(text: str, note: str = "") -> AgendaEntry:
    return AgendaEntry("id", "item", "Title", note, bookmark=bookmark("Title", text))


def test_those_that_occur_are_listed_in_order() -> None:
    agenda = (item("The SEND review.", note="And the CPC?"),)
    assert occurring(agenda, (), FIELD) == (
        ("CPC", "corporate parenting committee"),
        ("SEND", "special needs"),
    )


def test_actions_and_plurals_count() -> None:
    action = Action("id", "Panel", "Write to all CPCs")
    assert occurring((), (action,), FIELD) == (("CPC", "corporate parenting committee"),)


def test_what_an_item_writes_out_goes_before_what_is_usual() -> None:
    agenda = (item("The central procurement committee (CPC) met. CPC agreed."),)
    assert occurring(agenda, (), FIELD) == (("CPC", "central procurement committee"),)


def test_items_may_differ() -> None:
    agenda = (item("A child protection conference (CPC)."), item("Care planning cells (CPC)."))
    assert [words for _, words in occurring(agenda, (), FIELD)] == [
        "child protection conference",
        "Care planning cells",
    ]


def test_capitals_for_the_sake_of_capitals_are_no_acronyms() -> None:
    assert occurring((item("PLEASE SEND YOUR FORM\nSENDING\nsend@SEND.org"),), (), FIELD) == ()


def test_the_field_has_its_own_and_those_of_its_bodies(tmp_path: Path) -> None:
    (tmp_path / "acronyms.toml").write_text('[glossary]\nXYZ = "extra youth zone"\n')
    field = field_acronyms(tmp_path)
    assert field["SEND"] == "special educational needs and disabilities"
    assert field["LGA"] == "Local Government Association"
    assert field["XYZ"] == "extra youth zone"
