"""Furniture by its form: page numbers, counters, "Posted on 3 May 2021", arrows to other pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.splitting.shapes import Shape


def why_by_form(shape: Shape) -> str:
    """Why a short line of this form is furniture, "" where it has no such form."""
    first = shape.text[0]
    forms = _FORMS_BY_FIRST.get("0" if first.isdigit() else first.lower())
    if forms is not None and (found := forms.match(shape.text)) is not None:
        return _WHYS[found.lastgroup or ""]
    if "registered charity" in shape.folded and _CHARITY.match(shape.text):
        return "legal notice"
    return ""


_POSTED = (
    r"(?:posted|published|written|uploaded|submitted|added|last updated|last modified|updated)"
    r"(?: by [\w .]{1,40}?)?(?: on| at)?:? "
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY = rf"(?:\w{{3,9}},? )?\d{{1,2}}(?:[/.-]\d|(?:st|nd|rd|th)? (?:of )?{_MONTH})"

_PUBLICATION = (
    r"(?:issue|edition|e?-?bulletin|e?-?newsletter|e?-?news|digest|round-?up|update|alert|mailing)"
)

_DASHES = "-–—_ "
_ARROWS = "<>←→«»‹›"

# The characters with which a line of each form begins ("0" stands for any digit), the form, and
# why such a line is furniture. Every run is bounded, and all of them are tried on short lines only.
_FORMS = (
    (
        f"0p{_DASHES}",
        r"[-–—_ ]{0,3}(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?[-–—_ ]{0,3}$",
        "a page number",
    ),
    ("p", r"page \d{1,3}\b.{0,60}$", "a page number"),
    (
        "0no",
        r"(?:\d{1,4}|no|one) (?:comments?|repl(?:y|ies)|likes?|shares?|views?)\b.{0,20}$",
        "a counter",
    ),
    ("0o", r"(?:\d{1,4}|one) (?:responses?|thoughts?) (?:to|on)\b.{1,120}$", "a counter"),
    ("ck", r"(?:continue|keep) reading\b.{0,80}$", "a button"),
    ("cls", r"(?:comments?|likes?|shares?) ?[{(]? ?\d{1,4} ?[})]?$", "a counter"),
    (_ARROWS, r"[<>←→«»‹›]{1,4} ?(?:older|newer|previous|next|back)\b.{0,60}$", "navigation"),
    ("onp", r"(?:older|newer|previous|next)\b.{0,60}[<>←→«»‹›]{1,4}$", "navigation"),
    ("pn", r"(?:previous|next)(?: post| article| page)?: .{0,100}$", "navigation"),
    ("pwusal", _POSTED + _DAY + r".{0,60}$", "when it was posted"),
    ("pwusal", _POSTED + _MONTH + r"[a-z]{0,6} \d{1,2},? ?\d{4}.{0,60}$", "when it was posted"),
    ("fpg", r"(?:feed |page )?generated(?: on| at)?:? .{1,60}$", "when it was posted"),
    ("pwus", r"(?:posted|published|written|uploaded|submitted) by:? .{1,60}$", "who posted it"),
    ("0", r"\d{1,3} (?:min|minute|minutes|mins) read$", "a counter"),
    ("pi", r"(?:photo|image|picture)s?(?: credit)?(?: by)?: .{1,80}$", "a picture credit"),
    (
        "e",
        r"end of (?:the )?.{0,80}\b(?:digest|newsletter|bulletin|minutes)\b.{0,40}$",
        "the end of the page",
    ),
    ("iebndruam", rf"{_PUBLICATION} ends\W*$", "the end of the page"),
    (
        "e",
        r"end of (?:the )?(?:message|digest|bulletin|newsletter|notes)\W*$",
        "the end of the page",
    ),
    (
        "ton",
        rf"(?:the |our )?next {_PUBLICATION}\b(?::| (?:will|is|comes|goes|out|due)\b).{{1,200}}$",
        "call for contributions",
    ),
    ("0", r"\d{1,3} items? ?[-–—|(:]{0,2} ?[£$€]", "navigation"),
    (
        "evp",
        r"(?:edit|view|email|print|permalink)(?: ?[|/] ?(?:edit|view|email|print|permalink))+$",
        "a button",
    ),
    ("i", r"IS[SB]N[: ].{0,40}$", "a library number"),
    ("[ilpbc", r"\[?(?:image|logo|photo|banner|cid):? ?[^\]]{0,60}\]$", "a picture"),
)
_WHYS = {f"form{number}": why for number, (_, _, why) in enumerate(_FORMS)}


def _any_of(forms: Iterable[tuple[int, str]]) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?P<form{number}>{form})" for number, form in forms), re.IGNORECASE
    )


_FORMS_BY_FIRST = {
    first: _any_of(
        (number, form) for number, (firsts, form, _) in enumerate(_FORMS) if first in firsts
    )
    for first in sorted({first for firsts, _, _ in _FORMS for first in firsts})
}
_CHARITY = re.compile(
    r".{3,80}\bregistered charity(?: no\.?| number)?:? ?\d{6,7}\b.{0,60}$", re.IGNORECASE
)
