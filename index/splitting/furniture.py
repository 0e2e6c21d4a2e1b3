"""Furniture by its own words and form: what a line says, whatever stands round it."""

from __future__ import annotations

import re
from pathlib import Path

from index import vocabulary
from index.splitting.forms import why_by_form
from index.splitting.phrases import Phrases
from index.splitting.shapes import Shape, folded


class FurnitureWords:
    """Knows the furniture of a page by its words, and by marks that are no words."""

    def __init__(self, config: Path | None) -> None:
        """Load the words, with a reader's own from the folder `config` laid over them."""
        words = vocabulary.load("index.splitting", "furniture", config)
        self._whole: dict[str, str] = {
            folded(line): why for why, lines in words["whole"].items() for line in lines
        }
        self._begins: list[tuple[str, tuple[str, ...]]] = [
            (why, tuple(lines)) for why, lines in words["begins"].items()
        ]
        self._any_beginning = tuple(phrase for _, phrases in self._begins for phrase in phrases)
        self._phrases = Phrases(
            (phrase, why) for why, phrases in words["contains"].items() for phrase in phrases
        )
        self._icons = frozenset[str](words["icons"]["names"])
        self.contents = frozenset[str](words["lists"]["contents"])
        self.mail_fields = frozenset[str](words["lists"]["mail_fields"])
        self.page_heads = frozenset[str](words["lists"]["page_heads"])
        self._promotions = tuple[str, ...](words["lists"]["promotions"])
        self.elsewhere = frozenset[str](words["lists"]["elsewhere"])

    def why(self, shape: Shape) -> str:
        """Why the line is furniture, or "" where it is not furniture by itself."""
        if not _ALPHANUMERIC.search(shape.block.text):
            return "a separator"
        if shape.words > _PARAGRAPH:
            return ""
        if shape.words <= _FEW and (why := why_by_form(shape.text)):
            return why
        if (whole := self._whole.get(shape.folded)) is not None and not shape.is_bullet:
            # "## Next" in week notes is a heading, though a line "Next" is a button
            return "" if whole == "a button" and shape.block.level else whole
        return self._by_phrase(shape) or self._by_row(shape)

    def promotes(self, shape: Shape) -> bool:
        """Whether the line, at the end of a page, sends readers on through the publisher's site."""
        return shape.words <= _FEW and shape.folded.startswith(self._promotions)

    def _by_phrase(self, shape: Shape) -> str:
        opening = shape.text[:80].replace("’", "'").casefold().lstrip("*_[ (>|")
        if opening.startswith(self._any_beginning):
            return next(why for why, phrases in self._begins if opening.startswith(phrases))
        return self._phrases.first(shape.folded)

    def _by_row(self, shape: Shape) -> str:
        if shape.folded.partition(" ")[0] in self._icons:
            names = _NAMES.findall(shape.folded[:_ICONS])
            if len(names) >= 2 and all(name in self._icons for name in names):
                return "a row of icons"
        if shape.words > _ROW or not _BARS.search(shape.text):
            return ""
        if _TRAIL.match(shape.text):
            return "navigation"
        if shape.names_date:
            return ""  # "Issue 52 | July 2023" says of which day the page is
        cells = [cell.strip() for cell in _BARS.split(shape.text.strip(" |›»>/·•")) if cell.strip()]
        if len(cells) >= 3 and all(len(cell.split()) <= 4 for cell in cells):
            return "navigation"
        known = sum(folded(cell) in self._whole for cell in cells)
        if len(cells) == 2 and (known or any(self._why_of_cell(cell) for cell in cells)):
            return "navigation"
        return ""

    def _why_of_cell(self, cell: str) -> str:
        opening = cell.casefold()
        return next((why for why, phrases in self._begins if opening.startswith(phrases)), "")


_FEW = 16
_PARAGRAPH = 40
_ICONS = 200
_ROW = 30

_ALPHANUMERIC = re.compile(r"[^\W_]")
_NAMES = re.compile(r"[\w+-]+")
_TRAIL = re.compile(r"(?:You are here:? ?)?Home\s?[>»›/|]\s?\S", re.IGNORECASE)
_BARS = re.compile(r"[|›»>·•→]+| / ")
