from __future__ import annotations

import pytest

from index.meetings.addresses import followable, pieces
from index.meetings.blocks import Line
from index.meetings.texts import lines, one_line


def test_bullets_are_as_deep_as_they_were() -> None:
    text = "Agreed:\n• to write\n  o to the Minister\n  - to the Board\n• to wait\nThe end."
    assert lines(text) == (
        Line("Agreed:"),
        Line("to write", 1),
        Line("to the Minister", 2),
        Line("to the Board", 2),
        Line("to wait", 1),
        Line("The end."),
    )


def test_no_bullet_skips_a_level() -> None:
    assert [line.depth for line in lines("      • far in\n        • farther\n• out")] == [1, 2, 1]


def test_bullets_do_not_go_deeper_than_anyone_can_see() -> None:
    stairs = "\n".join(f"{'  ' * step}• step" for step in range(50))
    assert max(line.depth for line in lines(stairs)) == 6


@pytest.mark.parametrize("text", ["-5 degrees", "o’clock", "*", "– ", "2020 – a year"])
def test_what_only_looks_like_a_bullet(text: str) -> None:
    assert [line.depth for line in lines(text)] == [0]


def test_one_line_has_no_breaks_and_nothing_unseen() -> None:
    assert (
        one_line(" two\nlines\x0b\x1b[31m and\ta tab\ud800 \U0001ffff")
        == "two lines [31m and a tab"
    )


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://example.org/x", "https://example.org/x"),
        ("HTTPS://example.org", "HTTPS://example.org"),
        ("mailto:info@example.org", "mailto:info@example.org"),
        ("info@example.org", "mailto:info@example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ('https://example.org/"onclick=x', ""),
        ("//example.org", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_only_web_and_mail_can_be_followed(address: str, followed: str) -> None:
    assert followable(address) == followed


def test_a_text_falls_into_pieces_and_nothing_is_lost() -> None:
    text = "See (https://example.org/a_b?c=1&d=2), or write to info@example.org."
    assert list(pieces(text)) == [
        ("See (", ""),
        ("https://example.org/a_b?c=1&d=2", "https://example.org/a_b?c=1&d=2"),
        ("), or write to ", ""),
        ("info@example.org", "mailto:info@example.org"),
        (".", ""),
    ]
