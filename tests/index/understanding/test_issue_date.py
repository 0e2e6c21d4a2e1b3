from __future__ import annotations

import pytest

from index.model.documents import Block, Document, Issued, Span
from index.model.items import Part
from index.understanding import Understanding


def issued(understanding: Understanding, *lines: str, stated: Issued = Issued()) -> Issued:
    """When a page of these lines was issued, its last line being its only item."""
    blocks = tuple(Block(text, Span(n, n)) for n, text in enumerate(lines, 1))
    look = understanding.look(Part("", lines[-1], None))
    document = Document("page", "page.txt", blocks, issued=stated)
    return understanding.issued(document, look.text_dates)


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (("Care review newsletter: January 2022", "Hello"), "2022-01"),
        (("Our School", "Friday Bulletin – 17th May 2019", "Hello"), "2019-05-17"),
        (("Media Monitor", "Wednesday 14 September 2022", "Hello"), "2022-09-14"),
        (("Weeknotes: 6 to 10 February 2023", "Hello"), "2023-02-10"),
        (("Safeguarding Matters – Issue 14, November 2021", "Hello"), "2021-11"),
        (("The Adopter", "Issue 22 June 2013", "Hello"), "2013-06"),
        (("A blog", "Posted on 21 March 2017 by admin", "Hello"), "2017-03-21"),
        (("From: A <a@b.org>", "Date: Fri, 3 Jul 2020 09:12:44 +0100", "Hello"), "2020-07-03"),
        (("Minutes of the Panel held on 4 March 2021", "Hello"), "2021-03-04"),
        (("A Briefing", "Number 11 · December 2022", "Hello"), "2022-12"),
        (("Ideas", "Opened 6 Nov 2023", "Closes 29 Jan 2024", "Hello"), "2023-11-06"),
        (("Alert", "Issue 52 | July 2023", *"abcdefghijk", "Published: 19 June 2023"), "2023-07"),
        (("Questions", "We answer.", "Last updated: 12 April 2022"), "2022-04-12"),
    ],
)
def test_the_page_states_its_date(
    understanding: Understanding, lines: tuple[str, ...], value: str
) -> None:
    found = issued(understanding, *lines)
    assert (found.value, found.known) == (value, "stated")


def test_the_evidence_names_the_line(understanding: Understanding) -> None:
    found = issued(understanding, "Our School", "Friday Bulletin – 17th May 2019", "Hello")
    assert found.evidence == "line 2: “17th May 2019”"


def test_what_the_format_states_is_not_questioned(understanding: Understanding) -> None:
    stated = Issued("2020-11", "inferred", "line 5")
    assert issued(understanding, "News, May 2022", "Hello", stated=stated) is stated


def test_a_season_is_inferred(understanding: Understanding) -> None:
    found = issued(understanding, "Carers’ news", "Winter 2018", "Hello")
    assert (found.value, found.known) == ("2018-12", "inferred")


def test_entries_with_dates_make_a_page_of_the_last_of_them(understanding: Understanding) -> None:
    page = [
        "Courier",
        "Jobs",
        "Log in",
        "Top story",
        "One",
        "February 26, 2015",
        "Two",
        "March 3, 2015",
    ]
    found = issued(understanding, *page, "Three")
    assert (found.value, found.known) == ("2015-03-03", "inferred")


def test_a_week_that_begins_next_monday_dates_the_page_to_the_week_before(
    understanding: Understanding,
) -> None:
    text = "Children’s mental health week begins next Monday. Come on 9 February 2021."
    found = issued(understanding, "Stories", text)
    assert (found.value, found.known) == ("2021-01", "inferred")


@pytest.mark.parametrize(
    "lines",
    [
        ("Stories", "Safer days", "The Children Act 1989 and the year 2020 are named here."),
        (
            "Stories",
            "A long way",
            "x" * 100,
            "The fair of our partners is on 4 May 2022, they say.",
        ),
        ("Stories", "Date: to be told", "Time: 2pm"),
    ],
)
def test_unknown_is_allowed_and_wrong_is_not(
    understanding: Understanding, lines: tuple[str, ...]
) -> None:
    assert issued(understanding, *lines) == Issued()
