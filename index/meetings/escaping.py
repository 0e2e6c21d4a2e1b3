"""Untrusted text in Markdown: shown as it was written, able to do nothing.

The rules are those of CommonMark 0.31, with the tables, strikethrough and formulas that common
programs add to it.
"""

from __future__ import annotations

import re

from index.meetings.addresses import pieces

_SPECIAL = re.compile(
    r"""[\\`*\[\]|~$]           # emphasis, code, links, tables, strikethrough, formulas
    | (?<![^\W_])_ | _(?![^\W_])  # emphasis too, but not within a_word
    | \#$                       # would close a heading
    """,
    re.VERBOSE,
)
_BAR = re.compile(r"(?<!\\)\|")
_ENTITY = re.compile(r"&(?=\#?\w+;)")
_OPENING = re.compile(
    r"""(?P<sign>[\#>+=-])      # heading, quotation, list, underline, rule
    | (?P<number>\d{1,9})(?=[.)](?:\s|$))   # numbered list
    """,
    re.VERBOSE,
)


def inline(text: str) -> str:
    """The text on one line, to stand within a line of Markdown. Addresses become links."""
    return "".join(
        f"<{piece}>" if address else _made_plain(piece)
        for piece, address in pieces(" ".join(text.split()))
    )


def opening(text: str) -> str:
    """The text on one line, to begin a line of Markdown: it opens no list, heading or quotation."""
    line = inline(text)
    found = _OPENING.match(line)
    if found is None:
        return line
    at = found.end() if found["number"] else found.start()
    return f"{line[:at]}\\{line[at:]}"


def cell(text: str) -> str:
    """The text as the cell of a table: also addresses have their bars escaped."""
    return _BAR.sub(r"\|", inline(text))


def _made_plain(text: str) -> str:
    # a backslash would do for these two in CommonMark, but not in every program that shows Markdown
    plain = _ENTITY.sub("&amp;", _SPECIAL.sub(lambda found: f"\\{found.group()}", text))
    return plain.replace("<", "&lt;")
