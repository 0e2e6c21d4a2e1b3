"""How the time of a meeting is shared out among the entries of its agenda."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timings:
    """When each entry comes up, in words ("2.15pm"), and how long all of them take.

    `clocks` has a place for each entry of the agenda, sections too: "" where the meeting's time
    cannot be read, or where no entry has minutes. `minutes` is the sum of those allotted, and
    `untimed` how many entries, without the sections, have none. `ends` is when they are over, ""
    where that is unknown. `spare` is how many minutes are left of the meeting, less than nothing
    where it would overrun, and None where its end is not said.
    """

    clocks: tuple[str, ...]
    minutes: int
    untimed: int
    ends: str = ""
    spare: int | None = None
