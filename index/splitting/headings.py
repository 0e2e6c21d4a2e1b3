"""The headings of items and sections, by their form and by what stands above and below them."""

from __future__ import annotations

from collections.abc import Iterator

from index.splitting.page import Page, runs
from index.splitting.roles import FURNITURE, HEADING, INTRODUCTION, SECTION
from index.splitting.sections import Sections
from index.splitting.view import View


def mark_headings(page: Page, sections: Sections) -> None:
    """Mark the headings among the blocks that have no role yet."""
    view = View(page, sections)
    for start, end in _runs(view):
        _resolve(view, sections, start, end)


NUMBERED = "a numbered heading"
PLAIN = "a short line above a paragraph"


def _runs(view: View) -> Iterator[tuple[int, int]]:
    """Candidates that follow upon one another: the first, and the one after the last."""
    for start, end in runs(tuple(view.candidates)):
        begin = start
        for at in range(start + 1, end):
            if view.follows_break(at):
                yield begin, at
                begin = at
        yield begin, end


def _resolve(view: View, sections: Sections, start: int, end: int) -> None:
    """Say of each line of a run what it is: section, heading, or part of an item."""
    page, places = view.page, view.places
    if start > 0 and view.shapes[start - 1].is_announcement and end - start >= 2:
        # "They would like to speak to:", and a list whose bullets were lost
        start = end - 1
    if end - start >= 2 and _follows_on(view, start):
        if view.shapes[start].is_button:
            page.mark(places[start], FURNITURE, "a button")
        start += 1
    while start < end and _is_section(view, sections, start, end):
        page.mark(places[start], SECTION, "the heading of a section")
        start += 1
    if start == end:
        return
    if _is_teaser(view, start, end):
        end -= 1
    has_text = end < len(view) and not view.follows_break(end)
    if start == end or not (has_text or _stands_without_text(view, start, end)):
        return
    for at in _headings_among(view, start, end, has_text=has_text):
        page.mark(places[at], HEADING, _reason(view, at))


def _headings_among(view: View, start: int, end: int, *, has_text: bool) -> list[int]:
    """Which lines of a run without sections head items: all, the first, the last, or both."""
    if end - start == 1:
        return [start]
    if all(shape.block.level for shape in view.shapes[start:end]):
        return list(range(start, end))
    first_and_last = [start, end - 1]
    if end - start == 2:
        return [start] if _is_subtitle(view, start) else first_and_last
    if not has_text:
        return [start]
    return [end - 1] if _stands_out(view, start, end - 1) else first_and_last


def _stands_out(view: View, start: int, last: int) -> bool:
    """Whether the last line of a run is a heading by its form, and those above it are a list."""
    return start > 0 and (
        (view.shapes[last].is_label and not view.shapes[start].is_label)
        or view.rank(last) < view.rank(start)
    )


def _follows_on(view: View, at: int) -> bool:
    """Whether the first line of a run belongs to the item above.

    It does where it is the text of a link, or where the heading below it outranks it.
    """
    if at == 0 or view.follows_break(at) or view.shapes[at].is_capitals:
        return False
    above = view.shapes[at - 1]
    return above.is_sentence and (view.rank(at + 1) < view.rank(at) or view.shapes[at].is_link_text)


def _is_teaser(view: View, start: int, end: int) -> bool:
    """Whether the last line of a run, above a button ("Read more"), is the text of an item."""
    last = end - 1
    if view.why_below(last) != "a button":
        return False
    return end - start >= 2 or (last > 0 and not view.follows_break(last))


def _stands_without_text(view: View, start: int, end: int) -> bool:
    """Whether a run that no text follows begins with a heading all the same."""
    shape = view.shapes[start]
    if shape.block.level or shape.is_numbered or (shape.is_capitals and view.some_capitals):
        return True
    if view.why_below(end - 1) == "a button":
        return True
    return end - start >= _A_LIST and start > 0 and not shape.is_name


_A_LIST = 3


def _is_section(view: View, sections: Sections, at: int, end: int) -> bool:
    shape = view.shapes[at]
    below = view.shape(at + 1)
    if below is None:
        return False
    if at + 1 < end:
        has_text = end < len(view) and not view.follows_break(end)
        if sections.knows(shape) or (
            view.rank(at) < view.rank(at + 1) and (has_text or shape.block.level)
        ):
            return True
        if view.rank(at) > view.rank(at + 1):
            return False
        if view.shapes[at].block.level:
            return sections.resembles(shape)
        return end - at == 2 and (
            sections.resembles(shape)
            or (shape.words <= _SECTION_WORDS and not _is_subtitle(view, at))
        )
    if sections.holds_entries(shape):
        return True
    second = at + 2
    if second >= len(view) or second not in view.candidates or at + 1 in view.candidates:
        return False
    if view.places[at + 1] != view.places[at] + 1:
        return False
    introduced = (
        sections.resembles(shape) or view.rank(second) > view.rank(at)
    ) and sections.is_introduction(below)
    strapline = (
        sections.knows(shape)
        and below.words <= _STRAPLINE
        and not (below.has_address or below.names_date or below.block.marker)
    )
    if introduced or strapline:
        view.page.mark(view.places[at + 1], INTRODUCTION, "introduces a section")
        return True
    return False


_SECTION_WORDS = 5
_STRAPLINE = 12


def _is_subtitle(view: View, at: int) -> bool:
    """Whether the line below continues the heading rather than being the heading of an item."""
    shape, below = view.shapes[at], view.shapes[at + 1]
    if below.is_quotation or below.is_dateline or below.starts_small or below.names_people:
        return True
    if view.spaced and not below.block.blank_before:
        return True
    return shape.words > _SECTION_WORDS


def _reason(view: View, at: int) -> str:
    shape, below = view.shapes[at], view.shape(at + 1)
    if shape.block.level:
        return "a heading by its markup"
    if shape.is_numbered:
        return NUMBERED
    if shape.is_capitals:
        return "a line in capitals"
    if below is not None and below.block.marker:
        return "a short line above a list"
    return PLAIN
