"""The field's words that mean the same, for queries to be widened by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from index.search.words import stem, words
from index.vocabulary import load


@dataclass(frozen=True, slots=True)
class Expression:
    """A word or several, as the thesaurus lists them.

    `terms` are the index terms that stand for it, next to each other. `acronym` says that it is one
    word in capitals, whose term is the word as it is.
    """

    terms: tuple[str, ...]
    acronym: bool = False


class Thesaurus:
    """Which expressions mean the same as which."""

    def __init__(self, groups: Sequence[Sequence[str]]) -> None:
        """Take groups of expressions, all of a group meaning the same."""
        self._same: dict[tuple[str, ...], dict[Expression, None]] = {}
        self._acronyms: set[str] = set()
        for group in groups:
            members = {stems: told for text in group for stems, told in _read(text)}
            self._acronyms.update(told.terms[0] for told in members.values() if told.acronym)
            for stems in members:
                others = {told: None for key, told in members.items() if key != stems}
                self._same.setdefault(stems, {}).update(others)
        self.longest = max(map(len, self._same), default=0)
        """The number of words of the longest expression."""

    @classmethod
    def of_the_field(cls, overrides: Path | None = None) -> Self:
        """The thesaurus that comes with carereader, with the reader's own laid over it."""
        same = load("index.search", "synonyms", overrides).get("same", {})
        return cls([group for group in same.values() if isinstance(group, list)])

    def knows_acronym(self, acronym: str) -> bool:
        """Whether a word in capitals is listed as an acronym."""
        return acronym in self._acronyms

    def same_as(self, stems: Sequence[str]) -> tuple[Expression, ...]:
        """The other expressions for the words with these stems, none where it is not listed."""
        return tuple(self._same.get(tuple(stems), ()))


def _read(text: str) -> list[tuple[tuple[str, ...], Expression]]:
    """The stems under which an expression is looked up, with the expression, if it has words."""
    found = list(words(text))
    stems = tuple(stem(word.form) for word in found)
    if len(found) == 1 and found[0].acronym:
        return [(stems, Expression((found[0].acronym,), acronym=True))]
    return [(stems, Expression(stems))] if stems else []
