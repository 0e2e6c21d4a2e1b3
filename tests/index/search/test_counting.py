from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.columns import Columns, Several
from index.search.counting import Counting
from index.search.table import Table

ITEMS = 300
ORGANISATIONS = [f"Body {number}" for number in range(90)]
TOPICS = ["fostering", "adoption", "send"]
SOURCES = ["Panel", "Trade press"]
YEARS = (0, 2019, 2024)

Chosen = st.lists(st.integers(0, ITEMS - 1), unique=True, max_size=5).map(sorted) | st.lists(
    st.integers(0, ITEMS - 1), unique=True, min_size=50
).map(sorted)


def several(names: Sequence[Sequence[int]]) -> Several:
    pairs = [(item, name) for item, each in enumerate(names) for name in each]
    items, values = (np.array([pair[at] for pair in pairs], np.int64) for at in (0, 1))
    return Several(items, values)


def table(topics: Sequence[Sequence[int]], bodies: Sequence[Sequence[int]], told: int) -> Table:
    """Of 300 items, the first so many tell three stories, the others one each."""
    nothing = np.zeros(0, np.int64)
    ids = np.array([f"{number:04}".encode() for number in range(ITEMS)])
    numbers = np.arange(ITEMS)
    return Table(
        [
            Columns(
                ids=ids,
                order=numbers,
                issued=np.array(YEARS)[numbers % 3] * 10_000,
                place=np.zeros(ITEMS, np.int64),
                one={
                    "document": np.zeros(ITEMS, np.int64),
                    "source": numbers % 2,
                    "kind": np.zeros(ITEMS, np.int64),
                    "story": np.where(numbers < told, 1 + numbers % 3, 0),
                },
                several={"topic": several(topics), "organisation": several(bodies)},
                dates=Several(nothing, nothing),
                until=nothing,
                tables={
                    "document": [("d", "D")],
                    "source": SOURCES,
                    "kind": ["news"],
                    "story": ["", "a", "b", "c"],
                    "topic": TOPICS,
                    "organisation": ORGANISATIONS,
                },
            )
        ]
    )


def counted(chosen: Iterable[int], told: int, names: Sequence[Iterable[str]]) -> dict[str, int]:
    """One by one: what stands under each name, of a story only one."""
    standing: dict[str, set[object]] = defaultdict(set)
    for item in chosen:
        for name in names[item]:
            standing[name].add(item % 3 if item < told else f"item {item}")
    return {name: len(each) for name, each in standing.items()}


@settings(max_examples=40)
@given(Chosen, st.sampled_from([0, 40, ITEMS]), st.integers(0, 1000))
def test_counts_are_those_of_going_through_the_items(
    chosen: list[int], told: int, seed: int
) -> None:
    chance = random.Random(seed)
    topics = [chance.sample(range(3), chance.randrange(3)) for _ in range(ITEMS)]
    bodies = [chance.sample(range(90), chance.randrange(4)) for _ in range(ITEMS)]
    counting = Counting(table(topics, bodies, told), np.array(chosen, np.int64))
    expected = {
        "topic": [[TOPICS[at] for at in each] or ["unclassified"] for each in topics],
        "organisation": [[ORGANISATIONS[at] for at in each] for each in bodies],
        "source": [[SOURCES[item % 2]] for item in range(ITEMS)],
        "kind": [["news"]] * ITEMS,
        "year": [[("unknown", "2019", "2024")[item % 3]] for item in range(ITEMS)],
    }
    for name, names in expected.items():
        assert counting.by(name) == counted(chosen, told, names)
