"""Furniture by its form: page numbers, counters, "Posted on 3 May 2021", arrows to other pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import itemgetter

from index.splitting.page import Page, places


def furniture_by_form(page: Page) -> dict[int, str]:
    """The short lines of a page that have such a form, by their places, and why they are that."""
    lines, shapes = page.lines, page.shapes
    whys: dict[int, str] = {}
    if "registered charity" in page.whole:
        for place, line in enumerate(lines):
            if shapes[place].words <= _FEW and _CHARITY.match(line):
                whys[place] = "legal notice"
    for start in (itemgetter(slice(1)), itemgetter(slice(2))):
        for place in places(map(start, lines), _FORMS_BY_START):
            line = lines[place]
            if shapes[place].words <= _FEW and (found := _FORMS_BY_START[start(line)].match(line)):
                whys[place] = _WHYS[found.lastgroup or ""]
    return whys


_POSTED = (
    r"(?:posted|published|written|uploaded|submitted|added|last updated|last modified|updated)"
    r"(?: by [\w .]{1,40}?)?(?: on| at)?:? "
)
_ACTIONS = "po pu wr up su ad la"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY = rf"(?:\w{{3,9}},? )?\d{{1,2}}(?:[/.-]\d|(?:st|nd|rd|th)? (?:of )?{_MONTH})"

_PUBLICATION = (
    r"(?:issue|edition|e?-?bulletin|e?-?newsletter|e?-?news|digest|round-?up|update|alert|mailing)"
)

_FEW = 16
"""The most words that a line of such a form has."""
_DIGITS = "0 1 2 3 4 5 6 7 8 9"

# How a line of each form begins (a sign, or its first two letters), the form, and why such a line
# is furniture. Every run is bounded, and all of them are tried on short lines only, folded.
_FORMS = (
    (
        f"{_DIGITS} - _ pa",
        r"[-_ ]{0,3}(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?[-_ ]{0,3}$",
        "a page number",
    ),
    ("pa", r"page \d{1,3}\b.{0,60}$", "a page number"),
    (
        f"{_DIGITS} no on",
        r"(?:\d{1,4}|no|one) (?:comments?|repl(?:y|ies)|likes?|shares?|views?)\b.{0,20}$",
        "a counter",
    ),
    (
        f"{_DIGITS} on",
        r"(?:\d{1,4}|one) (?:responses?|thoughts?) (?:to|on)\b.{1,120}$",
        "a counter",
    ),
    ("co ke", r"(?:continue|keep) reading\b.{0,80}$", "a button"),
    ("co li sh", r"(?:comments?|likes?|shares?) ?[{(]? ?\d{1,4} ?[})]?$", "a counter"),
    (
        "< > ← → « » ‹ ›",
        r"[<>←→«»‹›]{1,4} ?(?:older|newer|previous|next|back)\b.{0,60}$",
        "navigation",
    ),
    ("ol ne pr", r"(?:older|newer|previous|next)\b.{0,60}[<>←→«»‹›]{1,4}$", "navigation"),
    ("pr ne", r"(?:previous|next)(?: post| article| page)?: .{0,100}$", "navigation"),
    (_ACTIONS, _POSTED + _DAY + r".{0,60}$", "when it was posted"),
    (_ACTIONS, _POSTED + _MONTH + r"[a-z]{0,6} \d{1,2},? ?\d{4}.{0,60}$", "when it was posted"),
    ("fe pa ge", r"(?:feed |page )?generated(?: on| at)?:? .{1,60}$", "when it was posted"),
    (
        "po pu wr up su",
        r"(?:posted|published|written|uploaded|submitted) by:? .{1,60}$",
        "who posted it",
    ),
    (_DIGITS, r"\d{1,3} (?:min|minute|minutes|mins) read$", "a counter"),
    ("ph im pi", r"(?:photo|image|picture)s?(?: credit)?(?: by)?: .{1,80}$", "a picture credit"),
    (
        "en",
        r"end of (?:the )?.{0,80}\b(?:digest|newsletter|bulletin|minutes)\b.{0,40}$",
        "the end of the page",
    ),
    ("is ed e- eb bu en ne di ro up al ma", rf"{_PUBLICATION} ends\W*$", "the end of the page"),
    (
        "en",
        r"end of (?:the )?(?:message|digest|bulletin|newsletter|notes)\W*$",
        "the end of the page",
    ),
    (
        "th ou ne",
        rf"(?:the |our )?next {_PUBLICATION}\b(?::| (?:will|is|comes|goes|out|due)\b).{{1,200}}$",
        "call for contributions",
    ),
    (_DIGITS, r"\d{1,3} items? ?[-|(:]{0,2} ?[£$€]", "navigation"),
    (
        "ed vi em pr pe",
        r"(?:edit|view|email|print|permalink)(?: ?[|/] ?(?:edit|view|email|print|permalink))+$",
        "a button",
    ),
    ("is", r"is[sb]n[: ].{0,40}$", "a library number"),
    ("[ im lo ph ba ci", r"\[?(?:image|logo|photo|banner|cid):? ?[^\]]{0,60}\]$", "a picture"),
)
_WHYS = {f"form{number}": why for number, (_, _, why) in enumerate(_FORMS)}


def _any_of(forms: Iterable[tuple[int, str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<form{number}>{form})" for number, form in forms))


_FORMS_BY_START = {
    start: _any_of(
        (number, form) for number, (starts, form, _) in enumerate(_FORMS) if start in starts.split()
    )
    for start in sorted({start for starts, _, _ in _FORMS for start in starts.split()})
}
_CHARITY = re.compile(r".{3,80}\bregistered charity(?: no\.?| number)?:? ?\d{6,7}\b.{0,60}$")
