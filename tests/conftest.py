"""A library of the seed documents, made once and handed out in copies."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from index import Library
from index.places import Places

# a busy machine is no failure; what is dear or of many kinds asks for fewer or more beside the test
settings.register_profile("suite", max_examples=40, deadline=None)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def seeded_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library after its first start, closed. Copy it; do not open it."""
    folder = tmp_path_factory.mktemp("seeded") / "library"
    with Library(Places.of(folder)) as library:
        library.search("kinship")
    return folder


@pytest.fixture
def library_folder(seeded_folder: Path, tmp_path: Path) -> Path:
    """The folder of a library with the seed documents, for one test."""
    return Path(shutil.copytree(seeded_folder, tmp_path / "library"))


@pytest.fixture
def library(library_folder: Path) -> Iterator[Library]:
    """An open library with the seed documents, for one test."""
    with Library(Places.of(library_folder)) as opened:
        yield opened
