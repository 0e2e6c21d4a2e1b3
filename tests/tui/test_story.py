"""The whole story, by keys: from a first start to a prepared meeting, and still there next day."""

from __future__ import annotations

from pathlib import Path

from index import Library
from index.places import Places
from tests.tui.driving import (
    ReaderPilot,
    driven,
    has_keys,
    reader,
    ready,
    screen_text,
    search,
    shown,
    until,
)

PANEL = "Corporate Parenting Panel"


async def test_from_a_fresh_machine_to_a_prepared_meeting(tmp_path: Path) -> None:
    places = Places.of(tmp_path / "library")
    with Library(places) as library:
        async with driven(library) as pilot:
            await _first_day(pilot)
    (pack,) = places.packs.glob("*.md")
    text = pack.read_text("utf-8")
    assert PANEL in text
    assert "3 December 2026" in text
    assert "Supporting more children to thrive in kinship care" in text
    assert "Local Government Association" in text
    assert "lines 35 to 36" in text
    assert "Ask Family Rights Group" in text

    with Library(places) as library:
        assert not library.first_start
        async with driven(library) as pilot:
            await _next_day(pilot)


async def _first_day(pilot: ReaderPilot) -> None:
    await shown(pilot, "Welcome")
    await pilot.press("enter")
    screen = await ready(pilot)

    await search(pilot, "kinship")
    assert 0 < screen.results.total < len(screen.library.search("").ids)
    await pilot.press("enter")
    titles = {hit.id: hit.title for hit in screen.library.hits(screen.results)}
    wanted = next(item for item, title in titles.items() if title.startswith("Supporting more"))
    while screen.items.highlighted != wanted:
        await pilot.press("j")
    await pilot.press("enter")
    assert has_keys(screen, screen.reading)
    assert wanted in screen.library.read([wanted])

    await pilot.press("b")
    await shown(pilot, "AskMeeting")
    await pilot.press(*PANEL.replace(" ", "_").replace("_", " ").split(" ")[0])
    await pilot.press("space", *"Parenting", "space", *"Panel", "tab", *"3", "space", *"Dec")
    await pilot.press("space", *"2026", "ctrl+s")
    await shown(pilot, "ReaderScreen")
    await until(pilot, lambda: screen.library.meetings_of(wanted), "the item is bookmarked")
    assert screen.library.meetings_of(wanted) == (PANEL,)

    await pilot.press("e")
    await shown(pilot, "WriteNote")
    await pilot.press(*"Ask", "space", *"Family", "space", *"Rights", "space", *"Group", "ctrl+s")
    await shown(pilot, "ReaderScreen")
    assert "Ask Family Rights Group" in screen_text(pilot)

    await pilot.press("x")
    await shown(pilot, "ExportPack")
    await pilot.press("enter")
    await until(pilot, lambda: list(screen.library.places.packs.glob("*.md")), "the pack is there")
    await until(pilot, lambda: "The pack is in" in screen_text(pilot), "where it is, is said")
    await pilot.press("escape", "q")


async def _next_day(pilot: ReaderPilot) -> None:
    screen = await ready(pilot)
    assert type(pilot.app.screen).__name__ == "ReaderScreen"
    await until(
        pilot, lambda: f"{PANEL}, 3 December 2026" in screen_text(pilot), "the meeting shows"
    )
    await pilot.press("m")
    await shown(pilot, "AgendaScreen")
    await until(
        pilot,
        lambda: "Supporting more children to thrive in" in screen_text(pilot),
        "the item is on the agenda",
    )
    await pilot.press("escape")
    await shown(pilot, "ReaderScreen")
    await search(pilot, "group")
    noted = [hit.id for hit in screen.library.hits(screen.results) if hit.noted]
    assert noted, "the note is found by search"
    assert reader(pilot) is screen
