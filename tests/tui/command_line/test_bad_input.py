"""What can be wrong with files, folders and libraries, each met as a person would meet it."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from index.model.making import Cause
from tests.index.damage import DAMAGE
from tests.tui.command_line.conftest import CommandLine
from tests.tui.command_line.running import process, refuses

NEWS = """Foster carers’ news

A hub for foster carers has opened in Sheffield – the region’s first.

Fees

The fees of foster carers rise by £5 a week.
"""


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """A folder for the files of a test."""
    folder = tmp_path / "post"
    folder.mkdir()
    return folder


def contents(folder: Path) -> dict[str, str]:
    """The originals in a library, and what a dump of its record says."""
    with sqlite3.connect(folder / "library.db") as record:
        dump = "\n".join(record.iterdump())
    record.close()
    files = {path.name: path.read_bytes() for path in (folder / "originals").rglob("*.*")}
    return {
        "record": hashlib.sha256(dump.encode()).hexdigest(),
        **{name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("missing.txt", None, ["no such file"]),
        ("binary.txt", bytes(range(256)) * 40, ["not text"]),
        ("empty.txt", b"", ["empty"]),
        ("blank.txt", b" \n\n \t\n", []),
        ("report.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ["PDF"]),
    ],
)
def test_a_file_that_is_no_document_is_refused(
    carereader: CommandLine,
    library_folder: Path,
    post: Path,
    name: str,
    data: bytes | None,
    words: list[str],
) -> None:
    file = post / name
    if data is not None:
        file.write_bytes(data)
    before = contents(library_folder)
    refuses(carereader("add", file), 4, str(file), *words)
    assert contents(library_folder) == before


def test_a_text_of_50_megabytes_is_refused(
    carereader: CommandLine, library_folder: Path, post: Path
) -> None:
    file = post / "huge.txt"
    file.write_text(NEWS * (50 * 1024 * 1024 // len(NEWS)), "utf-8")
    before = contents(library_folder)
    refuses(carereader("add", file), 4, "huge.txt", "MB")
    assert contents(library_folder) == before


def test_a_folder_without_documents_is_refused(
    carereader: CommandLine, library_folder: Path, post: Path
) -> None:
    before = contents(library_folder)
    refuses(carereader("add", post), 4, str(post), "no documents")
    (post / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    refuses(carereader("add", post), 4, str(post), "no documents")
    assert contents(library_folder) == before


def test_text_in_other_encodings_is_read(carereader: CommandLine, post: Path) -> None:
    encodings = ("cp1252", "utf-16", "utf-16-le", "utf-8-sig")
    for encoding in encodings:
        (post / f"{encoding}.txt").write_bytes(f"{NEWS}\nThis is {encoding}.\n".encode(encoding))
    documents = carereader("preview", post, "--json").data["documents"]
    texts = {
        Path(document["path"]).stem: " ".join(
            item["title"] + " " + item["text"] for item in document["items"]
        )
        for document in documents
    }
    for encoding in encodings:
        assert "the region’s first" in texts[encoding], encoding
        assert "£5 a week" in texts[encoding], encoding
    added = carereader("add", post, "--json")
    assert (added.code, len(added.data["added"])) == (0, len(encodings))


@pytest.mark.parametrize("command", [["search", "kinship"], ["documents"], ["meeting", "Panel"]])
def test_a_library_that_cannot_be_written_is_told(
    carereader: CommandLine, tmp_path: Path, command: list[str]
) -> None:
    # under a file no folder can be made, whoever one is: permissions would not stop root
    file = tmp_path / "notes.txt"
    file.write_text("mine", "utf-8")
    refuses(carereader("--library", file / "library", *command), 3, str(file))
    assert file.read_text("utf-8") == "mine"


def test_a_record_from_a_newer_version_is_left_alone(
    carereader: CommandLine, library_folder: Path
) -> None:
    with sqlite3.connect(library_folder / "library.db") as record:
        record.execute("PRAGMA user_version = 999")
    record.close()
    before = contents(library_folder)
    for command in (["search", "kinship"], ["meeting", "Panel"], ["reindex"]):
        refuses(carereader(*command), 3, "newer carereader")
    assert contents(library_folder) == before


def test_a_record_that_is_no_database_is_left_alone(
    carereader: CommandLine, library_folder: Path
) -> None:
    (library_folder / "library.db").write_text("not a database " * 100, "utf-8")
    for companion in library_folder.glob("library.db-*"):
        companion.unlink()
    refuses(carereader("search", "kinship"), 3, "library.db")
    assert (library_folder / "library.db").read_text("utf-8") == "not a database " * 100


@pytest.mark.parametrize("cause", DAMAGE)
def test_an_index_that_is_of_no_use_is_said_and_mended_unasked(
    carereader: CommandLine, library_folder: Path, cause: Cause
) -> None:
    total = carereader("search", "kinship", "--json").data["total"]
    DAMAGE[cause](library_folder / "index")
    ran = carereader("search", "kinship", "--json")
    assert (ran.code, ran.data["total"]) == (0, total)
    assert f"carereader: {cause}; it is made anew\n" in ran.err
    assert "made anew" not in carereader("search", "kinship").err


def test_an_index_that_cannot_be_made_is_told_and_the_rest_goes_on(
    carereader: CommandLine, library_folder: Path
) -> None:
    DAMAGE[Cause.GONE](library_folder / "index")
    (library_folder / "index").write_text("in the way", "utf-8")
    ran = carereader("search", "kinship")
    assert (ran.code, ran.out) == (3, "")
    assert str(library_folder / "index") in ran.err
    assert carereader("topics").code == carereader("documents").code == 0
    assert carereader("search", "--topic", "kinship-care").code == 0


def test_a_word_list_that_is_no_toml_is_named(
    carereader: CommandLine, library_folder: Path
) -> None:
    config = library_folder / "config"
    config.mkdir(exist_ok=True)
    (config / "topics.toml").write_text("[unclosed", "utf-8")
    refuses(carereader("topics"), 3, "topics.toml")


def test_names_of_files_cannot_steer_the_terminal(carereader: CommandLine, post: Path) -> None:
    ran = carereader("add", post / "\x1b[31mred\x9b.txt", "--json")
    assert ran.code == 4
    assert not set("\x1b\x9b") & set(ran.out + ran.err)
    assert ran.data["refused"][0]["path"].endswith("\x1b[31mred\x9b.txt")


def test_an_unwritable_pack_is_told(carereader: CommandLine, post: Path) -> None:
    carereader("meeting", "Panel")
    ran = carereader("pack", "Panel", "--output", post / "no" / "such" / "folder" / "p.md")
    assert ran.code in (2, 3)
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err


def test_an_empty_name_for_the_library_is_wrong_usage(tmp_path: Path) -> None:
    ran = process("--library", "", "search", "kinship", cwd=tmp_path)
    refuses(ran, 2, "--library")
    assert list(tmp_path.iterdir()) == []
