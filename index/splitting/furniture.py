"""Furniture by its own words and form: what a line says, whatever stands round it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from index import vocabulary
from index.splitting.folding import folded
from index.splitting.forms import furniture_by_form
from index.splitting.page import PARAGRAPH, Page
from index.splitting.phrases import Openings, Phrase, Phrases
from index.splitting.shapes import Shape


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
        self._icon_starts = frozenset(name[:_START] for name in self._icons)
        self.contents = frozenset[str](words["lists"]["contents"])
        self.mail_fields = frozenset[str](words["lists"]["mail_fields"])
        self.page_heads = frozenset[str](words["lists"]["page_heads"])
        self._promotions = tuple[str, ...](words["lists"]["promotions"])
        self.elsewhere = frozenset[str](words["lists"]["elsewhere"])

    def whys(self, page: Page) -> dict[int, str]:
        """The lines of a page that are furniture by themselves, by their places, and why."""
        shapes = page.shapes
        folded = [shape.folded for shape in shapes]
        # from the weakest reason to the strongest, which replaces others
        whys = self._rows(page, folded)
        whys |= self._phrases(page)
        for place in self._begins.likely(folded):
            if why := self._begins.first(_opening(shapes[place])):
                whys[place] = why
        for place in page.saying(self._whole.keys()):
            shape, why = shapes[place], self._whole[folded[place]]
            if not shape.is_bullet:
                # "## Next" in week notes is a heading, though a line "Next" is a button
                whys[place] = "" if why == "a button" and shape.block.level else why
        whys |= furniture_by_form(page)
        whys = {place: why for place, why in whys.items() if shapes[place].words <= PARAGRAPH}
        for place, shape in enumerate(shapes):
            if not (shape.text[0].isalnum() or _ALPHANUMERIC.search(shape.block.text)):
                whys[place] = "a separator"
        return whys

    def _phrases(self, page: Page) -> dict[int, str]:
        whys: dict[int, str] = {}
        for places, words in page.stretches:
            for phrase, why in self._contains.among(words):
                for place in places:
                    shape = page.shapes[place]
                    if phrase in shape.folded and _is_all_of(shape, phrase):
                        whys.setdefault(place, why)
        return whys

    def promotes(self, shape: Shape) -> bool:
        """Whether the line, at the end of a page, sends readers on through the publisher's site."""
        return shape.words <= _FEW and shape.folded.startswith(self._promotions)

    def _rows(self, page: Page, folded: Sequence[str]) -> dict[int, str]:
        """The rows of icons, and of words with bars between them that lead to other pages."""
        shapes = page.shapes
        whys: dict[int, str] = {}
        for bar in [bar for bar in _BAR if bar in page.whole]:
            for place, line in enumerate(page.lines):
                if bar in line and shapes[place].words <= _ROW and self._leads_on(shapes[place]):
                    whys[place] = "navigation"
        icons = self._icons
        for place, line in enumerate(folded):
            if line[:_START] in self._icon_starts and " " in line:
                names = _NAMES.findall(line[:_ICONS])
                if len(names) >= 2 and icons.issuperset(names):
                    whys[place] = "a row of icons"
        return whys

    def _leads_on(self, shape: Shape) -> bool:
        if _TRAIL.match(shape.text):
            return True
        if shape.names_date:
            return False  # "Issue 52 | July 2023" says of which day the page is
        cells = [cell.strip() for cell in _BARS.split(shape.text.strip(" |›»>/·•")) if cell.strip()]
        if len(cells) >= 3 and all(len(cell.split()) <= 4 for cell in cells):
            return True
        return len(cells) == 2 and any(
            folded(cell) in self._whole or self._begins.first(cell.casefold()) for cell in cells
        )


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


_FEW = 16
_START = 2
_LONG = 25
_ICONS = 200
_ROW = 30

_STOP = re.compile(r"[a-z]{2}[.!?] ")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_NAMES = re.compile(r"[\w+-]+")
_TRAIL = re.compile(r"(?:You are here:? ?)?Home\s?[>»›/|]\s?\S", re.IGNORECASE)
_BAR = ("|", "›", "»", ">", "·", "•", "→", " / ")
_BARS = re.compile(r"[|›»>·•→]+| / ")
