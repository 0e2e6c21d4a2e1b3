"""Asking, narrowing and going back, by keys."""

from __future__ import annotations

from functools import partial

from textual.events import Key, Paste

from index import Library
from index.model.results import Filter, Sort
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
from tests.tui.steady import until
from tui.reader.screen import ReaderScreen
from tui.reader.view import Choice, View


def foot_says(screen: ReaderScreen, words: str) -> bool:
    return words in str(screen.items.border_subtitle)


def is_chosen(screen: ReaderScreen, name: str) -> bool:
    return name in (choice.name for choice in screen.found.view.choices) if screen.found else False


def is_answered(screen: ReaderScreen, query: str) -> bool:
    return screen.bar.value == screen.results.query == query


def line_under_the_box(pilot: ReaderPilot) -> str:
    return screen_text(pilot).splitlines()[1].strip()


async def test_a_slip_of_the_keyboard_is_mended_with_one_key_and_comes_back_with_up(
    library: Library,
) -> None:
    async with driven(library, (100, 30)) as pilot:
        screen = await ready(pilot)
        await search(pilot, "kinshp survey")
        await until(
            pilot,
            lambda: "Tab Did you mean “kinship survey”?" in screen_text(pilot),
            "the spelling is offered where it is typed",
        )
        await pilot.press("tab")
        await until(pilot, lambda: screen.results.query == "kinship survey", "it is taken")
        assert screen.bar.value == "kinship survey"
        assert screen.items.ids
        await pilot.press("enter")
        await until(pilot, lambda: library.queries() == ("kinship survey",), "it is kept")
        await pilot.press("escape")
        await until(pilot, lambda: screen.results.query == "", "the query is gone")
        await pilot.press("slash", "c", "a", "up")
        assert screen.bar.value == "kinship survey"
        await pilot.press("down")
        assert screen.bar.value == "ca"
        await pilot.press("down")
        assert has_keys(screen, screen.items)
        await search(pilot, "kinshp")
        await pilot.press("enter")
        await until(pilot, lambda: "c Did you mean" in screen_text(pilot), "outside, a letter")
        await pilot.press("c")
        await until(pilot, lambda: screen.results.query == "kinship", "taken again")


async def test_names_are_completed_with_tab_and_the_line_says_how_the_query_was_read(
    library: Library,
) -> None:
    async with driven(library, (100, 30)) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash")
        assert "Try" in line_under_the_box(pilot)
        await search(pilot, "care source:comm")
        await until(pilot, lambda: "source:committee minutes" in screen_text(pilot), "it is dimmed")
        await pilot.press("tab")
        assert screen.bar.value == 'care source:"Committee minutes" '
        await until(
            pilot,
            lambda: line_under_the_box(pilot) == "from “Committee minutes”, about “care”",
            "it is said how the query was read",
        )
        assert (
            len(screen.items.ids)
            == library.search("care", Filter(sources=("Committee minutes",))).total
        )
        await search(pilot, "org:dep")
        await until(pilot, lambda: "org:department for Education" in screen_text(pilot), "dimmed")
        await pilot.press("tab")
        assert screen.bar.value == 'org:"Department for Education" '
        named = library.search('org:"Department for Education"').total
        await until(pilot, lambda: screen.results.total == named, "those that name it")
        assert named
        await search(pilot, "care date:[99999 TO")
        await until(
            pilot,
            lambda: "searched as words: date: takes a day" in line_under_the_box(pilot),
            "what cannot be read is searched as words, and said",
        )
        await pilot.press("f1")
        await shown(pilot, "Help")
        assert "kinship NEAR pay" in screen_text(pilot)
        await pilot.press("escape", "escape")
        assert has_keys(screen, screen.items)


async def test_a_result_is_narrowed_by_several_facets_and_widened_step_by_step(
    library: Library,
) -> None:
    async with driven(library, (120, 60)) as pilot:
        screen = await ready(pilot)
        await search(pilot, "care")
        await pilot.press("enter", "F")
        await shown(pilot, "NarrowDown")
        years = library.search("care").counts.years
        first = max(year for year in years if year.isdigit())
        await pilot.press("4", "space")
        year = Choice("year", first, first)
        await until(pilot, lambda: screen.found and screen.found.view.choices == (year,), "a year")
        assert len(screen.items.ids) == years[first]
        await until(pilot, lambda: f"✓ {years[first]:>4}" in screen_text(pilot), "it is ticked")
        await pilot.press("j", "space")  # the year before it, as well: years are alternatives
        await until(pilot, lambda: len(screen.view.choices) == 2, "two years")
        second = screen.view.choices[1].value
        wanted = Filter(years=(first, second))
        await until(
            pilot,
            lambda: tuple(screen.items.ids) == tuple(library.search("care", wanted).ids),
            "both years are listed",
        )
        await pilot.press("escape")
        assert first in line_under_the_box(pilot)
        assert screen.items.border_title == f"Items: {first}, {second}"
        await pilot.press("escape")
        await until(pilot, lambda: screen.results.query == "", "first the query goes")
        await pilot.press("escape")
        await until(pilot, lambda: screen.view == View(choices=(year,)), "then the last chosen")
        await pilot.press("escape")
        await until(pilot, lambda: screen.view == View(), "then the first")


async def test_all_items_can_be_narrowed_without_a_query(library: Library) -> None:
    async with driven(library, (120, 60)) as pilot:
        screen = await ready(pilot)
        await pilot.press("F")
        await shown(pilot, "NarrowDown")
        await until(pilot, lambda: "4 Years" in screen_text(pilot), "all facets are there")
        await pilot.press("5", "space")
        await until(pilot, lambda: screen.found and screen.found.view.choices, "one is chosen")
        (chosen,) = screen.view.choices
        naming = library.search("", Filter(organisations=(chosen.value,)))
        assert 0 < naming.total < library.search().total
        assert tuple(screen.items.ids) == tuple(naming.ids)


async def test_where_filters_leave_nothing_one_key_leaves_them_out(library: Library) -> None:
    async with driven(library, (100, 30)) as pilot:
        screen = await ready(pilot)
        await search(pilot, "kinship issued:1999")
        await until(pilot, lambda: "Search for “kinship” alone?" in screen_text(pilot), "offered")
        await pilot.press("enter", "c")
        await until(pilot, lambda: screen.results.query == "kinship", "taken")
        listed = len(screen.items.ids)
        online = Choice("topic", "online-safety", "Online safety")
        screen.look(screen.view.only(online))
        await until(
            pilot,
            lambda: f"{listed} items without “Online safety”" in screen_text(pilot),
            "offered",
        )
        await pilot.press("c")
        await until(pilot, lambda: len(screen.items.ids) == listed, "all of them again")


async def test_the_order_is_changed_with_one_key_and_shown(library: Library) -> None:
    async with driven(library, (100, 30)) as pilot:
        screen = await ready(pilot)
        await search(pilot, "care")
        for key in ("enter", "O", "O", "O"):  # in one burst, as a slow line delivers them
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, partial(foot_says, screen, "by source"), "no key is lost")
        assert (screen.bar.value, has_keys(screen, screen.items)) == ("care", True)
        await pilot.press("O")
        orders: tuple[Sort, ...] = ("newest", "oldest")
        for order in orders:
            await pilot.press("O")
            foot = f"{screen.results.total} of {library.search().total} · {order} first"
            await until(pilot, partial(foot_says, screen, foot), foot)
            assert tuple(screen.items.ids) == tuple(library.search("care", sort=order).ids)


async def test_space_chooses_an_entry_of_the_tree_besides_others(library: Library) -> None:
    async with driven(library, (100, 60)) as pilot:
        screen = await ready(pilot)
        await pilot.press("1")
        for name in ("Adoption", "Fostering"):
            line = next(
                node.line
                for node in screen.topics.root.children
                for node in [node, *node.children]
                if node.data is not None and node.data.name == name
            )
            screen.topics.cursor_line = line
            await pilot.press("space")
            await until(pilot, partial(is_chosen, screen, name), f"{name} is chosen")
        both = library.search("", Filter(topics=("adoption", "fostering")))
        assert tuple(screen.items.ids) == tuple(both.ids)
        assert has_keys(screen, screen.topics)
        await pilot.press("space")
        await until(pilot, lambda: screen.items.border_title == "Items: Adoption", "and no longer")


async def test_why_a_synonym_was_found_is_said_in_the_list(library: Library) -> None:
    async with driven(library, (160, 40)) as pilot:
        await ready(pilot)
        await search(pilot, "LAC")
        await until(pilot, lambda: "matched: children in care" in screen_text(pilot), "it is said")
        assert reader(pilot).results.synonyms


async def test_ctrl_c_in_the_search_copies_what_is_selected_and_else_leaves(
    library: Library,
) -> None:
    async with driven(library) as pilot:
        await ready(pilot)
        await search(pilot, "kinship")
        await pilot.press("shift+home", "ctrl+c")
        assert pilot.app.is_running
        assert pilot.app.clipboard == "kinship"
        await pilot.press("end", "ctrl+c")
    assert not pilot.app.is_running
    assert pilot.app.return_code == 0


async def test_whatever_is_pasted_is_answered_and_nothing_of_it_is_obeyed(library: Library) -> None:
    pasted = {
        "care\x1b[2J \x00\u202ekinship\n[@click=app.quit]x[/]": (
            "care[2J kinship [@click=app.quit]x[/]"
        ),
        "care " * 10_000: "care " * 9_999 + "care",
        "(" * 1000 + "**a 😀 مرحبا": "(" * 1000 + "**a 😀 مرحبا",
    }
    async with driven(library, (100, 30)) as pilot:
        screen = await ready(pilot)
        for text, kept in pasted.items():
            await pilot.press("slash")
            screen.bar.value = ""
            pilot.app.post_message(Paste(text))
            await until(pilot, partial(is_answered, screen, kept), "only text is asked for")
            assert "\x1b" not in screen_text(pilot)
        await until(pilot, lambda: "too many brackets" in screen_text(pilot), "it is said")
