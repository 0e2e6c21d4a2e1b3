"""What the source of a part has lost: lists and links that are announced, texts that break off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.splitting.shapes import Shape

LIST_MISSING = "list missing in source"
LINK_MISSING = "link missing in source"
TEASER = "teaser: the text breaks off here"


def gaps_in(shapes: Sequence[Shape]) -> tuple[str, ...]:
    """The gaps of a part whose text is these blocks, each named once, in order."""
    gaps: dict[str, None] = {}
    telling = [
        (at, shape)
        for at, shape in enumerate(shapes)
        if shape.words >= _WORDS and not shape.last.isalnum()
    ]
    for at, shape in telling:
        if shape.block.text[-1] == ":" and not _answers(
            shapes[at + 1] if at + 1 < len(shapes) else None
        ):
            gaps[
                LINK_MISSING if _ANNOUNCES_LINK.search(shape.block.text[-80:]) else LIST_MISSING
            ] = None
        if shape.words > _WORDS and shape.breaks_off:
            gaps[TEASER] = None
    return tuple(gaps)


_WORDS = 4
_SHORT = 12


def _answers(below: Shape | None) -> bool:
    """Whether the block below an announcement is what it announces."""
    if below is None:
        return False
    return (
        bool(below.block.marker)
        or below.has_address
        or below.is_quotation
        or not below.is_sentence
        or below.text[0] in "“\"‘'"
        or ":" in below.text[:60]
    )


_ANNOUNCES_LINK = re.compile(
    r"\b(?:here|link|links|blog|website|video|page|film|recording)\b[^.]{0,40}:$", re.IGNORECASE
)
