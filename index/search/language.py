"""The fields of the query language: what they are called, and what each of them takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Takes = Literal["words", "value", "days", "state"]
"""Words of a text; one of a set of names; a span of days; a state that the record knows."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it is asked for: `name:`, or one of its `others`, before what it takes.

    `index` is the field of the search index or, for states, that of the record. `looks_ahead` says
    that days without a year are still to come, and `named` that words are those of names.
    `explains` says what to write, in a few words; of states that the record names, their names say
    it better.
    """

    name: str
    takes: Takes
    index: str
    explains: str
    others: tuple[str, ...] = ()
    looks_ahead: bool = False
    named: bool = False


_A_DATE = "a year, a month, a day, “last month” or 2020..2022"
_TO_COME = "a day, a month, “next week” or “this month”"

FIELDS = (
    Field("title", "words", "title", "words of the title", ("titles",)),
    Field("section", "words", "section", "words of the section", ("sections",)),
    Field("text", "words", "words", "words anywhere"),
    Field(
        "org",
        "words",
        "organisations",
        "words of the name of an organisation",
        ("organisation", "organisations", "organization", "organizations", "orgs"),
        named=True,
    ),
    Field(
        "person",
        "words",
        "people",
        "words of a person’s name",
        ("people", "persons"),
        named=True,
    ),
    Field("note", "words", "notes", "words of your own notes", ("notes",)),
    Field("topic", "value", "topic", "a topic of the tree, or a group of them", ("topics",)),
    Field("source", "value", "source", "a source, or a word of its name", ("sources",)),
    Field("kind", "value", "kind", "news, event, survey, consultation …", ("kinds",)),
    Field("issued", "days", "issued", _A_DATE),
    Field("since", "days", "issued", _A_DATE, ("after",)),
    Field("until", "days", "issued", _A_DATE, ("before",)),
    Field("date", "days", "date", _TO_COME, ("dates",), looks_ahead=True),
    Field("due", "days", "due", _TO_COME, looks_ahead=True),
    Field("meeting", "state", "meeting", "the name of a meeting", ("meetings",)),
    Field("is", "state", "is", "what an item is"),
    Field("has", "state", "has", "what an item has"),
)
"""The fields in the order in which they are offered."""

BY_NAME = {name: field for field in FIELDS for name in (field.name, *field.others)}
"""The fields by all their names."""

UNKNOWN = "unknown"
"""What `issued:` takes for items of unknown date."""
