"""From blocks with roles to a document taken apart."""

from __future__ import annotations

from dataclasses import replace

from index.model.documents import Block, Link, Span
from index.model.items import Furniture, Heading, Part, Split
from index.splitting.gaps import gaps_in
from index.splitting.joining import read_out
from index.splitting.page import Page
from index.splitting.roles import (
    BODY,
    CONTINUED,
    FURNITURE,
    HEADING,
    INTRODUCTION,
    RUN_IN,
    SECTION,
    STARTS,
)
from index.splitting.titles import Titles


def assembled(page: Page, titles: Titles, title: str) -> Split:
    """The document taken apart by the roles of its blocks; blocks without one are body.

    A page on which nothing is an item is one item: nothing was furniture after all.
    """
    drafts, furniture, headings = _gathered(page, titles)
    if not drafts and len(page):
        for place in range(len(page)):
            page.turn(place, BODY, "")
        drafts, furniture, headings = [("", list(range(len(page))))], [], []
    parts = tuple(_part(page, places, section, titles) for section, places in drafts)
    return Split(
        title=title or (parts[0].title if parts else ""),
        parts=parts,
        furniture=tuple(furniture),
        headings=tuple(headings),
    )


_Draft = tuple[str, list[int]]
"""A part being gathered: its section, and the places of its blocks."""


def _gathered(page: Page, titles: Titles) -> tuple[list[_Draft], list[Furniture], list[Heading]]:
    drafts: list[_Draft] = []
    furniture: list[Furniture] = []
    headings: list[Heading] = []
    section = ""
    places: list[int] | None = None
    for place, role in enumerate(page.roles):
        if role is None or role is BODY:
            if places is None:
                places = [place]
                drafts.append((section, places))
            else:
                places.append(place)
        elif role is FURNITURE:
            block = page.shapes[place].block
            furniture.append(Furniture(block.lines, _written(block), page.whys[place]))
        elif role is SECTION:
            section = titles.of_heading(_title(page, place))
            headings.append(Heading(page.shapes[place].block.lines, section))
            places = None
        elif role is INTRODUCTION and headings:
            lines = _spanning(headings[-1].lines, page.shapes[place].block.lines)
            headings[-1] = Heading(lines, headings[-1].title)
        elif places is None or role in STARTS:
            places = [place]
            drafts.append((section, places))
        else:
            places.append(place)
    return drafts, furniture, headings


def _title(page: Page, place: int) -> str:
    """The title that begins at a block, before it is made brief."""
    return page.titles[place].text if place in page.titles else page.shapes[place].block.text


def _part(page: Page, places: list[int], section: str, titles: Titles) -> Part:
    first = places[0]
    role = page.roles[first]
    shapes = [page.shapes[place] for place in places]
    said = shapes
    if role is HEADING or CONTINUED in [page.roles[place] for place in places]:
        said = [page.shapes[place] for place in places if page.roles[place] not in _OF_HEADINGS]
    blocks = [shape.block for shape in said]
    if role is RUN_IN:
        blocks[0] = _without_title(blocks[0], page.titles[first].cut)
    text, links = read_out(blocks)
    headed = role is HEADING or role is RUN_IN
    return Part(
        title=titles.of_heading(_title(page, first)) if headed else titles.derived(shapes),
        text=text,
        lines=_spanning(shapes[0].block.lines, shapes[-1].block.lines),
        section=section,
        title_derived=not headed,
        links=links,
        gaps=gaps_in(said),
        why=page.reasons[first] or "text that has no heading",
    )


_OF_HEADINGS = (HEADING, CONTINUED)


def _without_title(block: Block, cut: int) -> Block:
    links = tuple(_moved(link, -cut) for link in block.links if link.start < 0 or link.start >= cut)
    return block._replace(text=block.text[cut:], links=links)


def _moved(link: Link, by: int) -> Link:
    return link if link.start < 0 else replace(link, start=link.start + by, end=link.end + by)


def _written(block: Block) -> str:
    return f"{block.marker} {block.text}" if block.marker else block.text


def _spanning(first: Span | None, last: Span | None) -> Span | None:
    return Span(first.first, last.last) if first is not None and last is not None else None
