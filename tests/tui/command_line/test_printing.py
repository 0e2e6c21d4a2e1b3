from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.command_line.page import Page, marked
from tui.command_line.printing import print_json, print_text, progress, say

HOSTILE = "[bold]a[/] [/foo] b [@click=app.quit]x[/] :smile: [p. 3]"
CURSOR = "up \x1b[2A \x9b31m \u202eback"


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")


def test_text_is_never_read_as_markup(capsys: pytest.CaptureFixture[str]) -> None:
    Page().line(HOSTILE, (HOSTILE, "bold"), marked(HOSTILE, [(0, 3)]))
    assert " ".join(capsys.readouterr().out.split()) == HOSTILE * 3


def test_control_characters_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    Page().line(CURSOR, marked(CURSOR, []))
    print_text(CURSOR)
    say(CURSOR)
    out, err = capsys.readouterr()
    for character in "\x1b\x9b\u202e":
        assert character not in out + err
    assert "\N{REPLACEMENT CHARACTER}[2A" in out
    assert "\N{REPLACEMENT CHARACTER}[2A" in err


def test_what_is_piped_is_plain(capsys: pytest.CaptureFixture[str]) -> None:
    Page().line(("title", "bold red"), marked("a word", [(2, 6)]))
    assert capsys.readouterr().out == "titlea word\n"


def test_long_lines_are_wrapped_and_indented(capsys: pytest.CaptureFixture[str]) -> None:
    Page().line("word " * 20, indent=2, hang=3)
    first, *others = capsys.readouterr().out.splitlines()
    assert first.startswith("  word")
    assert all(line.startswith("     word") for line in others)
    assert all(len(line) <= 40 for line in [first, *others])
    assert " ".join([first, *others]).split() == ["word"] * 20


def test_an_address_stays_whole(capsys: pytest.CaptureFixture[str]) -> None:
    address = "https://example.org/" + "a-long-path/" * 10
    Page().line("see ", address, indent=2)
    assert address in capsys.readouterr().out.split()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_no_letter_is_lost_in_wrapping(capsys: pytest.CaptureFixture[str], text: str) -> None:
    capsys.readouterr()
    Page().line(text)
    letters = [character for character in text if character.isalnum()]
    printed = [character for character in capsys.readouterr().out if character.isalnum()]
    assert printed == letters


def test_json_begins_with_its_version_and_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"text": "care’s " + CURSOR, "path": "undecodable \udcff"})
    out = capsys.readouterr().out
    assert list(json.loads(out).items()) == [
        ("version", 1),
        ("text", "care’s " + CURSOR),
        ("path", "undecodable \udcff"),
    ]
    assert not set("\x1b\x9b\u202e") & set(out)


def test_progress_is_for_terminals_only(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as report:
        assert report is None
    assert capsys.readouterr().err == ""
