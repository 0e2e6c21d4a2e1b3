"""Items for measuring: made up, always the same, with the statistics of real ones.

Words are drawn by Zipf's law from an invented vocabulary; among them stand the field's own phrases,
the frequent ones in every other item and the rare ones in one of hundreds.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from index.search.entry import Entry

_VOCABULARY = 40_000
_SYLLABLES = (
    "ba",
    "den",
    "dor",
    "fe",
    "gar",
    "hol",
    "in",
    "ka",
    "lan",
    "mer",
    "nis",
    "or",
    "pel",
    "ra",
)
_LENGTHS = range(60, 241)
"""Words of an item, 150 on average."""

# a phrase, and of how many items one has it
_PHRASES = (
    ("care", 2),
    ("children", 2),
    ("social work", 3),
    ("local authority", 4),
    ("children’s social care", 5),
    ("review", 5),
    ("foster carers", 8),
    ("looked-after children", 9),
    ("safeguarding", 10),
    ("SEND", 14),
    ("special guardianship", 25),
    ("kinship care", 30),
    ("LAC", 40),
    ("SGO", 60),
    ("unaccompanied children", 90),
    ("mocking bird scheme", 200),
    ("tribunal", 300),
)
_TOPICS = ("fostering", "kinship-care", "adoption", "send", "leaving-care", "child-protection")
_SOURCES = ("LGA bulletin", "Family Rights Group", "Trade press", "School bulletin", "Panel")
_ORGANISATIONS = ("Ofsted", "Department for Education", "Become", "Local Government Association")
_KINDS = ("news", "event", "survey", "consultation", "publication", "minutes")


DOCUMENT = 20
"""Items of a document."""


def items(count: int, seed: int = 4) -> Iterator[Entry]:
    """`count` items; the first of a longer run are those of a shorter one."""
    chance = random.Random(seed)
    vocabulary = _vocabulary(chance)
    shares = list(accumulate(1 / rank for rank in range(1, len(vocabulary) + 1)))

    def word() -> str:
        return vocabulary[bisect_left(shares, chance.random() * shares[-1])]

    for number in range(count):
        words = [word() for _ in range(chance.choice(_LENGTHS))]
        for phrase, one_of in _PHRASES:
            if not chance.randrange(one_of):
                words.insert(chance.randrange(len(words)), phrase)
        title = " ".join(chance.sample(words, 5)).capitalize()
        # what is a document's is the same for all its items
        of_document = random.Random(number // DOCUMENT)
        month = of_document.randrange(96)
        yield Entry(
            id=f"{number:06x}",
            title=title,
            text=". ".join(" ".join(words[at : at + 14]) for at in range(0, len(words), 14)),
            source=of_document.choice(_SOURCES),
            issued=f"{2018 + month // 12}-{month % 12 + 1:02}-{of_document.randrange(1, 29):02}",
            kind=chance.choice(_KINDS),
            topics=tuple(chance.sample(_TOPICS, chance.randrange(3))),
            organisations=(_ORGANISATIONS[number % 4],) if number % 3 else (),
            document=f"{number // DOCUMENT:06x}",
            document_title=f"Bulletin {number // DOCUMENT}",
            place=number % DOCUMENT,
        )


def _vocabulary(chance: random.Random) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        words["".join(chance.choices(_SYLLABLES, k=chance.randrange(2, 5)))] = None
    return list(words)
