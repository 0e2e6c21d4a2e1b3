"""The organisations and people that items name."""

from __future__ import annotations

from collections.abc import Sequence

from index.record.database import Database

MOST = 2000
"""Names that are given: of so many, somebody who looks for a rarer one types it out sooner."""

_CHANGES = "select seq from sqlite_sequence where name = 'stale'"
"""A number that grows with every change of an item."""

_NAMES = {
    name: f"""
select value from item_contents, json_each({name}) where {name} <> '[]'
group by value order by count(*) desc, value limit ?
"""  # noqa: S608 - the names of two columns, both of them here
    for name in ("organisations", "people")
}


class Named:
    """Names as items have them, those of the most items first; at most `MOST` of each kind.

    What goes through a whole library is asked anew only where an item has changed.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[str, tuple[object, Sequence[str]]] = {}

    def organisations(self) -> Sequence[str]:
        """The organisations that items name."""
        return self._names("organisations")

    def people(self) -> Sequence[str]:
        """The people that items name."""
        return self._names("people")

    def _names(self, kind: str) -> Sequence[str]:
        with self._database.reading() as db:
            row = db.execute(_CHANGES).fetchone()
            changes = row and row[0]
            known = self._kept.get(kind)
            if known is None or known[0] != changes:
                names = tuple(row[0] for row in db.execute(_NAMES[kind], (MOST,)))
                known = self._kept[kind] = (changes, names)
            return known[1]
