from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.screens.stage import SIZES, flowed, on_stage
from tests.tui.steady import burst, enter, until
from tui.screens.add import AddDocuments
from tui.screens.paths import complete, found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("news-january.txt", "news-june.txt", "Minutes.md", ".hidden.txt"):
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "older news").mkdir()
    (tmp_path / "older news" / "a.txt").write_text("x", "utf-8")
    (tmp_path / "evil\x1b[31m.txt").write_text("x", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "completed", "names"),
    [
        ("n", "news-j", ("news-january.txt", "news-june.txt")),
        ("news-ja", "news-january.txt", ("news-january.txt",)),
        ("min", "Minutes.md", ("Minutes.md",)),
        ("o", "older news/", ("older news/",)),
        ("older news/", "older news/a.txt", ("a.txt",)),
        (".h", ".hidden.txt", (".hidden.txt",)),
        ("e", "e", ()),
        ("nothing", "nothing", ()),
        ("no/such/folder", "no/such/folder", ()),
        ("~", "~/", ()),
    ],
)
def test_completion(folder: Path, text: str, completed: str, names: tuple[str, ...]) -> None:
    completion = complete(text, folder)
    assert completion.text == completed
    assert completion.names == names


def test_an_empty_path_completes_to_what_is_there(folder: Path) -> None:
    completion = complete("", folder)
    assert completion.text == ""
    assert completion.names == ("Minutes.md", "news-january.txt", "news-june.txt", "older news/")


def test_absolute_paths_complete(folder: Path) -> None:
    assert complete(f"{folder}/Mi", Path("/")).text == f"{folder}/Minutes.md"


def test_the_persons_own_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert complete("~/Mi", Path("/")).text == "~/Minutes.md"
    assert found("~/Minutes.md", Path("/")) == (folder / "Minutes.md",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Minutes.md", ["Minutes.md"]),
        ("  Minutes.md ", ["Minutes.md"]),
        ("older news", ["older news"]),
        ("'older news/a.txt'", ["older news/a.txt"]),
        ('"older news"', ["older news"]),
        ("older\\ news/a.txt", ["older news/a.txt"]),
        ("news-*.txt", ["news-january.txt", "news-june.txt"]),
        ("news-jun?.txt", ["news-june.txt"]),
        ("*.pdf", []),
        ("nothing.txt", []),
    ],
)
def test_paths_are_found(folder: Path, text: str, names: list[str]) -> None:
    assert found(text, folder) == tuple(folder / name for name in names)


@given(text=st.text())
def test_no_text_is_too_strange(text: str) -> None:
    complete(text.replace("/", ""), Path("/nonexistent"))
    found(text, Path("/nonexistent"))


async def test_tab_completes_and_enter_adds(folder: Path) -> None:
    async with on_stage(AddDocuments(folder)) as (app, pilot):
        await pilot.press("n", "tab")
        assert "news-january.txt" in flowed(app)
        assert "news-june.txt" in flowed(app)
        await pilot.press("a", "tab", "enter")
        assert app.answers == [(folder / "news-january.txt",)]


async def test_tab_completes_all_that_was_typed_before_it(folder: Path) -> None:
    async with on_stage(AddDocuments(folder)) as (app, pilot):
        await burst(pilot, *"news", "tab")
        await until(pilot, lambda: "news-june.txt" in flowed(app), "it is completed")
        await burst(pilot, "u", "tab", "enter")
        await until(pilot, lambda: app.answers, "the path is taken")
        assert app.answers == [(folder / "news-june.txt",)]


async def test_a_folder_completes_and_shows_what_is_in_it(folder: Path) -> None:
    async with on_stage(AddDocuments(folder)) as (app, pilot):
        await pilot.press("o", "tab")
        assert "a.txt" in flowed(app)
        await pilot.press("enter")
        assert app.answers == [(folder / "older news",)]


async def test_several_files_at_once(folder: Path) -> None:
    async with on_stage(AddDocuments(folder)) as (app, pilot):
        await enter(pilot, "*.txt")
        await pilot.press("enter")
        assert app.answers == [
            tuple(
                folder / name for name in ("evil\x1b[31m.txt", "news-january.txt", "news-june.txt")
            )
        ]


async def test_what_is_not_there_is_said_in_place(folder: Path) -> None:
    async with on_stage(AddDocuments(folder)) as (app, pilot):
        await pilot.press("enter")
        assert "Type the path" in flowed(app)
        await enter(pilot, "[/foo]")
        await pilot.press("enter")
        assert "There is no [/foo]" in flowed(app)
        assert app.answers == []
        await pilot.press("x")
        assert "There is no" not in flowed(app)


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_which_files_it_takes(folder: Path, size: tuple[int, int]) -> None:
    async with on_stage(AddDocuments(folder), size) as (app, pilot):
        assert ".txt" in flowed(app)
        await pilot.press("tab", "escape")
        assert app.answers == [None]
