"""Thirty queries of ten classes, as a reader types them and as the peers want them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from index.search.entry import Entry


class Asked(NamedTuple):
    """A query: its class, then as it is typed in carereader, for FTS5 and for tantivy.

    `first` and `last` are years of issue, where the query asks for these.
    """

    kind: str
    ours: str
    fts5: str
    tantivy: str
    first: int = 0
    last: int = 0


def _word(kind: str, word: str) -> Asked:
    # the space says that the word is not being typed any more
    return Asked(kind, f"{word} ", word, word)


def _all(*words: str) -> Asked:
    return Asked("and", f"{' '.join(words)} ", " AND ".join(words), " AND ".join(words))


def _any(*words: str) -> Asked:
    return Asked("or", f"{' OR '.join(words)} ", " OR ".join(words), " OR ".join(words))


def _phrase(words: str) -> Asked:
    return Asked("phrase", f'"{words}"', f'"{words}"', f'"{words}"')


def _prefix(letters: str) -> Asked:
    return Asked("prefix", f"{letters}*", f"{letters}*", letters)


def _topic(topic: str, word: str) -> Asked:
    return Asked(
        "field",
        f"topic:{topic} {word} ",
        f'topic:"{topic}" AND {{title text}}: {word}',
        f'+topic:"{topic}" +{word}',
    )


def _issued(first: int, last: int, word: str) -> Asked:
    return Asked("date", f"issued:{first}..{last} {word} ", word, word, first, last)


def queries(entries: Sequence[Entry]) -> list[Asked]:
    """The queries for a corpus, of which the rare words are taken."""
    return [
        *(_word("rare", word) for word in ("tribunal", *_rare(entries))),
        *(_word("common", word) for word in ("care", "children", "social", "review")),
        *(_word("middling", word) for word in ("kinship", "safeguarding")),
        _all("care", "children"),
        _all("foster", "carers", "review"),
        _all("kinship", "social"),
        _all("SEND", "local", "authority"),
        _any("foster", "kinship", "tribunal"),
        _any("children", "social", "care"),
        _any("safeguarding", "guardianship"),
        *map(_phrase, ("kinship care", "social care")),
        *map(_phrase, ("special guardianship", "looked after children")),
        *map(_prefix, ("foster", "child", "saf")),
        _topic("fostering", "care"),
        _topic("send", "review"),
        _topic("adoption", "kinship"),
        _issued(2024, 2024, "children"),
        _issued(2019, 2021, "kinship"),
        *(_word("typo", word) for word in ("safegaurding", "kinshp")),
    ]


def _rare(entries: Sequence[Entry]) -> list[str]:
    counts = Counter(word for entry in entries[:1000] for word in entry.text.lower().split())
    return sorted(word for word, count in counts.items() if count == 1 and word.isalpha())[:2]
