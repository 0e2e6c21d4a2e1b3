from __future__ import annotations

import pytest

from index.model.documents import Block, Document
from index.understanding.source import source


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("News", "Source: Wend Council", "Hello"), "Wend Council"),
        (("From: Wend Voices <news@wend.example>", "Hello"), "Wend Voices"),
        (("News", "© 2021 Wend Partnership. All rights reserved."), "Wend Partnership"),
        (("News", "Wend Trust is a registered charity, number 1."), "Wend Trust"),
        (("News", "Hello"), ""),
    ],
)
def test_a_page_says_whose_it_is(lines: tuple[str, ...], name: str) -> None:
    document = Document("page", "page.txt", tuple(Block(line, None) for line in lines))
    assert source(document) == name


def test_what_the_format_states_goes_first() -> None:
    document = Document("page", "page.txt", (Block("Source: Wend Council", None),), source="Wend")
    assert source(document) == "Wend"
