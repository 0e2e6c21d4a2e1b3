"""What search is to reach, beside its peers, and whether it did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Figures = Mapping[str, float]
"""What was measured at one size, by "what: engine"; times in seconds, rates by the second."""


class Goal(NamedTuple):
    """A ratio of two figures, and the most, or the least, that it may be."""

    text: str
    one: str
    other: str
    most: float | None = None
    least: float | None = None

    def told(self, figures: Figures) -> str:
        """A line for the reader: the ratio, and whether the goal is reached; "" if unmeasured."""
        if self.one not in figures or not figures.get(self.other):
            return ""
        ratio = figures[self.one] / figures[self.other]
        bound = f"at most {self.most}" if self.most is not None else f"at least {self.least}"
        reached = ratio <= self.most if self.most is not None else ratio >= (self.least or 0)
        return f"  {'reached    ' if reached else 'NOT REACHED'} {self.text}: {ratio:.2f} ({bound})"


GOALS = (
    Goal("p95 with snippets, of FTS5's", "shown p95: carereader", "shown p95: FTS5", most=0.1),
    Goal("p95 with snippets, of tantivy's", "shown p95: carereader", "shown p95: tantivy", 1.2),
    Goal("p50 with snippets, of tantivy's", "shown p50: carereader", "shown p50: tantivy", 0.9),
    Goal("p95 without, of tantivy's", "found p95: carereader", "found p95: tantivy", most=1.5),
    Goal("first touch p95, of the warm one", "first p95: carereader", "found p95: carereader", 1.5),
    Goal("first touch p50, of the warm one", "first p50: carereader", "found p50: carereader", 1.5),
    Goal(
        "first touch p95, with snippets",
        "first shown p95: carereader",
        "shown p95: carereader",
        1.5,
    ),
    Goal(
        "first touch p50, with snippets",
        "first shown p50: carereader",
        "shown p50: carereader",
        1.5,
    ),
    Goal("facet counts, of tantivy's", "counts p50: carereader", "counts p50: tantivy", most=1.0),
    Goal("facet counts p95, of tantivy's", "counts p95: carereader", "counts p95: tantivy", 1.0),
    Goal("add 20 and find them, of FTS5's", "add 20: carereader", "add 20: FTS5", most=1.0),
    Goal("update one, of FTS5's", "update one: carereader", "update one: FTS5", most=0.5),
    Goal("delete one, of FTS5's", "delete one: carereader", "delete one: FTS5", most=0.5),
    Goal("build on one core, of FTS5's rate", "build: carereader", "build: FTS5", least=0.3),
    Goal("build on two cores, of one", "build on two: carereader", "build: alone", least=1.6),
    Goal("search beside a merge, of one apart", "beside: carereader", "apart: carereader", 2.0),
    Goal("peak memory, of FTS5's", "memory: carereader", "memory: FTS5", most=0.5),
)


_LINEAR = 1.2
"""Times that an item may take longer in a library ten times as large."""


def growth(small: Figures, large: Figures, times: float) -> list[str]:
    """Lines on how figures grow from one size to one so many times larger."""
    if not {"build: carereader", "found p50: carereader"} <= {*small, *large}:
        return []
    build = small["build: carereader"] / large["build: carereader"]
    search = large["found p50: carereader"] / small["found p50: carereader"]
    linear = "linear" if build <= _LINEAR else "NOT linear"
    below = "below linear" if search < times else "NOT below linear"
    return [
        f"  time to build an item: {build:.2f} times ({linear})",
        f"  p50 of searching: {search:.2f} times ({below})",
    ]
