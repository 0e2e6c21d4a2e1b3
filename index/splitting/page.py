"""A document on the way to being taken apart: its blocks, their shapes, the roles found so far."""

from __future__ import annotations

from collections.abc import Iterable

from index.model.documents import Document
from index.splitting.roles import Mark, Role
from index.splitting.shapes import Shape, Shapes


class Page:
    """The blocks of a document, numbered from 0, and the role of each that has one already.

    The rules of this room are functions over a page. Each gives roles to blocks that have none, and
    a role once given stands, unless it is turned.
    """

    def __init__(self, document: Document, shapes: Shapes) -> None:
        self.document = document
        self.shapes: tuple[Shape, ...] = tuple(shapes.of(block) for block in document.blocks)
        self.marks: list[Mark | None] = [None] * len(self.shapes)
        self.whys: list[str] = [""] * len(self.shapes)
        """Why each block is furniture, "" where it is none."""
        self.barred: set[int] = set()
        """The blocks that are no headings, whatever their form."""

    def __len__(self) -> int:
        return len(self.shapes)

    def mark(self, place: int, role: Role, why: str, title: str = "") -> None:
        """Give the block its role, if it has none yet."""
        if self.marks[place] is None:
            self.turn(place, role, why, title)

    def turn(self, place: int, role: Role, why: str, title: str = "", cut: int = 0) -> None:
        """Give the block another role than it has: what stands below it has shown what it is."""
        self.marks[place] = Mark(role, why, title, cut)
        self.whys[place] = why if role is Role.FURNITURE else ""

    def furnish(self, places: Iterable[int], why: str) -> None:
        """Call these blocks furniture, those that have no role yet."""
        for place in places:
            self.mark(place, Role.FURNITURE, why)

    def is_free(self, place: int) -> bool:
        """Whether the block has no role yet."""
        return self.marks[place] is None

    def has_role(self, place: int, *roles: Role) -> bool:
        """Whether the block has one of these roles."""
        mark = self.marks[place]
        return mark is not None and mark.role in roles

    def reason(self, place: int) -> str:
        """Why the block has its role, "" where it has none."""
        mark = self.marks[place]
        return mark.why if mark is not None else ""

    def free(self) -> list[int]:
        """The places of the blocks that have no role yet."""
        return [place for place, mark in enumerate(self.marks) if mark is None]
