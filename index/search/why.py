"""Why an item was found that has not the words of the query itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.model.results import Synonyms
from index.search.highlighting import slices

_MOST = 2
"""Synonyms that are named of one item: a row has little room."""


def matched(
    synonyms: Iterable[Synonyms], texts: Sequence[str], known: frozenset[str] = frozenset()
) -> str:
    """What stands in the texts of an item for expressions of the query that they do not have.

    As it is written there, "looked-after children", several with commas between; "" where the item
    has the words of the query itself. `known` are stems that the texts are known to have.
    """
    found: list[str] = []
    for each in synonyms:
        if _has_all(each.own - known, texts):
            continue
        for text in texts:
            places = slices(each.others, text)
            if places:
                start, end = places[0]
                found.append(" ".join(text[start:end].split()))
                break
    return ", ".join(dict.fromkeys(found[:_MOST]))


def _has_all(stems: frozenset[str], texts: Sequence[str]) -> bool:
    return all(any(slices(frozenset([stem]), text) for text in texts) for stem in stems)
