"""The agenda that is offered for a new meeting, and the standing items that close one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from index.errors import LibraryError
from index.model.meetings import TemplateEntry
from index.record.names import key, tidied
from index.vocabulary import load

_MINUTES = re.compile(r"\((?P<minutes>\d{1,3})(?:\s*min(?:ute)?s?\.?)?\)$")


def offered(config: Path | None = None) -> tuple[TemplateEntry, ...]:
    """The sections and standing items offered for a new meeting, in order.

    Raises LibraryError where a reader's own word list cannot be used.
    """
    template = _word_list(config, "template", str)
    return tuple(_line(line) for line in template.splitlines() if line.strip("# \t"))


def closing(config: Path | None = None) -> frozenset[str]:
    """The titles of standing items that close a meeting, as names are compared."""
    return frozenset(key(title) for title in _word_list(config, "closing", list))


def _word_list(config: Path | None, name: str, kind: type) -> Any:
    value = load("index.agendas", "agenda", config)[name]
    if not isinstance(value, kind):
        raise LibraryError(
            f"{config}/agenda.toml: “{name}” is not as the one that comes with carereader; mend it"
        )
    return value


def _line(text: str) -> TemplateEntry:
    tidy = tidied(text)
    if tidy.startswith("#"):
        return TemplateEntry("section", tidy.lstrip("# "))
    found = _MINUTES.search(tidy)
    if found is None:
        return TemplateEntry("standing", tidy)
    return TemplateEntry("standing", tidy[: found.start()].rstrip(), int(found["minutes"]))
