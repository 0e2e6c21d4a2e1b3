"""File names made from the names that people give to meetings."""

from __future__ import annotations

import re
import unicodedata

from index.model.meetings import Meeting

_LONGEST = 80
"""Characters: well under the 255 bytes of a file name, in any script, with a date and an ending."""
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
_NOT_WORDS = re.compile(r"[^\w]+")


def stem(meeting: Meeting) -> str:
    """A file name without ending for the meeting: "corporate-parenting-panel-2026-12-03".

    Letters and digits of any script and hyphens, so that it is safe on every system and in a shell.
    """
    plain = unicodedata.normalize("NFKC", meeting.name).lower()
    name = _NOT_WORDS.sub("-", plain.replace("’", "").replace("'", ""))[:_LONGEST].strip("-_")
    if not name or _RESERVED.match(name):
        name = f"meeting-{name}".rstrip("-")
    return name if meeting.date is None else f"{name}-{meeting.date.isoformat()}"
