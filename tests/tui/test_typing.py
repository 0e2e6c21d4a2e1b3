"""What stands around the list while a query is typed, letter by letter."""

from __future__ import annotations

from index import Library
from tests.tui.driving import driven, ready, screen_text
from tests.tui.steady import until


async def test_panes_stay_where_they_are_and_all_of_them_follow_what_is_typed(
    library: Library,
) -> None:
    async with driven(library, (80, 24)) as pilot:
        screen = await ready(pilot)
        items, tree = screen.items, screen.topics
        whole, lines = len(items.ids), items.virtual_size.height
        assert items.show_vertical_scrollbar
        await pilot.press("slash")
        places = [pane.region for pane in screen.panes]
        scrolled: list[int] = []
        for typed in ("k", "ki", "kin", "kins", "kinship"):
            await pilot.press(*typed[len(screen.bar.value) :])
            counted = library.search(typed)
            told = f"All items{counted.total:>{tree.scrollable_content_region.width - 9}}"
            await until(pilot, lambda told=told: told in screen_text(pilot), f"{typed} is counted")  # type: ignore[misc] # a bound loop variable
            assert screen.results.query == typed
            assert tuple(items.ids) == tuple(counted.ids)
            assert [pane.region for pane in screen.panes] == places
            if items.show_vertical_scrollbar:
                scrolled.append(counted.total)
                assert items.vertical_scrollbar.window_virtual_size == counted.total
            await until(
                pilot,
                lambda: screen.reading.page and screen.reading.page.item.id == items.highlighted,
                "the first of them is laid open",
            )
        assert f"{counted.total} of {whole} · best first" in screen_text(pilot)
        assert scrolled
        assert not items.show_vertical_scrollbar
        assert items.scroll_y == 0
        await pilot.press("ctrl+u")
        await until(pilot, lambda: len(items.ids) == whole, "all are listed again")
        await until(pilot, lambda: items.show_vertical_scrollbar, "they can be scrolled through")
        assert items.vertical_scrollbar.window_virtual_size == lines
        await pilot.press("escape", "G")
        assert items.scroll_y == items.max_scroll_y > 0
        await pilot.press("slash", *"kinship")
        await until(pilot, lambda: len(items.ids) == counted.total, "few are listed again")
        assert items.scroll_y == 0
        assert items.highlighted == counted.ids[0]
