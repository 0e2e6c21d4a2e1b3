"""The fields of the Whoosh index, and which terms of an entry stand in them.

The words of an entry all stand in one field, `words`, each with the weight of the part that it
comes from: so a word has one list of postings, and the weights come together before BM25 saturates
them, which is what BM25F asks for. The parts that can be asked for by name stand once more in small
fields of their own. `written` has whole words, unstemmed: prefixes and spellings are found in it.
"""

from __future__ import annotations

from array import array
from functools import lru_cache

from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence, Positions

from index.search.entry import Entry
from index.search.words import stem, words

PARTS: dict[str, int] = {
    "title": 3,
    "section": 1,
    "organisations": 1,
    "people": 1,
    "notes": 2,
    "text": 1,
}
"""The parts of an entry and the weight of a word in each.

The judged queries of `tests/bench` are answered best with 3 or more for titles; long questions, of
which other collections are made, with 2 to 3. A section's heading stands over many items alike, and
organisations and people are named in the text as well, so each counts once more there: more makes
the judged answers worse. What a reader noted down was meant to be found.
"""

KEYWORDS = ("issued", "topic", "source", "kind")
"""Fields that hold names as a whole, and the words of them."""

UNKNOWN = "unknown"
"""What stands in `issued` where the date is unknown."""

UNCLASSIFIED = "unclassified"
"""What stands in `topic` where there is none."""

GAP = 100
"""Positions between two parts, so that no phrase runs from one into the other."""

_LONGEST_NAME = 200


class PositionsFormat(Positions):  # type: ignore[misc] # Whoosh's classes are untyped here
    """Positions as four bytes each, little-endian."""

    def decode_positions(self, value: bytes) -> list[int]:
        """The positions in a posting's value."""
        positions = array("I", value)
        if positions.itemsize != 4:
            raise NotImplementedError("this machine's unsigned int is not four bytes")
        return positions.tolist()


class _Weighed(FieldType):  # type: ignore[misc] # the same
    """Terms with weights and positions."""

    def __init__(self) -> None:
        super().__init__(PositionsFormat(), None, scorable=True)


class _Keywords(FieldType):  # type: ignore[misc] # the same
    """Terms as they are, without weights or positions."""

    def __init__(self) -> None:
        super().__init__(Existence(), None, scorable=False)


def schema() -> Schema:
    """The fields of the index."""
    named = {part: _Weighed() for part in PARTS if part != "text"}
    keyed = {name: _Keywords() for name in (*KEYWORDS, "written")}
    return Schema(words=_Weighed(), **named, **keyed)


def parts(entry: Entry) -> tuple[str, ...]:
    """The texts of an entry, in the order of PARTS."""
    return (
        entry.title,
        entry.section,
        "\n".join(entry.organisations),
        "\n".join(entry.people),
        entry.notes,
        entry.text,
    )


def keyword_terms(entry: Entry, field: str) -> frozenset[str]:
    """The terms of an entry in one of KEYWORDS."""
    match field:
        case "issued":
            # a date is found under its month and its year as well
            issued = entry.issued
            return frozenset((issued, issued[:7], issued[:4]) if issued else (UNKNOWN,))
        case "topic":
            return frozenset().union(*map(keywords, entry.topics or (UNCLASSIFIED,)))
        case "source":
            return keywords(entry.source)
    return keywords(entry.kind)


@lru_cache(maxsize=8192)
def keywords(text: str) -> frozenset[str]:
    """The terms of a name or slug: the whole of it, and the stems of its words."""
    return frozenset((whole(text), *(stem(word.form) for word in words(text))))


def whole(name: str) -> str:
    """The term that a name or slug is as a whole."""
    return name.casefold()[:_LONGEST_NAME]
