"""Documents and items for tests of the record: made by hand, or by Hypothesis."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st

from index.model.documents import Issued, Link, Span
from index.model.items import (
    FoundDate,
    Furniture,
    Heading,
    Item,
    Kind,
    Newsletter,
    TopicMatch,
)

DOCUMENT = "0123456789"

Value = TypeVar("Value")


def item(number: int = 1, *, document: str = DOCUMENT, **changes: object) -> Item:
    made = Item(
        id=f"{document}-{number:06x}",
        document=document,
        title=f"Item {number}",
        text=f"What item {number} has to say about kinship care.",
        lines=Span(number * 10, number * 10 + 5),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests name the fields


def newsletter(*items: Item, document: str = DOCUMENT, **changes: object) -> Newsletter:
    made = Newsletter(
        id=document,
        path=f"/newsletters/{document}.txt",
        title="Care review newsletter",
        source="Care review",
        issued=Issued("2022-01", "stated", "line 1: January 2022"),
        kind="newsletter",
        origin="",
        items=tuple(replace(each, document=document) for each in items),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the tests name the fields


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
spans = st.none() | st.tuples(st.integers(1, 9999), st.integers(1, 9999)).map(
    lambda ends: Span(min(ends), max(ends))
)
links = st.builds(Link, st.none() | texts, texts, st.integers(-1, 9999), st.integers(-1, 9999))
dates = st.builds(
    FoundDate,
    texts,
    st.sampled_from(["2022", "2022-01", "2022-01-14", "2022-02-03T18:30"]),
    st.none() | st.sampled_from(["2023-10", "2023-10-01"]),
    st.sampled_from(["event", "deadline", "published", "mentioned"]),
)
topics = st.builds(
    TopicMatch, texts, st.floats(allow_nan=False), st.lists(texts, max_size=3).map(tuple)
)


def several(values: st.SearchStrategy[Value]) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(values, max_size=3).map(tuple)


items = st.builds(
    Item,
    id=st.just(""),
    document=st.just(DOCUMENT),
    title=texts,
    text=texts,
    lines=spans,
    section=texts,
    title_derived=st.booleans(),
    kind=st.sampled_from(Kind),
    topics=several(topics),
    dates=several(dates),
    links=several(links),
    organisations=several(texts),
    people=several(texts),
    gaps=several(texts),
    why=texts,
)
newsletters = st.builds(
    Newsletter,
    id=st.just(DOCUMENT),
    path=texts,
    title=texts,
    source=texts,
    issued=st.builds(
        Issued, st.none() | st.just("2022-01"), st.sampled_from(["stated", "inferred"]), texts
    ),
    kind=texts,
    origin=texts,
    items=st.lists(items, max_size=4).map(
        lambda made: tuple(
            replace(each, id=f"{DOCUMENT}-{number:06x}") for number, each in enumerate(made)
        )
    ),
    furniture=several(st.builds(Furniture, spans, texts, texts)),
    headings=several(st.builds(Heading, spans, texts)),
)
