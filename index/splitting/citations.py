"""Lists of papers: a title, "J Rowe, P Willis - Child & Family Social Work, 2022", an abstract."""

from __future__ import annotations

import re

from index.splitting.credits import PEOPLE
from index.splitting.page import Page
from index.splitting.roles import BODY, HEADING
from index.splitting.shapes import Shape

CITED = "who wrote it and where it appeared"


def mark_citations(page: Page) -> None:
    """Let an item begin with each citation of a page that has several, or with the title above it.

    Alerts of search engines for papers give the title on a line of its own; lists in bulletins
    often leave it out.
    """
    if page.whole.count(" - ") < _SEVERAL:
        return
    cited = [
        place
        for place, shape in enumerate(page.shapes[:-1])
        if " - " in page.lines[place] and _is_citation(page, place, shape)
    ]
    if len(cited) < _SEVERAL:
        return
    for place, former in zip(cited, [-2, *cited], strict=False):
        page.barred.add(place + 1)
        if place - former > 2 and _is_title(page, place - 1):
            title = _FORMAT.sub("", page.shapes[place - 1].block.text)
            page.mark(place - 1, HEADING, "the title of a paper", title)
            page.mark(place, BODY, CITED)
        else:
            title = page.shapes[place].block.text.rstrip(" ,")
            page.mark(place, HEADING, CITED, title)


def _is_citation(page: Page, place: int, shape: Shape) -> bool:
    """Whether it names people and a journal, rather than a venue and a day, above an abstract."""
    return (
        page.is_free(place)
        and bool(_CITATION.match(shape.text))
        and not shape.names_date
        and page.shapes[place + 1].words >= _ABSTRACT
    )


def _is_title(page: Page, place: int) -> bool:
    """Whether the line above a citation is that of its paper, not the end of another's abstract."""
    shape = page.shapes[place]
    return (
        page.is_free(place)
        and shape.words >= _TITLE
        and not (shape.is_sentence or shape.is_bullet or shape.breaks_off)
    )


_SEVERAL = 2
_TITLE = 3
_ABSTRACT = 8
_FORMAT = re.compile(r"^\[[A-Z]{3,8}\]\s+")
"""What search engines set before a title: [PDF], [HTML], [BOOK]."""
_CITATION = re.compile(
    rf"{PEOPLE},?(?: ?…)? [-–—] (?=[A-Z…]).{{3,120}}?(?:,|\b(?:19|20)\d\d(?: [-–—] .{{3,60}})?)$"
)
