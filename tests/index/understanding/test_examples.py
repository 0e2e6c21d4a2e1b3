"""Short items of many layouts: how much of them is understood as a careful reader would."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import pytest

from index.model.items import Item
from index.understanding import Understanding
from tests.index.understanding.understood import understood

Example = dict[str, Any]


@pytest.fixture(scope="module", params=["examples", "examples_second"])
def pairs(
    understanding: Understanding, request: pytest.FixtureRequest
) -> list[tuple[Example, Item]]:
    file = resources.files("tests.index.understanding").joinpath(f"{request.param}.toml")
    examples: list[Example] = tomllib.loads(file.read_text("utf-8"))["example"]
    return [
        (
            example,
            understood(
                understanding,
                example["text"],
                example["title"],
                issued=example["issued"],
                kind=example.get("document", "newsletter"),
                document_title=example.get("document_title", ""),
            ),
        )
        for example in examples
    ]


def f1(pairs: list[tuple[set[str], set[str]]]) -> float:
    wanted, found, both = (
        sum(map(len, sets))
        for sets in zip(*((gold, mine, gold & mine) for gold, mine in pairs), strict=True)
    )
    return 2 * both / (wanted + found)


def test_topics(pairs: list[tuple[Example, Item]]) -> None:
    sets = [(set(e["topics"]), {match.slug for match in item.topics}) for e, item in pairs]
    assert f1(sets) >= 0.9


def test_kinds(pairs: list[tuple[Example, Item]]) -> None:
    right = sum(example["kind"] == item.kind for example, item in pairs)
    assert right / len(pairs) >= 0.9


def test_dates(pairs: list[tuple[Example, Item]]) -> None:
    sets = [
        (set(e["dates"]), {d.start + (f"/{d.end}" if d.end else "") for d in item.dates})
        for e, item in pairs
    ]
    assert f1(sets) >= 0.9


def test_organisations(pairs: list[tuple[Example, Item]]) -> None:
    for example, item in pairs:
        assert set(example.get("organisations", ())) <= set(item.organisations), example["title"]
