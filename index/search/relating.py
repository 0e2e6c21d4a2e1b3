"""Items about the same thing."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest

from whoosh import query as ask

from index.search.entry import Entry
from index.search.matches import Matches
from index.search.opened import Opened, ordered
from index.search.query import EVERYWHERE
from index.search.words import FUNCTION_WORDS, stem, words

_TELLING = 24
"""Words of an item that tell what it is about."""

_TITLE = 3
"""What a word of the title counts, where one of the text counts 1."""

_TOPIC = 2.0
"""What a topic in common counts, as much as two telling words."""

_LEAST = 0.12
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
    rows = ordered(opened.found(ask.Or(chosen)))
    enough = _LEAST * rows[0][0] if rows else 0.0
    others = [row for row in rows if row[2] != entry.id and row[0] >= enough][:limit]
    return Matches(tuple(row[2] for row in others), tuple(row[0] for row in others))


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
