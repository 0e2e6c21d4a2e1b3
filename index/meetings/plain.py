"""Untrusted text in Markdown: shown as it was written, able to do nothing.

The rules are those of CommonMark 0.31, with the tables, strikethrough and formulas that common
programs add to it.
"""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://[^\s<>\\`\"“”]+[^\s<>\\`\"“”.,;:!?)\]'’]", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)

_SPECIAL = re.compile(
    r"""[\\`*\[\]|~$]           # emphasis, code, links, tables, strikethrough, formulas
    | (?<![^\W_])_ | _(?![^\W_])  # emphasis too, but not within a_word
    | \#$                       # would close a heading
    """,
    re.VERBOSE,
)
_ENTITY = re.compile(r"&(?=\#?\w+;)")
_OPENING = re.compile(
    r"""(?P<sign>[\#>+=-])      # heading, quotation, list, underline, rule
    | (?P<number>\d{1,9})(?=[.)](?:\s|$))   # numbered list
    """,
    re.VERBOSE,
)
_BULLET = re.compile(r"(?P<indent>(?:  )*)(?:[•·▪◦‣●○■□➢*+–-]|o)\s+(?P<text>\S.*)")


def inline(text: str) -> str:
    """The text on one line, to stand within a line of Markdown. Addresses become links."""
    written: list[str] = []
    end = 0
    text = " ".join(text.split())
    for found in _ADDRESS.finditer(text):
        written += [_made_plain(text[end : found.start()]), f"<{found.group()}>"]
        end = found.end()
    written.append(_made_plain(text[end:]))
    return "".join(written)


def opening(text: str) -> str:
    """The text on one line, to begin a line of Markdown: it opens no list, heading or quotation."""
    line = inline(text)
    found = _OPENING.match(line)
    if found is None:
        return line
    at = found.end() if found["number"] else found.start()
    return f"{line[:at]}\\{line[at:]}"


def passage(text: str) -> str:
    """The text of an item: its paragraphs, and its bullets as a list, however deep."""
    parts: list[str] = []
    depth = -1
    for line in text.splitlines():
        if not line.strip():
            continue
        if (bullet := _BULLET.fullmatch(line.rstrip())) is None:
            parts.append(f"\n\n{opening(line)}")
            depth = -1
        else:
            # a list that began too deep would be read as code
            gap = "\n" if depth >= 0 else "\n\n"
            depth = min(len(bullet["indent"]) // 2, depth + 1)
            parts.append(f"{gap}{'  ' * depth}- {opening(bullet['text'])}")
    return "".join(parts).strip("\n")


def address(address: str) -> str:
    """A link to a web or e-mail address; what is neither is shown as text."""
    bare = address.removeprefix("mailto:")
    usable = _ADDRESS.fullmatch(bare) or _MAIL.fullmatch(bare)
    return f"<{bare}>" if usable else inline(address)


def _made_plain(text: str) -> str:
    # a backslash would do for these two in CommonMark, but not in every program that shows Markdown
    plain = _ENTITY.sub("&amp;", _SPECIAL.sub(lambda found: f"\\{found.group()}", text))
    return plain.replace("<", "&lt;")
