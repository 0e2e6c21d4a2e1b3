"""Lists whose entries are items: links with a sentence each, news in brief, teasers, run-ins."""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.splitting.headings import NUMBERED
from index.splitting.masthead import ISSUED, TITLE
from index.splitting.page import Page
from index.splitting.roles import FURNITURE, HEADING, OPENING, RUN_IN, SECTION
from index.splitting.runins import STRONG, RunIn, run_in
from index.splitting.scopes import Scope, scopes
from index.splitting.sections import Sections
from index.splitting.shapes import Shape

RunIns = Mapping[int, RunIn]
"""The paragraphs that may open with their title, by their places."""


def mark_entries(page: Page, sections: Sections) -> None:
    """Mark the entries of such lists, and turn the headings above them into sections."""
    all_scopes = tuple(scopes(page))
    alone = len(all_scopes) == 1
    linked = frozenset(
        [place for place in page.free() if _ends_in_address(page.shapes[place].block.text)]
    )
    # where one section is a list of links in bullets, a section of one or two such is one as well
    fewest = (
        1
        if any(
            _is_link_list(page, scope, linked, _FEWEST)
            for scope in all_scopes
            if _in_bullets(page, scope)
        )
        else _FEWEST
    )
    run_ins_at = {
        place: found
        for scope in all_scopes
        for place in scope.body
        if (found := run_in(page.shapes[place])) is not None
    }
    in_form = _run_in_form(page, all_scopes, sections, run_ins_at)
    for scope in all_scopes:
        named = scope.head is not None and sections.holds_entries(page.shapes[scope.head])
        run_ins = _run_ins(page, scope, sections, run_ins_at, alone=alone, in_form=in_form)
        if run_ins:
            for place, one in run_ins.items():
                page.turn(place, RUN_IN, "a paragraph with its title run in", one.title, one.cut)
        elif scope.head is not None and page.reasons[scope.head] == NUMBERED and not named:
            continue
        elif named or _is_link_list(
            page, scope, linked, fewest if _in_bullets(page, scope) else _FEWEST
        ):
            for place in _entries(page, scope):
                page.mark(place, OPENING, "an entry of a list of links")
        elif teasers := _teasers(page, scope):
            for place in teasers:
                page.mark(place, OPENING, "a teaser")
        elif bullets := _news_in_bullets(page, scope, sections):
            for place in bullets:
                page.mark(place, OPENING, "news in a list")
        else:
            continue
        if scope.head is None or not page.has_role(scope.head, HEADING):
            continue
        if alone:
            page.turn(scope.head, FURNITURE, TITLE)
            page.furnish((place for place in scope.body if page.shapes[place].is_date), ISSUED)
        else:
            page.turn(scope.head, SECTION, LIST)
    _same_form(page)


LIST = "the heading of a list of items"


def _same_form(page: Page) -> None:
    """Where the lines in capitals head lists of items, all of them head sections."""
    if page.reasons.count(LIST) < _SEVERAL:
        return
    capitals = [place for place, shape in enumerate(page.shapes) if shape.is_capitals]
    lists = sum(page.reasons[place] == LIST for place in capitals)
    others = [place for place in capitals if page.has_role(place, HEADING)]
    if lists >= _SEVERAL and len(others) < lists:
        for place in others:
            page.turn(place, SECTION, "a heading like those of lists")


def _in_bullets(page: Page, scope: Scope) -> bool:
    return page.shapes[scope.body[0]].is_bullet


def _entries(page: Page, scope: Scope) -> list[int]:
    """The blocks that begin an entry: not an address, and not what goes on from a line above."""
    begins: list[int] = []
    for place in scope.body:
        shape = page.shapes[place]
        goes_on = shape.is_address or shape.is_field or shape.starts_small or shape.is_dateline
        if begins and (goes_on or _leads_on(page.shapes[place - 1])):
            continue
        begins.append(place)
    return begins


def _leads_on(above: Shape) -> bool:
    return above.is_announcement


def _is_link_list(page: Page, scope: Scope, linked: frozenset[int], fewest: int) -> bool:
    """So many entries or more, each with an address at its end and a text of its own."""
    if len(linked) < fewest or len(linked.intersection(scope.body)) < fewest:
        return False
    begins = _entries(page, scope)
    if len(begins) < fewest or (scope.head is None and len(begins) < len(scope.body) // 2):
        return False
    ends = [*begins[1:], scope.body[-1] + 1]
    return all(
        page.shapes[begin].words >= _WORDS_OF_ENTRY and not linked.isdisjoint(range(begin, end))
        for begin, end in zip(begins, ends, strict=True)
    )


_FEWEST = 3
_WORDS_OF_ENTRY = 6
_WORDS_OF_NEWS = 16
_MOSTLY = 0.7


def _teasers(page: Page, scope: Scope) -> list[int]:
    """Paragraphs that break off one after the other, each the beginning of another article."""
    if len(scope.body) < _FEWEST:
        return []
    paragraphs = [place for place in scope.body if page.shapes[place].words >= _WORDS_OF_ENTRY]
    broken = [place for place in paragraphs if page.shapes[place].breaks_off]
    if len(broken) < _FEWEST or len(broken) < _MOSTLY * len(paragraphs):
        return []
    return paragraphs


def _news_in_bullets(page: Page, scope: Scope, sections: Sections) -> list[int]:
    """Long bullets, where no heading names the list, or one that is a section's."""
    if scope.head is not None and not sections.knows(page.shapes[scope.head]):
        return []
    bullets = [
        place
        for place in scope.body
        if page.shapes[place].is_bullet
        and page.shapes[place].block.indent <= page.shapes[scope.body[0]].block.indent
    ]
    long = [place for place in bullets if page.shapes[place].words >= _WORDS_OF_NEWS]
    if (
        not bullets
        or bullets[0] != scope.body[0]
        or len(long) < max(_FEWEST, _MOSTLY * len(bullets))
    ):
        return []
    return bullets


def _ends_in_address(text: str) -> bool:
    end = text[-300:]
    return ("http" in end or "www." in end) and bool(_ADDRESS_AT_END.search(end))


_ADDRESS_AT_END = re.compile(r"(?:https?://|www\.)[^\s]{3,290}(?:\s\([^()]{1,60}\))?[)\].]?$")


def _run_in_form(
    page: Page, all_scopes: tuple[Scope, ...], sections: Sections, run_ins: RunIns
) -> str:
    """The form of the run-ins of a page: what parts their titles from the rest; "" for none.

    A form that is used for items once is used throughout, even where a section has one or two.
    """
    if len(run_ins) < _FEWEST:
        return ""
    for scope in all_scopes:
        alone = len(all_scopes) == 1
        if found := _run_ins(page, scope, sections, run_ins, alone=alone, in_form=""):
            return found[min(found)].form
    strong = sum(one.form == STRONG for one in run_ins.values())
    paragraphs = sum(shape.words > _SHORT and not shape.block.marker for shape in page.shapes)
    return STRONG if _FEWEST <= strong >= 0.5 * paragraphs else ""


def _run_ins(
    page: Page, scope: Scope, sections: Sections, run_ins: RunIns, *, alone: bool, in_form: str
) -> dict[int, RunIn]:
    """The run-ins below a heading, if its text is made of them."""
    if run_ins.keys().isdisjoint(scope.body):
        return {}
    marked = [place for place in scope.body if page.shapes[place].block.marker]
    is_list = (
        scope.head is None
        or sections.resembles(page.shapes[scope.head])
        or (alone and len(marked) >= len(scope.body) - 1)
    )
    found: dict[int, RunIn] = {}
    others = 0
    for place in scope.body:
        shape = page.shapes[place]
        if shape.block.marker and not is_list:
            continue
        if (one := run_ins.get(place)) is not None and in_form in ("", one.form):
            found[place] = one
        elif shape.words > _SHORT and not shape.block.marker:
            others += 1
    distinct = len({one.title for one in found.values()})
    fewest = {"": _FEWEST, STRONG: 1}.get(in_form, _SEVERAL)
    most_others = (0.5 if not in_form else 1) * len(found)
    if distinct < fewest or distinct < len(found) or others > most_others:
        return {}
    return found


_SHORT = 4
_SEVERAL = 2
