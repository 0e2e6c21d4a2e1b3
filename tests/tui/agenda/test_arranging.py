"""Arranging an agenda by keys; what each step keeps is in the library at once."""

from __future__ import annotations

import webbrowser

import pytest

from index import Library
from index.model.meetings import AgendaEntry
from tests.tui.agenda.conftest import PANEL
from tests.tui.screens.stage import HOSTILE, flowed, on_stage, told, within
from tests.tui.steady import enter, until
from tui.agenda.screen import AgendaScreen


def titles(library: Library) -> list[str]:
    return [entry.title for entry in library.entries(PANEL)]


def entry_of(library: Library, item: str) -> AgendaEntry:
    return next(
        each for each in library.entries(PANEL) if each.bookmark and each.bookmark.item == item
    )


async def test_entries_are_moved_added_and_taken_off_and_each_step_taken_back(
    library: Library, items: tuple[str, ...]
) -> None:
    before = titles(library)
    a, b, c, d, e = before
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("J")
        assert titles(library) == [a, b, d, c, e]
        await pilot.press("K", "shift+up")
        assert titles(library) == [a, c, b, d, e]
        await pilot.press("plus")
        await enter(pilot, f"Visit {HOSTILE}")
        await pilot.press("enter")
        assert titles(library) == [a, c, f"Visit {HOSTILE}", b, d, e]
        await pilot.press("H")
        await enter(pilot, "Reports")
        await pilot.press("enter")
        assert titles(library) == [a, c, "Reports", f"Visit {HOSTILE}", b, d, e]
        await pilot.press("enter", "ctrl+u")
        await enter(pilot, "News")
        await pilot.press("enter", "G", "b")
        assert titles(library) == [a, c, "News", f"Visit {HOSTILE}", b, d]
        await until(pilot, lambda: "Taken off the agenda" in told(app), "it is said")
        await pilot.press("delete")
        assert titles(library) == [a, c, "News", f"Visit {HOSTILE}", b]
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert titles(library) == [a, c, b, d, e]
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert titles(library) == before
        await pilot.press("g", "H")
        await enter(pilot, "Start")
        await pilot.press("enter", "t", "p", "s", "w")
        assert titles(library) == ["Start", *before]
        await until(pilot, lambda: "This is a heading" in told(app), "it is said")
        await pilot.press("J")
        await until(pilot, lambda: "nothing below to move it past" in told(app), "it is said")
        await pilot.press("ctrl+z")
        assert titles(library) == before
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "Nothing to undo" in told(app), "there is an end to it")


async def test_a_section_is_moved_with_all_that_stands_under_it(
    library: Library, items: tuple[str, ...]
) -> None:
    a, b, c, d, e = titles(library)
    opening = library.add_entry(PANEL, "Opening", "section").entries[0]
    library.move_entry(opening, -9)
    library.add_entry(PANEL, "News", "section", after=library.entries(PANEL)[2].id)
    before = ["Opening", a, b, "News", c, d, e]
    assert titles(library) == before
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("g", "J")
        assert titles(library) == ["News", c, d, e, "Opening", a, b]
        await pilot.press("K")
        assert titles(library) == before
        await pilot.press("J", "ctrl+z")
        assert titles(library) == before
        shown = within(app, "#agenda-column")
        assert shown.index("Opening") < shown.index(a) < shown.index("News")


async def test_the_links_of_an_item_are_opened_from_its_entry(
    library: Library, items: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda url, *_: opened.append(url))
    found = (library.item(each) for each in library.search().ids)
    item = next(
        each
        for each in found
        if each.id not in items and each.links and (each.links[0].address or "").startswith("http")
    )
    library.bookmark_all([item.id], PANEL)
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("g", "u")
        await until(pilot, lambda: "has no links" in told(app), "a standing item has none")
        await pilot.press("G", "u")
        assert str(item.links[0].address) in flowed(app).replace(" ", "")
        await pilot.press("1")
        await until(pilot, lambda: "Opening http" in told(app), "it is said")
    assert opened == [item.links[0].address]


async def test_what_is_said_of_an_entry_is_kept_shown_and_taken_back(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (100, 30)) as (app, pilot):
        await pilot.press("w", *"cllr")
        await until(
            pilot, lambda: "Cllr Jane" in flowed(app) or "cllr Jane" in flowed(app), "offer"
        )
        await pilot.press("right", "enter", "t")
        await enter(pilot, "soon")
        await pilot.press("enter")
        await until(pilot, lambda: "is no number of minutes" in told(app), "the mistake is named")
        await pilot.press("ctrl+u", *"15", "enter", "p", "p", "e")
        await enter(pilot, "Ask Jane")
        await pilot.press("ctrl+s")
        said = entry_of(library, items[0])
        assert (said.lead, said.minutes, said.purpose, said.note) == (
            "Cllr Jane Roe",
            15,
            "discussion",
            "Ask Jane",
        )
        assert library.note(items[0]) == "Ask Jane"
        assert "15 min · Cllr Jane Roe · for discussion" in within(app, "#agenda-column")
        foot = app.screen.query_one("#agenda-column").border_subtitle
        assert str(foot) == "15 min, until 2.15pm, 4 untimed"
        await pilot.press("p", "p")
        assert entry_of(library, items[0]).purpose == ""
        await pilot.press(*["ctrl+z"] * 7)
        said = entry_of(library, items[0])
        assert (said.lead, said.minutes, said.purpose, said.note) == ("", None, "", "")


async def test_actions_are_added_with_dates_of_the_item_changed_done_and_dropped(
    library: Library, items: tuple[str, ...]
) -> None:
    item = next(each.item for each in library.dates() if each.item not in items)
    library.bookmark_all([item], PANEL)
    days = {each.start[:10] for each in library.item(item).dates}
    async with on_stage(AgendaScreen(library, PANEL), (100, 30)) as (app, pilot):
        await pilot.press("G", "a")
        await enter(pilot, f"Reply {HOSTILE}")
        await pilot.press("tab", *"Jo", "down", "ctrl+s")
        (action,) = library.actions(PANEL)
        assert (action.text, action.owner) == (f"Reply {HOSTILE}", "Jo")
        assert action.due is not None
        assert action.due.isoformat() in days
        assert action.entry == entry_of(library, item).id
        assert f"→ Reply {HOSTILE} Jo · by" in within(app, "#agenda-column")
        await pilot.press("j", "s")
        assert library.actions(PANEL)[0].done
        await pilot.press("w", "ctrl+u", *"Sam", "enter", "enter", "tab", "tab", "ctrl+u", "ctrl+s")
        assert (library.actions(PANEL)[0].owner, library.actions(PANEL)[0].due) == ("Sam", None)
        await pilot.press("J", "t")
        await until(pilot, lambda: "This is an action" in told(app), "it is no entry")
        await pilot.press("b")
        assert library.actions(PANEL) == ()
        await pilot.press(*["ctrl+z"] * 4)
        assert library.actions(PANEL) == (action,)
        await pilot.press("ctrl+z")
        assert library.actions(PANEL) == ()


async def test_keys_for_entries_leave_the_agenda_alone_among_the_meetings(
    library: Library, items: tuple[str, ...]
) -> None:
    before = library.entries(PANEL)
    async with on_stage(AgendaScreen(library, PANEL)) as (app, pilot):
        await pilot.press("h", *"wtpe")
        await pilot.press(*"asoJK")
        await until(pilot, lambda: "Move to an entry" in told(app), "it is said")
        assert library.entries(PANEL) == before


async def test_what_was_typed_is_not_lost_when_it_cannot_be_kept(
    library: Library, items: tuple[str, ...]
) -> None:
    async with on_stage(AgendaScreen(library, PANEL), (100, 30)) as (app, pilot):
        await pilot.press("e")
        await enter(pilot, "Ask Jane")
        library.close()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Ask Jane" in flowed(app), "the note is there again")
        assert told(app)
        await pilot.press("escape", "w", *"Jo", "enter")
        await until(pilot, lambda: "Who leads?" in flowed(app), "the line is there again")
        await pilot.press("enter")
        await until(pilot, lambda: "Jo" in flowed(app), "and once more")
