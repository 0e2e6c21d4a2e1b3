"""A library of the seed documents, made once and handed out in copies."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from index import Library
from index.places import Places

# a busy machine is no failure, nor is a change to be refused for what chance has drawn this time:
# `--hypothesis-profile=exploring` draws anew. Who asks for more or fewer examples does so in place
settings.register_profile(
    "exploring", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("suite", settings.get_profile("exploring"), derandomize=True)
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
