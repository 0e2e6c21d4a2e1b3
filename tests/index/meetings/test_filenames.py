from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.meetings.filenames import stem
from index.model.meetings import Meeting


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Corporate Parenting Panel", "corporate-parenting-panel"),
        ("Children’s Services / Scrutiny", "childrens-services-scrutiny"),
        ("../../etc/passwd", "etc-passwd"),
        ("two\nlines\tand: more?*", "two-lines-and-more"),
        ("Panel 👪 2026", "panel-2026"),
        ("👪", "meeting"),
        ("CON", "meeting-con"),
        ("lpt1", "meeting-lpt1"),
        ("Élan Vital", "élan-vital"),
        ("委員会", "委員会"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("NUL.txt", "nul-txt"),
    ],
)
def test_a_name_becomes_a_file_name(name: str, wanted: str) -> None:
    assert stem(Meeting(name)) == wanted


def test_the_date_is_appended() -> None:
    assert stem(Meeting("Panel", date(2026, 12, 3))) == "panel-2026-12-03"


@given(st.text(max_size=300), st.none() | st.dates())
def test_any_name_can_be_written(name: str, day: date | None) -> None:
    made = stem(Meeting(name, day))
    assert re.fullmatch(r"[^\W_](?:[\w-]*[^\W_])?", made) or re.fullmatch(r"[\w-]+", made)
    assert not made.startswith("-")
    assert len(f"{made}-1000.docx".encode()) <= 255
    assert Path(f"{made}.md").name == f"{made}.md"
    assert made == stem(Meeting(name.lower(), day)) or name != name.lower()
