"""Kinds: whether an item is news, an event, a survey, a publication, a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from index import vocabulary
from index.model.documents import Link
from index.model.items import Kind
from index.understanding.date_forms import Written
from index.understanding.passages import Passage
from index.understanding.phrases import Lexicon
from index.understanding.words import folded_words

_LEAD = 5
"""A date that begins no further on leads its text."""
# What comes back every week: "Tuesdays and Thursdays, 9.30 to 11am".
_HABIT = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b[^.\n]{0,60}?(?:\d\s?[ap]m\b|\d[.:]\d\d\b)"
)
_HABIT_WITHIN = 200
_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)|\s)")


class _Cue(NamedTuple):
    """Words that say of what kind an item is, and how much they weigh."""

    kind: Kind
    words: str
    weight: float


class Kinds:
    """The cues of all kinds, ready to be looked for."""

    def __init__(self, lexicon: Lexicon, config: Path | None = None) -> None:
        """Load the cues; raises LibraryError if a reader's own kinds.toml cannot be used."""
        listed = vocabulary.load("index.understanding", "kinds", config)
        self._weights: dict[str, float] = listed["weights"]
        self._asked, self._enough = self._weights["asked"], self._weights["enough"]
        kinds = {Kind(name): entry for name, entry in listed["kinds"].items()}
        self._later: dict[Kind, float] = {kind: entry["later"] for kind, entry in kinds.items()}
        self._weightless: dict[Kind, float] = dict.fromkeys(
            (kind for kind in self._later if kind is not Kind.MINUTES), 0.0
        )
        cues = (
            (cue, _Cue(kind, " ".join(folded_words(cue)), self._weights[strength]))
            for kind, entry in kinds.items()
            for strength in ("certain", "likely", "hint")
            for cue in entry[strength]
        )
        self._cues = lexicon.phrases(cues, listed["other_senses"]["phrases"])
        self._addresses = [
            (piece, kind) for kind, entry in kinds.items() for piece in entry["addresses"]
        ]
        self._sections = lexicon.phrases(
            (cue, kind) for kind, entry in kinds.items() for cue in entry["section"]
        )

    def of(
        self,
        title: Passage,
        text: Passage,
        section: Passage,
        *,
        dates: Sequence[Written],
        links: Sequence[Link],
        in_minutes: bool,
    ) -> Kind:
        """The kind of an item with the dates and links that stand in it; news where nothing tells.

        Whatever stands in the minutes of a meeting (`in_minutes`) is minutes, and nothing else is.
        """
        if in_minutes:
            return Kind.MINUTES
        weights = self._weightless.copy()
        self._weigh_title(title, weights)
        self._weigh_text(text, weights)
        self._weigh_addresses(links, weights)
        if weights[Kind.CONSULTATION] >= self._asked and "?" in text.words.text:
            weights[Kind.CONSULTATION] += self._asked
        for first, last, kinds in self._sections.among(section.finds):
            whole = last - first + 1 == len(section.words)
            for kind in kinds:
                if kind in weights:
                    weights[kind] += self._weights["section" if whole else "section_partly"]
        weights[Kind.EVENT] = self._with_dates(weights[Kind.EVENT], text.words.text, dates)
        best = max(weights, key=weights.__getitem__)
        return best if weights[best] >= self._enough else Kind.NEWS

    def _weigh_title(self, title: Passage, weights: dict[Kind, float]) -> None:
        for _, _, cues in self._cues.among(title.finds):
            for cue in cues:
                if cue.kind in weights:
                    weights[cue.kind] += cue.weight * self._weights["title"]

    def _weigh_text(self, text: Passage, weights: dict[Kind, float]) -> None:
        found = self._cues.among(text.finds)
        if not found:
            return
        end = _SENTENCE_END.search(text.words.text)
        first_sentence = end.start() if end else len(text.words.text)
        seen: set[tuple[Kind, str]] = set()
        for first, _, cues in found:
            leads = text.words.starts[first] <= first_sentence
            for kind, words, weight in cues:
                if kind in weights and (kind, words) not in seen:
                    seen.add((kind, words))
                    weights[kind] += weight if leads else weight * self._later[kind]

    def _weigh_addresses(self, links: Sequence[Link], weights: dict[Kind, float]) -> None:
        if not links:
            return
        addresses = "\n".join(link.address for link in links if link.address).lower()
        for kind in {kind for piece, kind in self._addresses if piece in addresses}:
            if kind in weights:
                weights[kind] += self._weights["address"]

    def _with_dates(self, weight: float, text: str, dates: Sequence[Written]) -> float:
        """What the weight of an event becomes by the days and times of day that the item has."""
        times = [date for date in dates if date.first.day is not None] if dates else []
        timed = any(date.times is not None for date in times) if times else False
        led = timed and times[0].times is not None and times[0].start <= _LEAD
        habit = _HABIT.search(text, 0, _HABIT_WITHIN) if "days" in text else None
        if habit is not None:
            timed, led = True, led or habit.start() <= _LEAD
        if timed:
            return weight + self._weights["led" if led else "timed"]
        if times:
            return weight + (self._weights["dated"] if weight else 0.0)
        return weight * self._weights["dateless"]
