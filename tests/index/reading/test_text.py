from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.model.documents import Block
from index.reading.text import blocks_of

WRAPPED = """\
Thank you to the hundred and forty of you who came to our online AGM. You
will find below the news of the network, two consultations that close this
month and a request for help from researchers at the university. We have
also opened a helpline.

  * means tests that count child benefit as income are what worries us
    most of all; and
  * allowances that stop when a young person turns eighteen, although they
    are still at college

More at: https://www.kinshipvoices.example/news/2020/07/back-to-school-
and-the-virtual-head
"""


def one(text: str) -> Block:
    (block,) = blocks_of(text)
    return block


def test_a_paragraph_broken_at_a_column_is_joined() -> None:
    paragraph, first, second, link = blocks_of(WRAPPED)
    assert paragraph.lines == (1, 4)
    assert paragraph.text.endswith("university. We have also opened a helpline.")
    assert (first.marker, first.indent, first.lines) == ("*", 2, (6, 7))
    assert first.text.endswith("worries us most of all; and")
    assert second.lines == (8, 9)
    assert link.text.endswith("back-to-school-and-the-virtual-head")


def test_lines_of_a_page_that_was_not_broken_stay_apart() -> None:
    text = "Food vouchers\nThe Committee heard from the minister.\nChildcare\nPeers spoke.\n" * 4
    assert len(blocks_of(text)) == 16


def test_bullets_and_numbers_are_taken_off() -> None:
    assert (one("·  Price capping").marker, one("·  Price capping").text) == ("·", "Price capping")
    assert one("    o  Windfall tax").marker == "o"
    assert one("12. Matters arising").marker == "12."
    assert one("3.1 The revised guidance").marker == "3.1"
    assert one("(a) agencies are matching").marker == "(a)"
    assert (one("2)Project update").marker, one("2)Project update").text) == (
        "2)",
        "Project update",
    )


def test_what_only_looks_like_a_marker_stays() -> None:
    for text in ("*emphatic* words", "2021 conference", "-5 degrees", "A. Bird", "o'clock", "1."):
        assert one(text).marker == "" or text == "A. Bird"
    assert one("37 Scrutiny of the budget").text == "37 Scrutiny of the budget"


def test_markdown_headings_have_their_levels_and_hashtags_none() -> None:
    assert (one("## What we did ##").level, one("## What we did ##").text) == (2, "What we did")
    assert one("#CouncilsCan").level == 0
    assert one("**What we did**").level == 6


def test_a_line_drawn_under_a_heading_belongs_to_it() -> None:
    heading, body = blocks_of("Support groups\n--------------\nTuesday at noon.\n")
    assert (heading.level, heading.lines, heading.text) == (2, (1, 2), "Support groups")
    assert body.lines == (3, 3)


def test_a_line_between_parts_is_no_underline() -> None:
    blocks = blocks_of("First part ends here.\n-----\nSecond part\n")
    assert [block.level for block in blocks] == [0, 0, 0]


def test_markdown_within_a_line_is_plain_and_its_links_are_kept() -> None:
    block = one("- Ran a [show and tell](https://example.org/tell) for **forty** people")
    assert block.text == "Ran a show and tell (https://example.org/tell) for forty people"
    (link,) = block.links
    assert block.text[link.start : link.end] == link.address == "https://example.org/tell"
    assert link.text == "show and tell"


def test_blank_lines_are_counted_also_those_of_hard_spaces() -> None:
    first, second = blocks_of("One\n\n   \n\t\nTwo")
    assert (first.blank_before, second.blank_before) == (0, 3)


@given(st.text("ab #*-=.1\n\t", max_size=300))
def test_every_line_that_is_not_blank_is_in_one_block(text: str) -> None:
    lines = [n for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    found = [
        n
        for block in blocks_of(text)
        if block.lines
        for n in range(block.lines[0], block.lines[1] + 1)
    ]
    assert found == lines
