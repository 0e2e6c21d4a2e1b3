"""The three panes, driven by keys."""

from __future__ import annotations

import re
from functools import partial

import pytest
from textual import events

from index import Library
from index.model.results import Filter
from tests.tui.driving import ReaderPilot, driven, has_keys, ready, screen_text, search, shown
from tests.tui.steady import enter, until
from tui.commands import COMMANDS
from tui.reader.screen import ReaderScreen
from tui.reader.topic_tree import TopicTree
from tui.reader.view import Choice, View


def is_answered(screen: ReaderScreen, query: str) -> bool:
    return screen.results.query == query


async def test_three_titled_panes_and_the_seeds_in_them(library: Library) -> None:
    async with driven(library, (120, 60)) as pilot:
        screen = await ready(pilot)
        text = screen_text(pilot)
        for title in ("Topics", "Items", "Reading", "All items", "Kinship care", "Sources"):
            assert title in text
        assert len(screen.items.ids) == library.search("").total


async def test_typing_searches_and_the_counts_follow(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        await search(pilot, "kinship")
        expected = library.search("kinship")
        assert tuple(screen.items.ids) == tuple(expected.ids)
        await until(
            pilot,
            lambda: re.search(
                rf"Kinship care +{expected.counts.topics['kinship-care']} ", screen_text(pilot)
            ),
            "the tree counts what was found",
        )
        whole = library.search("").total
        assert str(screen.items.border_subtitle) == f"{expected.total} of {whole} · best first"


async def test_who_types_fast_loses_no_letter_and_the_newest_query_wins(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        for key in ("slash", *"kinship"):
            pilot.app.post_message(events.Key(key, "/" if key == "slash" else key))
        await until(pilot, lambda: screen.results.query == "kinship", "the query is whole")
        assert pilot.app.screen is screen
        await pilot.press("ctrl+u", "c", "a")
        await enter(pilot, "re")
        await pilot.press(*["backspace"] * 4)
        await enter(pilot, "mental")
        await until(pilot, lambda: screen.results.query == "mental", "the newest is answered")
        await pilot.pause()
        assert (screen.bar.value, screen.results.query) == ("mental", "mental")
        assert tuple(screen.items.ids) == tuple(library.search("mental").ids)


async def test_a_topic_is_chosen_by_keys(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        await pilot.press("1")
        assert has_keys(screen, screen.topics)
        for _ in range(60):
            node = screen.topics.cursor_node
            if node is not None and node.data == Choice("topic", "adoption", "Adoption"):
                break
            await pilot.press("j")
        await pilot.press("enter")
        await until(pilot, lambda: screen.items.border_title == "Items: Adoption", "it filters")
        assert has_keys(screen, screen.items)
        assert tuple(screen.items.ids) == library.search("", Filter(topics=("adoption",))).ids


async def test_escape_goes_one_step_back_at_a_time(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        screen.topics.post_message(
            TopicTree.Chosen(Choice("topic", "kinship-care", "Kinship care"))
        )
        await until(
            pilot,
            lambda: [each.value for each in screen.view.choices] == ["kinship-care"],
            "filtered",
        )
        await search(pilot, "review")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: has_keys(screen, screen.reading), "reading")
        await pilot.press("escape")
        assert has_keys(screen, screen.items)
        await pilot.press("escape")
        await until(pilot, lambda: screen.results.query == "", "the query is gone")
        assert [each.value for each in screen.view.choices] == ["kinship-care"]
        await pilot.press("escape")
        await until(pilot, lambda: screen.view == View(), "the filter is gone")
        await until(pilot, lambda: screen.items.border_title == "Items", "all items again")


async def test_a_query_with_a_typing_error_is_answered_and_nothing_found_says_what_to_try(
    library: Library,
) -> None:
    async with driven(library, (80, 24)) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash")
        for query in ('"unclosed', "topic:", "AND", "((", "issued:[2021 TO"):
            screen.bar.value = query
            await until(pilot, partial(is_answered, screen, query), f"{query} is answered")
        await search(pilot, "xylophone zeppelin")
        await until(pilot, lambda: "Nothing matches" in screen_text(pilot), "it says so")


async def test_n_walks_the_words_found_and_on_to_the_next_item(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        await search(pilot, "kinship")
        await pilot.press("enter")
        first = screen.items.highlighted
        await until(
            pilot, lambda: "found" in str(screen.reading.border_subtitle), "hits are marked"
        )
        await pilot.press("n")
        assert str(screen.reading.border_subtitle).startswith("1 of ")
        for _ in range(60):
            if screen.items.highlighted != first:
                break
            await pilot.press("n")
        assert screen.items.highlighted != first
        await pilot.press("N")
        assert screen.items.highlighted == first


async def test_find_in_the_open_text(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        page = screen.reading.page
        assert page is not None
        word = max(page.item.text.split(), key=len)
        await pilot.press("ctrl+f")
        assert has_keys(screen, screen.find_box)
        screen.find_box.value = word
        await until(pilot, lambda: "1 of" in str(screen.reading.border_subtitle), "it is found")
        await pilot.press("escape")
        assert not screen.find_box.display
        assert has_keys(screen, screen.reading)


async def test_bookmarks_toggle_and_undo(library: Library) -> None:
    library.save_meeting("Panel")
    library.choose_meeting("Panel")
    async with driven(library) as pilot:
        screen = await ready(pilot)
        item = screen.items.highlighted
        assert item is not None
        await pilot.press("b")
        await until(pilot, lambda: library.meetings_of(item) == ("Panel",), "bookmarked")
        await until(pilot, lambda: "★" in screen_text(pilot), "marked")
        await pilot.press("b")
        await until(pilot, lambda: library.meetings_of(item) == (), "taken off")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: library.meetings_of(item) == ("Panel",), "undone")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: library.meetings_of(item) == (), "undone to the beginning")


async def test_read_marks(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        first = screen.items.highlighted
        assert first is not None
        await pilot.press("r")
        assert first in library.read([first])
        await pilot.press("ctrl+z")
        assert first not in library.read([first])
        await pilot.press("r", "right_square_bracket")
        assert screen.items.highlighted == screen.items.ids[1]
        await pilot.press("R")
        await shown(pilot, "Confirm")
        await pilot.press("y")
        await until(
            pilot, lambda: len(library.read(screen.items.ids)) == len(screen.items.ids), "all read"
        )


async def test_the_reading_view_alone_and_back(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        await pilot.press("z")
        assert not screen.items.region
        assert not screen.topics.region
        await pilot.press("escape")
        assert screen.items.region


async def test_one_pane_at_a_time_at_sixty_columns(library: Library) -> None:
    async with driven(library, (60, 24)) as pilot:
        screen = await ready(pilot)
        panes = (screen.topics, screen.items, screen.reading)
        for key, pane in (("1", 0), ("2", 1), ("3", 2), ("tab", 0), ("tab", 1)):
            await pilot.press(key)
            await pilot.pause()
            seen = [each for each in panes if each.region]
            assert seen == [panes[pane]]
            assert seen[0].region.width == 60
        await pilot.press("enter")
        await until(pilot, lambda: bool(screen.reading.region), "an opened item is shown")


@pytest.mark.parametrize("size", [(80, 24), (200, 50), (60, 20), (40, 10)])
async def test_every_size_paints_without_losing_the_list(
    library: Library, size: tuple[int, int]
) -> None:
    async with driven(library, size) as pilot:
        screen = await ready(pilot)
        await pilot.press("j", "j", "enter", "escape")
        assert screen.items.position == 2
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert all(pane.region for pane in screen.panes)


async def test_every_command_of_the_table_can_be_run(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        for command in COMMANDS:
            assert callable(getattr(screen, f"action_{command.name}")), command.name


async def test_the_palette_has_every_command_of_the_screen(library: Library) -> None:
    async with driven(library, (120, 60)) as pilot:
        await ready(pilot)
        await pilot.press("colon")
        await shown(pilot, "CommandPalette")
        await enter(pilot, "agenda")
        await until(
            pilot, lambda: "Meetings: Show the meetings and their" in screen_text(pilot), "found"
        )
        await pilot.press("escape", "m")
        await shown(pilot, "AgendaScreen")
        await pilot.press("colon")
        await shown(pilot, "CommandPalette")
        await enter(pilot, "new meeting")
        await until(pilot, lambda: "Make a new meeting" in screen_text(pilot), "found there")
        await pilot.press("enter")
        await shown(pilot, "AskMeeting")


async def test_several_items_are_marked_and_read_and_cited_together(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        three = tuple(screen.items.ids[:3])
        await pilot.press("space", "space", "space", "y")
        assert pilot.app.clipboard.splitlines() == [
            library.citation(item).in_words() for item in three
        ]
        await pilot.press("r")
        assert library.read(three) == frozenset(three)
        await pilot.press("r")
        assert library.read(three) == frozenset()
        await pilot.press("ctrl+z", "ctrl+z")
        assert library.read(three) == frozenset()
        assert "✓" in screen_text(pilot)
        await search(pilot, "kinship")
        await pilot.press("enter")
        assert set(screen.items.marked) <= set(screen.items.ids)
        await pilot.press("escape")
        assert screen.items.marked == ()


async def test_related_items_and_back(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        await search(pilot, "care review")
        await pilot.press("enter")
        item = screen.items.highlighted
        await pilot.press("equals_sign")
        await until(pilot, lambda: "Related to" in str(screen.items.border_title), "related items")
        assert item not in screen.items.ids
        await pilot.press("escape")
        await until(pilot, lambda: screen.results.query == "care review", "the query again")


def in_tree(pilot: ReaderPilot) -> str:
    """What the topic tree shows, with single spaces."""
    return " ".join(screen_text(pilot).split())


async def test_a_search_is_kept_and_brought_back(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        await search(pilot, "adoption")
        await pilot.press("enter", "O", "O", "s")
        await shown(pilot, "AskLine")
        await pilot.press("enter")
        await shown(pilot, "ReaderScreen")
        assert [(each.name, each.sort) for each in library.saved_searches()] == [
            ("adoption", "oldest")
        ]
        unread = len(screen.items.ids)
        await until(pilot, lambda: f"adoption {unread}" in in_tree(pilot), "its unread items")
        await pilot.press("enter")
        await until(pilot, lambda: f"adoption {unread - 1}" in in_tree(pilot), "one less is unread")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: screen.results.query == "", "all items")
        await pilot.press("S")
        await shown(pilot, "SavedSearches")
        await pilot.press("enter")
        await until(pilot, lambda: screen.results.query == "adoption", "brought back")
        assert tuple(screen.items.ids) == library.search("adoption", sort="oldest").ids
        assert "oldest first" in str(screen.items.border_subtitle)


async def test_the_dates_screen_leads_to_the_item(library: Library) -> None:
    async with driven(library) as pilot:
        screen = await ready(pilot)
        await pilot.press("d")
        await shown(pilot, "DatesScreen")
        await until(pilot, lambda: "No closing date" in screen_text(pilot), "the dates are read")
        await pilot.press("p", "enter")
        await shown(pilot, "ReaderScreen")
        dated = {entry.item for entry in library.dates()}
        await until(pilot, lambda: screen.items.highlighted in dated, "at a dated item")
