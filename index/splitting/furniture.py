"""Furniture by its own words and form: what a line says, whatever stands round it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from index import vocabulary
from index.splitting.forms import why_by_form
from index.splitting.page import PARAGRAPH, Page
from index.splitting.phrases import Openings, Phrase, Phrases
from index.splitting.shapes import Shape, folded


class FurnitureWords:
    """Knows the furniture of a page by its words, and by marks that are no words."""

    def __init__(self, config: Path | None) -> None:
        """Load the words, with a reader's own from the folder `config` laid over them."""
        words = vocabulary.load("index.splitting", "furniture", config)
        self._whole: dict[str, str] = {
            folded(line): why for why, lines in words["whole"].items() for line in lines
        }
        self._begins = Openings(_pairs(words["begins"]))
        self._contains = Phrases(_pairs(words["contains"]))
        self._icons = frozenset[str](words["icons"]["names"])
        self.contents = frozenset[str](words["lists"]["contents"])
        self.mail_fields = frozenset[str](words["lists"]["mail_fields"])
        self.page_heads = frozenset[str](words["lists"]["page_heads"])
        self._promotions = tuple[str, ...](words["lists"]["promotions"])
        self.elsewhere = frozenset[str](words["lists"]["elsewhere"])

    def why_each(self, page: Page) -> Iterator[str]:
        """Why each line of a page is furniture, or "" where it is not furniture by itself."""
        for stretch in page.stretches:
            phrases = self._contains.among(stretch.words)
            for place in stretch.places:
                yield self._why(page.shapes[place], phrases)

    def _why(self, shape: Shape, phrases: Sequence[Phrase]) -> str:
        if not (shape.text[0].isalnum() or _ALPHANUMERIC.search(shape.block.text)):
            return "a separator"
        if shape.words > PARAGRAPH:
            return ""
        if shape.words <= _FEW and (why := why_by_form(shape)):
            return why
        if (whole := self._whole.get(shape.folded)) is not None and not shape.is_bullet:
            # "## Next" in week notes is a heading, though a line "Next" is a button
            return "" if whole == "a button" and shape.block.level else whole
        if self._begins.may_open(shape.folded) and (why := self._begins.first(_opening(shape))):
            return why
        for phrase, why in phrases:
            if phrase in shape.folded and _is_all_of(shape, phrase):
                return why
        return self._by_row(shape)

    def promotes(self, shape: Shape) -> bool:
        """Whether the line, at the end of a page, sends readers on through the publisher's site."""
        return shape.words <= _FEW and shape.folded.startswith(self._promotions)

    def _by_row(self, shape: Shape) -> str:
        if shape.words > 1 and shape.folded.partition(" ")[0] in self._icons:
            names = _NAMES.findall(shape.folded[:_ICONS])
            if len(names) >= 2 and all(name in self._icons for name in names):
                return "a row of icons"
        if shape.words > _ROW or not _may_have_bars(shape.text) or not _BARS.search(shape.text):
            return ""
        if _TRAIL.match(shape.text):
            return "navigation"
        if shape.names_date:
            return ""  # "Issue 52 | July 2023" says of which day the page is
        cells = [cell.strip() for cell in _BARS.split(shape.text.strip(" |›»>/·•")) if cell.strip()]
        if len(cells) >= 3 and all(len(cell.split()) <= 4 for cell in cells):
            return "navigation"
        known = sum(folded(cell) in self._whole for cell in cells)
        if len(cells) == 2 and (
            known or any(self._begins.first(cell.casefold()) for cell in cells)
        ):
            return "navigation"
        return ""


def _is_all_of(shape: Shape, phrase: str) -> bool:
    """Whether the line is about what the phrase says: a long one says so in its first sentence."""
    if shape.words <= _LONG:
        return True
    first = _STOP.search(shape.folded)
    return first is None or shape.folded.find(phrase) < first.start()


def _pairs(words: dict[str, list[str]]) -> list[Phrase]:
    return [(phrase, why) for why, phrases in words.items() for phrase in phrases]


def _opening(shape: Shape) -> str:
    """How a line begins, as it is compared."""
    return shape.text[:80].replace("’", "'").casefold().lstrip("*_[ (>|")


def _may_have_bars(text: str) -> bool:
    return not text.isascii() or "|" in text or ">" in text or " / " in text


_FEW = 16
_LONG = 25
_ICONS = 200
_ROW = 30

_STOP = re.compile(r"[a-z]{2}[.!?] ")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_NAMES = re.compile(r"[\w+-]+")
_TRAIL = re.compile(r"(?:You are here:? ?)?Home\s?[>»›/|]\s?\S", re.IGNORECASE)
_BARS = re.compile(r"[|›»>·•→]+| / ")
