"""From blocks with roles to a document taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from index.model.documents import Block, Link, Span
from index.model.items import Furniture, Heading, Part, Split
from index.splitting.gaps import gaps_in
from index.splitting.joining import read_out
from index.splitting.page import Page
from index.splitting.roles import BODY, STARTS, Mark, Role
from index.splitting.shapes import Shape
from index.splitting.titles import Titles


def assembled(page: Page, titles: Titles, title: str) -> Split:
    """The document taken apart by the roles of its blocks; blocks without one are body.

    A page on which nothing is an item is one item: nothing was furniture after all.
    """
    drafts, furniture, headings = _gathered(page, titles)
    if not drafts and len(page):
        whole = _Draft(BODY, "")
        whole.shapes.extend(page.shapes)
        whole.marks.extend([BODY] * len(page))
        drafts, furniture, headings = [whole], [], []
    parts = tuple(_part(draft, titles) for draft in drafts)
    return Split(
        title=title or (parts[0].title if parts else ""),
        parts=parts,
        furniture=tuple(furniture),
        headings=tuple(headings),
    )


@dataclass(slots=True)
class _Draft:
    """A part being gathered: the mark it began with, its section, its blocks and their marks."""

    mark: Mark
    section: str
    shapes: list[Shape] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def _gathered(page: Page, titles: Titles) -> tuple[list[_Draft], list[Furniture], list[Heading]]:
    drafts: list[_Draft] = []
    furniture: list[Furniture] = []
    headings: list[Heading] = []
    section = ""
    closed = True
    for shape, given in zip(page.shapes, page.marks, strict=True):
        mark = given or BODY
        block = shape.block
        if mark.role is Role.FURNITURE:
            furniture.append(Furniture(block.lines, _written(block), mark.why))
            continue
        if mark.role is Role.SECTION:
            section = titles.of_heading(mark.title or block.text)
            headings.append(Heading(block.lines, section))
            closed = True
            continue
        if mark.role is Role.INTRODUCTION and headings:
            headings[-1] = Heading(_spanning(headings[-1].lines, block.lines), headings[-1].title)
            continue
        if closed or mark.role in STARTS:
            drafts.append(_Draft(mark, section))
            closed = False
        drafts[-1].shapes.append(shape)
        drafts[-1].marks.append(mark)
    return drafts, furniture, headings


def _part(draft: _Draft, titles: Titles) -> Part:
    mark, shapes = draft.mark, draft.shapes
    headed = mark.role is Role.HEADING
    text_shapes = [
        shape
        for shape, given in zip(shapes, draft.marks, strict=True)
        if given.role not in (Role.HEADING, Role.CONTINUED)
    ]
    blocks = [shape.block for shape in text_shapes]
    if mark.role is Role.RUN_IN:
        blocks[0] = _without_title(blocks[0], mark.cut)
    text, links = read_out(blocks)
    if headed or mark.role is Role.RUN_IN:
        title = titles.of_heading(mark.title or shapes[0].block.text)
    else:
        title = titles.derived(shapes)
    return Part(
        title=title,
        text=text,
        lines=_spanning(shapes[0].block.lines, shapes[-1].block.lines),
        section=draft.section,
        title_derived=not (headed or mark.role is Role.RUN_IN),
        links=links,
        gaps=gaps_in(text_shapes),
        why=mark.why or "text that has no heading",
    )


def _without_title(block: Block, cut: int) -> Block:
    links = tuple(_moved(link, -cut) for link in block.links if link.start < 0 or link.start >= cut)
    return block._replace(text=block.text[cut:], links=links)


def _moved(link: Link, by: int) -> Link:
    return link if link.start < 0 else replace(link, start=link.start + by, end=link.end + by)


def _written(block: Block) -> str:
    return f"{block.marker} {block.text}" if block.marker else block.text


def _spanning(first: Span | None, last: Span | None) -> Span | None:
    return Span(first.first, last.last) if first is not None and last is not None else None
