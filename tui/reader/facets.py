"""What a result can be narrowed to, place by place, with how many items each would leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.model.results import Counts, Topic
from tui.reader.view import Choice, Place

MOST = 40
"""Sources and organisations that are listed: those with the most items."""


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to narrow the result to, and how many items it would leave."""

    choice: Choice
    items: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of one place; `key` goes to them, `heading` is how they are called."""

    key: str
    heading: str
    facets: tuple[Facet, ...]


def facets_of(
    counts: Counts, topics: Sequence[Topic], chosen: Iterable[Choice]
) -> tuple[Facets, ...]:
    """All facets that the counts have, and those that are chosen even where they leave nothing.

    Topics stand in the order of the tree, years newest first, all others by how many they leave.
    """
    names = {topic.slug: topic.name for topic in topics}
    places: tuple[tuple[str, str, Place, Mapping[str, int]], ...] = (
        ("1", "Topics", "topic", dict.fromkeys(names, 0) | dict(counts.topics)),
        ("2", "Sources", "source", _most_first(counts.sources)),
        ("3", "Kinds", "kind", _most_first(counts.kinds)),
        ("4", "Years", "year", dict(sorted(counts.years.items(), key=_year, reverse=True))),
        ("5", "Organisations", "organisation", _most_first(counts.organisations)),
    )
    found = []
    for key, heading, place, numbers in places:
        kept = {choice.value: choice for choice in chosen if choice.place == place}
        facets = [
            Facet(Choice(place, value, names.get(value, value) if place == "topic" else value), n)
            for value, n in numbers.items()
            if n or value in kept
        ]
        listed = {facet.choice.value for facet in facets}
        facets += [Facet(choice, 0) for value, choice in kept.items() if value not in listed]
        if facets:
            found.append(Facets(key, heading, tuple(facets)))
    return tuple(found)


def _most_first(counts: Mapping[str, int]) -> dict[str, int]:
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0].casefold()))
    return dict(ordered[:MOST])


def _year(entry: tuple[str, int]) -> str:
    return entry[0] if entry[0].isdigit() else ""
