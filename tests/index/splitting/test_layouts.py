"""Layouts that once misled: what is one item, and what stands round the items."""

from __future__ import annotations

from index.model.items import Split
from index.reading.reading import read_bytes
from index.splitting.splitter import Splitter

SPLITTER = Splitter()

LONG = "Grandparents who bring up children have asked the government for an allowance. "


def split(text: str) -> Split:
    return SPLITTER.split(read_bytes(text.encode(), "a text"))


def titles(text: str) -> list[str]:
    return [part.title for part in split(text).parts]


def furniture(text: str) -> set[str]:
    return {piece.text for piece in split(text).furniture}


def test_authors_and_journal_stay_with_their_paper() -> None:
    papers = "".join(
        f"{title} of children in kinship care\n\n{authors}\n\nJournal of Kinship {n}({n}), 2021\n\n"
        f"{LONG}\n\nhttps://doi.org/10.1/{n}\n\n"
        for n, (title, authors) in enumerate(
            [
                ("The health", "Moss, A., Reeve, B. & Toal, C."),
                ("The schooling", "Ann Moss and Bee Reeve"),
                ("The happiness", "Clare Toal"),
            ],
            start=1,
        )
    )
    assert titles(papers) == [
        "The health of children in kinship care",
        "The schooling of children in kinship care",
        "The happiness of children in kinship care",
    ]


def test_a_consultation_with_its_usual_headings_is_one_item() -> None:
    page = (
        f"A new offer to care leavers\n\nOverview\n\n{LONG}\n\nWhy your views matter\n\n{LONG}\n\n"
        f"Give us your views\n\nOnline survey\nhttps://example.org/survey\n"
    )
    (part,) = split(page).parts
    assert part.title == "A new offer to care leavers"
    assert "Why your views matter" in part.text


def test_an_article_with_an_author_is_one_item_and_its_comments_are_in_none() -> None:
    page = (
        f"Why carers leave\n\nBy Rowan Ellery\n\n{LONG}\n\nWhat they said\n\n{LONG}\n\n"
        f"What could be done\n\n{LONG}\n\n"
        "2 comments\n\nMo says:\nSo did I.\nReply\n\nLeave a reply\n"
    )
    (part,) = split(page).parts
    assert part.title == "Why carers leave"
    assert "So did I." in furniture(page)


def test_a_verse_within_an_item_heads_none() -> None:
    page = (
        f"A poem\n\n{LONG}\n\n  Late again, but you came\n  Only you remembered\n\n"
        f"Bus passes\n\n{LONG}\n"
    )
    assert titles(page) == ["A poem", "Bus passes"]


def test_bold_titles_open_items_in_every_section() -> None:
    page = (
        f"NEWS\n\n**Ofsted** – {LONG}\n\n**Fees** – {LONG}\n\n**Plans** – {LONG}\n\n"
        f"PEOPLE\n\n**Farewell** to Ann Moss, who leaves after thirty-one years of service.\n\n"
        f"**Welcome** – {LONG}\n"
    )
    assert [(part.section, part.title) for part in split(page).parts] == [
        ("NEWS", "Ofsted"),
        ("NEWS", "Fees"),
        ("NEWS", "Plans"),
        ("PEOPLE", "Farewell"),
        ("PEOPLE", "Welcome"),
    ]
    assert split(page).parts[3].text.startswith("Farewell to Ann Moss")


def test_titles_in_capitals_or_set_off_by_spaces_open_items() -> None:
    page = "Training 2024\n\n" + "".join(
        f"{title}{LONG}\n\n" for title in ("SAFER SLEEP ", "NEGLECT ", "WORKING TOGETHER ")
    )
    assert titles(page) == ["SAFER SLEEP", "NEGLECT", "WORKING TOGETHER"]
    page = "Local news\n\n" + "".join(
        f"{title}  {LONG}\n\n" for title in ("Beech House", "Virtual school", "Fees")
    )
    assert titles(page) == ["Beech House", "Virtual school", "Fees"]


def test_the_foot_of_a_page_is_not_its_last_item() -> None:
    page = (
        f"Carers’ News, May 2021\n\nAnnual lecture\n\n{LONG}\n\nLunchtime talk\n\n{LONG}\n\n"
        "Kind regards\nAnn Moss\n\nFollow us Facebook Instagram TikTok\n"
        "Next issue: 4 June. Send items to news@example.org\n"
        "Carers’ News, County Hall, Wendham WN1 4AA\n"
    )
    assert [part.lines for part in split(page).parts] == [(3, 5), (7, 9)]


def test_a_contact_above_the_foot_is_the_last_items() -> None:
    page = (
        f"Carers’ News, May 2021\n\nAnnual lecture\n\n{LONG}\n\nLunchtime talk\n\n{LONG}\n"
        "Contact: talks@example.org\n\nUnsubscribe\n"
    )
    assert split(page).parts[-1].lines == (7, 10)


def test_numbered_minutes_keep_their_decisions() -> None:
    page = (
        "Corporate Parenting Board\nMinutes of the meeting on 3 May 2023\n\n"
        "PRESENT: Councillors A Bright (Chair) and B Dent\n\nAlso in attendance: the Clerk\n\n"
        f"1. Apologies for absence\n\nNone.\n\n2. Minutes\n\n{LONG}\n\nRESOLVED:\n\n"
        f"(1) That it be agreed.\n\n3. Declarations of interest\n\nNone.\n\n4. Fees\n\n{LONG}\n\n"
        "RESOLVED: That the fees be raised.\n\nThe meeting closed at 8.52 pm.\n\nCHAIR\n"
    )
    assert titles(page) == ["Apologies for absence", "Minutes", "Declarations of interest", "Fees"]
    assert {"The meeting closed at 8.52 pm.", "CHAIR"} <= furniture(page)


def test_a_foot_with_the_number_of_the_page_is_on_every_page() -> None:
    page = "".join(
        f"Heading number {word}\n\n{LONG}\n\nWend Alliance · Briefing 11      {n}\n\n"
        for n, word in enumerate(("one", "two", "three"), start=1)
    )
    assert all(part.text == LONG.strip() for part in split(page).parts)


def test_a_mailing_is_called_what_its_subject_says() -> None:
    page = (
        "Return-Path: <bounce@example.org>\nFrom: A\nSubject: Round-up, 8 February\nTo: B\n\n"
        f"Dear all\n\nHere's this week's round-up.\n\n"
        f"1. One thing\n\n{LONG}\n\n2. Another thing\n\n{LONG}\n\n3. A third\n\n{LONG}\n"
    )
    taken = split(page)
    assert taken.title == "Round-up, 8 February"
    assert [part.title for part in taken.parts] == ["One thing", "Another thing", "A third"]


def test_a_letterhead_is_no_item() -> None:
    page = (
        "Larkfield Primary School\nLearning by the river\nNewsletter 12, Friday 2 December 2022\n\n"
        f"Christmas fair\n\n{LONG}\n\nSafer internet\n\n{LONG}\n"
    )
    assert split(page).title == "Larkfield Primary School"
    assert titles(page) == ["Christmas fair", "Safer internet"]


def test_entries_of_a_digest_end_in_their_facts() -> None:
    digest = "".join(
        f"The inspectorate published {what} on homes for children in care in every region.\n"
        f"Source: Press release {n}\nLinks: Report | Summary | Statement\nDate: 2021-0{n}\n"
        for n, what in enumerate(["figures", "a review", "new guidance"], start=1)
    )
    starts = [part.lines.first for part in split(digest).parts if part.lines]
    assert starts == [1, 5, 9]


def test_facts_above_their_text_head_it() -> None:
    listing = "".join(
        f"Date: {n} May 2021\nVenue: Civic Centre\n{LONG} They meet again, and you may come.\n\n"
        for n in range(1, 4)
    )
    assert all(part.lines and part.lines.first % 4 != 3 for part in split(listing).parts)


def test_where_to_sign_up_is_no_heading_and_a_question_may_be_one() -> None:
    page = (
        f"Two new websites\n{LONG}\nMelford sign up here\nSudbury sign up here\n"
        f"Free travel in Wales, so why not here?\n{LONG}\nSummer is here\n{LONG}\n"
    )
    assert titles(page) == [
        "Two new websites",
        "Free travel in Wales, so why not here?",
        "Summer is here",
    ]


def test_a_long_paragraph_that_mentions_signing_up_is_text() -> None:
    paragraph = (
        "This edition is the last from the partnership, which two new ones follow in the autumn."
        " How to sign up to receive their letters can be found in the articles below."
    )
    assert paragraph not in furniture(f"A farewell\n{LONG}\n\n{paragraph}\n")
    assert "Sign up to receive our news." in furniture(
        f"A farewell\n{LONG}\n\nSign up to receive our news.\n"
    )
