"""Topics: which of the tree an item is about, and which words say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import Literal, NamedTuple

from index import vocabulary
from index.model.items import TopicMatch
from index.model.results import Topic
from index.understanding.passages import Passage
from index.understanding.phrases import Lexicon

UNCLASSIFIED = Topic("unclassified", "Unclassified")
"""Where items without a topic stand in the tree. It is no topic: no item carries its slug."""

_PACKAGE = "index.understanding"
_NONE: frozenset[str] = frozenset()


def tree(config: Path | None = None) -> tuple[Topic, ...]:
    """The tree in its order: each group, then its topics; "unclassified" last.

    `config` is the folder with a reader's own topics.toml, if any. Raises LibraryError if that file
    cannot be used.
    """
    words = vocabulary.load(_PACKAGE, "topics", config)
    entries: list[Topic] = []
    for group, name in words["groups"].items():
        entries.append(Topic(group, name))
        entries += [
            Topic(slug, topic["name"], group)
            for slug, topic in words["topics"].items()
            if topic["group"] == group
        ]
    return (*entries, UNCLASSIFIED)


_Place = Literal["title", "text", "section"]


class _Term(NamedTuple):
    """What a term says: its topic, and its weight in each place.

    One that is `lent` says it only in a newsletter that lends the topic.
    """

    slug: str
    weights: Mapping[_Place, float]
    lent: bool


_Earned = dict[str, dict[str, tuple[float, int]]]
"""For each topic the terms of an item that earn it: the weight and the number of mentions."""


class Topics:
    """The terms of all topics, ready to be looked for."""

    def __init__(self, lexicon: Lexicon, config: Path | None = None) -> None:
        """Load the terms; raises LibraryError if a reader's own topics.toml cannot be used."""
        words = vocabulary.load(_PACKAGE, "topics", config)
        weights: dict[str, float] = words["weights"]
        self._context, self._enough = weights["context"], weights["enough"]
        self._again, self._hint, self._hints = weights["again"], weights["hint"], weights["hints"]
        self._most = int(weights["most"])
        self._order = {slug: place for place, slug in enumerate(words["topics"])}
        self._yields = {
            slug: frozenset(topic.get("yields_to", ())) for slug, topic in words["topics"].items()
        }
        self._lends = {slug for slug, topic in words["topics"].items() if topic.get("lends")}
        terms = (
            (term, said)
            for slug, topic in words["topics"].items()
            for strength in ("certain", "likely", "titled", "hint", "lent")
            for said in (_term(slug, strength, weights),)
            for term in topic.get(strength, ())
        )
        self._terms = lexicon.phrases(terms, words["other_senses"]["phrases"])

    def of(
        self, title: Passage, text: Passage, section: Passage, context: Sequence[TopicMatch] = ()
    ) -> tuple[TopicMatch, ...]:
        """The topics of an item, weightiest first, each with the words that earned it.

        `context` are the topics of the whole newsletter. They tip the scale for an item that has a
        term of theirs; some of them stand in for those of an item that has no topic of its own.
        """
        earned: _Earned = {}
        around = {match.slug for match in context} if context else _NONE
        lent = self._lends & around if around else _NONE
        self._earn(title, "title", earned, lent)
        titled = frozenset(earned)
        self._earn(text, "text", earned, lent)
        self._earn(section, "section", earned, lent)
        if not earned:
            return tuple(match for match in context if match.slug in lent)[: self._most]
        enough = {}
        for slug, mentions in earned.items():
            weight = self._weight(mentions)
            if slug in around:
                weight += self._context
            if weight >= self._enough:
                enough[slug] = weight
        matches = [
            TopicMatch(slug, round(weight, 2), tuple(earned[slug]))
            for slug, weight in enough.items()
            if slug in titled or self._yields[slug].isdisjoint(enough)
        ]
        if len(matches) > 1:
            matches.sort(key=lambda match: (-match.weight, self._order[match.slug]))
        if not matches:
            matches = [match for match in context if match.slug in lent]
        return tuple(matches[: self._most])

    def _earn(self, passage: Passage, place: _Place, earned: _Earned, lent: Set[str]) -> None:
        """Add what the terms of a passage earn in that place."""
        found = self._terms.among(passage.finds)
        if not found:
            return
        words = passage.words
        for first, last, terms in found:
            spelling = ""
            for slug, weights, is_lent in terms:
                if is_lent and slug not in lent:
                    continue
                spelling = spelling or words.spelt(first, last).lower()
                mentions = earned.get(slug)
                if mentions is None:
                    earned[slug] = {spelling: (weights[place], 1)}
                elif spelling not in mentions:
                    mentions[spelling] = weights[place], 1
                else:
                    weight, times = mentions[spelling]
                    mentions[spelling] = max(weight, weights[place]), times + 1

    def _weight(self, mentions: dict[str, tuple[float, int]]) -> float:
        weight = hints = 0.0
        for each, times in mentions.values():
            mentioned = each if times == 1 else each * (1 + self._again * min(times - 1, 2))
            if each <= self._hint:
                hints += mentioned
            else:
                weight += mentioned
        return weight + min(hints, self._hints)


def _term(slug: str, strength: str, weights: dict[str, float]) -> _Term:
    in_text = weights[strength]
    in_title = weights["in_title"] if strength == "titled" else in_text * weights["title"]
    in_section = max(in_text, in_title * weights["section"])
    places: dict[_Place, float] = {
        "title": max(in_text, in_title),
        "text": in_text,
        "section": in_section,
    }
    return _Term(slug, places, lent=strength == "lent")
