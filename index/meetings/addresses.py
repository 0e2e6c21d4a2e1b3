"""Web and e-mail addresses that stand in a text, and those that may be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WEB = r"https?://[^\s<>\\`\"“”]+[^\s<>\\`\"“”.,;:!?)\]'’]"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = rf"(?<![\w.+-])[\w.+-]{{1,64}}@{_LABEL}(?:\.{_LABEL}){{1,8}}(?![\w@-])"
_IN_TEXT = re.compile(rf"(?i:{_WEB})|{_MAIL}", re.ASCII)


def followable(address: str) -> str:
    """The address with its scheme if it is of the web or of e-mail, else ""."""
    bare = address.removeprefix("mailto:")
    if (found := _IN_TEXT.fullmatch(bare)) is None:
        return ""
    return _with_scheme(found.group())


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, in order, each with the address that it is, or ""."""
    end = 0
    for found in _IN_TEXT.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], ""
        yield found.group(), _with_scheme(found.group())
        end = found.end()
    if end < len(text):
        yield text[end:], ""


def _with_scheme(address: str) -> str:
    return address if "://" in address else f"mailto:{address}"
