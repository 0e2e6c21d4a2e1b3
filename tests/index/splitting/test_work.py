"""The work grows in step with the text: counted in calls, for a clock lies on a busy machine."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest

import index.reading
import index.splitting
from index.reading.reading import read_bytes
from index.splitting.splitter import Splitter

SPLITTER = Splitter()

SIZE = 200
TEXTS: dict[str, Callable[[int], str]] = {
    "one line": lambda n: "word and " * (n * 20),
    "blank lines": lambda n: "\n" * (n * 50) + "Hello there",
    "headings": lambda n: "".join(f"Heading number {k}\n" for k in range(n)),
    "the same heading": lambda n: "Kinship care\n" * n,
    "furniture": lambda n: "Read more\n" * n,
    "separators": lambda n: "-----\n" * n,
    "right to left": lambda n: "مرحبا بالعالم هذا نص\n" * n,
    "bullets": lambda n: "• a bullet about carers\n" * n,
    "numbers alone": lambda n: "1.\nApologies\n" * n,
    "run-ins": lambda n: "".join(f"Label {k}: please read this text.\n" for k in range(n)),
    "addresses": lambda n: "https://example.org/a\n" * n,
    "contents": lambda n: "In this issue\n" * n,
    "signatures": lambda n: "Yours sincerely,\nJane Doe\nHead of Practice\n" * n,
    "trailers": lambda n: ("word " * 15 + ".\nSource: a\nDate: b\n") * n,
    "mail headers": lambda n: "From: a\nTo: b\nSubject: c\n" * n,
    "minutes": lambda n: "Minutes:\nRESOLVED that it be noted\nApologies for absence\n" * n,
    "broken paragraphs": lambda n: "word word word word word word word word word word word\n" * n,
    "other pages": lambda n: "Recent posts\nOne post\n" * n,
    "entries": lambda n: "In case you missed it\nA film: https://example.org/a\n" * n,
    "teasers": lambda n: "A study of pupils found what nobody had looked for […]\n" * n,
    "brackets": lambda n: "[" * n + "(" * n + "*" * n + "[a](" * n,
}


def calls(text: str) -> int:
    """How many functions are called to read and split the text."""
    count = 0

    def tally(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        SPLITTER.split(read_bytes(text.encode(), "a text"))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_is_about_twice_the_work(name: str) -> None:
    once, twice = calls(TEXTS[name](SIZE)), calls(TEXTS[name](2 * SIZE))
    assert twice <= 2.3 * once + 1000


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for package in (index.reading, index.splitting):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                named = value.items() if isinstance(value, dict) else [("", value)]
                for key, pattern in named:
                    if isinstance(pattern, re.Pattern):
                        yield f"{module.name}.{name}{key}", pattern


PATTERNS = dict(patterns())


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_repeats_without_end_what_repeats_without_end(name: str) -> None:
    tree = re._parser.parse(PATTERNS[name].pattern, PATTERNS[name].flags)  # type: ignore[attr-defined]  # the only way to see how a pattern repeats
    assert not nested(tree, inside=False)


def nested(tree: Any, *, inside: bool) -> bool:
    """Whether an open-ended repeat stands within another."""
    for operation, argument in tree:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            _, most, body = argument
            endless = most == re._constants.MAXREPEAT  # type: ignore[attr-defined]  # as above
            if endless and inside:
                return True
            if nested(body, inside=inside or endless):
                return True
        elif name == "BRANCH":
            if any(nested(branch, inside=inside) for branch in argument[1]):
                return True
        elif name == "SUBPATTERN":
            if nested(argument[3], inside=inside):
                return True
        elif name in ("ASSERT", "ASSERT_NOT") and nested(argument[1], inside=inside):
            return True
    return False


HOSTILE = [
    "a" * 20_000,
    "[" * 20_000,
    "- " * 10_000,
    "A – " * 8_000,
    "http://" * 4_000,
    "@." * 9_000,
]
HOSTILE += [
    "**" * 9_000 + "a",
    "1/" * 9_000,
    "Aa " * 9_000,
    ": " * 9_000,
    "([" * 9_000,
    "a." * 9_000,
]


@pytest.mark.parametrize("name", PATTERNS)
def test_every_pattern_comes_back_from_hostile_text(name: str) -> None:
    for text in HOSTILE:
        for part in (text, text[:400]):
            PATTERNS[name].search(part)
            PATTERNS[name].match(part + "!")
