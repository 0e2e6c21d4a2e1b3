from __future__ import annotations

from pathlib import Path

import pytest

from index.model.items import Kind, Newsletter, Part
from index.newsletter import item_ids, take_apart
from index.reading.reading import read
from index.splitting.splitter import Splitter
from index.understanding import Understanding

PAGE = """Wend Voices: newsletter, March 2022

Foster carers’ supper

Foster carers and their families are invited to supper on 6 May at 7pm. Book a place by 1 May.

Kinship survey

The charity is running a short survey of kinship carers: https://example.org/survey
"""


@pytest.fixture(scope="module")
def newsletter(tmp_path_factory: pytest.TempPathFactory) -> Newsletter:
    path: Path = tmp_path_factory.mktemp("pages") / "march.txt"
    path.write_text(PAGE, "utf-8")
    return take_apart(read(path), Splitter(), Understanding())


def test_a_page_is_taken_apart_and_understood(newsletter: Newsletter) -> None:
    assert (newsletter.issued.value, newsletter.issued.known) == ("2022-03", "stated")
    supper, survey = newsletter.items
    assert (supper.title, supper.kind) == ("Foster carers’ supper", Kind.EVENT)
    assert [(found.start, found.what) for found in supper.dates] == [
        ("2022-05-06T19:00", "event"),
        ("2022-05-01", "deadline"),
    ]
    assert (survey.kind, survey.gaps) == (Kind.SURVEY, ("no closing date stated",))
    assert [match.slug for match in survey.topics] == ["kinship-care"]


def test_ids_are_those_of_the_document_and_differ(newsletter: Newsletter) -> None:
    ids = [item.id for item in newsletter.items]
    assert len(set(ids)) == len(ids)
    for name in ids:
        document, _, digits = name.partition("-")
        assert document == newsletter.id
        assert len(digits) >= 4
        int(digits, 16)


def part(title: str, text: str = "") -> Part:
    return Part(title, text, None)


def test_an_id_is_the_same_on_every_machine() -> None:
    # settled once: it must never change, or bookmarks lose their items
    assert item_ids("0123456789", (part("Kinship care", "A survey."),)) == ["0123456789-fc331d"]


def test_an_id_looks_through_case_and_white_space_and_past_the_beginning() -> None:
    one = part("Kinship  Care", "A survey:" + " more" * 100)
    other = part("KINSHIP CARE", "a\nsurvey" + " more" * 100 + " at last")
    assert item_ids("page", (one,)) == item_ids("page", (other,))


def test_parts_that_begin_alike_have_ids_of_their_own() -> None:
    alike = item_ids("page", (part("News"),) * 500)
    assert len(set(alike)) == 500
    # those before and after keep theirs
    assert item_ids("page", (part("News"), part("Other")))[0] == alike[0]


def test_a_heading_may_say_when_its_item_appeared(tmp_path: Path) -> None:
    path = tmp_path / "cuttings.txt"
    entries = (
        f"{day}/09/2018: {title}\n{text}\nSource: Wend Courier\n"
        for day, title, text in (
            ("20", "Two judgments that matter", "Two cases show how evidence may decide a matter."),
            ("18", "New guidance for schools", "The Department has revised what it tells schools."),
        )
    )
    path.write_text("Cuttings of the week\n\n" + "\n".join(entries), "utf-8")
    items = take_apart(read(path), Splitter(), Understanding()).items
    assert [(found.start, found.what) for item in items for found in item.dates] == [
        ("2018-09-20", "published"),
        ("2018-09-18", "published"),
    ]
