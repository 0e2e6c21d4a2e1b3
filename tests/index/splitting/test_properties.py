"""What holds for any text at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import DocumentError
from index.model.documents import Document
from index.model.items import Furniture, Heading, Split
from index.reading.reading import read_bytes
from index.splitting.splitter import Splitter

SPLITTER = Splitter()

LINES = st.sampled_from(
    [
        "",
        "",
        "   ",
        "\u00a0",
        "Skip to content",
        "Home | About us | News",
        "Care Review Newsletter, January 2022",
        "In this issue",
        "Events",
        "In case you missed it",
        "Kinship care",
        "KINSHIP CARE",
        "## Kinship care",
        "Kinship care",
        "============",
        "-----",
        "1. Apologies",
        "2.",
        "37 Scrutiny of the budget",
        "Minutes:",
        "Agenda item",
        "Present: Councillor A Bird",
        "Apologies for absence were received.",
        "RESOLVED: that the report be noted.",
        "Jane Doe, head of service, spoke about the following:",
        "• a bullet about foster carers",
        "  o a second level",
        "1) a numbered point that goes on for a while and ends here.",
        "Parking: please do not block the gates of the house next door.",
        "Grandparents who bring up children have asked for an allowance of their own.",
        "A study of eleven thousand pupils found what nobody had looked for before, and […]",
        "They would like to speak to:",
        "https://example.org/one",
        "Read about the inquiry here: https://example.org/two",
        "Read more",
        "Continue reading →",
        "Posted on 3 May 2021 by Admin",
        "Tuesday 18 January 2022, 9.30am – 1pm",
        "Subject: a message",
        "From: A. Bird <a@example.org>",
        "Date: Mon, 7 Nov 2016",
        "Dear all,",
        "Best wishes",
        "Jane Doe",
        "Head of Service",
        "Unsubscribe",
        "© 2021 The Trust",
        "7",
        "Page 7 of 9",
        "Recent posts",
        "--",
        "|",
        "مرحبا بالعالم",
        "[/b] [@click=app.quit]x[/]",
    ]
)
PAGES = st.lists(LINES, max_size=40).map("\n".join)
ANYTHING = st.one_of(PAGES, st.text(max_size=400), st.text("aA .:•-#*\n\t1|[]()…", max_size=300))


def document_of(text: str) -> Document | None:
    try:
        return read_bytes(text.encode("utf-8", "surrogatepass"), "a text")
    except DocumentError:
        return None


def lines_of(split: Split) -> list[int]:
    """Each line as often as a part, a heading or furniture outside of parts has it."""
    parts = [
        n for part in split.parts if part.lines for n in range(part.lines[0], part.lines[1] + 1)
    ]
    inside = set(parts)
    outside: list[Heading | Furniture] = [*split.headings, *split.furniture]
    return parts + [
        n
        for span in outside
        if span.lines
        for n in range(span.lines[0], span.lines[1] + 1)
        if span in split.headings or n not in inside
    ]


@given(ANYTHING)
@settings(max_examples=80)
def test_every_line_is_in_exactly_one_place(text: str) -> None:
    document = document_of(text)
    if document is None:
        return
    found = lines_of(SPLITTER.split(document))
    wanted = {
        n
        for block in document.blocks
        if block.lines
        for n in range(block.lines[0], block.lines[1] + 1)
    }
    assert wanted <= set(found)
    assert len([n for n in found if n in wanted]) == len(wanted)


@given(ANYTHING)
@settings(max_examples=80)
def test_there_is_always_an_item_and_it_has_a_title(text: str) -> None:
    document = document_of(text)
    if document is None:
        return
    split = SPLITTER.split(document)
    assert split.parts
    for part in split.parts:
        assert part.title.strip()
        assert part.why
        assert "\n" not in part.title
        for link in part.links:
            assert link.start < 0 or part.text[link.start : link.end] == link.address


@given(PAGES)
@settings(max_examples=80)
def test_no_word_is_lost(text: str) -> None:
    document = document_of(text)
    if document is None:
        return
    split = SPLITTER.split(document)
    kept = " ".join(
        [
            *(f"{part.title} {part.text}" for part in split.parts),
            *(heading.title for heading in split.headings),
            *(piece.text for piece in split.furniture),
        ]
    )
    introductions = {n for heading in split.headings if heading.lines for n in heading.lines}
    wanted = " ".join(
        block.text
        for block in document.blocks
        if block.lines and block.lines[0] not in introductions
    )
    # "Subject:" is the label of a heading, not its text
    assert set(re.findall(r"[^\W\d_]+", wanted)) - {"Subject"} <= set(
        re.findall(r"[^\W\d_]+", kept)
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kinship care\n" * 50,
        "Read more\n" * 50,
        "Kinship care\n\n" * 50,
        "x",
        "مرحبا بالعالم هذا نص\n" * 20,
        "-----\n" * 20,
        "12\n",
    ],
    ids=["only headings", "only furniture", "spaced", "a letter", "arabic", "rules", "a number"],
)
def test_a_document_without_parts_is_one_item(text: str) -> None:
    document = document_of(text)
    assert document is not None
    (part,) = SPLITTER.split(document).parts
    assert part.lines is not None
    assert part.lines[0] == 1


def test_a_document_of_no_blocks_has_no_parts() -> None:
    assert SPLITTER.split(Document("0" * 10, "nothing", ())).parts == ()


def test_a_readers_own_words_are_laid_over_ours(tmp_path: Path) -> None:
    (tmp_path / "furniture.toml").write_text(
        '[whole]\n"our own" = ["a thought for the day"]\n', "utf-8"
    )
    text = "Kinship care\n\nGrandparents ask for an allowance.\n\nA thought for the day\n"
    document = document_of(text)
    assert document is not None
    (piece,) = Splitter(tmp_path).split(document).furniture
    assert (piece.text, piece.why) == ("A thought for the day", "our own")


def test_a_readers_own_words_may_be_of_any_script(tmp_path: Path) -> None:
    (tmp_path / "furniture.toml").write_text(
        '[contains]\n"our own" = ["فكرة اليوم", "syniad ŵyl y dydd"]\n', "utf-8"
    )
    text = (
        "Kinship care\n\nGrandparents ask for help.\n\nهذه فكرة اليوم\n\nDyma syniad ŵyl y dydd\n"
    )
    document = document_of(text)
    assert document is not None
    assert [piece.why for piece in Splitter(tmp_path).split(document).furniture] == ["our own"] * 2
