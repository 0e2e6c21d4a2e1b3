"""The whole story, by keys: from a first start to a prepared meeting, and still there next day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from index import Library
from index.model.meetings import CarriedFrom
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
)
from tests.tui.steady import enter, until
from tui.reader.screen import ReaderScreen

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
    await enter(pilot, PANEL)
    await pilot.press("tab")
    await enter(pilot, "3 Dec 2026")
    await pilot.press("ctrl+s")
    await shown(pilot, "ReaderScreen")
    await until(pilot, lambda: screen.library.meetings_of(wanted), "the item is bookmarked")
    assert screen.library.meetings_of(wanted) == (PANEL,)

    await pilot.press("e")
    await shown(pilot, "WriteNote")
    await enter(pilot, "Ask Family Rights Group")
    await pilot.press("ctrl+s")
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


async def test_from_one_meeting_of_a_series_to_the_next(library: Library) -> None:
    library.save_meeting(
        "Panel", date=date(2059, 12, 3), time="2pm to 4pm", series="Panels", chair="Cllr Roe"
    )
    library.choose_meeting("Panel")
    async with driven(library, (160, 48)) as pilot:
        screen = await ready(pilot)
        marked = await _mark_and_bookmark(pilot, screen)
        await _arrange_and_follow_up(pilot, library, marked)
        await _carry_forward(pilot, library, marked)
        assert "★ Panel, 3 December 2059 (3)" in screen_text(pilot)
        await pilot.press("ctrl+z")
        await until(
            pilot, lambda: not library.actions("Panels, 14 January 2060"), "nothing is carried"
        )
    (pack,) = library.places.packs.glob("*.html")
    assert "carried from 3 December 2059" in pack.read_text("utf-8")


async def _mark_and_bookmark(pilot: ReaderPilot, screen: ReaderScreen) -> tuple[str, ...]:
    ids = tuple(screen.items.ids[:3])
    await pilot.press("space", "space", "j", "k", "space")
    assert screen.items.marked == ids
    assert "3 marked" in str(screen.items.border_subtitle)
    await pilot.press("b")
    await until(pilot, lambda: screen.library.meeting("Panel").bookmarks == 3, "all are bookmarked")
    assert screen.items.marked == ()
    await pilot.press("ctrl+z")
    await until(pilot, lambda: screen.library.meeting("Panel").bookmarks == 0, "one undo for all")
    await pilot.press("g", "space", "space", "space", "escape", "g", "space", "space", "space", "b")
    await until(pilot, lambda: screen.library.meeting("Panel").bookmarks == 3, "bookmarked again")
    await pilot.press("g", "a")
    for text, key in (("Write", "tab"), ("Jo", "tab"), ("1/12/2059", "ctrl+s")):
        await enter(pilot, text)
        await pilot.press(key)
    await until(pilot, lambda: screen.library.actions("Panel"), "an action is taken down")
    return ids


async def _arrange_and_follow_up(
    pilot: ReaderPilot, library: Library, marked: tuple[str, ...]
) -> None:
    await pilot.press("m")
    await shown(pilot, "AgendaScreen")
    await pilot.press("J", "t", *"20", "enter", "w", *"Sam", "enter", "p")
    assert [each.item for each in library.agenda("Panel")] == [marked[1], marked[0], marked[2]]
    await pilot.press("k", "s", "s", "s", "o")
    await shown(pilot, "WriteNote")
    await enter(pilot, "Agreed")
    await pilot.press("ctrl+s")
    first, second, third = library.entries("Panel")
    assert (first.state, first.outcome) == ("done", "Agreed")
    assert (second.minutes, second.lead, second.purpose) == (20, "Sam", "information")
    assert library.actions("Panel")[0].entry == second.id
    assert third.state == ""
    text = screen_text(pilot)
    assert "2.20pm 3." in text
    assert "→ Write" in text
    assert "Jo · by 1 December" in text


async def _carry_forward(pilot: ReaderPilot, library: Library, marked: tuple[str, ...]) -> None:
    await pilot.press("N")
    await enter(pilot, "14/1/2060")
    await pilot.press("enter")
    await until(pilot, lambda: len(library.meetings()) == 2, "the next meeting is made")
    await pilot.press("[", "c")
    await shown(pilot, "CarriedForward")
    await pilot.press("y")
    following = library.meeting("Panels, 14 January 2060").name
    assert [each.item for each in library.agenda(following)] == [marked[0], marked[2]]
    assert library.actions(following)[0].carried_from == CarriedFrom("Panel", date(2059, 12, 3))
    assert "carried from 3 December 2059" in screen_text(pilot)
    await pilot.press("x", "j", "j", "enter", "m")
    await shown(pilot, "ReaderScreen")
    await until(pilot, lambda: "Bookmarks" not in screen_text(pilot), "the panes are back")
