"""The agenda that is offered for a new meeting, and what closes one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from index.errors import InvalidInputError, LibraryError
from index.model.meetings import TemplateEntry
from index.model.template_lines import from_lines
from index.reading.cleaning import clean
from index.record.names import key
from index.vocabulary import load


def offered(config: Path | None = None) -> tuple[TemplateEntry, ...]:
    """The sections and standing items offered for a new meeting, in order.

    Raises LibraryError where a reader's own word list cannot be used.
    """
    try:
        return from_lines(clean(_word_list(config, "template", str)))
    except InvalidInputError as error:
        raise LibraryError(f"{config}/agenda.toml: in its template {error}") from error


def closing(config: Path | None = None) -> frozenset[str]:
    """The titles of what closes a meeting, as names are compared."""
    return frozenset(key(str(title)) for title in _word_list(config, "closing", list))


def _word_list(config: Path | None, name: str, kind: type) -> Any:
    value = load("index.agendas", "agenda", config)[name]
    if not isinstance(value, kind):
        raise LibraryError(
            f"{config}/agenda.toml: “{name}” is not as the one that comes with carereader; mend it"
        )
    return value
