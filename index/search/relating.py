"""Items about the same thing."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest

from whoosh import query as ask

from index.search.entry import Entry
from index.search.matches import Matches
from index.search.opened import Opened
from index.search.query import EVERYWHERE
from index.search.words import FUNCTION_WORDS, stem, words

_TELLING = 48
"""Words of an item that tell what it is about; with half as many, what is related comes later."""

_TITLE = 3
"""What a word of the title counts, where one of the text counts 1."""

_TOPIC = 1.0
"""What a topic in common counts, as much as a telling word: many items share a topic."""

_LEAST = 0.1
"""Of the score that the item itself would have: what has less only shares a word or two."""


def related(entry: Entry, limit: int, opened: Opened) -> Matches:
    """Items that share the telling words and the topics of the entry, best first."""
    weights = _telling(entry, opened)
    if not weights or limit < 1:
        return Matches()
    chosen = [ask.Term(EVERYWHERE, term, boost=weight) for term, weight in weights.items()]
    chosen += [
        ask.ConstantScoreQuery(ask.Term("topic", topic.casefold()), score=_TOPIC)
        for topic in entry.topics
    ]
    found = opened.find(ask.Or(chosen)).best(_LEAST).ordered(copies=False)
    best = zip(found.ids[: limit + 1], found.scores[: limit + 1], strict=True)
    others = [(item, score) for item, score in best if item != entry.id][:limit]
    return Matches(tuple(item for item, _ in others), tuple(score for _, score in others))


def _telling(entry: Entry, opened: Opened) -> dict[str, float]:
    """The terms that set the entry apart, the most telling 1."""
    counts: Counter[str] = Counter()
    for text, weight in ((entry.title, _TITLE), (entry.text, 1)):
        for word in words(text):
            if word.form not in FUNCTION_WORDS and not word.form.isdigit():
                counts[stem(word.form)] += weight
    telling = {
        term: (1 + count) ** 0.5 * opened.rarity(EVERYWHERE, term)
        for term, count in counts.items()
        if opened.frequency(EVERYWHERE, term) > 1
    }
    best = nlargest(_TELLING, telling, key=lambda term: (telling[term], term))
    return {term: telling[term] / telling[best[0]] for term in best}
