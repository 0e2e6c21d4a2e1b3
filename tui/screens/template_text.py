"""The agenda that a meeting begins with, as lines that a person types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.errors import InvalidInputError
from index.model.meetings import TemplateEntry

HOW = "One line each: Apologies (5 min) | Chair. A line that begins with # is a heading."

_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minute|minutes)?\.?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\((\d{1,4})\s*min(?:ute)?s?\.?\)$", re.IGNORECASE)


def in_lines(template: Iterable[TemplateEntry]) -> str:
    """The template, one line for each entry: "Apologies (5 min) | Chair", "# Reports"."""
    return "\n".join(map(_line, template))


def from_lines(text: str) -> tuple[TemplateEntry, ...]:
    """The template that the lines say. Raises InvalidInputError."""
    return tuple(_entries(text))


def minutes_from_words(words: str) -> int:
    """A number of minutes as a person typed it: "10", "10 min". Raises InvalidInputError."""
    found = _MINUTES.fullmatch(words.strip())
    if found is None:
        raise InvalidInputError(f"“{words.strip()}” is no number of minutes; write it like 10")
    return int(found[1])


def _line(entry: TemplateEntry) -> str:
    title = entry.title.replace("|", "/")
    if entry.kind == "section":
        return f"# {title}"
    minutes = f" ({entry.minutes} min)" if entry.minutes else ""
    return " | ".join(part for part in (f"{title}{minutes}", entry.lead) if part)


def _entries(text: str) -> Iterator[TemplateEntry]:
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("#"):
            if title := line.lstrip("#").strip():
                yield TemplateEntry("section", title)
            continue
        words, _, lead = (part.strip() for part in line.partition("|"))
        found = _IN_BRACKETS.search(words)
        title = words[: found.start()] if found else words
        if not title:
            raise InvalidInputError(f"“{line}” has no title; write that first")
        yield TemplateEntry("standing", title, int(found[1]) or None if found else None, lead)
