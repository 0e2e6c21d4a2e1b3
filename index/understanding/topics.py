"""Topics: which of the tree an item is about, and which words say so."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from index import vocabulary
from index.model.items import TopicMatch
from index.model.results import Topic
from index.understanding.phrases import Phrases
from index.understanding.words import Words

UNCLASSIFIED = Topic("unclassified", "Unclassified")
"""Where items without a topic stand in the tree. It is no topic: no item carries its slug."""

_PACKAGE = "index.understanding"


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


@dataclass(frozen=True, slots=True)
class _Term:
    """What a term says: its topic, and its weight in a text and in a title.

    One that is `lent` says it only in a newsletter that lends the topic.
    """

    slug: str
    in_text: float
    in_title: float
    lent: bool = False


@dataclass(slots=True)
class _Earned:
    """What an item has earned for a topic: the weight and the number of mentions of each term."""

    weights: dict[str, float] = field(default_factory=dict)
    mentions: dict[str, int] = field(default_factory=dict)
    titled: bool = False


class Topics:
    """The terms of all topics, ready to be looked for."""

    def __init__(self, config: Path | None = None) -> None:
        """Load the terms; raises LibraryError if a reader's own topics.toml cannot be used."""
        words = vocabulary.load(_PACKAGE, "topics", config)
        weights: dict[str, float] = words["weights"]
        self._weights = weights
        self._order = {slug: place for place, slug in enumerate(words["topics"])}
        self._yields = {slug: topic.get("yields_to", ()) for slug, topic in words["topics"].items()}
        self._lends = {slug for slug, topic in words["topics"].items() if topic.get("lends")}
        terms: list[tuple[str, _Term | None]] = [
            (term, _term(slug, strength, weights))
            for slug, topic in words["topics"].items()
            for strength in ("certain", "likely", "titled", "hint", "lent")
            for term in topic.get(strength, ())
        ]
        terms += [(phrase, None) for phrase in words["other_senses"]["phrases"]]
        self._phrases = Phrases(terms)

    def of(
        self, title: Words, text: Words, section: Words, context: Sequence[TopicMatch] = ()
    ) -> tuple[TopicMatch, ...]:
        """The topics of an item, weightiest first, each with the words that earned it.

        `context` are the topics of the whole newsletter. They tip the scale for an item that has a
        term of theirs; some of them stand in for those of an item that has no topic of its own.
        """
        earned: dict[str, _Earned] = {}
        around = {match.slug for match in context}
        lent = self._lends & around
        self._earn(title, earned, lent, share=1.0)
        self._earn(text, earned, lent)
        self._earn(section, earned, lent, share=self._weights["section"])
        enough = {}
        for slug, one in earned.items():
            weight = self._weight(one) + (self._weights["context"] if slug in around else 0.0)
            if weight >= self._weights["enough"]:
                enough[slug] = weight
        matches = [
            TopicMatch(slug, round(weight, 2), tuple(earned[slug].weights))
            for slug, weight in enough.items()
            if earned[slug].titled or not any(other in enough for other in self._yields[slug])
        ]
        matches.sort(key=lambda match: (-match.weight, self._order[match.slug]))
        if not matches:
            matches = [match for match in context if match.slug in self._lends]
        return tuple(matches[: int(self._weights["most"])])

    def _earn(
        self, words: Words, earned: dict[str, _Earned], lent: Set[str], *, share: float = 0.0
    ) -> None:
        """Add what the terms of a title, a text or a section earn.

        `share` is how much of the weight in a title they have; 0 has them weigh as in a text.
        """
        for found in self._phrases.find(words):
            if None in found.values:
                continue
            spelling = words.text[words.starts[found.first] : words.ends[found.last]].lower()
            for term in found.values:
                if term is None or (term.lent and term.slug not in lent):
                    continue
                one = earned.setdefault(term.slug, _Earned())
                weight = max(term.in_text, term.in_title * share)
                one.weights[spelling] = max(one.weights.get(spelling, 0.0), weight)
                one.mentions[spelling] = one.mentions.get(spelling, 0) + 1
                one.titled |= share == 1.0

    def _weight(self, one: _Earned) -> float:
        again, hint = self._weights["again"], self._weights["hint"]
        weight = hints = 0.0
        for term, each in one.weights.items():
            mentioned = each * (1 + again * min(one.mentions[term] - 1, 2))
            if each <= hint:
                hints += mentioned
            else:
                weight += mentioned
        return weight + min(hints, self._weights["hints"])


def _term(slug: str, strength: str, weights: dict[str, float]) -> _Term:
    in_text = weights[strength]
    in_title = weights["in_title"] if strength == "titled" else in_text * weights["title"]
    return _Term(slug, in_text, in_title, lent=strength == "lent")
