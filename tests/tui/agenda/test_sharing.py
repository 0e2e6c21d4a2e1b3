"""Writing, copying and taking in packs by keys."""

from __future__ import annotations

from pathlib import Path

from index import Library
from index.places import Places
from tests.tui.agenda.conftest import PANEL
from tests.tui.screens.stage import flowed, on_stage, told
from tests.tui.steady import enter, until
from tui.agenda.screen import AgendaScreen


async def test_packs_and_minutes_are_written_where_one_says_and_nothing_is_replaced_unasked(
    library: Library, items: tuple[str, ...], tmp_path: Path
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (110, 30)) as (app, pilot):
        await pilot.press("x", "enter")
        (pack,) = library.places.packs.iterdir()
        assert PANEL in pack.read_text("utf-8")
        await until(pilot, lambda: "The pack is in" in told(app), "it is said where it is")
        assert pack.name in told(app).replace(" ", "")
        file = tmp_path / "mine.txt"
        file.write_text("mine", "utf-8")
        await pilot.press("x", "j", "j", "j", "tab")
        await enter(pilot, str(tmp_path / "min"))
        await pilot.press("tab", "enter")
        assert "is there already. Replace it?" in flowed(app)
        await pilot.press("n")
        assert file.read_text("utf-8") == "mine"
        await pilot.press("enter", "y")
        assert PANEL in file.read_text("utf-8")
        await pilot.press("M")
        assert "calendar" not in flowed(app)
        await pilot.press("tab", "ctrl+u", "enter")
        assert any("minutes" in path.name for path in library.places.packs.iterdir())


async def test_a_pack_that_cannot_be_written_is_an_error_and_asked_for_again(
    library: Library, items: tuple[str, ...]
) -> None:
    library.places.packs.write_text("a file where the folder should be", "utf-8")
    async with on_stage(AgendaScreen(library, PANEL), (110, 30)) as (app, pilot):
        await pilot.press("x", "enter")
        await until(pilot, lambda: "packs" in told(app), "the error is shown")
        assert "The pack is in" not in told(app)
        assert "Write the pack" in flowed(app)


async def test_the_citation_or_the_pack_is_copied(library: Library, items: tuple[str, ...]) -> None:
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("y", "c")
        assert app.clipboard == library.citation(items[0]).in_words()
        await pilot.press("y", "p")
        assert app.clipboard == library.render_pack(PANEL, "md")
        await pilot.press("g", "y")
        assert app.clipboard == library.render_pack(PANEL, "md")


async def test_a_pack_that_somebody_shares_is_taken_in_and_taken_back(
    library: Library, items: tuple[str, ...], tmp_path: Path
) -> None:
    shared = library.write_pack(PANEL, tmp_path / "shared.json", format="json")
    with Library(Places.of(tmp_path / "other"), seeds=False) as other:
        async with on_stage(AgendaScreen(other, ""), (120, 40)) as (app, pilot):
            await pilot.press("i")
            await enter(pilot, str(tmp_path / "shared.jsn"))
            await pilot.press("enter", "ctrl+u")
            await enter(pilot, str(shared))
            await pilot.press("enter")
            assert [entry.title for entry in other.entries(PANEL)] == [
                entry.title for entry in library.entries(PANEL)
            ]
            assert "Apologies" in flowed(app)
            await pilot.press("i")
            await enter(pilot, str(shared))
            await pilot.press("enter")
            await until(pilot, lambda: "was here already" in told(app), "nothing is new")
            await pilot.press("ctrl+z")
            assert other.meetings() == ()
