"""The figures of splitting on gold. A floor is what was reached, with a little room."""

from __future__ import annotations

import pytest

from index.reading.reading import read
from index.splitting.splitter import Splitter
from tests.gold.scoring import Figures, found, gold, score

FLOORS = {
    "seeds": (0.97, 0.92, 0.97),
    "written_first": (0.98, 0.95, 0.95),
    "written_second": (0.98, 0.97, 0.98),
    "written_third": (0.98, 0.90, 0.90),
    "held_back": (0.92, 0.95, 0.90),
    "another_hand": (0.95, 0.95, 0.97),
    "last_layouts": (0.97, 0.97, 0.94),
}


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    return Splitter()


def figures_of(name: str, splitter: Splitter) -> Figures:
    return score(
        (document, [found(part) for part in splitter.split(read(document.path)).parts])
        for document in gold(name)
    )


@pytest.mark.parametrize("name", FLOORS)
def test_documents_are_taken_apart_as_a_careful_reader_would(name: str, splitter: Splitter) -> None:
    figures = figures_of(name, splitter)
    reached = (figures.boundaries, figures.titles, figures.furniture)
    assert all(figure >= floor for figure, floor in zip(reached, FLOORS[name], strict=True)), (
        f"{name}: {figures}"
    )


@pytest.mark.parametrize("name", FLOORS)
def test_sections_are_kept_on_their_items(name: str, splitter: Splitter) -> None:
    wanted = given = 0
    for document in gold(name):
        parts = {part.title: part for part in splitter.split(read(document.path)).parts}
        for item in document.items:
            if item["section"] and item["title"] in parts:
                wanted += 1
                given += parts[item["title"]].section == item["section"]
    assert given >= 0.9 * wanted
