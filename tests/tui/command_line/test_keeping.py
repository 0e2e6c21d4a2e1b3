from __future__ import annotations

import shutil
from pathlib import Path

from tests.tui.command_line.conftest import CommandLine
from tests.tui.command_line.running import process


def test_the_index_is_made_anew_from_the_record(
    carereader: CommandLine, library_folder: Path
) -> None:
    total = carereader("search", "--json").data["total"]
    assert f"{total} items" in carereader("reindex").out


def test_what_other_rules_took_apart_is_read_anew_first(
    carereader: CommandLine, library_folder: Path
) -> None:
    carereader("search", "kinship")
    own = library_folder / "config" / "topics.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_text("")
    assert "5 documents read anew" in carereader("reindex").out
    assert "read anew" not in carereader("reindex").out
    next((library_folder / "originals").iterdir()).unlink()
    own.unlink()
    ran = carereader("reindex")
    assert ran.code == 4
    assert "4 documents read anew" in ran.out
    assert "add the document again" in ran.err


def test_a_deleted_index_loses_nothing(carereader: CommandLine, library_folder: Path) -> None:
    before = carereader("search", "kinship", "--json").data
    item = before["hits"][0]["id"]
    carereader("bookmark", item, "--meeting", "Panel", "--note", "ask Ann")
    shutil.rmtree(library_folder / "index")
    assert carereader("search", "kinship", "--json").data["total"] == before["total"]
    assert carereader("show", item, "--json").data["item"]["note"] == "ask Ann"


def test_paths_names_every_place_and_makes_none(tmp_path: Path) -> None:
    library = tmp_path / "library"
    ran = process("paths", "--json", cwd=tmp_path, CAREREADER_LIBRARY=str(library))
    places = {name: Path(path) for name, path in ran.data.items() if name != "version"}
    assert set(places) == {"config", "record", "originals", "index", "packs"}
    assert all(library in path.parents for path in places.values())
    assert not library.exists()
    lines = process("--library", library, "paths", cwd=tmp_path).out.splitlines()
    assert {tuple(line.split(maxsplit=1)) for line in lines} == {
        (name, str(path)) for name, path in places.items()
    }


def test_the_option_goes_before_the_environment(tmp_path: Path) -> None:
    ran = process("--library", "here", "paths", "--json", cwd=tmp_path, CAREREADER_LIBRARY="there")
    assert ran.data["record"] == str(tmp_path / "here" / "library.db")
