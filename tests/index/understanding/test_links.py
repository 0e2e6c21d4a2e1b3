from __future__ import annotations

import pytest

from index.model.documents import Link
from index.understanding import Understanding
from index.understanding.links import links, without_addresses
from tests.index.understanding.understood import understood


def addresses(text: str) -> list[str | None]:
    return [link.address for link in links(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a.", ["https://example.org/a"]),
        ("(see https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("<https://example.org/a>", ["https://example.org/a"]),
        ("“https://example.org/a”, he said", ["https://example.org/a"]),
        ("one http://a.org/1 two http://b.org/2", ["http://a.org/1", "http://b.org/2"]),
        ("www.example.org.uk/boxes.", ["www.example.org.uk/boxes"]),
        ("mail ann.lee@example.gov.uk.", ["ann.lee@example.gov.uk"]),
        ("mailto:ann@example.org", ["ann@example.org"]),
        ("forms at bit.ly/3abc", ["bit.ly/3abc"]),
        ("https://example.org/a?k=1&l=2#top!", ["https://example.org/a?k=1&l=2#top"]),
        (
            "https://example.org/back-to-\nschool-news now",
            ["https://example.org/back-to-school-news"],
        ),
        (
            "https://example.org/news/ 2020/07/back-again",
            ["https://example.org/news/2020/07/back-again"],
        ),
        ("https://example.org/news/ and more", ["https://example.org/news/"]),
        ("<https://example.org/very/\nlong>", ["https://example.org/very/long"]),
        ("twice https://a.org/1 and https://a.org/1", ["https://a.org/1"]),
        ("javascript:alert(1) file:///etc/passwd", []),
        ("and/or he/she 1/2 @home a@b", []),
    ],
)
def test_addresses_are_found_whole_and_clean(text: str, expected: list[str]) -> None:
    assert addresses(text) == expected


def test_a_link_knows_its_place() -> None:
    text = "See https://example.org/a."
    (link,) = links(text)
    assert text[link.start : link.end] == link.text == "https://example.org/a"


def test_links_that_the_format_states_follow_those_of_the_text() -> None:
    stated = (
        Link("https://b.org/", "the front desk"),
        Link("mailto:desk@b.org", "write"),
        Link("javascript:x()", "bad"),
        Link(None, "Register here"),
    )
    found = links("https://a.org/1", stated)
    assert [(link.address, link.text) for link in found] == [
        ("https://a.org/1", "https://a.org/1"),
        ("https://b.org/", "the front desk"),
        ("desk@b.org", "write"),
        (None, "Register here"),
    ]


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("It is free. Register for the kinship briefing.", "Register for the kinship briefing"),
        ("A day of talks. Book a place at the event.", "Book a place at the event"),
        (
            "Worth sharing. Police: Are you listening? – YouTube",
            "Police: Are you listening? – YouTube",
        ),
    ],
)
def test_a_link_that_lost_its_address_is_kept_by_its_text(
    understanding: Understanding, text: str, call: str
) -> None:
    (link,) = understood(understanding, text).links
    assert (link.address, link.text, text[link.start : link.end]) == (None, call, call)


@pytest.mark.parametrize(
    "text",
    [
        "Register for the day: https://a.org/1",
        "You can register for the briefing. It is free.",
        "Register for the briefing. It is free.",
    ],
)
def test_what_has_its_address_or_goes_on_has_lost_no_link(
    understanding: Understanding, text: str
) -> None:
    assert all(link.address for link in understood(understanding, text).links)


def test_blanks_take_the_place_of_addresses() -> None:
    text = "See https://a.org/1 now, or ann@b.org"
    blanked = without_addresses(text, links(text))
    assert len(blanked) == len(text)
    assert blanked.split() == ["See", "now,", "or"]
