from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from markdown_it import MarkdownIt

from index.meetings.markdown import markdown
from index.model.documents import Link, Span
from index.model.items import FoundDate
from index.model.meetings import Bookmark, Citation, Meeting, Pack
from tests.index.meetings.test_plain import hostile_texts

MEETING = Meeting(
    "Corporate Parenting Panel",
    date(2026, 12, 3),
    "2pm",
    "Committee room 1",
    ("Apologies", "Minutes of the last meeting"),
)


def bookmark(
    title: str = "Kinship care", text: str = "Grandparents ask.", **more: object
) -> Bookmark:
    cited = Citation(title, "Bulletin", "LGA", "2021-01", Span(32, 36))
    return Bookmark("Corporate Parenting Panel", "x-1", cited, text, **more)  # type: ignore[arg-type]  # the tests name the fields


def test_a_whole_pack() -> None:
    pack = Pack(
        MEETING,
        (
            bookmark(
                note="Ask the treasurer.\n\nHow many?",
                links=(
                    Link("https://example.org/report"),
                    Link("mailto:info@example.org"),
                    Link(None, "a link that was lost"),
                ),
                dates=(
                    FoundDate("by 1 March", "2021-03-01", None, "deadline"),
                    FoundDate("21 April", "2021-04-21T14:00", "2021-04-21T16:50", "event"),
                    FoundDate("in 2019", "2019", None, "mentioned"),
                ),
            ),
            bookmark("Splitting up", "• One\n• Two", missing=True),
        ),
    )
    assert (
        markdown(pack)
        == """\
# Corporate Parenting Panel

- **When:** 3 December 2026, 2pm
- **Where:** Committee room 1

## Agenda

1. Apologies
2. Minutes of the last meeting
3. Kinship care
4. Splitting up

## Items

### 3. Kinship care

Grandparents ask.

- **Closes:** 1 March 2021
- **Takes place:** 21 April 2021, 2pm to 4.50pm
- **Link:** <https://example.org/report>
- **Link:** <info@example.org>

**Note**

> Ask the treasurer.
>
> How many?

Source: “Kinship care”, Bulletin (LGA, January 2021), lines 32 to 36.

### 4. Splitting up

- One
- Two

Source: “Splitting up”, Bulletin (LGA, January 2021), lines 32 to 36. No longer in the library.
"""
    )


def test_an_empty_agenda_says_so() -> None:
    assert markdown(Pack(Meeting("Panel"), ())) == (
        "# Panel\n\n## Agenda\n\nNothing is on this agenda yet:"
        " it has no standing items, and no item is bookmarked for it.\n"
    )


def test_standing_items_alone_are_an_agenda() -> None:
    written = markdown(Pack(MEETING, ()))
    assert "2. Minutes of the last meeting\n" in written
    assert "Items" not in written
    assert "Nothing" not in written


def test_an_address_in_the_text_is_not_listed_again() -> None:
    pack = Pack(
        MEETING,
        (bookmark(text="See https://example.org/a.", links=(Link("https://example.org/a"),)),),
    )
    assert markdown(pack).count("https://example.org/a") == 1


@settings(max_examples=150, deadline=None)
@given(hostile_texts, hostile_texts, hostile_texts, hostile_texts)
def test_nothing_in_an_item_breaks_out(title: str, text: str, note: str, name: str) -> None:
    pack = Pack(
        Meeting(name, date(2026, 12, 3), title, text, (title, note)),
        (bookmark(title, text, note=note, links=(Link(text), Link(title))),),
    )
    written = markdown(pack)
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table"]).parse(written)
    assert [
        (each.tag, each.map[0]) for each in tokens if each.type == "heading_open" and each.map
    ] == [
        (f"h{len(line.split()[0])}", number)
        for number, line in enumerate(written.split("\n"))
        if line.startswith("#")
    ]
    assert [each.tag for each in tokens if each.type == "heading_open"] == ["h1", "h2", "h2", "h3"]
    kinds = {each.type for each in tokens}
    assert not kinds & {"html_block", "code_block", "fence", "hr", "table_open"}
    inlines = {child.type for each in tokens for child in each.children or ()}
    assert not inlines & {"html_inline", "code_inline", "image", "em_open"}
