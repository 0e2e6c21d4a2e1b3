"""A page without its furniture, and which of its lines could be headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from index.model.documents import Block
from index.splitting.page import Page, runs
from index.splitting.roles import FURNITURE
from index.splitting.sections import Sections
from index.splitting.shapes import Shape


class View:
    """The blocks of a page without its furniture, and the habits of its author."""

    def __init__(self, page: Page, sections: Sections) -> None:
        self.page = page
        self._sections = sections
        self.places = [place for place, role in enumerate(page.roles) if role is not FURNITURE]
        self.shapes = shapes = [page.shapes[place] for place in self.places]
        blocks = [shape.block for shape in shapes]
        gaps = len(blocks) - 1 - list(map(_BLANKS, blocks[1:])).count(0)
        self.blanks = gaps / max(1, len(blocks) - 1)
        self.spaced = self.blanks >= _SPACED
        levelled = list(filter(_LEVEL, blocks))
        self.has_levels = len(levelled) >= 2 and sum(map(_has_sign, levelled)) >= 2
        flush = list(map(_INDENT, blocks)).count(0)
        self.flush = flush >= _MOSTLY_FLUSH * len(blocks)
        self.numbered = self._numbered_headings()
        self._within_numbers = self._between_numbered_items()
        self._facts = self._several_facts()
        self._labels = self._repeated_labels()
        self.candidates = self._those_in(shapes)
        capitals = [at for at in self.candidates if shapes[at].is_capitals]
        self.some_capitals = len(capitals) >= 2

    def __len__(self) -> int:
        return len(self.places)

    def shape(self, at: int) -> Shape | None:
        """The shape at a place of this view, None beyond its ends."""
        return self.shapes[at] if 0 <= at < len(self.shapes) else None

    def is_free(self, at: int) -> bool:
        """Whether the block there has no role yet."""
        return self.page.is_free(self.places[at])

    def follows_break(self, at: int) -> bool:
        """Whether furniture other than a page's edge stands right above."""
        places = self.places
        return (
            at > 0
            and places[at - 1] + 1 < places[at]
            and any(
                why not in _PAGE_EDGES for why in self.page.whys[places[at - 1] + 1 : places[at]]
            )
        )

    def why_below(self, at: int) -> str:
        """Why the block right below is furniture, "" where it is none."""
        place = self.places[at] + 1
        return self.page.whys[place] if place < len(self.page) else ""

    def rank(self, at: int) -> int:
        """How high a heading stands, 1 the highest: by its level, else by its capitals."""
        shape = self.shapes[at]
        if shape.block.level:
            return shape.block.level
        if at in self.numbered:
            return _NUMBERED
        return _CAPITALS if shape.is_capitals and self.some_capitals else _PLAIN

    def _those_in(self, shapes: Sequence[Shape]) -> dict[int, None]:
        """Where the candidates are, in order."""
        roles, barred, places = self.page.roles, self.page.barred, self.places
        could_be = [
            at
            for at, shape in enumerate(shapes)
            if not (shape.is_sentence or shape.is_bullet) or shape.block.level
        ]
        return dict.fromkeys(
            at
            for at in could_be
            if roles[places[at]] is None and places[at] not in barred and self._is_candidate(at)
        )

    def _is_candidate(self, at: int) -> bool:
        shape = self.shapes[at]
        if shape.block.level:
            return True
        if self.has_levels or not shape.could_be_heading:
            return False
        if shape.is_numbered:
            return at in self.numbered
        if shape.folded in self._labels or at in self._facts:
            return False
        if 0 < shape.block.indent < _CENTRED and self.flush:
            return False  # a verse, an address, a quotation
        if (at in self._within_numbers or self._is_attached(at)) and not shape.is_capitals:
            return False
        above, below = self.shape(at - 1), self.shape(at + 1)
        if shape.starts_small and not (
            shape.is_label or _stands_between_texts(shape, above, below)
        ):
            return False
        if shape.starts_with_date and (
            below is None or not below.is_sentence or below.starts_with_date or self._is_when(above)
        ):
            return False
        if _is_signature(shape, above, below):
            return False
        return not shape.is_label or self._is_label_heading(at)

    def _is_when(self, above: Shape | None) -> bool:
        """Whether a day below this line says when what it names takes place."""
        return (
            above is not None
            and above.could_be_heading
            and not above.starts_with_date
            and not self._sections.knows(above)
        )

    def _is_attached(self, at: int) -> bool:
        """Whether the line goes with the one above, on a page that sets items apart by blank lines.

        Where blank lines are few, they may divide sections only: there, a line below a whole
        paragraph stands free of it.
        """
        if not at or self.shapes[at].block.blank_before or self.blanks < _FEW_BLANKS:
            return False
        above = self.shapes[at - 1]
        if self.follows_break(at) or above.block.level:
            return False
        return self.spaced or not (above.is_sentence and above.length > _PARAGRAPH)

    def _is_label_heading(self, at: int) -> bool:
        """Whether a label is a heading: it is above a paragraph, and is not above a list."""
        shape, below = self.shapes[at], self.shape(at + 1)
        if below is None or below.is_bullet or below.is_numbered or shape.words > 12:
            return False
        if self.spaced:
            return at == 0 or shape.block.blank_before > 0
        return (below.is_sentence or below.is_announcement) and shape.words <= _FEW

    def _repeated_labels(self) -> frozenset[str]:
        """Short lines that come again and again: "Abstract", "Background" in item after item."""
        if not self.page.repeated:
            return frozenset()
        often = Counter(
            [
                shape.folded
                for shape in self.shapes
                if shape.folded in self.page.repeated
                and shape.words <= _WORDS_OF_LABEL
                and not shape.block.marker
                and not shape.block.level
            ]
        )
        return frozenset(label for label, times in often.items() if times >= 2)

    def _several_facts(self) -> frozenset[int]:
        """Lines such as "Key decision: No", where several stand together."""
        if len(self.page.with_colon) < _SEVERAL:
            return frozenset()
        facts = [
            at
            for at, shape in enumerate(self.shapes)
            if ":" in shape.text and (shape.is_fact or shape.is_field)
        ]
        found: list[int] = []
        for start, end in runs(facts):
            if end - start >= _SEVERAL:
                found += range(start, end)
        return frozenset(found)

    def _between_numbered_items(self) -> range:
        """Where numbered headings have their texts right below them, from the first to the last.

        There the numbers say which lines head items; others are parts of these.
        """
        numbered = sorted(self.numbered)
        with_text = sum(
            below is not None and (below.is_sentence or not below.could_be_heading)
            for below in (self.shape(at + 1) for at in numbered)
        )
        if len(numbered) < _SEVERAL_NUMBERED or with_text < 0.7 * len(numbered):
            return range(0)
        return range(numbered[0], numbered[-1])

    def _numbered_headings(self) -> frozenset[int]:
        """The numbered lines that are headings: short, and with text of their own below."""
        numbered = [
            at
            for at, shape in enumerate(self.shapes)
            if shape.block.marker and _WHOLE_NUMBER.match(shape.block.marker)
        ]
        headings = [
            at
            for at in numbered
            if self.shapes[at].could_be_heading
            and (below := self.shape(at + 1)) is not None
            and (not below.is_numbered or _is_numbered_below(below, self.shapes[at]))
        ]
        return frozenset(headings) if len(headings) >= max(2, 0.5 * len(numbered)) else frozenset()


_SEVERAL = 3
_SEVERAL_NUMBERED = 4
_SPACED = 0.3
_MOSTLY_FLUSH = 0.6
_CENTRED = 12
_FEW_BLANKS = 0.12
_PARAGRAPH = 80
_LONG = 100
_FEW = 6
_WORDS_OF_LABEL = 3
_NUMBERED, _CAPITALS, _PLAIN = 9, 10, 20
_BLANKS, _LEVEL, _INDENT = map(attrgetter, ("blank_before", "level", "indent"))
_WHOLE_NUMBER = re.compile(r"\(?\d{1,3}[.)]$")
_PAGE_EDGES = frozenset(
    {
        "",
        "a page number",
        "a running head",
        "when it was posted",
        "who posted it",
        "a picture credit",
        "a picture",
    }
)


def _is_numbered_below(shape: Shape, heading: Shape) -> bool:
    """Whether a paragraph numbered 1.1 stands under a heading numbered 1."""
    return shape.block.marker.startswith(f"{heading.block.marker.strip('().')}.")


def _has_sign(block: Block) -> bool:
    """Whether it is a heading by a sign on its own line (#), not by a line drawn under it."""
    lines = block.lines
    return block.level in range(1, 6) and lines is not None and lines.first == lines.last


def _stands_between_texts(shape: Shape, above: Shape | None, below: Shape | None) -> bool:
    """Whether a line of few words stands below the end of a text, and above a paragraph."""
    return (
        shape.words <= _FEW
        and (above is None or above.is_sentence)
        and below is not None
        and below.length > _LONG
    )


def _is_signature(shape: Shape, above: Shape | None, below: Shape | None) -> bool:
    """The name, and below it the office, of whoever wrote the text above."""
    if above is None:
        return False
    if above.is_farewell:
        return True
    named = above.is_name
    if not (named or above.is_sentence):
        return False
    if below is not None and below.is_office and shape.is_name:
        return True
    return named and shape.is_office
