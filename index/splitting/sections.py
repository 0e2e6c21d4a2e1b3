"""The headings of sections: by their names, and by what introduces them."""

from __future__ import annotations

from pathlib import Path

from index import vocabulary
from index.splitting.page import Page
from index.splitting.shapes import Shape


class Sections:
    """Knows the names that newsletters give to their sections."""

    def __init__(self, config: Path | None) -> None:
        """Load the names, with a reader's own from the folder `config` laid over them."""
        words = vocabulary.load("index.splitting", "sections", config)
        self._names = frozenset[str](words["names"]) | frozenset[str](words["entries"])
        self._entries = frozenset[str](words["entries"])
        self._ends = frozenset[str](words["ends"])
        self._subheads = frozenset[str](words["subheads"])
        self._prefaces = tuple[str, ...](words["prefaces"])
        self._introductions = tuple[str, ...](words["introductions"])

    def knows(self, shape: Shape) -> bool:
        """Whether the line is the name of a section."""
        return shape.folded in self._names and not shape.is_bullet

    def holds_entries(self, shape: Shape) -> bool:
        """Whether each paragraph of the section of that name is an item."""
        return shape.folded in self._entries

    def is_subhead(self, shape: Shape) -> bool:
        """Whether the line is a heading within an item: "Abstract", "Why your views matter"."""
        return shape.folded in self._subheads and not shape.is_bullet and not shape.is_numbered

    def subheads_of(self, page: Page) -> list[int]:
        """The places of the headings within items."""
        return [at for at in page.saying(self._subheads) if self.is_subhead(page.shapes[at])]

    def resembles(self, shape: Shape) -> bool:
        """Whether the line may be the name of a section, if something bears it out."""
        return self.knows(shape) or (
            shape.words <= 5 and shape.folded.rpartition(" ")[2] in self._ends
        )

    def is_preface(self, shape: Shape) -> bool:
        """Whether the paragraph speaks of the mailing itself: "Here's this week's round-up"."""
        return any(cue in shape.folded for cue in self._prefaces)

    def is_introduction(self, shape: Shape) -> bool:
        """Whether the paragraph introduces a section, rather than being an item."""
        return (
            shape.words <= _LONGEST_INTRODUCTION
            and not shape.has_address
            and not shape.block.marker
            and any(cue in shape.folded for cue in self._introductions)
        )


_LONGEST_INTRODUCTION = 50
