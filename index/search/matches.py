"""What the index answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.model.results import Synonyms

if TYPE_CHECKING:
    from index.search.found import Found


@dataclass(frozen=True, slots=True)
class Matches:
    """The whole answer to a query: the ids of all items found, best first.

    `scores` has one relevance for each id; it is empty where the query has no words to rank by, and
    `ids` then has the newest first. `read_as` says in plain words how a query was read that is more
    than words side by side; `note` says what of it was not searched as it was typed. `corrected` is
    the query in a spelling that finds something, `wider` the query without what narrows it, where
    nothing was found but that finds something. `marks` are what `index.search.highlighting` takes
    to show where the words stand, `synonyms` the expressions that others stand in for. `found` is
    what was found before it was put in order, to be filtered, counted and put in another.
    """

    ids: Sequence[str] = ()
    scores: Sequence[float] = ()
    note: str = ""
    corrected: str | None = None
    marks: frozenset[str] = frozenset()
    read_as: str = ""
    wider: str | None = None
    synonyms: tuple[Synonyms, ...] = ()
    found: Found | None = None


def of(found: Found) -> Matches:
    """What was found, in its order."""
    ordered = found.ordered()
    return Matches(ordered.ids, ordered.scores, found=found)
