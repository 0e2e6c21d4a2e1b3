"""What a reader sees and can do while the search index is made anew, or cannot be."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.content import Content

from index import Library
from index.model.making import MAKING, Cause, Making
from index.places import Places
from tests.index.damage import Held, delete, truncate, write_another_version
from tests.tui.driving import (
    ReaderPilot,
    driven,
    has_keys,
    ready,
    screen_text,
    search,
)
from tests.tui.screens.stage import told
from tests.tui.steady import enter, until
from tui.reader.index_notice import laid_out
from tui.reader.view import View


def notice(pilot: ReaderPilot, rows: int = 2) -> str:
    """What stands under the search bar."""
    return " ".join(" ".join(screen_text(pilot).splitlines()[1 : 1 + rows]).split())


@pytest.mark.parametrize(
    ("size", "damage", "words"),
    [
        ((60, 20), delete, "The search index was gone: making it anew"),
        ((80, 24), truncate, "The search index was damaged: making it anew"),
        ((200, 50), write_another_version, "from another version of carereader: making it anew"),
    ],
)
async def test_an_index_that_is_of_no_use_is_said_made_anew_and_searched(
    library: Library, size: tuple[int, int], damage: Callable[[Path], None], words: str
) -> None:
    held = Held()
    async with driven(library, size) as pilot:
        screen = await ready(pilot)
        await search(pilot, "care")
        found = screen.results.total
        library.watch(held)
        try:
            with pilot.while_work_is_held():
                damage(library.places.index)
                await enter(pilot, "f")
                await until(pilot, lambda: words in notice(pilot), "it says so")
                await until(pilot, lambda: "▁▁ 0 of " in notice(pilot), "and how far it is")
                assert f"{library.search().total} items" in notice(pilot)
                # typing, moving and marking go on, the answer waits
                await enter(pilot, "ul")
                await pilot.press("enter", "j", "j", "r")
                assert screen.bar.value == "careful"
                assert has_keys(screen, screen.items)
                assert screen.items.position == 2
                await until(pilot, lambda: library.read([screen.item or ""]), "the item is marked")
                assert (screen.results.query, screen.results.total) == ("care", found)
                # what needs no index is answered
                await pilot.press("escape")
                await until(pilot, lambda: screen.view == View(), "back to all items")
                await until(pilot, lambda: screen.results.query == "", "which are listed")
                await pilot.press("slash")
                await enter(pilot, "kinship")
                assert words in notice(pilot)
        finally:
            held.let_go()
        await until(pilot, lambda: screen.results.query == "kinship", "what waited is answered")
        assert tuple(screen.items.ids) == tuple(library.search("kinship").ids)
        await until(pilot, lambda: "search goes on" in told(pilot.app), "it says so quietly")
        assert not screen.notice.display
        assert "making it anew" not in screen_text(pilot)


async def test_who_leaves_does_not_wait_for_the_index(library: Library) -> None:
    held = Held()
    library.watch(held)
    try:
        async with driven(library, (80, 24)) as pilot:
            await ready(pilot)
            await pilot.press("slash")
            await enter(pilot, "kinship")
            delete(library.places.index)
            with pilot.while_work_is_held():
                await enter(pilot, "s")
                await until(pilot, held.holds.is_set, "it is being made")
                await pilot.press("enter", "q")
        assert not pilot.app.is_running
        # every thread that the reader began comes to its end though the index is still held
        loop = asyncio.get_running_loop()
        await asyncio.wait_for(loop.shutdown_default_executor(), 10)
    finally:
        held.let_go()


async def test_an_index_that_cannot_be_made_is_said_to_who_searches_and_to_nobody_else(
    library_folder: Path,
) -> None:
    places = Places.of(library_folder)
    delete(places.index)
    places.index.write_text("in the way")
    heard: list[Making] = []
    with Library(places) as library:
        library.watch(heard.append)
        async with driven(library, (80, 24)) as pilot:
            screen = await ready(pilot)
            await until(
                pilot,
                lambda: any(making.ended == "failed" for making in heard),
                "the search cannot be made ready",
            )
            await pilot.press("j")
            assert "cannot be kept" not in screen_text(pilot)
            assert not screen.notice.display
            await pilot.press("slash")
            await enter(pilot, "kinship")
            await until(pilot, lambda: "cannot be kept there" in notice(pilot, 4), "it is said")
            assert str(places.index) in notice(pilot, 4).replace(" ", "")
            assert "ask for permission" in notice(pilot, 4)
            await enter(pilot, "s")
            await until(pilot, lambda: "cannot be kept there" in notice(pilot, 4), "still so")
            assert not pilot.app.screen.query("Toast")
            # all that needs no index goes on, and takes the words away
            await pilot.press("enter", "enter")
            await until(pilot, lambda: has_keys(screen, screen.reading), "an item is read")
            await pilot.press("escape", "escape")
            await until(pilot, lambda: not screen.notice.display, "nothing is the matter here")
            # the mishap mended, who goes back to the search bar is answered
            await pilot.press("slash")
            await enter(pilot, "kinship")
            await until(pilot, lambda: "cannot be kept there" in notice(pilot, 4), "said again")
            places.index.unlink()
            await pilot.press("enter", "slash")
            await until(pilot, lambda: screen.results.query == "kinship", "answered")
            assert tuple(screen.items.ids) == tuple(library.search("kinship").ids)
            assert not screen.notice.display


def test_the_bar_fills_and_what_is_said_fits() -> None:
    made = Making(Cause.OLD, MAKING, 340, 1200)
    for width in (30, 56, 76, 196):
        lines = [line.plain for line in laid_out(made, width)]
        assert all(len(line) <= width for line in lines), lines
        assert lines[-1].endswith("340 of 1,200 items")
        drawn = "".join(lines)
        assert abs(drawn.count("▇") * 1200 / 340 - (drawn.count("▇") + drawn.count("▁"))) < 4
    assert len(laid_out(made, 196)) == 1
    assert [Content(Making(Cause.NEW).in_words())] == laid_out(Making(Cause.NEW), 76)
