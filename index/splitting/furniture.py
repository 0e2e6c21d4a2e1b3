"""Furniture by its own words and form: what a line says, whatever stands round it."""

from __future__ import annotations

import re
from itertools import compress, count, repeat
from operator import contains, itemgetter, not_
from pathlib import Path

from index import vocabulary
from index.splitting.folding import folded
from index.splitting.forms import furniture_by_form
from index.splitting.page import PARAGRAPH, Page, places
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
        self.contents = frozenset[str](words["lists"]["contents"])
        self.mail_fields = frozenset[str](words["lists"]["mail_fields"])
        self.page_heads = frozenset[str](words["lists"]["page_heads"])
        self._promotions = tuple[str, ...](words["lists"]["promotions"])
        self.elsewhere = frozenset[str](words["lists"]["elsewhere"])

    def whys(self, page: Page) -> dict[int, str]:
        """The lines of a page that are furniture by themselves, by their places, and why."""
        shapes, folded = page.shapes, page.folded
        # from the weakest reason to the strongest, which replaces others
        whys = self._rows(page)
        whys |= self._phrases(page)
        openings = list(map(str.lstrip, page.lines, repeat(_BEFORE)))
        for place in self._begins.likely(openings):
            if why := self._begins.first(openings[place][:_OPENING]):
                whys[place] = why
        for place in page.saying(self._whole.keys()):
            shape, why = shapes[place], self._whole[folded[place]]
            if not shape.is_bullet:
                # "## Next" in week notes is a heading, though a line "Next" is a button
                whys[place] = "" if why == "a button" and shape.block.level else why
        whys |= furniture_by_form(page)
        whys = {place: why for place, why in whys.items() if shapes[place].words <= PARAGRAPH}
        for place in compress(count(), map(not_, map(str.isalnum, map(_FIRST, page.lines)))):
            if not _ALPHANUMERIC.search(shapes[place].block.text):
                whys[place] = "a separator"
        return whys

    def _phrases(self, page: Page) -> dict[int, str]:
        whys: dict[int, str] = {}
        for stretch in page.stretches:
            for phrase, why in self._contains.among(stretch.text, stretch.words):
                for place in stretch.places:
                    shape = page.shapes[place]
                    if phrase in shape.folded and _is_all_of(shape, phrase):
                        whys.setdefault(place, why)
        return whys

    def promotes(self, shape: Shape) -> bool:
        """Whether the line, at the end of a page, sends readers on through the publisher's site."""
        return shape.words <= _FEW and shape.folded.startswith(self._promotions)

    def _rows(self, page: Page) -> dict[int, str]:
        """The rows of icons, and of words with bars between them that lead to other pages."""
        shapes, lines = page.shapes, page.lines
        whys: dict[int, str] = {}
        for bar in [bar for bar in _BAR if bar in page.whole]:
            for place in compress(count(), map(contains, lines, repeat(bar))):
                if shapes[place].words <= _ROW and self._leads_on(shapes[place]):
                    whys[place] = "navigation"
        first_words = map(itemgetter(0), map(str.partition, page.folded, repeat(" ")))
        for place in places(first_words, self._icons):
            names = _NAMES.findall(page.folded[place][:_ICONS])
            if len(names) >= 2 and self._icons.issuperset(names):
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


_FEW = 16
_BEFORE = "*_[ (>|"
"""What may stand before the first word of a line."""
_OPENING = 80
_LONG = 25
_ICONS = 200
_ROW = 30

_FIRST = itemgetter(slice(1))
_STOP = re.compile(r"[a-z]{2}[.!?] ")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_NAMES = re.compile(r"[\w+-]+")
_TRAIL = re.compile(r"(?:You are here:? ?)?Home\s?[>»›/|]\s?\S", re.IGNORECASE)
_BAR = ("|", "›", "»", ">", "·", "•", "→", " / ")
_BARS = re.compile(r"[|›»>·•→]+| / ")
