from __future__ import annotations

import pytest

from index.model.documents import Block, Document
from index.model.items import Part, Split
from index.understanding import Understanding


@pytest.mark.parametrize(
    ("lines", "parts", "kind"),
    [
        (("Minutes of the Youth Committee", "Apologies: none"), 2, "minutes"),
        (("Youth council", "Present: Ann, Ben", "1. Welcome", "AGREED: a poster"), 2, "minutes"),
        (
            (
                "Corporate Parenting Panel",
                "30. Apologies for absence",
                "RESOLVED: That it be noted",
            ),
            2,
            "minutes",
        ),
        (("Friday Bulletin", "Parking"), 2, "bulletin"),
        (("Why homes need pets", "Rocket is a lurcher."), 1, "article"),
        (("Our news", "One", "Two"), 2, "newsletter"),
        # one sign may be quoted
        (("Our news", "Apologies to Ann for the wrong date", "Two"), 2, "newsletter"),
    ],
)
def test_a_page_says_what_sort_it_is(
    understanding: Understanding, lines: tuple[str, ...], parts: int, kind: str
) -> None:
    document = Document("page", "page.txt", tuple(Block(line, None) for line in lines))
    split = Split(lines[0], tuple(Part(str(n), "text", None) for n in range(parts)))
    assert understanding.document_kind(document, split) == kind
