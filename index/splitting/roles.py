"""The role that each block of a document plays."""

from __future__ import annotations

from enum import IntEnum, auto


class Role(IntEnum):
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


FURNITURE, SECTION, INTRODUCTION, HEADING, CONTINUED, RUN_IN, OPENING, BODY = Role
"""The roles by their names alone: to look one up in its class takes ten times as long."""

STARTS = frozenset({HEADING, RUN_IN, OPENING})
"""The roles with which an item begins."""

BEGINS = STARTS | {SECTION}
"""The roles with which an item or a section begins."""
