from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings

from index.meetings.html import Bullet, grouped
from index.meetings.pack import rendered
from index.meetings.texts import lines
from index.model.formats import Part
from tests.index.meetings.packs import EMPTY, MADE, WHOLE, one_item
from tests.index.meetings.reading_back import page
from tests.index.meetings.test_escaping import hostile_texts


def test_deeper_bullets_stand_in_the_list_of_the_one_above() -> None:
    assert grouped(lines("A\n• b\n  • c\n    • d\n  • e\n• f\nG")) == [
        "A",
        [Bullet("b", [Bullet("c", [Bullet("d")]), Bullet("e")]), Bullet("f")],
        "G",
    ]


@pytest.mark.parametrize("part", ["pack", "minutes"])
def test_everyone_can_find_their_way(part: Part) -> None:
    tree = page(rendered(WHOLE, "html", part))
    assert tree.get("lang") == "en-GB"
    assert tree.find(".//title").text.startswith("Corporate Parenting Panel – ")
    assert [len(tree.findall(f".//{landmark}")) for landmark in ("header", "main", "h1")] == [1] * 3
    skip = tree.find("body/a")
    assert tree.find(f".//main[@id='{skip.get('href')[1:]}']") is not None
    levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch(r"h\d", str(each.tag))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in tree.iter("table"):
        assert table.find("caption").text
        assert all(cell.get("scope") for cell in table.iter("th"))


def test_every_link_inside_the_page_leads_somewhere() -> None:
    tree = page(rendered(WHOLE, "html"))
    inside = [link.get("href")[1:] for link in tree.iter("a") if link.get("href")[0] == "#"]
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert set(inside) <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("pack", [WHOLE, EMPTY])
def test_nothing_is_loaded_or_run(pack: object) -> None:
    written = rendered(WHOLE, "html").decode()
    assert not re.search(
        r"<(script|link|img|iframe|object|embed)\b|@import|url\(|\bon\w+=", written
    )


@settings(max_examples=25)
@given(hostile_texts, hostile_texts)
def test_whatever_is_written_is_text(title: str, text: str) -> None:
    plain = page(rendered(one_item("Title", "Text"), "html", made=MADE))
    tree = page(rendered(one_item(title, text), "html", made=MADE))
    allowed = {"ul", "li", "a", "p"}
    assert {each.tag for each in tree.iter()} - allowed == {
        each.tag for each in plain.iter()
    } - allowed
    for link in tree.iter("a"):
        assert link.get("href").lower().startswith(("http://", "https://", "mailto:", "#"))


def test_the_colours_can_be_told_apart() -> None:
    style = page(rendered(WHOLE, "html")).find(".//style").text
    papers = ["#fff", "#fdf7e3"]
    inks = re.findall(r"(?<![-\w])color: (#[0-9a-f]{6})", style)
    assert len(inks) >= 4
    for ink in inks:
        assert min(contrast(ink, paper) for paper in papers) >= 4.5  # WCAG 2.2, 1.4.3, level AA


def contrast(one: str, other: str) -> float:
    """By WCAG 2.2: of the relative luminances, each with 0.05 added."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
