from __future__ import annotations

import pytest

from index.understanding import Understanding


@pytest.fixture(scope="session")
def understanding() -> Understanding:
    return Understanding()
