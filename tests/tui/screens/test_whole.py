"""The whole newsletter, driven by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input

from index import Library
from index.model.items import Item, Kind
from index.places import Places
from tests.tui.screens.stage import HOSTILE, Stage, StagePilot, flowed, on_stage, told
from tests.tui.steady import burst, enter, seen, until
from tui.screens.whole import WholeNewsletter

NEWSLETTER = f"""\
Home | About us | News

Kinship care

Grandparents who bring up children have asked for an allowance of their own.
The council will answer in May.

Fostering {HOSTILE}

More foster carers are wanted in the north of the county this year, {HOSTILE} it said.

A survey for young people

Tell us what zymurgy means to you.

Unsubscribe
"""
SIZES = ((60, 20), (80, 24), (200, 50))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    path = tmp_path / "newsletter.txt"
    path.write_text(NEWSLETTER)
    with Library(Places.of(tmp_path / "library"), seeds=False) as opened:
        opened.add([path])
        yield opened


def items(library: Library) -> tuple[Item, ...]:
    (document,) = library.documents()
    return library.page(document.id).items


def titles(library: Library) -> list[str]:
    return [item.title.split(" [")[0] for item in items(library)]


@asynccontextmanager
async def whole(
    library: Library, at: int = 0, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Stage, StagePilot, WholeNewsletter]]:
    """The screen, when it has read the newsletter, with the cursor on the item of that place."""
    screen = WholeNewsletter(library, items(library)[at])
    async with on_stage(screen, size) as (app, pilot):
        await until(pilot, lambda: screen.page, "the newsletter is read")
        yield app, pilot, screen


async def after(pilot: StagePilot, screen: WholeNewsletter, *keys: str) -> None:
    """Press keys and wait until what they do is done and shown."""
    before = screen.page
    await pilot.press(*keys)
    await until(pilot, lambda: screen.page is not before, f"{keys} mends something")


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_the_newsletter_as_it_stands_with_the_item_in_place(
    library: Library, size: tuple[int, int]
) -> None:
    async with whole(library, 1, size) as (app, _, screen):
        assert screen.line == 8
        assert f"Fostering {HOSTILE}" in flowed(app)
        row = next(line for line in seen(app).splitlines() if "8  Fostering" in line)
        assert "▌" in row
        assert not any("▌" in line for line in seen(app).splitlines() if "Grandparents" in line)
        assert "Esc back" in flowed(app)
        assert app.is_running


async def test_furniture_is_dimmed_and_says_why(library: Library) -> None:
    async with whole(library, 1) as (app, pilot, screen):
        await pilot.press("g")
        assert screen.line == 1
        assert "Furniture: navigation" in flowed(app)
        await pilot.press("j")
        assert screen.line == 3
        strips = app.screen._compositor.render_strips()
        colours = {
            word: segment.style.color
            for strip in strips
            for segment in strip
            if segment.style
            for word in ("Home |", "Grandparents who")
            if word in segment.text
        }
        assert colours["Home |"] != colours["Grandparents who"]


async def test_it_says_what_an_item_is_and_why(library: Library) -> None:
    async with whole(library, 2) as (app, _, _):
        assert "Survey · no closing date stated" in flowed(app)
        assert "Topics:" in flowed(app)
        assert f"Begins here: {items(library)[2].why}" in flowed(app)


async def test_enter_opens_the_item_under_the_cursor_and_escape_none(library: Library) -> None:
    second = items(library)[1].id
    async with whole(library) as (app, pilot, screen):
        await pilot.press("n")
        assert screen.line == 8
        await pilot.press("N", "n", "down")
        await pilot.press("enter")
        await until(pilot, lambda: app.answers, "it answers")
        assert app.answers == [second]
    async with whole(library) as (app, pilot, _):
        await pilot.press("escape")
        await until(pilot, lambda: app.answers, "it answers")
        assert app.answers == [None]


async def test_join_and_undo(library: Library) -> None:
    before = items(library)
    async with whole(library) as (app, pilot, screen):
        await after(pilot, screen, "J")
        assert titles(library) == ["Kinship care", "A survey for young people"]
        assert "ctrl+z takes it back" in told(app)
        assert screen.line == 3
        await after(pilot, screen, "ctrl+z")
        assert items(library) == before
        await pilot.press("ctrl+z")
        assert "Nothing to undo here" in told(app)


async def test_split_here(library: Library) -> None:
    async with whole(library) as (_, pilot, screen):
        await pilot.press("j", "j")
        await after(pilot, screen, "S")
        assert titles(library)[:2] == ["Kinship care", "The council will answer in May"]
        assert screen.item == items(library)[1]


async def test_furniture_or_not(library: Library) -> None:
    before = items(library)
    async with whole(library, 2) as (app, pilot, screen):
        await pilot.press("j")
        await after(pilot, screen, "f")
        assert not library.search("zymurgy").ids
        assert "Furniture: set by hand" in flowed(app)
        await after(pilot, screen, "f")
        assert items(library) == before
        await after(pilot, screen, "F")
        assert titles(library) == ["Kinship care", "Fostering"]


async def test_all_the_furniture_round_the_cursor_becomes_an_item(library: Library) -> None:
    async with whole(library, 2) as (_, pilot, screen):
        await pilot.press("G")
        await after(pilot, screen, "F")
        assert titles(library)[-1] == "Unsubscribe"


async def test_another_title_kind_and_topics_and_back(library: Library) -> None:
    found = items(library)[0].topics
    async with whole(library, size=(140, 30)) as (app, pilot, screen):
        await pilot.press("t")
        await enter(pilot, "very " * 60)
        await pilot.press("enter")
        await until(pilot, lambda: "characters long" in told(app), "too long a title is refused")
        assert "very very" in flowed(app)
        app.screen.query_one("#line", Input).value = ""
        await enter(pilot, HOSTILE)
        await after(pilot, screen, "enter")
        assert items(library)[0].title == HOSTILE
        assert f" {HOSTILE} ─" in seen(app)
        await pilot.press("t")
        app.screen.query_one("#line", Input).value = ""
        await after(pilot, screen, "enter")
        assert items(library)[0].title == "Kinship care"

        await pilot.press("K", "g", "j")
        await after(pilot, screen, "enter")
        assert items(library)[0].kind is Kind.EVENT
        await pilot.press("K")
        await after(pilot, screen, "a")
        assert items(library)[0].kind is Kind.NEWS

        await pilot.press("T", "g", "space", "j", "space", "space", "j", "space")
        await after(pilot, screen, "enter")
        slugs = [topic.slug for topic in items(library)[0].topics]
        assert slugs[:2] == ["care-review", "parliament"]
        assert "(set by hand)" in flowed(app)
        await pilot.press("T")
        await after(pilot, screen, "a")
        assert items(library)[0].topics == found


async def test_a_closing_date(library: Library) -> None:
    async with whole(library, 2) as (app, pilot, screen):
        await pilot.press("D")
        await enter(pilot, "soon")
        await pilot.press("enter")
        assert "not a date" in told(app)
        app.screen.query_one("#line", Input).value = ""
        await enter(pilot, "3 May 2022")
        await after(pilot, screen, "enter")
        assert "closes 3 May 2022" in flowed(app)
        assert [dated.start for dated in library.dates()] == ["2022-05-03"]


async def test_the_issue_date(library: Library) -> None:
    async with whole(library) as (app, pilot, screen):
        await pilot.press("I")
        await enter(pilot, "Jan 2022")
        await after(pilot, screen, "enter")
        assert "issued January 2022 (stated, set by hand)" in flowed(app)
        assert library.documents()[0].issued == "2022-01"


async def test_what_is_typed_fast_is_done_in_its_order(library: Library) -> None:
    async with whole(library) as (_, pilot, screen):
        await burst(pilot, "J", "J", "ctrl+z", "J")
        await until(pilot, lambda: titles(library) == ["Kinship care"], "all are joined")
        assert screen.line == 3


async def test_what_needs_an_item_says_so(library: Library) -> None:
    async with whole(library) as (app, pilot, _):
        await pilot.press("g", "J", "t", "K", "T", "D", "enter")
        assert "Move to a line of an item first" in told(app)
        assert not app.answers


async def test_an_original_that_is_gone_is_told(library: Library) -> None:
    item = items(library)[0]
    for original in library.places.originals.iterdir():
        original.unlink()
    async with on_stage(WholeNewsletter(library, item)) as (app, pilot):
        await until(pilot, lambda: app.answers, "it gives up")
        assert app.answers == [None]
        assert "cannot be read" in told(app)


async def test_leaving_at_once_loses_nothing(library: Library) -> None:
    async with whole(library) as (app, pilot, screen):
        await burst(pilot, "J", "escape")
        await until(pilot, lambda: app.answers, "it answers")
        assert screen.mended
        assert titles(library) == ["Kinship care", "A survey for young people"]


async def test_paging_goes_through_all_of_it_and_back(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(
        "\n\n".join(f"Line {n} of a long letter. " * (n * n % 40) for n in range(1, 18))
    )
    (row,) = library.add([path]).documents
    screen = WholeNewsletter(library, library.page(row.id).items[0])
    async with on_stage(screen, (60, 20)) as (app, pilot):
        await until(pilot, lambda: screen.page, "the letter is read")
        last = len(path.read_text().rstrip().split("\n"))
        for key, end in (("pagedown", last), ("pageup", 1)):
            for _ in range(200):
                before = screen.line
                await pilot.press(key)
                if screen.line == before:
                    break
            assert screen.line == end
        await pilot.resize_terminal(200, 50)
        await pilot.pause()
        assert "Line 1 of a long letter" in flowed(app)
