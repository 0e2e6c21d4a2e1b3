from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.record.record import Record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    opened = Record(tmp_path / "library.db")
    yield opened
    opened.close()
