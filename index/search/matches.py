"""What the index answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matches:
    """The whole answer to a query: the ids of all items found, best first.

    `scores` has one relevance for each id; it is empty where the query has no words to rank by, and
    `ids` then has the newest first. `note` says how the query was read where that is not plain, in
    words for the reader. `corrected` is the query in a spelling that finds something. `marks` are
    what `index.search.highlighting` takes to show where the words stand.
    """

    ids: tuple[str, ...] = ()
    scores: tuple[float, ...] = ()
    note: str = ""
    corrected: str | None = None
    marks: frozenset[str] = frozenset()
