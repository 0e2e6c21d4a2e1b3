"""What is found, held against what a plain reading of the texts says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.entry import Entry
from index.search.index import SearchIndex

WORDS = ("ant", "bee", "cat", "dog", "eel")
KINDS = ("news", "event")


def text_of(number: int) -> str:
    """A few of the words, another choice and order for each number."""
    chosen = [word for bit, word in enumerate(WORDS) if number >> bit & 1]
    turn = number % max(1, len(chosen))
    return " ".join(chosen[turn:] + chosen[:turn])


ENTRIES = [
    Entry(id=f"{n:02}", title="", text=text_of(n), kind=KINDS[n % 3 == 0], issued=f"20{n:02}")
    for n in range(32)
]


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    """Every choice of the words once, over several segments, some of them told twice."""
    index = SearchIndex(tmp_path_factory.mktemp("index"))
    index.rebuild(ENTRIES[:20], "one")
    index.update(ENTRIES[15:28], ["03", "04"])
    index.update([*ENTRIES[28:], ENTRIES[3], ENTRIES[4]], [])
    yield index
    index.close()


class Tree:
    """A query, with what it says of an entry."""

    def __init__(self, text: str, found: frozenset[str]) -> None:
        self.text = text
        self.found = found

    def __repr__(self) -> str:
        return self.text


ALL = frozenset(entry.id for entry in ENTRIES)


def _those(text: str, say: list[bool]) -> Tree:
    return Tree(text, frozenset(e.id for e, so in zip(ENTRIES, say, strict=True) if so))


LEAVES = [
    *(_those(word, [word in e.text.split() for e in ENTRIES]) for word in WORDS),
    *(_those(f"kind:{kind}", [e.kind == kind for e in ENTRIES]) for kind in KINDS),
    *(
        _those(f'"{a} {b}"', [f"{a} {b}" in e.text for e in ENTRIES])
        for a, b in (("ant", "bee"), ("eel", "ant"), ("bee", "dog"))
    ),
    _those("issued:2005..2020", [5 <= int(e.id) <= 20 for e in ENTRIES]),
    _those("b*", ["bee" in e.text for e in ENTRIES]),
]


def _grown(trees: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    pairs = st.tuples(trees, trees)
    return st.one_of(
        trees.map(lambda a: Tree(f"-({a})", ALL - a.found)),
        pairs.map(lambda ab: Tree(f"({ab[0]}) AND ({ab[1]})", ab[0].found & ab[1].found)),
        pairs.map(lambda ab: Tree(f"({ab[0]}) OR ({ab[1]})", ab[0].found | ab[1].found)),
        pairs.map(lambda ab: Tree(f"({ab[0]}) -({ab[1]})", ab[0].found - ab[1].found)),
    )


@settings(max_examples=60)
@given(st.recursive(st.sampled_from(LEAVES), _grown, max_leaves=8))
def test_a_query_finds_what_it_says(every: SearchIndex, tree: Tree) -> None:
    query = f"({tree})"
    assert frozenset(every.match(query).ids) == tree.found


def test_many_words_of_a_prefix_are_found_in_a_large_library(tmp_path: Path) -> None:
    index = SearchIndex(tmp_path)
    entries = [Entry(id=f"{n:04}", title=f"pre{n % 40:02}x", text="") for n in range(200)]
    index.rebuild(entries, "one")
    assert len(index.match("pre*").ids) == 200
    assert len(index.match("pre0*").ids) == 50
    index.close()
