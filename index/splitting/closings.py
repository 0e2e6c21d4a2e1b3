"""How letters and newsletters close: a wish, a name, an office."""

from __future__ import annotations

from index.splitting.furniture import FurnitureWords
from index.splitting.page import Page, places
from index.splitting.roles import BEGINS, FURNITURE, HEADING, OPENING, STARTS
from index.splitting.sections import Sections


def mark_greeting(page: Page, sections: Sections) -> None:
    """Mark as furniture a greeting, and a few words on the mailing itself, above the first item.

    A greeting with news of its own below it opens an item.
    """
    first = next(iter(places(page.roles, BEGINS)), 0)
    top = [place for place in range(first) if page.roles[place] is None]
    said = [place for place in top if not page.shapes[place].is_greeting]
    if not said or (
        page.items_above(len(page)) >= _FEWEST_ITEMS_BELOW_PREFACE
        and sum(page.shapes[place].words for place in said) <= _LONGEST_PREFACE
        and any(sections.is_preface(page.shapes[place]) for place in said)
    ):
        page.furnish(top, "a greeting")
    for below in places(page.roles, BEGINS):
        if below and page.is_free(below - 1) and page.shapes[below - 1].is_greeting:
            page.mark(below - 1, FURNITURE, "a greeting")


def mark_imprint(page: Page, words: FurnitureWords) -> None:
    """Mark what a page says of its publisher at its end: opening hours, "See our training page"."""
    free = page.free()
    if not free:
        return
    last = free[-1]
    shape = page.shapes[last]
    if page.has_role(last - 1, HEADING) or shape.words > _LONGEST_IMPRINT or shape.block.marker:
        return
    if len(page.starts()) < _FEWEST_ITEMS:
        return
    alone = page.whys[last - 1] == "a separator" and _separators(page) == 1
    if words.promotes(shape) or (alone and (shape.has_address or shape.has_telephone)):
        page.mark(last, FURNITURE, "about the publisher")


def mark_text_after_signatures(page: Page) -> None:
    """Text that goes on below a signature is another item."""
    for place in page.farewells:
        if not page.is_free(place):
            continue
        end = place + 1
        while end < len(page) and page.is_free(end) and page.shapes[end].signs:
            end += 1
        if (
            place + 1 < end < len(page)
            and page.is_free(end)
            and page.shapes[end].block.blank_before
        ):
            page.mark(end, OPENING, "text below a signature")


def _separators(page: Page) -> int:
    return page.whys.count("a separator")


def mark_closing(page: Page) -> None:
    """Mark the close of a newsletter as furniture: it is not its last item's.

    A letter, which is one item, keeps its own; so does an item that is signed in mid-page.
    """
    if page.items_above(len(page)) < _FEWEST_ITEMS:
        return
    free = page.free()
    for at in range(len(free) - 1, max(-1, len(free) - 1 - _LONGEST), -1):
        shape = page.shapes[free[at]]
        if shape.is_farewell or shape.folded in shape.words_of.farewells:
            if not any(
                page.shapes[place].is_sentence for place in free[at + 1 :]
            ) and STARTS.isdisjoint(page.roles[free[at] :]):
                page.furnish(free[at:], "how the letter closes")
            return


_FEWEST_ITEMS_BELOW_PREFACE = 3
_LONGEST_PREFACE = 40
_FEWEST_ITEMS = 2
_LONGEST = 8
_LONGEST_IMPRINT = 30
