"""Paragraphs that were broken into lines of one width, and how to join them again.

E-mails and the text of PDFs break every paragraph at a column. A line that was broken there is
nearly as wide as the column, and the first word of the next line would not have fitted on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.reading.lines import Line


def column_of(lines: Sequence[Line]) -> int:
    """The column at which the paragraphs of a document were broken, or 0 where they were not."""
    widths = sorted(
        [
            line.width
            for line in lines
            if line.text[0] not in _OPENS_ADDRESS or not _ADDRESS_ONLY.match(line.text)
        ]
    )
    if len(widths) < _FEWEST_LINES:
        return 0
    # One line in fifty may be wider: a long address, a table, the subject of an e-mail.
    column = widths[int((len(widths) - 1) * 0.98)]
    if not _NARROWEST <= column <= _WIDEST:
        return 0
    nearly = _NEARLY * column
    full = [
        line.text[-1] not in _STOPS or following.text[:1].islower()
        for line, following in pairwise(lines)
        if line.width >= nearly and not following.blank_before
    ]
    return column if len(full) >= _FEWEST_FULL and sum(full) >= _MOSTLY * len(full) else 0


def goes_on(line: Line, following: Line, column: int) -> bool:
    """Whether `following` is the same paragraph or bullet as `line`, broken at `column`."""
    if not column or following.blank_before or following.marker or following.level or line.level:
        return False
    if line.text[0] in _RULES and not any(map(str.isalnum, line.text)):
        return False
    if abs(following.indent - line.indent) > _DEEPEST_INDENT:
        return False  # lines of a title, each set in the middle
    first_word = following.text.split(maxsplit=1)[0]
    if following.text[0].islower() and line.text[-1] not in _STOPS:
        return line.width >= column // 2
    return line.width + 1 + len(first_word) > _NEARLY * column


def joined(texts: Sequence[str]) -> str:
    """The lines of a paragraph as one text; an address that was broken is made whole."""
    whole = [texts[0]]
    for text in texts[1:]:
        glue = "" if _breaks_address(whole[-1], text) or _breaks_word(whole[-1], text) else " "
        whole += [glue, text]
    return "".join(whole)


_FEWEST_LINES = 4
_FEWEST_FULL = 3
_NARROWEST, _WIDEST = 40, 132
_NEARLY = 0.82  # PDF text is set in letters of unequal width: its lines vary by so much
_MOSTLY = 0.5
_DEEPEST_INDENT = 8
_RULES = "-_=*~#–—·.+"
_STOPS = ".!?:;”\"'’)"

_OPENS_ADDRESS = "<hw"
_ADDRESS_ONLY = re.compile(r"<?(?:https?://|www\.)\S+$")
_ADDRESS_AT_END = re.compile(r"(?:https?://|www\.)\S{1,2000}$")
_ADDRESS_GOES_ON = re.compile(r"(?=\S{0,300}[/=?&%_#.\-0-9])[^\s<>()\"A-Z][^\s<>\"]*(?:\s|$)")


def _breaks_address(text: str, following: str) -> bool:
    tail = text[-300:]
    start = max(tail.rfind("http"), tail.rfind("www."))
    if start < 0 or not _ADDRESS_AT_END.match(tail, start) or following.startswith("http"):
        return False
    if tail[-1] in "/-=?&_%#":
        return not following[0].isspace()
    return bool(tail[-1] not in ".,;)>" and _ADDRESS_GOES_ON.match(following[:400]))


def _breaks_word(text: str, following: str) -> bool:
    return text[-1:] == "-" and text[-2:-1].isalpha() and following[:1].islower()
