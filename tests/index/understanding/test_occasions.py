from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import LibraryError
from index.understanding.date_forms import Day
from index.understanding.occasions import Occasions
from index.understanding.passages import Passage
from index.understanding.phrases import Lexicon


def in_year(text: str, year: int, config: Path | None = None) -> tuple[Day, Day | None]:
    lexicon = Lexicon()
    occasions = Occasions(lexicon, config)
    ((_, _, occasion),) = occasions.named(Passage.of(text, lexicon))
    return occasion.in_year(year)


@pytest.mark.parametrize(
    ("name", "year", "days"),
    [
        ("Children’s Mental Health Week", 2021, (Day(2021, 2, 1), Day(2021, 2, 7))),
        ("Children's Mental Health Week", 2024, (Day(2024, 2, 5), Day(2024, 2, 11))),
        ("Safer Internet Day", 2021, (Day(2021, 2, 9), None)),
        ("Black History Month", 2022, (Day(2022, 10), None)),
    ],
)
def test_an_occasion_is_placed_in_any_year(
    name: str, year: int, days: tuple[Day, Day | None]
) -> None:
    assert in_year(name, year) == days


def test_a_reader_adds_an_occasion(tmp_path: Path) -> None:
    own = '[occasions."harvest week"]\nbegins = "Monday 09-20"\ndays = 7\n'
    (tmp_path / "occasions.toml").write_text(own, "utf-8")
    days = in_year("harvest week", 2022, tmp_path)
    assert days == (Day(2022, 9, 26), Day(2022, 10, 2))


def test_an_occasion_that_cannot_be_placed_is_named(tmp_path: Path) -> None:
    (tmp_path / "occasions.toml").write_text(
        '[occasions."harvest week"]\nbegins = "soon"\n', "utf-8"
    )
    with pytest.raises(LibraryError, match="harvest week"):
        Occasions(Lexicon(), tmp_path)
