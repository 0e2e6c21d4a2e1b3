"""The role that each block of a document plays."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Role(Enum):
    """What a block is to the page. Every block has exactly one role in the end."""

    FURNITURE = auto()
    """Navigation, forms, sign-up calls, the title of the document: of no item."""
    SECTION = auto()
    """The heading of a section: of no item, and kept on those below it."""
    INTRODUCTION = auto()
    """What is said under a section's heading before its first item."""
    HEADING = auto()
    """The heading of an item."""
    CONTINUED = auto()
    """The rest of an item's heading, on lines of its own."""
    RUN_IN = auto()
    """A paragraph that opens an item with its title: "Parking: please leave the gate free."."""
    OPENING = auto()
    """The first words of an item that has no heading."""
    BODY = auto()
    """The rest of an item."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A role, and in a few words why the block has it.

    `title` is the title of the item or section that begins here, where it is not the whole block;
    `cut` is how much of a run-in's text is its title.
    """

    role: Role
    why: str = ""
    title: str = ""
    cut: int = 0


STARTS = frozenset({Role.HEADING, Role.RUN_IN, Role.OPENING})
"""The roles with which an item begins."""

BODY = Mark(Role.BODY)
"""The mark of a block that nothing was said of."""
