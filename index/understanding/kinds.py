"""Kinds: whether an item is news, an event, a survey, a publication, a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from index import vocabulary
from index.model.documents import Link
from index.model.items import Kind
from index.understanding.date_forms import Written
from index.understanding.phrases import Phrases
from index.understanding.words import Words

_LEAD = 5
"""A date that begins no further on leads its text."""
# What comes back every week: "Tuesdays and Thursdays, 9.30 to 11am".
_HABIT = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b[^.\n]{0,60}?(?:\d\s?[ap]m\b|\d[.:]\d\d\b)"
)
_HABIT_WITHIN = 200
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


class Kinds:
    """The cues of all kinds, ready to be looked for."""

    def __init__(self, config: Path | None = None) -> None:
        """Load the cues; raises LibraryError if a reader's own kinds.toml cannot be used."""
        words = vocabulary.load("index.understanding", "kinds", config)
        self._weights: dict[str, float] = words["weights"]
        kinds = {Kind(name): entry for name, entry in words["kinds"].items()}
        self._later: dict[Kind, float] = {kind: entry["later"] for kind, entry in kinds.items()}
        cues: list[tuple[str, tuple[Kind, float] | None]] = [
            (cue, (kind, self._weights[strength]))
            for kind, entry in kinds.items()
            for strength in ("certain", "likely", "hint")
            for cue in entry[strength]
        ]
        cues += [(phrase, None) for phrase in words["other_senses"]["phrases"]]
        self._cues = Phrases(cues)
        self._addresses = [
            (piece, kind) for kind, entry in kinds.items() for piece in entry["addresses"]
        ]
        self._sections = Phrases(
            (cue, kind) for kind, entry in kinds.items() for cue in entry["section"]
        )

    def of(
        self,
        title: Words,
        text: Words,
        section: Words,
        *,
        dates: Iterable[Written],
        links: Iterable[Link],
        in_minutes: bool,
    ) -> Kind:
        """The kind of an item with the dates and links that stand in it; news where nothing tells.

        Whatever stands in the minutes of a meeting (`in_minutes`) is minutes, and nothing else is.
        """
        if in_minutes:
            return Kind.MINUTES
        weights: dict[Kind, float] = dict.fromkeys(self._later, 0.0)
        del weights[Kind.MINUTES]
        self._weigh_title(title, weights)
        self._weigh_text(text, weights)
        self._weigh_addresses(links, weights)
        if weights[Kind.CONSULTATION] >= self._weights["asked"] and "?" in text.text:
            weights[Kind.CONSULTATION] += self._weights["asked"]
        for found in self._sections.find(section):
            whole = found.last - found.first + 1 == len(section)
            for kind in found.values:
                if kind in weights:
                    weights[kind] += self._weights["section" if whole else "section_partly"]
        weights[Kind.EVENT] = self._with_dates(weights[Kind.EVENT], text, dates)
        best = max(weights, key=weights.__getitem__)
        return best if weights[best] >= self._weights["enough"] else Kind.NEWS

    def _weigh_title(self, title: Words, weights: dict[Kind, float]) -> None:
        for found in self._cues.find(title):
            for value in found.values:
                if value is not None and value[0] in weights:
                    weights[value[0]] += value[1] * self._weights["title"]

    def _weigh_text(self, text: Words, weights: dict[Kind, float]) -> None:
        end = _SENTENCE_END.search(text.text)
        first_sentence = end.start() if end else len(text.text)
        seen: set[tuple[Kind, str]] = set()
        for found in self._cues.find(text):
            leads = text.starts[found.first] <= first_sentence
            cue = " ".join(text.folded[found.first : found.last + 1])
            for value in found.values:
                if value is None or value[0] not in weights or (value[0], cue) in seen:
                    continue
                kind, weight = value
                seen.add((kind, cue))
                weights[kind] += weight * (1.0 if leads else self._later[kind])

    def _weigh_addresses(self, links: Iterable[Link], weights: dict[Kind, float]) -> None:
        addresses = [link.address.lower() for link in links if link.address]
        if not addresses:
            return
        for kind in {kind for piece, kind in self._addresses if any(piece in a for a in addresses)}:
            if kind in weights:
                weights[kind] += self._weights["address"]

    def _with_dates(self, weight: float, text: Words, dates: Iterable[Written]) -> float:
        """What the weight of an event becomes by the days and times of day that the item has."""
        times = [date for date in dates if date.first.day is not None]
        timed = any(date.times is not None for date in times)
        led = timed and times[0].times is not None and times[0].start <= _LEAD
        habit = _HABIT.search(text.text, 0, _HABIT_WITHIN)
        if habit is not None:
            timed, led = True, led or habit.start() <= _LEAD
        if timed:
            return weight + self._weights["led" if led else "timed"]
        if times:
            return weight + (self._weights["dated"] if weight else 0.0)
        return weight * self._weights["dateless"]
