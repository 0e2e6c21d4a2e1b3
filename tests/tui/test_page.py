"""An item laid out for reading."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.style import Style

from index.model.documents import Link, Span
from index.model.items import FoundDate, Item
from index.model.meetings import Citation
from index.model.results import Copy
from tui.reader.page import Layout, Page, Styles, emphasised, lay_out

PLAIN = Style()
HIT = Style(reverse=True)
STYLES = Styles(PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, HIT, PLAIN, PLAIN)
CONSOLE = Console(width=80, legacy_windows=False)
CITATION = Citation("A title", "A newsletter", "A charity", "2022-01", Span(3, 5))


def page_of(text: str, **changes: Any) -> Page:
    item = Item("abc-1", "abc", "A title", text, Span(3, 5))
    return replace(Page(item, CITATION), item=replace(item, **changes))


def laid_out(page: Page, width: int = 60) -> Layout:
    return lay_out(page, width, STYLES, CONSOLE)


def words(page: Page, width: int = 60) -> list[str]:
    return [line.plain for line in laid_out(page, width).lines]


def test_title_citation_and_text_in_that_order() -> None:
    lines = words(page_of("First paragraph.\nSecond paragraph."))
    assert lines[0] == "A title"
    assert lines[1] == "A charity · January 2022 · news"
    assert lines.index("First paragraph.") + 2 == lines.index("Second paragraph.")
    assert "".join(lines).endswith("lines 3 to 5")


def test_where_a_story_also_stands_is_named_by_source_or_else_by_document() -> None:
    copies = (
        Copy("def-1", "Another title", "A page", "[b]Trade press[/b]", "2022-02"),
        Copy("ghi-1", "A title", "Members’ bulletin", "", None),
    )
    lines = words(replace(page_of("Text."), also_in=copies))
    assert lines[2].rstrip() == "Also in [b]Trade press[/b], February 2022; Members’"
    assert lines[3] == "  bulletin, date unknown"


def test_bullets_stay_together_and_hang() -> None:
    lines = words(page_of("It said:\n· one thing that is long enough to wrap\n· another"), width=24)
    first = lines.index("· one thing that is long")
    assert lines[first + 1] == "  enough to wrap"
    assert lines[first + 2] == "· another"


def test_links_are_numbered_where_they_stand_and_listed() -> None:
    address = "https://example.org/survey"
    text = f"Take part at {address} or later at {address}."
    links = tuple(
        Link(address, start=start, end=start + len(address))
        for start in (text.index(address), text.rindex(address))
    )
    lines = words(page_of(text, links=links), width=200)
    assert f"Take part at {address} [1] or later at {address} [1]." in lines
    assert f"[1] {address}" in lines
    assert not [line for line in lines if line.startswith("[2]")]


def test_a_long_address_is_cut_where_the_line_ends() -> None:
    address = "https://example.org/" + "x" * 100
    lines = words(page_of("Text.", links=(Link(address),)), width=40)
    first = next(number for number, line in enumerate(lines) if line.startswith("[1] https"))
    assert len(lines[first]) == 40
    assert "".join(line.strip() for line in lines[first : first + 4]).startswith("[1] " + address)


def test_a_link_that_lost_its_address_says_so() -> None:
    assert "[1] our press release (address lost in source)" in words(
        page_of("Text.", links=(Link(None, "our press release"),))
    )


def test_gaps_and_dates_are_shown() -> None:
    dates = (FoundDate("9 Feb", "2021-02-09", what="deadline"), FoundDate("2020", "2020"))
    lines = words(page_of("Text.", gaps=("list missing in source",), dates=dates))
    assert "[list missing in source]" in lines
    assert "closes 9 February 2021" in lines
    assert not [line for line in lines if "2020" in line]


def test_words_found_are_walked_line_by_line() -> None:
    page = replace(
        page_of("kinship here\nand kinship there"),
        title_hits=((2, 7),),
        text_hits=((0, 7), (17, 24)),
    )
    layout = laid_out(page)
    assert [layout.lines[line].plain for line in layout.hits] == [
        "A title",
        "kinship here",
        "and kinship there",
    ]
    current = emphasised(layout.lines[layout.hits[2]], 2, Style(bold=True))
    bold = [span for span in current.spans if isinstance(span.style, Style) and span.style.bold]
    assert [current.plain[span.start : span.end] for span in bold] == ["kinship"]


def test_text_that_looks_like_markup_stays_text() -> None:
    hostile = "[@click=app.quit]x[/] and a [/foo] b"
    assert hostile in words(page_of(hostile, title=hostile))


CLEAN = st.characters(exclude_categories=("Cc", "Cs")) | st.just("\n")


@given(text=st.text(CLEAN, max_size=300), width=st.integers(1, 90), start=st.integers(0, 300))
def test_any_text_fits_its_width_and_nothing_is_lost(text: str, width: int, start: int) -> None:
    page = replace(page_of(text), text_hits=((start, start + 3),) if start + 3 < len(text) else ())
    lines = laid_out(page, width).lines
    assert all(line.cell_len <= max(width, 10) for line in lines)
    shown = "".join("".join(line.plain.split()) for line in lines)
    for paragraph in text.split("\n"):
        assert "".join(paragraph.split()) in shown
