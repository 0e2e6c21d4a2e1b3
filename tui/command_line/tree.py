"""How a document would be split, drawn as a tree that a person can judge."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Group
from rich.text import Text
from rich.tree import Tree

from index.model.documents import Span
from index.model.items import Furniture, Heading, Item, Newsletter
from tui.command_line.page import Page
from tui.command_line.printing import printable
from tui.command_line.wording import (
    address_of,
    counted,
    date_with_role,
    issued_with_evidence,
    kind_and_topics,
)

_Piece = Item | Furniture | Heading

_BEHIND = Span(sys.maxsize, sys.maxsize)

_GLIMPSE = 60
"""Characters of a text that tell where an item begins or ends."""


def draw(newsletters: Iterable[Newsletter]) -> None:
    """Write each document as a tree of its sections, items and furniture, each with why."""
    page = Page()
    for number, newsletter in enumerate(newsletters):
        if number:
            page.gap()
        page.draw(_tree(newsletter))


def _tree(newsletter: Newsletter) -> Tree:
    furniture, issued = len(newsletter.furniture), newsletter.issued
    tree = Tree(
        Group(
            Text(newsletter.title, "bold"),
            Text(
                f"{newsletter.source or 'source unknown'} · "
                f"{issued_with_evidence(issued.value, issued.known, issued.evidence)} · "
                f"{newsletter.kind} · {counted(len(newsletter.items), 'item')}"
                + (f" · {counted(furniture, 'piece')} of furniture" if furniture else "")
            ),
            Text(printable(newsletter.path), "dim"),
        ),
        guide_style="dim",
    )
    branch, section = tree, ""
    for piece in _in_order(newsletter):
        if isinstance(piece, Heading):
            branch, section = tree.add(_heading(piece.title, piece.lines)), piece.title
        elif isinstance(piece, Furniture):
            branch.add(_furniture(piece))
        else:
            if piece.section != section:
                section = piece.section
                branch = tree.add(_heading(section, None)) if section else tree
            branch.add(_item(piece))
    return tree


def _in_order(newsletter: Newsletter) -> list[_Piece]:
    """All pieces in the order of their lines, behind them those that have none.

    A heading without lines is left out: the items below it name it as their section.
    """
    headings = (heading for heading in newsletter.headings if heading.lines)
    pieces: list[_Piece] = [*headings, *newsletter.items, *newsletter.furniture]
    return sorted(pieces, key=lambda piece: piece.lines or _BEHIND)


def _heading(title: str, lines: Span | None) -> Text:
    return Text.assemble((_place(lines), "dim"), (title, "bold"), (" · section", "dim"))


def _furniture(piece: Furniture) -> Text:
    text = Text.assemble((_place(piece.lines), "dim"), (_beginning(piece.text), "dim"))
    return text.append(f" · furniture: {piece.why}")


def _item(item: Item) -> Group:
    title = Text.assemble((_place(item.lines), "dim"), (item.title, "bold"))
    if item.title_derived:
        title.append(" (title taken from the text)", "dim")
    lines = [title, Text(kind_and_topics(item))]
    if item.dates:
        dates = dict.fromkeys(date_with_role(found) for found in item.dates)
        lines.append(Text("dates: " + "; ".join(dates)))
    if item.links:
        links = dict.fromkeys(address_of(link) for link in item.links)
        lines.append(Text("links: " + "; ".join(links), overflow="fold"))
    lines.extend(Text(f"gap: {gap}", "italic") for gap in item.gaps)
    lines.append(Text(_glimpse(item.text), "dim"))
    lines.append(Text(f"why: {item.why}", "dim"))
    return Group(*lines)


def _place(lines: Span | None) -> str:
    if lines is None:
        return ""
    last = "" if lines.first == lines.last else f"-{lines.last}"
    return f"{lines.first}{last}  "


def _glimpse(text: str) -> str:
    """Where a text begins and where it ends."""
    plain = " ".join(text.split())
    if len(plain) <= 2 * _GLIMPSE:
        return plain
    return f"{plain[:_GLIMPSE].rsplit(' ', 1)[0]} … {plain[-_GLIMPSE:].split(' ', 1)[-1]}"


def _beginning(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _GLIMPSE else plain[:_GLIMPSE].rsplit(" ", 1)[0] + " …"
