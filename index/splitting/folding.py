"""Texts as they are compared: lower case, straight quotes, single spaces."""

from __future__ import annotations

from itertools import repeat

MOST = 400
"""Nothing about a line's form is further in than so many characters."""

_STRAIGHT = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"))
_PUNCTUATION = " .:;,!?*_\"'|>»→←<«[](){}…-"


def folded(text: str) -> str:
    """A short text as it is compared with word lists: folded, and without marks at its ends."""
    plain = _straight(text[:MOST]).lower()
    if _has_gaps(plain):
        plain = " ".join(plain.split())
    return plain.strip(_PUNCTUATION)


def lines_folded(texts: list[str]) -> list[str]:
    """Texts of a line each, folded all at once; what stands at their ends stays."""
    plain = _straight("\n".join(texts))
    # most lines are ASCII by now, which is lowered many times faster
    lines = list(map(str.lower, plain.split("\n"))) if texts else []
    if _has_gaps(plain):
        lines = [" ".join(line.split()) if _has_gaps(line) else line for line in lines]
    return lines


def bare(lines: list[str]) -> list[str]:
    """Folded lines without the marks at their ends."""
    return list(map(str.strip, lines, repeat(_PUNCTUATION)))


def blanks_in(lines: list[str]) -> list[int]:
    """How many blanks part the words of each folded line."""
    return list(map(str.count, map(str.strip, lines), repeat(" ")))


def _straight(text: str) -> str:
    if not text.isascii():
        # one after the other, which is many times faster than str.translate
        for curly, straight in _STRAIGHT:
            text = text.replace(curly, straight)
    return text


def _has_gaps(text: str) -> bool:
    return "  " in text or "\t" in text
