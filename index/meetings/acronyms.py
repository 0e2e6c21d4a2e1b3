"""The acronyms of a pack, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index import vocabulary
from index.model.meetings import Action, AgendaEntry
from index.understanding.acronyms import expansions, glossary

_WORD = re.compile(r"(?<![\w&@./-])[A-Z][A-Za-z&]{0,8}[A-Z](?=s?(?![\w&@]))")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{0,8}[A-Z]")


def field_acronyms(config: Path | None = None) -> dict[str, str]:
    """The acronyms of the field and of its bodies, and what each stands for.

    `config` is the folder of a reader's own word lists. Raises LibraryError if one of them cannot
    be used.
    """
    bodies = vocabulary.load("index.understanding", "organisations", config)["bodies"]
    named = {
        other: name
        for name, others in bodies.items()
        for other in others
        if _ACRONYM.fullmatch(other) and not _ACRONYM.fullmatch(name)
    }
    return named | glossary(config)


def occurring(
    agenda: Sequence[AgendaEntry], actions: Sequence[Action], field: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """The acronyms that occur on an agenda and in its actions, in order, with what they stand for.

    What an item writes out itself ("corporate parenting committee (CPC)") goes before what is
    usual in the `field`; where two items differ, the acronym comes twice.
    """
    texts = [*_texts(agenda), *(action.text for action in actions)]
    own: dict[str, dict[str, str]] = {}
    for text in texts:
        for acronym, words in expansions(text).items():
            own.setdefault(acronym, {}).setdefault(words.casefold(), words)
    met = {
        found.group()
        for text in texts
        for line in text.split("\n")
        if not _shouted(line)
        for found in _WORD.finditer(line)
    }
    return tuple(
        (acronym, words)
        for acronym in sorted(met & (own.keys() | field.keys()), key=lambda each: each.casefold())
        for words in own.get(acronym, {"": field.get(acronym, "")}).values()
    )


def _shouted(line: str) -> bool:
    """Whether the line is all in capitals, where any word looks like an acronym."""
    return line.isupper() and line.count(" ") > 1


def _texts(agenda: Sequence[AgendaEntry]) -> Iterator[str]:
    for entry in agenda:
        yield from (entry.title, entry.note, entry.outcome)
        if entry.bookmark is not None:
            yield from (entry.bookmark.text, entry.bookmark.note)
