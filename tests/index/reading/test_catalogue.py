from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import DocumentError
from index.model.documents import Issued
from index.reading.catalogue import entry_beside
from index.reading.reading import read

CATALOGUE = """
[documents."news.txt"]
title = "Care review newsletter"
source = "The review"
issued = "2022-01"
known = "inferred"
evidence = "line 1: January 2022"
origin = "https://example.org/"
rights = "Crown copyright"
"""


def beside(tmp_path: Path, catalogue: str) -> Path:
    (tmp_path / "catalogue.toml").write_text(catalogue, "utf-8")
    path = tmp_path / "news.txt"
    path.write_text("Kinship care\n\nGrandparents ask for an allowance.\n", "utf-8")
    return path


def test_what_a_catalogue_states_is_on_the_document(tmp_path: Path) -> None:
    document = read(beside(tmp_path, CATALOGUE))
    assert document.title == "Care review newsletter"
    assert document.source == "The review"
    assert document.issued == Issued("2022-01", "inferred", "line 1: January 2022")
    assert document.origin == "https://example.org/"


def test_a_date_without_more_is_stated(tmp_path: Path) -> None:
    path = beside(tmp_path, '[documents."news.txt"]\nissued = "2022-01-14"\n')
    assert read(path).issued == Issued("2022-01-14", "stated", "")


def test_no_catalogue_and_no_entry(tmp_path: Path) -> None:
    assert entry_beside(tmp_path / "news.txt") is None
    path = beside(tmp_path, '[documents."other.txt"]\ntitle = "Other"\n')
    assert entry_beside(path) is None
    assert read(path).issued == Issued()


@pytest.mark.parametrize(
    "catalogue",
    [
        "not toml [",
        'documents = "none"',
        '[documents]\n"news.txt" = "a title"',
        '[documents."news.txt"]\ntitel = "x"',
        '[documents."news.txt"]\ntitle = 7',
        '[documents."news.txt"]\nissued = "2022"\nknown = "guessed"',
        '[documents."news.txt"]\nissued = "2022"\nknown = "unknown"',
        '[documents."news.txt"]\nissued = "last year"',
    ],
)
def test_a_catalogue_that_cannot_be_used_is_named_in_one_line(
    tmp_path: Path, catalogue: str
) -> None:
    path = beside(tmp_path, catalogue)
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert "catalogue.toml" in str(caught.value)
    assert "\n" not in str(caught.value)
