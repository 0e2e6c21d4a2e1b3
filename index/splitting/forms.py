"""Furniture by its form: page numbers, counters, "Posted on 3 May 2021", arrows to other pages."""

from __future__ import annotations

import re


def why_by_form(text: str) -> str:
    """Why a short line of this form is furniture, "" where it has no such form."""
    found = _FORM.match(text)
    return _WHYS[found.lastgroup] if found is not None and found.lastgroup is not None else ""


_POSTED = (
    r"(?:posted|published|written|uploaded|submitted|added|last updated|last modified|updated)"
    r"(?: by [\w .]{1,40}?)?(?: on| at)?:? "
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY = rf"(?:\w{{3,9}},? )?\d{{1,2}}(?:[/.-]\d|(?:st|nd|rd|th)? (?:of )?{_MONTH})"

_PUBLICATION = (
    r"(?:issue|edition|e?-?bulletin|e?-?newsletter|e?-?news|digest|round-?up|update|alert|mailing)"
)

# Every run is bounded, and all of them are tried on short lines only.
_FORMS = (
    (r"[-–—_ ]{0,3}(?:page )?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?[-–—_ ]{0,3}$", "a page number"),
    (r"page \d{1,3}\b.{0,60}$", "a page number"),
    (
        r"(?:\d{1,4}|no|one) (?:comments?|repl(?:y|ies)|likes?|shares?|views?)\b.{0,20}$",
        "a counter",
    ),
    (r"(?:\d{1,4}|one) (?:responses?|thoughts?) (?:to|on)\b.{1,120}$", "a counter"),
    (r"(?:continue|keep) reading\b.{0,80}$", "a button"),
    (r"(?:comments?|likes?|shares?) ?[{(]? ?\d{1,4} ?[})]?$", "a counter"),
    (r"[<>←→«»‹›]{1,4} ?(?:older|newer|previous|next|back)\b.{0,60}$", "navigation"),
    (r"(?:older|newer|previous|next)\b.{0,60}[<>←→«»‹›]{1,4}$", "navigation"),
    (r"(?:previous|next)(?: post| article| page)?: .{0,100}$", "navigation"),
    (_POSTED + _DAY + r".{0,60}$", "when it was posted"),
    (_POSTED + _MONTH + r"[a-z]{0,6} \d{1,2},? ?\d{4}.{0,60}$", "when it was posted"),
    (r"(?:feed |page )?generated(?: on| at)?:? .{1,60}$", "when it was posted"),
    (r"(?:posted|published|written|uploaded|submitted) by:? .{1,60}$", "who posted it"),
    (r"\d{1,3} (?:min|minute|minutes|mins) read$", "a counter"),
    (r"(?:photo|image|picture)s?(?: credit)?(?: by)?: .{1,80}$", "a picture credit"),
    (
        r"end of (?:the )?.{0,80}\b(?:digest|newsletter|bulletin|minutes)\b.{0,40}$",
        "the end of the page",
    ),
    (rf"{_PUBLICATION} ends\W*$", "the end of the page"),
    (r"end of (?:the )?(?:message|digest|bulletin|newsletter|notes)\W*$", "the end of the page"),
    (
        rf"(?:the |our )?next {_PUBLICATION}\b(?::| (?:will|is|comes|goes|out|due)\b).{{1,200}}$",
        "call for contributions",
    ),
    (r".{3,80}\bregistered charity(?: no\.?| number)?:? ?\d{6,7}\b.{0,60}$", "legal notice"),
    (r"\d{1,3} items? ?[-–—|(:]{0,2} ?[£$€]", "navigation"),
    (
        r"(?:edit|view|email|print|permalink)(?: ?[|/] ?(?:edit|view|email|print|permalink))+$",
        "a button",
    ),
    (r"IS[SB]N[: ].{0,40}$", "a library number"),
    (r"\[?(?:image|logo|photo|banner|cid):? ?[^\]]{0,60}\]$", "a picture"),
)
_WHYS = {f"form{number}": why for number, (_, why) in enumerate(_FORMS)}
_FORM = re.compile(
    "|".join(f"(?P<form{number}>{form})" for number, (form, _) in enumerate(_FORMS)), re.IGNORECASE
)
