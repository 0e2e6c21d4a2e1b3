from __future__ import annotations

from pathlib import Path

import pytest

from tests.gold.scoring import Found, GoldDocument, score


@pytest.fixture
def document(tmp_path: Path) -> GoldDocument:
    path = tmp_path / "news.txt"
    path.write_text("Our news\n\nOne\ntext\n\n\nTwo\ntext\nmore\n", "utf-8")
    items = (
        {"title": "One", "start_line": 3, "end_line": 4},
        {"title": "Two", "start_line": 7, "end_line": 9, "dates": [{"iso": "2021-04"}]},
    )
    return GoldDocument(path, items, frozenset({1}), None, "newsletter")


def test_the_same_items_score_full(document: GoldDocument) -> None:
    figures = score([(document, [Found("one:", (3, 6)), Found("TWO", (7, 9))])])
    assert (figures.boundaries, figures.titles, figures.furniture) == (1.0, 1.0, 1.0)


def test_an_item_that_overlaps_too_little_is_missed(document: GoldDocument) -> None:
    figures = score([(document, [Found("One", (3, 9))])])
    assert figures.boundaries == 0.0


def test_a_wrong_title_and_furniture_in_an_item_cost_their_share(document: GoldDocument) -> None:
    figures = score([(document, [Found("Other", (3, 4)), Found("Two", (7, 9))])])
    assert figures.titles == 0.5
    swallowed = score([(document, [Found("One", (1, 4)), Found("Two", (7, 9))])])
    assert swallowed.furniture == 0.0


def test_dates_agree_to_the_precision_of_the_gold(document: GoldDocument) -> None:
    figures = score([(document, [Found("Two", (7, 9), dates=("2021-04-21T18:30",))])])
    assert figures.dates == 1.0
    wrong = score([(document, [Found("Two", (7, 9), dates=("2021-05-21",))])])
    assert wrong.dates == 0.0
