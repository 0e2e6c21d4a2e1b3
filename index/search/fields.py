"""The fields of the Whoosh index, and how an entry is laid out in them.

The words of an entry all stand in one field, `words`, each with the weight of the part that it
comes from: so a word has one list of postings, and the weights come together before BM25 saturates
them, which is what BM25F asks for. The parts that can be asked for by name stand once more in small
fields of their own. `written` has whole words, unstemmed: prefixes and spellings are found in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from whoosh.columns import VarBytesColumn
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence, Positions

from index.search.entry import Entry
from index.search.words import Word, stem, terms, words

PARTS: dict[str, int] = {
    "title": 4,
    "section": 2,
    "organisations": 2,
    "people": 2,
    "notes": 2,
    "text": 1,
}
"""The parts of an entry and the weight of a word in each."""

UNKNOWN = "unknown"
"""What stands in `issued` where the date is unknown."""

UNCLASSIFIED = "unclassified"
"""What stands in `topic` where there is none."""

_LONGEST_NAME = 200

_GAP = 100
"""Positions between two parts, so that no phrase runs from one into the other."""

Parts = tuple[tuple[Sequence[Word], int], ...]
"""The words of texts, and the weight of a word in each."""


class _Weighed(FieldType):  # type: ignore[misc] # Whoosh's classes are untyped where mypy looks
    """Terms with positions, from several texts with a weight each."""

    def __init__(self) -> None:
        super().__init__(Positions(), None, scorable=True)

    def index(self, value: Parts, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        positions: dict[str, list[int]] = {}
        weights: dict[str, float] = {}
        start = 0
        for found, weight in value:
            last = start
            for term in terms(found):
                last = start + term.position
                positions.setdefault(term.text, []).append(last)
                weights[term.text] = weights.get(term.text, 0.0) + weight
            start = last + _GAP
        for term_text, places in positions.items():
            places.sort()  # a hyphened word written as one comes after its parts
            encoded = self.format.encode(places)
            yield term_text.encode(), len(places), weights[term_text], encoded


class _Keywords(FieldType):  # type: ignore[misc] # Whoosh's classes are untyped where mypy looks
    """A set of terms as they are given, without weights or positions."""

    def __init__(self, *, unique: bool = False, column: bool = False) -> None:
        sortable = VarBytesColumn() if column else False
        super().__init__(Existence(), None, scorable=False, unique=unique, sortable=sortable)

    def index(self, value: Any, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        for term in {value} if isinstance(value, str) else value:
            yield term.encode(errors="replace"), 1, 1.0, b""


class _Dates(_Keywords):
    """Dates of any precision, each found under its month and its year as well."""

    def index(self, value: str, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        return super().index({value, value[:7], value[:4]} if value != UNKNOWN else value)


def schema() -> Schema:
    """The fields of the index."""
    named = {part: _Weighed() for part in PARTS if part != "text"}
    return Schema(
        id=_Keywords(unique=True, column=True),
        issued=_Dates(column=True),
        topic=_Keywords(),
        source=_Keywords(),
        kind=_Keywords(),
        written=_Keywords(),
        words=_Weighed(),
        **named,
    )


def document(entry: Entry) -> dict[str, Any]:
    """The values of an entry for the fields of the index."""
    parts = {
        "title": entry.title,
        "section": entry.section,
        "organisations": "\n".join(entry.organisations),
        "people": "\n".join(entry.people),
        "notes": entry.notes,
        "text": entry.text,
    }
    found = {part: list(words(text)) for part, text in parts.items() if text}
    values: dict[str, Any] = {
        "id": entry.id,
        "issued": entry.issued or UNKNOWN,
        "topic": {term for slug in entry.topics or (UNCLASSIFIED,) for term in keywords(slug)},
        "source": keywords(entry.source),
        "kind": keywords(entry.kind),
        "written": {word.form for part in found.values() for word in part},
        "words": tuple((part, PARTS[name]) for name, part in found.items()),
    }
    named = {name: ((part, 1),) for name, part in found.items() if name != "text"}
    return values | named


def keywords(text: str) -> set[str]:
    """The terms of a name or slug: the whole of it, and the stems of its words."""
    return {whole(text)} | {stem(word.form) for word in words(text)}


def whole(name: str) -> str:
    """The term that a name or slug is as a whole."""
    return name.casefold()[:_LONGEST_NAME]
