"""How pages are taken apart, one habit of their authors at a time."""

from __future__ import annotations

import pytest

from index.model.items import Split
from index.reading.reading import read_bytes
from index.splitting.splitter import Splitter

SPLITTER = Splitter()

LONG = "Grandparents who bring up children have asked the government for an allowance. "


def split(text: str) -> Split:
    return SPLITTER.split(read_bytes(text.encode(), "a text"))


def titles(text: str) -> list[str]:
    return [part.title for part in split(text).parts]


def furniture(text: str) -> dict[str, str]:
    return {piece.text: piece.why for piece in split(text).furniture}


NEWS = f"""\
Carers’ News, May 2021

Events

Annual lecture
Thursday 9 June, 6pm, Stour Hall
{LONG}

Lunchtime talk
{LONG}

Publications

A new guide
{LONG}
"""


def test_sections_are_kept_on_their_items_and_are_in_none() -> None:
    taken = split(NEWS)
    assert [(part.section, part.title) for part in taken.parts] == [
        ("Events", "Annual lecture"),
        ("Events", "Lunchtime talk"),
        ("Publications", "A new guide"),
    ]
    assert [heading.lines for heading in taken.headings] == [(3, 3), (12, 12)]
    assert taken.title == "Carers’ News, May 2021"
    assert taken.furniture[0].lines == (1, 1)


def test_the_text_of_an_item_is_without_its_title_and_its_lines_are_with_it() -> None:
    part = split(NEWS).parts[0]
    assert part.lines == (5, 7)
    assert part.text == f"Thursday 9 June, 6pm, Stour Hall\n{LONG.strip()}"
    assert not part.title_derived


def test_without_blank_lines() -> None:
    text = f"Stories\nFood vouchers\n{LONG}\nChildcare places\n{LONG}\nfirst magazine\n{LONG * 2}\n"
    assert titles(text) == ["Food vouchers", "Childcare places", "first magazine"]


def test_bullets_are_read_out_with_their_marker_two_spaces_a_level() -> None:
    text = "Proposals\n\n·  Price\n\no  Capping\n\no  Margins\n\n·  Staff\n"
    (part,) = split(text).parts
    assert part.text == "· Price\n  o Capping\n  o Margins\n· Staff"


def test_a_numbered_list_stays_within_its_item() -> None:
    points = ["1) Independent - it should be free.", "2) Heard - it is."]
    (part,) = split("\n".join(["Coalition urges reform", "", LONG, *points])).parts
    assert part.text.splitlines()[1:] == points


def test_labels_lose_their_colon_and_announcements_are_no_headings() -> None:
    lines = ["Our news", "My Stuff Matters:", LONG, "The launch included:", LONG, "Books:", LONG]
    text = "\n\n".join(lines)
    assert titles(text) == ["My Stuff Matters", "Books"]


def test_an_entry_of_a_list_of_links_is_an_item() -> None:
    text = (
        "In case you missed it\n\n"
        "Ashley presents a film about brothers and sisters in the care system – Split up in Care.\n"
        "https://example.org/film\n"
        "The Committee spoke to the commissioner about homes. Watch here: https://example.org/2\n"
    )
    parts = split(text).parts
    assert [part.title for part in parts] == [
        "Split up in Care",
        "The Committee spoke to the commissioner about homes",
    ]
    assert parts[0].lines == (3, 4)
    assert all(part.title_derived and part.section == "In case you missed it" for part in parts)


def test_run_in_titles() -> None:
    text = (
        "Parking: Please do not stop on the zig-zag lines.\n\n"
        "Flower rota: There are gaps in November, as ever.\n\n"
        "Harvest supper: Tickets are at the back of church.\n"
    )
    parts = split(text).parts
    assert [part.title for part in parts] == ["Parking", "Flower rota", "Harvest supper"]
    assert parts[0].text == "Please do not stop on the zig-zag lines."


def test_speakers_and_decisions_of_minutes_are_items_of_their_own() -> None:
    text = (
        "Agenda item\n\nCare Review Briefing\n\nMinutes:\n\n"
        "The head of service presented the briefing to the meeting, and took questions.\n\n"
        "Jane Doe, participation officer spoke about the following:\n\n·  A workshop\n\n"
        "The committee agreed (as suggested), that Speakerbox would be a standing item.\n"
    )
    assert titles(text) == [
        "Care Review Briefing",
        "Participation officer update",
        "Agreed: Speakerbox a standing item",
    ]


def test_numbers_of_minutes_are_not_in_their_titles() -> None:
    text = (
        "Minutes of the Panel\n\n37 Scrutiny of the budget\nMembers noted the report.\n\n"
        "38 Any other business\nThere was none.\n\nRESOLVED that it be noted.\n"
    )
    assert titles(text)[:2] == ["Scrutiny of the budget", "Any other business"]


def test_a_number_of_a_page_within_an_item_is_furniture_all_the_same() -> None:
    text = f"Our guide\n\n{LONG}\n\n12\n\n{LONG}\n"
    taken = split(text)
    (part,) = taken.parts
    assert part.lines == (1, 7)
    assert "12" not in part.text
    assert [(piece.lines, piece.why) for piece in taken.furniture] == [((5, 5), "a page number")]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Read Full Story", "a button"),
        ("Continue Reading Comments { 4 }", "a button"),
        ("Home | About us | Contact", "navigation"),
        ("linkedin facebook pinterest youtube facebook-blank", "a row of icons"),
        ("Posted on 3 May 2021 by Admin", "when it was posted"),
        ("© 2021 The Trust. All rights reserved.", "copyright notice"),
        ("You are receiving this email because you signed up.", "sign-up call"),
        ("We use cookies to improve your visit.", "cookie notice"),
        ("Fill in your details below or click an icon to log in:", "comment form"),
        ("Page 7 of 9", "a page number"),
        ("* * *", "a separator"),
    ],
)
def test_furniture_by_its_words_and_form(line: str, why: str) -> None:
    assert furniture(f"First story\n\n{LONG}\n\n{line}\n\nSecond story\n\n{LONG}\n")[line] == why


@pytest.mark.parametrize(
    "line",
    [
        "Updated guidance on private fostering in 2021",
        "Read to me: a library scheme for children in care",
        "Search for a missing child",
        "Comment on the draft bill",
        "2021 conference on data",
    ],
)
def test_what_only_resembles_furniture_is_a_heading(line: str) -> None:
    assert titles(f"First story\n\n{LONG}\n\n{line}\n\n{LONG}\n") == ["First story", line]


def test_a_list_of_contents_is_furniture_and_its_headings_are_not() -> None:
    text = (
        f"In this issue\nOne thing\nAnother thing\n\nOne thing\n{LONG}\n\nAnother thing\n{LONG}\n"
    )
    taken = split(text)
    assert [part.lines for part in taken.parts] == [(5, 6), (8, 9)]
    assert {piece.why for piece in taken.furniture} == {"a list of contents"}


def test_an_email_without_its_header_and_signature() -> None:
    text = (
        "From: A. Bird <a@example.org>\nDate: Fri, 3 Jul 2020\nSubject: July news\n\n"
        f"Dear all,\n\n{LONG}\n\nSchools\n\n{LONG}\n\nKind regards,\n\nAnna Bird\n\n--\nThe Trust\n"
    )
    taken = split(text)
    assert taken.title == "July news"
    assert [part.lines for part in taken.parts] == [(5, 7), (9, 11)]


def test_a_letter_keeps_its_title_and_its_close() -> None:
    text = f"An open letter\n\nDear Minister,\n\n{LONG}\n\nYours sincerely,\n\nAnna Bird\n"
    (part,) = split(text).parts
    assert (part.title, part.lines) == ("An open letter", (1, 9))


def test_the_messages_of_a_digest() -> None:
    header = "Message: {n}\nDate: Mon, 7 Nov 2016\nFrom: A. Bird\nSubject: Question {n}\n"
    text = "\n".join(f"{header.format(n=n)}\n{LONG}\n" for n in (1, 2))
    assert titles(text) == ["Question 1", "Question 2"]


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("Guidance\n\nThe Department has recently updated their:\n", "list missing in source"),
        (
            f"Recommendations\n\nI shared them in a blog earlier:\n\n{LONG}\n",
            "link missing in source",
        ),
        ("A lecture\n\nI attended a lecture on racism, exclusion [...]\n", "teaser"),
    ],
)
def test_what_the_source_lost_is_said(text: str, gap: str) -> None:
    (part,) = split(text).parts
    assert len(part.gaps) == 1
    assert part.gaps[0].startswith(gap)


def test_a_list_that_is_there_is_no_gap() -> None:
    (part,) = split(
        "Guidance\n\nThe Department has updated their:\n\n- one guide\n- another\n"
    ).parts
    assert part.gaps == ()


def test_a_derived_title_is_brief_and_marked() -> None:
    text = (
        "Please note that the Department for Education, which is moving offices, has asked every "
        "council in England for a return of the numbers of children in unregistered homes by May.\n"
    )
    (part,) = split(text).parts
    assert part.title_derived
    assert part.title.startswith("The Department for Education")
    assert len(part.title) <= 90


def test_teasers_without_headings_are_items() -> None:
    text = "".join(
        f"Study number {n} of pupils found what nobody had looked for […]\n" for n in "123"
    )
    assert len(split(text).parts) == 3


def test_markdown_by_its_levels() -> None:
    text = (
        f"# Weeknotes\n\n## What we did\n\n{LONG}\n\n### A detail\n\n{LONG}\n\n## Next\n\n{LONG}\n"
    )
    assert titles(text) == ["What we did", "A detail", "Next"]
