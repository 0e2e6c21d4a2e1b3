"""The top of a document: its title, when it was issued, its issue number."""

from __future__ import annotations

import re
from pathlib import Path

from index import vocabulary
from index.splitting.folding import folded
from index.splitting.minutes import ATTENDANCE
from index.splitting.page import Page
from index.splitting.roles import BODY, FURNITURE, HEADING, SECTION, STARTS
from index.splitting.sections import Sections
from index.splitting.shapes import Shape
from index.splitting.surroundings import ABOVE, MAIL_HEADER

TITLE = "the title of the document"
ISSUED = "when it was issued"
MADE = "who made it"
MORE = "more of the title"
_ISSUES = frozenset({ISSUED, MADE, MORE})


class Masthead:
    """Finds the title of a document where it is a title of the whole, not of its first item."""

    def __init__(self, config: Path | None) -> None:
        """Load the words, with a reader's own from the folder `config` laid over them."""
        words = vocabulary.load("index.splitting", "masthead", config)
        self._words = re.compile("|".join(re.escape(word) for word in words["words"]))
        self._ends = frozenset[str](words["ends"])
        self._numbered = re.compile(
            rf"\b(?:{'|'.join(re.escape(word) for word in words['numbered'])})\.? ?\d{{1,4}}\b"
        )
        self._seasons = frozenset[str](words["seasons"])
        self._places = frozenset[str](words["places"])
        self._bodies = frozenset[str](words["bodies"])

    def find(self, page: Page, sections: Sections, *, minutes: bool) -> str:
        """Mark the title and the lines of issue below it; the title, "" where there is none."""
        free = page.free()[:_TOP]
        while len(free) > 1 and page.shapes[free[0]].is_nothing_but_date:
            page.mark(free.pop(0), FURNITURE, ISSUED)
        if not free:
            return ""
        if page.whys[0] == "a running head":
            first = page.shapes[0]
        elif self._is_title(page, free, sections, minutes=minutes):
            first = page.shapes[free[0]]
            page.mark(free.pop(0), FURNITURE, TITLE)
        else:
            return self._above_navigation(page, sections, minutes=minutes)
        words = frozenset(_words(first.folded))
        below = [first, *[page.shapes[place] for place in free]]
        above = max(
            free[size - 1] if 0 < (size := self._letterhead(below)) <= len(free) else -1,
            self._greeting(page, free),
            self._second_title(page, first, free),
            self._attendance(page) if minutes else -1,
        )
        for place in free:
            shape = page.shapes[place]
            if place < above:
                page.mark(place, FURNITURE, ISSUED if self._is_issue(shape) else MORE)
                continue
            if self._repeats(shape, first, words):
                page.mark(place, FURNITURE, "the title once more")
            elif self._is_issue(shape):
                page.mark(place, FURNITURE, ISSUED)
            elif self._is_continued(shape):
                page.mark(place, FURNITURE, MORE)
            elif shape.is_byline and shape.block.text[-1] != ":":
                page.mark(place, FURNITURE, MADE)
            elif minutes and (self._names_meeting(shape) or self._names_place(shape)):
                page.mark(place, FURNITURE, "what was met for")
            else:
                break
        return first.block.text

    @staticmethod
    def title(page: Page) -> str:
        """The title among the furniture of the page, "" where there is none."""
        for place in range(min(_TOP, len(page))):
            if page.whys[place] == TITLE:
                return page.shapes[place].block.text
        return ""

    @staticmethod
    def names(page: Page, title: str) -> tuple[str, ...]:
        """What the publication calls itself at its top, folded, as far as it is names."""
        lines = [folded(title)] + [
            page.shapes[place].folded
            for place in range(min(_TOP, len(page)))
            if page.whys[place] in (TITLE, MORE, ABOVE, "a running head")
        ]
        return tuple(line for line in lines if 2 <= len(line.split()) <= _SHORT)

    @staticmethod
    def reconsider(page: Page, sections: Sections) -> None:
        """Look again at the title and the first section, now that the items are known.

        The title of a page on which no item was found is its one item's, as its heading. What
        looks like a section at the very top, and has no section's name, is the publication's.
        """
        first = next((at for at, role in enumerate(page.roles) if role is not FURNITURE), -1)
        if (
            0 <= first < _TOP
            and page.has_role(first, SECTION)
            and not page.shapes[first].block.level
            and not sections.resembles(page.shapes[first])
            and not sections.holds_entries(page.shapes[first])
            and first + 1 < len(page)
            and page.has_role(first + 1, SECTION)
            and not Masthead.title(page)
        ):
            page.turn(first, FURNITURE, TITLE)
        if not STARTS.isdisjoint(page.roles):
            return
        for place in range(min(_TOP, len(page))):
            if page.whys[place] == TITLE:
                page.turn(place, HEADING, "the title of a page without parts")
            elif page.whys[place] in _ISSUES:
                page.turn(place, BODY, "part of the one item")

    @staticmethod
    def _greeting(page: Page, free: list[int]) -> int:
        """The place of a greeting that only short lines stand above, -1 where there is none."""
        for place in free[:_ABOVE_GREETING]:
            if page.shapes[place].is_greeting:
                return place
            if page.shapes[place].is_sentence or page.shapes[place].block.marker:
                return -1
        return -1

    @staticmethod
    def _attendance(page: Page) -> int:
        """Where those who came are named, if only short lines stand above that, or -1."""
        for place in range(min(_TOP, len(page))):
            if page.whys[place] == ATTENDANCE:
                return place
            if page.is_free(place) and page.shapes[place].is_sentence:
                return -1
        return -1

    @staticmethod
    def _second_title(page: Page, first: Shape, free: list[int]) -> int:
        """The place where a long title comes again at the top of the page, -1 where it does not."""
        again = [place for place in free[:_SOON] if page.shapes[place].folded == first.folded]
        return again[-1] if again and first.words >= _LONG else -1

    def _above_navigation(self, page: Page, sections: Sections, *, minutes: bool) -> str:
        """A title above the navigation of a page, or in the header of an e-mail."""
        for place in range(min(_TOP, len(page))):
            shape = page.shapes[place]
            if page.whys[place] == MAIL_HEADER and shape.label == "subject":
                return shape.block.text.partition(":")[2].strip()
            if (
                page.whys[place] == ABOVE
                and not sections.knows(shape)
                and (self._names_meeting(shape) if minutes else self.names_publication(shape))
            ):
                return shape.block.text
        return ""

    def _is_title(self, page: Page, free: list[int], sections: Sections, *, minutes: bool) -> bool:
        shapes = [page.shapes[place] for place in free]
        first = shapes[0]
        if page.document.title and folded(page.document.title) == first.folded:
            return len(free) > 1 and not self._is_body(shapes[1])
        if (
            first.is_bullet
            or first.breaks_off
            or first.words > _MOST_WORDS
            or sections.knows(first)
        ):
            return False
        if first.is_sentence and first.last == "." and not first.text.endswith(".."):
            return False
        if len(shapes) == 1:
            return False
        if self._greeting(page, free) > free[0]:
            return True
        if first.block.level == 1:
            return sum(shape.block.level == 1 for shape in page.shapes) == 1 and any(
                shape.block.level > 1 for shape in page.shapes
            )
        if minutes:
            return self._names_meeting(first) or (
                shapes[1].is_date and any(body in first.folded for body in self._bodies)
            )
        words = frozenset(_words(first.folded))
        if any(self._repeats(shape, first, words) for shape in shapes[1:3]):
            return True
        if self._letterhead(shapes) or self._is_numbered(shapes[1]):
            return True
        if not first.could_be_heading and not first.is_date:
            return False
        if self.names_publication(first) or self._is_continued(shapes[1]):
            return True
        return any(sections.knows(shape) for shape in shapes[1:3]) or self._stands_apart(page, free)

    def _letterhead(self, shapes: list[Shape]) -> int:
        """How many lines stand at the top as one block, with the number of the issue among them."""
        end = 1
        while end < len(shapes) and not shapes[end].block.blank_before:
            end += 1
        block = shapes[:end]
        if not 2 <= end <= _LETTERHEAD or end == len(shapes):
            return 0
        if any(shape.is_sentence or shape.words > _SHORT or shape.block.marker for shape in block):
            return 0
        return end if any(self._is_numbered(shape) for shape in block[1:]) else 0

    def _is_numbered(self, shape: Shape) -> bool:
        return bool(self._numbered.match(shape.folded)) or (
            shape.words <= 3
            and shape.text[-1].isdigit()
            and not self._seasons.isdisjoint(shape.folded.split())
        )

    def _stands_apart(self, page: Page, free: list[int]) -> bool:
        """Whether the line has another heading below it rather than a text."""
        below = [page.shapes[place] for place in free[1:]]
        while below and self._is_issue(below[0]):
            below = below[1:]
        if len(below) < 2 or self._is_posted_like_others(page, free):
            return False
        if len(below) < len(free) - 1 and not below[0].is_sentence:
            return True
        return (
            below[0].could_be_heading
            and not below[0].is_quotation
            and self._is_body(below[1])
            and (len(page.free()) > 5)
        )

    def _is_continued(self, shape: Shape) -> bool:
        """Whether the line below a name is that of its publication: "Spring e-news 2022"."""
        return (
            not shape.block.blank_before
            and shape.words <= _SHORT
            and not shape.is_sentence
            and not shape.has_address
            and (self.names_publication(shape) or (self._is_issue(shape) and not shape.is_date))
        )

    def _is_posted_like_others(self, page: Page, free: list[int]) -> bool:
        """On a page of posts, "Posted on ..." stands under every heading, the first one too."""
        return (
            page.whys[free[0] + 1].startswith("when it was posted")
            and sum(page.whys[place] == "when it was posted" for place in range(len(page))) > 1
        )

    def names_publication(self, shape: Shape) -> bool:
        """Whether the line names a whole publication: "Spring e-news", "Bulletin 14"."""
        if self._words.search(shape.folded) or self._numbered.search(shape.folded):
            return True
        return (
            shape.words <= 8
            and shape.folded.rpartition(" ")[2] in self._ends
            and (shape.block.text.istitle() or shape.names_date)
        )

    def _names_meeting(self, shape: Shape) -> bool:
        return (
            shape.words <= 24
            and not self._bodies.isdisjoint(shape.folded.split())
            and (
                shape.names_date
                or "minutes" in shape.folded
                or shape.folded.rpartition(" ")[2] in self._bodies
            )
        )

    def _names_place(self, shape: Shape) -> bool:
        """Whether the line says at what time or in which room a meeting was held."""
        if shape.is_sentence and shape.words > 3 and not shape.text.endswith("m."):
            return False
        words = shape.folded.replace(",", " ").split()
        return (
            not shape.label
            and shape.words <= 14
            and (
                not self._places.isdisjoint(words)
                or (shape.words <= 4 and bool(_CLOCK.match(shape.folded)))
            )
        )

    def _is_issue(self, shape: Shape) -> bool:
        if shape.is_sentence and not shape.is_date:
            return False
        if shape.is_date or self._numbered.match(shape.folded):
            return True
        if shape.is_dateline and not shape.block.blank_before:
            return True
        return (
            shape.words <= 5
            and not self._seasons.isdisjoint(shape.folded.split())
            and any(character.isdigit() for character in shape.text)
        )

    @staticmethod
    def _repeats(shape: Shape, title: Shape, words: frozenset[str]) -> bool:
        """Whether the line says once more what the title says, whose words these are."""
        if len(words) < 3 or shape.words > title.words + 6:
            return False
        return len(words.intersection(_words(shape.folded))) >= 0.8 * len(words)

    @staticmethod
    def _is_body(shape: Shape) -> bool:
        return shape.is_sentence or shape.is_bullet or shape.is_announcement


_TOP = 12
_MOST_WORDS = 24
_SHORT = 10
_ABOVE_GREETING = 6
_LETTERHEAD = 6
_LONG = 4
_SOON = 8


_WORD = re.compile(r"\w+")
_CLOCK = re.compile(r"\d{1,2}[.:]?\d{0,2} ?(?:am|pm|a\.m|p\.m|noon|hours|hrs)")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
