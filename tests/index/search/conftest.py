from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.search.index import SearchIndex
from tests.index.search.entries import ENTRIES

Find = Callable[[str], tuple[str, ...]]


@pytest.fixture(scope="session")
def small_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    """The small library, indexed: for tests that change nothing."""
    index = SearchIndex(tmp_path_factory.mktemp("index"))
    index.rebuild(ENTRIES, "the small library")
    yield index
    index.close()


@pytest.fixture(scope="session")
def find(small_library: SearchIndex) -> Find:
    """What a query finds in the small library, best first."""
    return lambda query: tuple(small_library.match(query).ids)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[SearchIndex]:
    """The small library once more, to be changed and damaged."""
    index = SearchIndex(tmp_path / "index")
    index.rebuild(ENTRIES, "one")
    yield index
    index.close()
