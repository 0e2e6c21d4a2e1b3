"""The template of an agenda as lines that a person types.

A line each: "Apologies (5 min) | Chair" is a standing item, with the minutes allotted to it and who
leads; a line that begins with "#" is the heading of a section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.errors import InvalidInputError
from index.model.meetings import TemplateEntry

_IN_BRACKETS = re.compile(r"\s*\((\d{1,4})\s*min(?:ute)?s?\.?\)$", re.IGNORECASE)


def in_lines(template: Iterable[TemplateEntry]) -> str:
    """The template, one line for each entry: "Apologies (5 min) | Chair", "# Reports"."""
    return "\n".join(map(_line, template))


def from_lines(text: str) -> tuple[TemplateEntry, ...]:
    """The template that the lines say. Raises InvalidInputError."""
    return tuple(_entry(line) for line in map(str.strip, text.splitlines()) if line.strip("# "))


def _line(entry: TemplateEntry) -> str:
    title = entry.title.replace("|", "/")
    if entry.kind == "section":
        return f"# {title}"
    minutes = f" ({entry.minutes} min)" if entry.minutes else ""
    return " | ".join(part for part in (f"{title}{minutes}", entry.lead) if part)


def _entry(line: str) -> TemplateEntry:
    if line.startswith("#"):
        return TemplateEntry("section", line.lstrip("#").strip())
    words, _, lead = (part.strip() for part in line.partition("|"))
    found = _IN_BRACKETS.search(words)
    title = words[: found.start()] if found else words
    if not title:
        raise InvalidInputError(f"“{line}” has no title; write that first")
    return TemplateEntry("standing", title, int(found[1]) or None if found else None, lead)
