"""A document on the way to being taken apart: its blocks, their shapes, the roles found so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence, Set
from itertools import compress, count, repeat
from operator import contains, is_, itemgetter
from typing import NamedTuple, TypeVar

from index.model.documents import Document
from index.splitting.folding import MOST, bare, blanks_in, lines_folded
from index.splitting.phrases import words_in
from index.splitting.roles import FURNITURE, STARTS, Role
from index.splitting.shapes import Shape, ShapeWords

Value = TypeVar("Value")


class Stretch(NamedTuple):
    """A few blocks that follow upon one another, what they say, and the words of that."""

    places: range
    text: str
    words: list[bytes]


class Title(NamedTuple):
    """A title that is not the whole block; `cut` is how much of a run-in's text is its title."""

    text: str
    cut: int = 0


class Page:
    """The blocks of a document, numbered from 0, and the role of each that has one already.

    The rules of this room are functions over a page. Each gives roles to blocks that have none, and
    a role once given stands, unless it is turned. What every rule asks of every block lies in lists
    of one entry a block, to be read; `mark` and `turn` alone write to them.
    """

    def __init__(self, document: Document, shapes: ShapeWords) -> None:
        self.document = document
        blocks = document.blocks
        texts = [block.text for block in blocks]
        if max(map(len, texts), default=0) > MOST:
            texts = [text[:MOST] for text in texts]
        self.lines = lines_folded(texts)
        """As much of each block as its form depends on, folded, with the marks at its ends."""
        self.whole = "\n".join(["", *self.lines])
        """These lines, each below a line break: what is not in here is in none of them."""
        self.folded = folded = bare(self.lines)
        """These lines as they are compared with word lists, without the marks at their ends."""
        self.shapes = list(
            map(
                Shape,
                blocks,
                texts,
                folded,
                blanks_in(self.lines),
                map(shapes.farewells.__contains__, folded),
                map(shapes.greeting_starts.__contains__, map(_FIRST, folded)),
                repeat(shapes),
            )
        )
        self.with_colon = list(compress(count(), map(contains, self.lines, repeat(":"))))
        """The places of the blocks with a colon: labels, announcements, times of day."""
        self.sayings = frozenset(folded)
        """What any of the blocks says, as it is compared with word lists."""
        self.farewells = self.saying(shapes.farewells)
        """The places of the blocks with which letters end."""
        self.roles: list[Role | None] = [None] * len(self.shapes)
        self.reasons: list[str] = [""] * len(self.shapes)
        """Why each block has its role, in a few words; "" where it has none."""
        self.whys: list[str] = [""] * len(self.shapes)
        """Why each block is furniture, "" where it is none."""
        self.titles: dict[int, Title] = {}
        """The titles that begin at a block and are not the whole of it."""
        self.barred: set[int] = set()
        """The blocks that are no headings, whatever their form."""
        self.stretches = tuple(self._stretches())
        self.repeated = self._repeated()
        """The lines, folded, that the page has more than once."""

    def __len__(self) -> int:
        return len(self.shapes)

    def _repeated(self) -> frozenset[str]:
        if len(self.sayings) == len(self.folded):
            return frozenset()
        return frozenset([line for line, times in Counter(self.folded).items() if times > 1])

    def saying(self, lines: Set[str]) -> list[int]:
        """The places of the blocks that say one of these lines, and nothing else."""
        return [] if self.sayings.isdisjoint(lines) else places(self.folded, lines)

    def _stretches(self) -> Iterator[Stretch]:
        for start in range(0, len(self.shapes), _STRETCH):
            stretch = self.shapes[start : start + _STRETCH]
            text = "\n".join(
                [
                    shape.folded if shape.words <= PARAGRAPH else shape.folded[:_OPENING]
                    for shape in stretch
                ]
            )
            yield Stretch(range(start, start + len(stretch)), text, words_in(text))

    def mark(self, place: int, role: Role, why: str, title: str = "") -> None:
        """Give the block its role, if it has none yet."""
        if self.roles[place] is None:
            self.turn(place, role, why, title)

    def turn(self, place: int, role: Role, why: str, title: str = "", cut: int = 0) -> None:
        """Give the block another role than it has: what stands below it has shown what it is."""
        self.roles[place] = role
        self.reasons[place] = why
        self.whys[place] = why if role is FURNITURE else ""
        if title:
            self.titles[place] = Title(title, cut)
        elif self.titles:
            self.titles.pop(place, None)

    def furnish(self, places: Iterable[int], why: str) -> None:
        """Call these blocks furniture, those that have no role yet."""
        for place in places:
            if self.roles[place] is None:
                self.turn(place, FURNITURE, why)

    def is_free(self, place: int) -> bool:
        """Whether the block has no role yet."""
        return self.roles[place] is None

    def has_role(self, place: int, *roles: Role) -> bool:
        """Whether the block has one of these roles."""
        return self.roles[place] in roles

    def free(self) -> list[int]:
        """The places of the blocks that have no role yet."""
        return list(compress(count(), map(is_, self.roles, repeat(None))))

    def with_role(self, *roles: Role) -> list[int]:
        """The places of the blocks that have one of these roles."""
        return places(self.roles, roles)

    def starts(self) -> list[int]:
        """The places at which items begin."""
        return places(self.roles, STARTS)

    def items_above(self, end: int) -> int:
        """How many items begin above a place, one of them perhaps above the first heading."""
        roles = self.roles[:end]
        starts = places(roles, STARTS)
        return len(starts) + (None in roles[: starts[0] if starts else end])


def places(column: Iterable[Value], wanted: Container[Value]) -> list[int]:
    """The places at which a list of one entry a block has one of the values that are wanted."""
    return list(compress(count(), map(wanted.__contains__, column)))


PARAGRAPH = 40
"""A text of more words is read no further than its opening to tell what it is."""
_OPENING = 160
_FIRST = itemgetter(slice(1))
_STRETCH = 32


def runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Places that follow upon one another: the first, and the one after the last."""
    start = 0
    for at, place in enumerate(places):
        if at + 1 == len(places) or places[at + 1] != place + 1:
            yield places[start], place + 1
            start = at + 1
