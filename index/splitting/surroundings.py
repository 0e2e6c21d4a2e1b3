"""Furniture by its place: what stands above, below and between the items of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import compress, count, pairwise
from operator import itemgetter

from index.splitting.comments import mark_comments
from index.splitting.furniture import FurnitureWords
from index.splitting.page import Page, places, runs
from index.splitting.roles import FURNITURE
from index.splitting.shapes import Shape


def furnish(page: Page, words: FurnitureWords) -> None:
    """Mark the furniture of the page, first by its words, then by what stands round it."""
    for place, why in words.whys(page).items():
        if why:
            page.mark(place, FURNITURE, why)
    _repeated_buttons(page)
    mark_comments(page)
    _signature(page)
    _mail_header(page, words)
    _running_feet(page)
    _running_heads(page)
    _contents(page, words)
    _other_pages(page, words)
    if _NAVIGATION.isdisjoint(page.whys):
        _page_head(page, words)
    else:
        _attached(page)
        _among(page)
        _page_head(page, words)
        _top(page)
        _between(page)
        _addresses_of_calls(page)


ABOVE = "above the navigation"
MAIL_HEADER = "the header of the e-mail"

_NAVIGATION = frozenset(
    {
        "navigation",
        "share bar",
        "comment form",
        "sign-up call",
        "cookie notice",
        "a row of icons",
    }
)
_OFTEN = 3
_FEWEST_ENTRIES = 3
_ANNOUNCEMENT = 6
_TOP = 16
"""So many blocks from the beginning the navigation at the top of a page may reach."""
_LONGEST_SIGNATURE = 30
_LONGEST_FOOT = 16
_LAST = itemgetter(slice(-1, None))
_NUMBERED_FOOT = re.compile(
    r"^(\S.{8,120}?)[ \t|·–-]{2,90}(?:p(?:age|\.)? ?)?(\d{1,3})$", re.IGNORECASE
)


def _repeated_buttons(page: Page) -> None:
    """The text of a link that comes again and again ("Book your place") is that of a button."""
    repeated = [(place, page.shapes[place]) for place in page.saying(page.repeated)]
    buttons = [(place, shape) for place, shape in repeated if shape.is_button]
    often = Counter([shape.folded for _, shape in buttons])
    for place, shape in buttons:
        if often[shape.folded] > 1 and not shape.block.marker:
            page.mark(place, FURNITURE, "a button")


def _signature(page: Page) -> None:
    """E-mail programs set a signature off by two hyphens; it runs to the end."""
    end = len(page)
    if "" not in page.sayings:
        return
    for place in range(max(0, end - _LONGEST_SIGNATURE), end):
        if page.shapes[place].block.text == "--":
            page.furnish(range(place, end), "the signature of the e-mail")
            return


def _mail_header(page: Page, words: FurnitureWords) -> None:
    end = 0
    while end < len(page) and page.shapes[end].label in words.mail_fields:
        end += 1
    if end >= 2:
        page.furnish(range(end), MAIL_HEADER)


def _running_feet(page: Page) -> None:
    """A line that comes again but for the number at its end is at the foot of each page."""
    numbers: dict[str, list[tuple[int, int]]] = {}
    for place in compress(count(), map(str.isdigit, map(_LAST, page.folded))):
        shape = page.shapes[place]
        if shape.words <= _LONGEST_FOOT and (found := _NUMBERED_FOOT.match(shape.text)):
            numbers.setdefault(found[1], []).append((place, int(found[2])))
    for found_at in numbers.values():
        pages = [number for _, number in found_at]
        if len(pages) >= 2 and all(below == above + 1 for above, below in pairwise(pages)):
            page.furnish((place for place, _ in found_at), "a page number")


def _running_heads(page: Page) -> None:
    """The title of a publication comes again on each page of it, beside the page number."""
    if not page.repeated:
        return
    has_numbers = "a page number" in page.whys
    repeated = [(place, page.shapes[place]) for place in page.saying(page.repeated)]
    often = Counter(
        [shape.folded for _, shape in repeated if shape.words <= 12 and not shape.is_sentence]
    )
    first = max((often[shape.folded] for shape in page.shapes[:2]), default=0)
    if first < _OFTEN and not has_numbers:
        return
    numbered = [why == "a page number" for why in page.whys]
    heads = {
        shape.folded
        for place, shape in repeated
        if often[shape.folded] >= 2
        and shape.last != ":"
        and (
            any(numbered[max(0, place - 1) : place + 2])
            or (place < 2 and often[shape.folded] >= _OFTEN)
        )
    }
    page.furnish(page.saying(heads), "a running head")


def _contents(page: Page, words: FurnitureWords) -> None:
    """A list of contents: short lines that come again further down as headings.

    It is announced, or stands at the top of the page.
    """
    announced = {
        place for place in page.saying(words.contents) if page.shapes[place].words <= _ANNOUNCEMENT
    }
    entries = [
        place
        for place, shape in enumerate(page.shapes[: _TOP + _FEWEST_ENTRIES])
        if _may_come_again(shape, page)
    ]
    if not announced and all(end - start < _FEWEST_ENTRIES for start, end in runs(entries)):
        return
    begins = sorted(announced.union([place for place in entries if place < _TOP]))
    last_seen = {shape.folded: at for at, shape in enumerate(page.shapes) if _is_entry(shape)}
    end = 0
    for place in begins:
        if place < end:
            continue
        is_announced = place in announced
        end = _end_of_contents(page, last_seen, place + is_announced, announced=is_announced)
        if is_announced or end - place >= _FEWEST_ENTRIES:
            page.furnish(range(place, end), "a list of contents")


def _may_come_again(shape: Shape, page: Page) -> bool:
    """Whether its text, or its text but for the number of a page, may come again."""
    return shape.folded in page.repeated or shape.folded[-1:].isdigit()


def _end_of_contents(page: Page, last_seen: dict[str, int], end: int, *, announced: bool) -> int:
    """Where a list of contents ends that begins at `end`, if one does."""
    listed: set[str] = set()
    while end < len(page):
        shape = page.shapes[end]
        if not (announced or page.is_free(end)) or not _is_entry(shape) or shape.folded in listed:
            break
        name = _entry_name(shape)
        comes_again = last_seen[shape.folded] > end or last_seen.get(name, -1) > end
        has_number = bool(shape.block.marker) or name != shape.folded
        if not comes_again and not (announced and has_number):
            break
        listed.add(shape.folded)
        end += 1
    return end


def _is_entry(shape: Shape) -> bool:
    return shape.words <= 18 and not (shape.last == "." and shape.is_sentence)


def _entry_name(shape: Shape) -> str:
    """The entry of a list of contents without the number of its page."""
    if not shape.folded[-1:].isdigit():
        return shape.folded
    return shape.folded.rstrip("0123456789").rstrip(" .-p")


def _other_pages(page: Page, words: FurnitureWords) -> None:
    """In the lower half of a page, lists of other posts and of months."""
    end = len(page) // 2
    for place in page.saying(words.elsewhere):
        if place < end or page.shapes[place].words > _ANNOUNCEMENT:
            continue
        end = place + 1
        while end < len(page) and not page.shapes[end].is_sentence:
            end += 1
        page.furnish(range(place, end), "links to other pages")
        end += 1


def _page_head(page: Page, words: FurnitureWords) -> None:
    """Whatever stands above "Items" on the page of a meeting is about the page."""
    for place in reversed(page.saying(words.page_heads)):
        if 0 < place < _TOP and page.whys[place]:
            page.furnish(range(place), ABOVE)
            return


def _top(page: Page) -> None:
    """What stands above the navigation at the top of a page belongs to the site."""
    last = -1
    sentences = 0
    for place in range(min(_TOP, len(page) - 1)):
        if page.whys[place] in ("navigation", "cookie notice"):
            last = place
        elif page.roles[place] is None:
            sentences += page.shapes[place].is_sentence
            if page.shapes[place].words > 25 or (sentences and place > 0):
                break
    page.furnish(range(last), ABOVE)


def _attached(page: Page) -> None:
    """Words that could be anything are part of a menu where they stand right below it."""
    for place in range(1, min(_TOP, len(page) - 1)):
        shape = page.shapes[place]
        if (
            page.whys[place - 1] == "navigation"
            and shape.words <= 3
            and not shape.block.blank_before
            and page.shapes[place + 1].block.blank_before
        ):
            page.mark(place, FURNITURE, "navigation")


def _among(page: Page) -> None:
    """A short line is part of a menu where those above and below it are, or are its buttons."""
    for place in range(2, min(_TOP, len(page) - 1)):
        shape, below = page.shapes[place], page.shapes[place + 1]
        if (
            page.whys[place - 2] == page.whys[place - 1] == "navigation"
            and page.whys[place + 1] in ("navigation", "a button", "share bar")
            and shape.words <= 3
            and not shape.block.blank_before
            and not below.block.blank_before
        ):
            page.mark(place, FURNITURE, "navigation")


def _between(page: Page) -> None:
    """Short lines with navigation on both sides are navigation too."""
    for start, end in _gaps_between_navigation(page):
        if end - start <= 3 and all(
            page.shapes[place].words <= 6 and not page.shapes[place].is_sentence
            for place in range(start, end)
        ):
            page.furnish(range(start, end), "between navigation")


def _gaps_between_navigation(page: Page) -> Iterator[tuple[int, int]]:
    for before, place in pairwise(places(page.whys, _NAVIGATION)):
        if place - before > 1 and not any(page.roles[before + 1 : place]):
            yield before + 1, place


def _addresses_of_calls(page: Page) -> None:
    """The address on the line after "You can sign up here:" belongs to that call."""
    for above in places(page.whys, _NAVIGATION):
        why, below = page.whys[above], above + 1
        while below < len(page) and page.is_free(below) and page.shapes[below].is_address:
            page.mark(below, FURNITURE, why)
            below += 1
