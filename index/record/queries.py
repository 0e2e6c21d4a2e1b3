"""What was searched for before, for the search bar to bring back."""

from __future__ import annotations

import json

from index.record.names import tidied
from index.record.settings import Settings

MOST = 100
"""Queries that are kept; the oldest go first."""

_LONGEST = 500
"""Characters of a query that is kept: what is longer was pasted, and nobody asks it twice."""

_SETTING = "queries"


class Queries:
    """The queries that led a reader to items, newest first and each once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def all(self) -> tuple[str, ...]:
        """The queries, newest first."""
        return tuple(json.loads(self._settings.get(_SETTING) or "[]"))

    def keep(self, query: str) -> None:
        """Put a query before all others, unless there is nothing in it or far too much."""
        tidy = tidied(query)
        if not tidy or len(tidy) > _LONGEST:
            return
        before = self.all()
        kept = [tidy, *(each for each in before if each != tidy)][:MOST]
        if tuple(kept) != before:
            self._settings.put(_SETTING, json.dumps(kept, ensure_ascii=False))
