"""How a half-typed query may go on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Completion:
    """One way in which a query may go on.

    `name` is what would stand there: a field ("topic:") or what it takes ("kinship-care"). `rest`
    is what of the name is not typed yet, or "" where what was typed is not its beginning. `query`
    is the whole query with it, and `cursor` where the cursor then stands in it.
    """

    name: str
    rest: str
    query: str
    cursor: int
