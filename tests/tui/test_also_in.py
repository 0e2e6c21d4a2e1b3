"""The same story in two newsletters, by keys: listed once, and both of them within reach."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Library
from index.places import Places
from tests.tui.driving import driven, ready, screen_text, search, shown
from tests.tui.steady import until

BRIEFING = """Family Rights Group is holding a free briefing event on kinship care for lead members
of children’s services on 21 April 2030. The event is an opportunity to hear more about the benefits
of kinship care, including from young people and carers, and to consider how councils can help.
""".replace("\n", " ").strip()
OTHER = "Other news\n\nThe library is closed for a day."
HOSTILE = "[@click=app.quit]Bulletin[/]"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library of two newsletters, one of them with a source that looks like markup."""
    folder = tmp_path / "newsletters"
    folder.mkdir()
    (folder / "one.txt").write_text(
        f"Newsletter: January 2030\n\nKinship briefing\n\n{BRIEFING}\n\n{OTHER}\n"
    )
    (folder / "two.txt").write_text(
        f"Newsletter: March 2030\n\nLead members, listen\n\n{BRIEFING}\n\n{OTHER}\n"
    )
    (folder / "catalogue.toml").write_text(
        f'[documents."one.txt"]\nsource = "{HOSTILE}"\nissued = "2030-01"\n'
        '[documents."two.txt"]\nsource = "Charity post"\nissued = "2030-03"\n'
    )
    places = Places.of(tmp_path / "library")
    with Library(places, seeds=False) as library:
        library.add([folder])
    with Library(places) as library:
        yield library


async def test_a_story_is_listed_once_and_a_lists_where_it_is_also_in(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        await search(pilot, "kinship")
        await pilot.press("enter")
        assert screen.results.total == 1
        assert "also in 1" in screen_text(pilot)
        also_in = "Also in Charity post, March 2030"
        await until(pilot, lambda: also_in in screen_text(pilot), "the other is named")
        first = screen.items.highlighted
        await pilot.press("A")
        await until(pilot, lambda: len(screen.items.ids) == 2, "both are listed")
        assert screen.items.highlighted == first
        assert "The same story as" in str(screen.items.border_title)
        await pilot.press("k")
        here = f"Also in {HOSTILE}, January 2030"
        await until(pilot, lambda: here in screen_text(pilot), "the first is named")
        await pilot.press("escape")
        await until(pilot, lambda: screen.results.query == "kinship", "the query again")
        assert screen.results.total == 1
        await pilot.press("escape")
        await until(pilot, lambda: screen.results.query == "", "all items")
        await pilot.press("G", "A")
        await until(pilot, lambda: "No other newsletter" in screen_text(pilot), "it says so")


async def test_an_item_behind_another_is_shown_where_something_leads_to_it(
    library: Library,
) -> None:
    listed = next(item for item in library.search().ids if library.copies(item))
    (behind,) = (copy.item for copy in library.copies(listed))
    library.save_meeting("Panel")
    library.choose_meeting("Panel")
    library.bookmark(behind, "Panel")
    assert len(library.dates()) == 1, "what two newsletters tell of takes place once"
    async with driven(library) as pilot:
        screen = await ready(pilot)
        assert behind not in screen.items.ids
        await pilot.press("m")
        await shown(pilot, "AgendaScreen")
        await pilot.press("enter")
        await shown(pilot, "ReaderScreen")
        await until(pilot, lambda: screen.items.highlighted == behind, "the one that was chosen")
