"""How well documents were taken apart and understood, measured against gold."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent
DOCUMENTS = GOLD / "documents"
SEEDS = GOLD.parent.parent / "seeds"

ENOUGH_OVERLAP = 0.8
"""Intersection over union of the lines of two items that are the same item."""


@dataclass(frozen=True)
class GoldDocument:
    """A document as a careful reader sees it."""

    path: Path
    items: tuple[Mapping[str, Any], ...]
    furniture: frozenset[int]
    issued: str | None
    kind: str


@dataclass(frozen=True)
class Found:
    """An item as carereader sees it; what nothing was said of is left empty."""

    title: str
    lines: tuple[int, int] | None
    kind: str = ""
    topics: frozenset[str] = frozenset()
    dates: tuple[str, ...] = ()
    links: frozenset[str] = frozenset()
    organisations: tuple[str, ...] = ()


@dataclass
class Tally:
    """What was wanted, what was given, and how much of it agrees."""

    wanted: int = 0
    given: int = 0
    agreed: int = 0

    def add(self, wanted: int, given: int, agreed: int) -> None:
        self.wanted += wanted
        self.given += given
        self.agreed += agreed

    @property
    def f1(self) -> float:
        if not self.wanted and not self.given:
            return 1.0
        return 2 * self.agreed / (self.wanted + self.given)

    @property
    def recall(self) -> float:
        return self.agreed / self.wanted if self.wanted else 1.0


@dataclass
class Figures:
    """The figures of a set of documents, each between 0 and 1."""

    items: Tally = field(default_factory=Tally)
    title_tally: Tally = field(default_factory=Tally)
    kind_tally: Tally = field(default_factory=Tally)
    topic_tally: Tally = field(default_factory=Tally)
    date_tally: Tally = field(default_factory=Tally)
    link_tally: Tally = field(default_factory=Tally)
    organisation_tally: Tally = field(default_factory=Tally)
    furniture_tally: Tally = field(default_factory=Tally)

    @property
    def boundaries(self) -> float:
        """F1 of the items whose lines agree."""
        return self.items.f1

    @property
    def titles(self) -> float:
        """The share of matched items whose title agrees but for case and punctuation."""
        return self.title_tally.recall

    @property
    def kinds(self) -> float:
        """The share of matched items whose kind agrees."""
        return self.kind_tally.recall

    @property
    def topics(self) -> float:
        """Micro-F1 of the topics of matched items."""
        return self.topic_tally.f1

    @property
    def dates(self) -> float:
        """F1 of the dates of matched items, to the precision of the gold."""
        return self.date_tally.f1

    @property
    def links(self) -> float:
        """F1 of the links of matched items."""
        return self.link_tally.f1

    @property
    def organisations(self) -> float:
        """Recall of the organisations of matched items."""
        return self.organisation_tally.recall

    @property
    def furniture(self) -> float:
        """The share of furniture lines that are in no item."""
        return self.furniture_tally.recall

    def __str__(self) -> str:
        names = ("boundaries", "titles", "furniture", "kinds", "topics", "dates", "links")
        return "  ".join(f"{name} {getattr(self, name):.3f}" for name in names)


def gold(name: str) -> tuple[GoldDocument, ...]:
    """The gold of the set `name`: "seeds", "written_first", ..."""
    folder = SEEDS if name == "seeds" else DOCUMENTS
    listed = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
    return tuple(
        GoldDocument(
            path=folder / document["file"],
            items=tuple(document["items"]),
            furniture=frozenset(
                line for first, last in document["furniture"] for line in range(first, last + 1)
            ),
            issued=document["issued"],
            kind=document["kind"],
        )
        for document in listed
    )


def found(item: Any) -> Found:
    """An item, or a part that is not understood yet, as the scorer wants it."""
    return Found(
        title=item.title,
        lines=tuple(item.lines) if item.lines else None,
        kind=str(getattr(item, "kind", "")),
        topics=frozenset(match.slug for match in getattr(item, "topics", ())),
        dates=tuple(date.start for date in getattr(item, "dates", ())),
        links=frozenset(link.address for link in item.links if link.address),
        organisations=tuple(getattr(item, "organisations", ())),
    )


def score(documents: Iterable[tuple[GoldDocument, Sequence[Found]]]) -> Figures:
    """The figures of the documents, each with the items that were found in it."""
    figures = Figures()
    for document, items in documents:
        _score_one(figures, document, items)
    return figures


def _score_one(figures: Figures, document: GoldDocument, items: Sequence[Found]) -> None:
    blank = _blank_lines(document.path)
    pairs = _matched(document, items, blank)
    figures.items.add(len(document.items), len(items), len(pairs))
    kept = frozenset[int]().union(*(_span(item.lines, blank) for item in items if item.lines))
    lines = document.furniture - blank
    figures.furniture_tally.add(len(lines), len(lines), len(lines - kept))
    for wanted, given in pairs:
        agree = folded(wanted["title"]) == folded(given.title)
        figures.title_tally.add(1, 1, agree)
        if "kind" in wanted:
            figures.kind_tally.add(1, 1, wanted["kind"] == given.kind)
        if "topics" in wanted:
            topics = frozenset(wanted["topics"])
            agreed = topics & given.topics
            figures.topic_tally.add(len(topics), len(given.topics), len(agreed))
        if "dates" in wanted:
            isos = [date["iso"] for date in wanted["dates"] if date["iso"]]
            figures.date_tally.add(len(isos), len(given.dates), _dates_agreed(isos, given.dates))
        if "links" in wanted:
            links = frozenset(wanted["links"])
            agreed = links & given.links
            figures.link_tally.add(len(links), len(given.links), len(agreed))
        if "orgs" in wanted:
            named = folded(" ".join(given.organisations))
            told = sum(folded(name) in named for name in wanted["orgs"])
            figures.organisation_tally.add(len(wanted["orgs"]), 0, told)


def _matched(
    document: GoldDocument, items: Sequence[Found], blank: frozenset[int]
) -> list[tuple[Mapping[str, Any], Found]]:
    pairs: list[tuple[Mapping[str, Any], Found]] = []
    left = list(items)
    for wanted in document.items:
        lines = _span((wanted["start_line"], wanted["end_line"]), blank)
        best = max(left, key=lambda item: _overlap(lines, item, blank), default=None)
        if best is not None and _overlap(lines, best, blank) >= ENOUGH_OVERLAP:
            left.remove(best)
            pairs.append((wanted, best))
    return pairs


def _overlap(lines: frozenset[int], item: Found, blank: frozenset[int]) -> float:
    if item.lines is None:
        return 0.0
    given = _span(item.lines, blank)
    return len(lines & given) / len(lines | given) if lines | given else 0.0


def _dates_agreed(wanted: Sequence[str], given: Sequence[str]) -> int:
    left = [date.partition("T")[0] for date in given]
    agreed = 0
    for date in wanted:
        start = date.partition("/")[0].partition("T")[0]
        same = next((one for one in left if one[: len(start)] == start), None)
        if same is not None:
            left.remove(same)
            agreed += 1
    return agreed


def folded(text: str) -> str:
    """The words of a text, whatever its case and punctuation."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _span(lines: tuple[int, int] | None, blank: frozenset[int]) -> frozenset[int]:
    return frozenset(range(lines[0], lines[1] + 1)) - blank if lines else frozenset()


def _blank_lines(path: Path) -> frozenset[int]:
    text = path.read_text("utf-8")
    return frozenset(n for n, line in enumerate(text.split("\n"), start=1) if not line.strip())
