"""A newsletter that has everything, for tests of how it is printed."""

from __future__ import annotations

from index.model.documents import Issued, Link, Span
from index.model.items import FoundDate, Furniture, Heading, Item, Kind, Newsletter, TopicMatch

SURVEY = Item(
    id="0123456789-0a1b",
    document="0123456789",
    title="Kinship carers: tell us",
    text="Kinship carers are asked for their views.\n  · by post\n  · online",
    lines=Span(5, 9),
    section="Have your say",
    kind=Kind.SURVEY,
    topics=(TopicMatch("kinship-care", 2.5, ("kinship", "kinship carers")),),
    dates=(FoundDate("14 January", "2022-01-14", None, "deadline"),),
    links=(
        Link("https://example.org/survey", "the survey", 3, 20),
        Link(None, "a lost link"),
        Link("https://example.org/survey", "", 30, 40),
    ),
    organisations=("Kinship",),
    people=("Vicki Ford",),
    gaps=("list missing in source",),
    why="short line before a paragraph",
)
MINUTE = Item(
    id="0123456789-ffff",
    document="0123456789",
    title="[/b] of the panel [@click=app.quit]x[/]",
    text="The panel met.",
    lines=Span(12, 12),
    title_derived=True,
    kind=Kind.MINUTES,
    why="a numbered minute",
)
WHOLE = Newsletter(
    id="0123456789",
    path="news/january.txt",
    title="Panel news",
    source="Kinship",
    issued=Issued("2022-01", "inferred", "line 9: 14 January"),
    kind="newsletter",
    origin="",
    items=(SURVEY, MINUTE),
    furniture=(
        Furniture(Span(1, 1), "Home | About", "navigation"),
        Furniture(None, "cookies", "cookie notice"),
    ),
    headings=(Heading(Span(3, 3), "Have your say"),),
)
