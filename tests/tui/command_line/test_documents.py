from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.tui.command_line.conftest import CommandLine
from tests.tui.command_line.running import CHECKOUT, refuses

SEEDS = sorted((CHECKOUT / "seeds").glob("*.txt"))

BULLETIN = """Panel bulletin, March 2023

Fostering recruitment

The council has opened a hub for foster carers in the region.

Kinship carers' survey

Kinship carers are asked for their views on training.
"""


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    folder = tmp_path / "post"
    folder.mkdir()
    (folder / "bulletin.txt").write_text(BULLETIN, "utf-8")
    return folder / "bulletin.txt"


def test_a_preview_needs_no_library_and_makes_none(
    carereader: CommandLine, tmp_path: Path, bulletin: Path
) -> None:
    ran = carereader("--library", tmp_path / "none", "preview", bulletin, "--json")
    (document,) = ran.data["documents"]
    assert document["path"] == str(bulletin)
    assert document["items"]
    assert not (tmp_path / "none").exists()


def test_a_preview_has_every_seed_in_the_order_that_was_asked(carereader: CommandLine) -> None:
    documents = carereader("preview", *SEEDS, "--json").data["documents"]
    assert [document["path"] for document in documents] == [str(path) for path in SEEDS]
    for document, path in zip(documents, SEEDS, strict=True):
        count = len(path.read_text("utf-8").splitlines())
        spans = sorted(item["lines"] for item in document["items"])
        assert all(1 <= first <= last <= count for first, last in spans)
        assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_a_preview_to_read_is_a_tree(carereader: CommandLine, bulletin: Path) -> None:
    ran = carereader("preview", bulletin)
    items = carereader("preview", bulletin, "--json").data["documents"][0]["items"]
    assert ran.code == 0
    for item in items:
        assert item["title"] in ran.out
    assert "why: " in ran.out


def test_a_refused_file_costs_the_others_nothing(carereader: CommandLine, bulletin: Path) -> None:
    ran = carereader("preview", bulletin, "missing.txt", "--json")
    assert ran.code == 4
    assert [document["path"] for document in ran.data["documents"]] == [str(bulletin)]
    assert ran.err.count("\n") == 1
    assert "missing.txt" in ran.err


def test_files_are_called_what_the_person_called_them(
    carereader: CommandLine, bulletin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(bulletin.parent)
    ran = carereader("preview", "bulletin.txt", "missing.txt", "--json")
    assert [document["path"] for document in ran.data["documents"]] == ["bulletin.txt"]
    assert ran.err.startswith("carereader: missing.txt: ")


def test_a_file_is_added_once(carereader: CommandLine, bulletin: Path) -> None:
    before = len(carereader("documents", "--json").data["documents"])
    first = carereader("add", bulletin, "--json")
    assert first.code == 0
    assert len(first.data["added"]) == 1
    assert "added" in carereader("add", bulletin).out or "known" in carereader("add", bulletin).out
    again = carereader("add", bulletin, "--json").data
    assert (again["added"], len(again["known"])) == ([], 1)
    assert len(carereader("documents", "--json").data["documents"]) == before + 1


def test_what_was_added_is_found_and_its_file_may_go(
    carereader: CommandLine, bulletin: Path
) -> None:
    added = carereader("add", bulletin.parent, "--json").data["added"][0]
    bulletin.unlink()
    (hit,) = carereader("search", "hub", "--json").data["hits"]
    assert hit["document"] == added["id"]


def test_what_cannot_be_added_is_named_and_the_others_are_added(
    carereader: CommandLine, bulletin: Path
) -> None:
    (bulletin.parent / "empty.txt").touch()
    ran = carereader("add", bulletin, bulletin.parent / "empty.txt")
    assert ran.code == 4
    assert "added" in ran.out
    assert ran.err.count("\n") == 1
    assert "empty.txt" in ran.err


def test_addresses_cannot_be_added_yet(carereader: CommandLine) -> None:
    for command in ("add", "preview"):
        ran = carereader(command, "https://example.org/news")
        refuses(ran, 2, "https://example.org/news", "save the page as a text file")


def test_an_empty_name_is_not_the_folder_one_stands_in(carereader: CommandLine) -> None:
    refuses(carereader("add", ""), 2, "empty")


def test_documents_say_how_their_date_is_known(carereader: CommandLine) -> None:
    rows = carereader("documents", "--json").data["documents"]
    ran = carereader("documents")
    assert ran.code == 0
    words = " ".join(ran.out.split())
    for row in rows:
        assert row["title"] in words
        assert row["id"] in words
        assert row["evidence"] in words
