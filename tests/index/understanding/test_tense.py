from __future__ import annotations

import pytest

from index.understanding.tense import Tense, tense_at
from index.understanding.words import Words


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The report was published in MAY", Tense.PAST),
        ("We got the call on MONDAY", Tense.PAST),
        ("On MONDAY the final settlement landed", Tense.PAST),
        ("On MONDAY we will test it", Tense.COMING),
        ("The post can’t be filled by MAY", Tense.COMING),
        ("The report to be published in MAY", Tense.COMING),
        ("The talk is rearranged for MONDAY", Tense.COMING),
        ("The door opens in MAY", Tense.COMING),
        ("There are 412 of them. In MAY", Tense.UNKNOWN),
        ("at the end of MAY", Tense.UNKNOWN),
        ("in unregulated homes in MAY", Tense.UNKNOWN),
        ("MAY", Tense.UNKNOWN),
    ],
)
def test_the_verb_nearest_to_a_date_tells_its_tense(text: str, tense: Tense) -> None:
    words = Words.of(text)
    (at,) = (n for n, start in enumerate(words.starts) if text[start:].startswith(("MAY", "MON")))
    assert tense_at(words, at, at) is tense
