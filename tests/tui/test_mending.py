"""From the three panes to the whole newsletter and back; and rereading when rules have changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from index import Library
from index.places import Places
from tests.tui.driving import ReaderPilot, driven, ready, screen_text
from tests.tui.steady import until
from tui.screens.whole import WholeNewsletter


async def whole(pilot: ReaderPilot) -> WholeNewsletter:
    """Press v, and wait until the newsletter is shown."""
    await pilot.press("v")
    await until(
        pilot,
        lambda: isinstance(pilot.app.screen, WholeNewsletter) and pilot.app.screen.page,
        "the whole newsletter is shown",
    )
    assert isinstance(pilot.app.screen, WholeNewsletter)
    return pilot.app.screen


async def test_the_whole_newsletter_round_an_item_and_back_at_another(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        await pilot.press("j")
        item = screen.item
        shown = await whole(pilot)
        assert shown.current == item
        await pilot.press("n")
        another = shown.current
        assert another != item
        await pilot.press("enter")
        await until(pilot, lambda: screen.item == another, "the other item is open")
        assert screen.reading.page is not None
        assert screen.reading.page.item.id == another


async def test_what_was_mended_is_seen_in_the_list(library: Library) -> None:
    before = library.search().total
    async with driven(library) as pilot:
        screen = await ready(pilot)
        item = screen.item
        await whole(pilot)
        await pilot.press("J", "escape")
        await until(pilot, lambda: len(screen.items.ids) == before - 1, "one item fewer is listed")
        assert screen.item == item


async def test_what_was_mended_is_undone_from_the_panes_too(library: Library) -> None:
    ids = library.search().ids
    async with driven(library) as pilot:
        screen = await ready(pilot)
        await whole(pilot)
        await pilot.press("J", "escape")
        await until(pilot, lambda: len(screen.items.ids) < len(ids), "one item fewer is listed")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: tuple(screen.items.ids) == tuple(ids), "all are there again")


async def test_looking_only_changes_nothing(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        ids = tuple(screen.items.ids)
        await pilot.press("j", "j")
        item = screen.item
        await whole(pilot)
        await pilot.press("n", "v")
        await until(pilot, lambda: pilot.app.screen is screen, "the panes are back")
        assert (screen.item, tuple(screen.items.ids)) == (item, ids)


async def test_what_older_rules_took_apart_is_read_anew_by_itself(library_folder: Path) -> None:
    db = sqlite3.connect(library_folder / "library.db")
    with db:
        db.execute("update documents set rules = 'older'")
        db.execute("insert into read_marks select id, '2022-01-01' from items")
    db.close()
    with Library(Places.of(library_folder)) as library:
        async with driven(library) as pilot:
            screen = await ready(pilot)
            await until(pilot, lambda: "read anew" in screen_text(pilot), "it says so")
            assert library.outdated() == 0
            assert library.read(screen.items.ids) == {*screen.items.ids}
