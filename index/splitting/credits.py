"""Who wrote something and where it appeared: lines below a title that begin no item of their own.

Title, authors, journal, abstract and address of a paper are one item, as are the title, the byline
and the text of an article.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from index.splitting.masthead import TITLE, Masthead
from index.splitting.page import Page
from index.splitting.sections import Sections
from index.splitting.shapes import Shape


def bar_credits(page: Page, sections: Sections) -> None:
    """Keep authors, and the journals named below them, from being headings.

    One author alone has the form of any short heading. Such a line is taken for an author only on
    a page that names several elsewhere.
    """
    shapes, roles = page.shapes, page.roles
    below_titles = [
        place
        for place, above in enumerate(shapes[:-1], start=1)
        if above.words >= _TITLE
        and above.last not in ".;,:"
        and roles[place] is None
        and shapes[place].words <= _MOST_AUTHORS
        and not above.is_bullet
    ]
    several = [place for place in below_titles if _names_authors(page, place, names_authors)]
    alone = (
        [place for place in below_titles if _names_authors(page, place, _is_one_author)]
        if len(several) >= _HABIT
        else []
    )
    for place in (*several, *alone):
        page.barred.add(place)
        if place + 2 < len(page) and _is_journal(page, sections, place + 1):
            page.barred.add(place + 1)


def bar_subheads(page: Page, sections: Sections, masthead: Masthead) -> None:
    """Keep the headings within an item from heading one, wherever there is something above them.

    The title of the page may be that of its one item, if it names no publication.
    """
    subheads = [at for at in sections.subheads_of(page) if at > 0]
    if not subheads:
        return
    begin = next(
        (
            place
            for place, shape in enumerate(page.shapes)
            if page.roles[place] is None
            or (page.whys[place] == TITLE and not masthead.names_publication(shape))
        ),
        len(page),
    )
    page.barred.update([place for place in subheads if place > begin])


def names_authors(shape: Shape) -> bool:
    """Whether the line is a list of authors in one of the forms that journals use."""
    return shape.text[0].isupper() and bool(
        _AUTHORS.match(shape.text)
        or (shape.folded.endswith(_OTHERS) and _AND_OTHERS.match(shape.text))
    )


_HABIT = 2
_MOST_AUTHORS = 40
_TITLE = 4
_JOURNAL = 14


def _names_authors(page: Page, place: int, is_form: Callable[[Shape], bool]) -> bool:
    """Whether the line below a title is of that form, and above a text."""
    shape = page.shapes[place]
    return (
        is_form(shape)
        and not shape.block.marker
        and not shape.block.level
        and any(
            page.shapes[below].is_sentence for below in range(place + 1, min(len(page), place + 4))
        )
    )


def _is_one_author(shape: Shape) -> bool:
    return 2 <= shape.words <= 4 and bool(_ONE_AUTHOR.match(shape.text))


def _is_journal(page: Page, sections: Sections, place: int) -> bool:
    """Whether the line below authors says where the paper appeared: short, with a text below."""
    shape, below = page.shapes[place], page.shapes[place + 1]
    return (
        page.is_free(place)
        and shape.words <= _JOURNAL
        and not shape.block.marker
        and not shape.block.level
        and (sections.is_subhead(below) or not below.could_be_heading)
    )


_LAST = r"(?:(?:de|van|von|der|la|le|Mac|Mc|O[’'])\s?)*[A-Z][\w’'-]{1,30}"
_INITIALS = r"[A-Z]\.(?:[ -]?[A-Z]\.){0,3}"
_BARE_INITIALS = r"[A-Z]{1,4}(?![\w’'-]|\.[ -])"
_FIRST = r"(?:[A-Z][\w’'-]{0,30}|[A-Z]\.)"
_PERSON = (
    rf"(?:{_LAST}, {_INITIALS}"  # Kelly, B.
    rf"|{_LAST} {_BARE_INITIALS}"  # Bennett DL
    rf"|{_INITIALS}\s?{_LAST}(?: {_LAST})?"  # D. Wijedasa
    rf"|{_FIRST}(?: {_FIRST}){{0,2}} {_LAST})"  # Rachel M. Hiller-Day
)
_ALSO = r"(?:\s?[,;]\s?(?:and |& )?|,? and |,? & )"
_OTHERS = ("and others", "et al")
_AND = r"(?:,?\s?(?:and others|et al\.?))"
_AND_OTHERS = re.compile(rf"{_FIRST}.{{0,60}}{_AND}$")
# what has a small letter in its second word is seen at once to be no name; who was read as a person
# is not read otherwise, or the ways to read "Aa, A. Aa, A. …" would double with each of them
_AUTHORS = re.compile(
    r"(?!\S{1,40} (?!(?:and|et|de|van|von|der|la|le)\b)[a-z])"
    rf"(?>{_PERSON})(?>{_ALSO}{_PERSON}){{1,12}}+{_AND}?\.?$"
)
PEOPLE = rf"(?>{_PERSON})(?>{_ALSO}{_PERSON}){{0,12}}+{_AND}?"
"""The form of one author or several, as a part of other forms."""
_ONE_AUTHOR = re.compile(
    rf"(?:{_LAST}, {_INITIALS}|{_LAST} {_BARE_INITIALS}|{_FIRST}(?: {_FIRST})? {_LAST})$"
)
