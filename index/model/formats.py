"""The formats that a meeting can be written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Part = Literal["pack", "minutes"]
"""What is written of a meeting: the pack that is taken there, or the draft of its minutes."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format, by the ending of its files. `name` says what it is, and what it is good for.

    `text` is False where a file of it cannot be shown as text; `minutes` says whether minutes can
    be written in it, and not the pack alone.
    """

    ending: str
    name: str
    text: bool = True
    minutes: bool = True


FORMATS = (
    Format("md", "Markdown"),
    Format("docx", "Word document, for Word and LibreOffice", text=False),
    Format("html", "web page in one file, to print or to read in a browser"),
    Format("txt", "plain text"),
    Format("ics", "calendar: the meeting, its events and closing dates", minutes=False),
    Format("json", "for another library of carereader", minutes=False),
)
"""All of them; the first is meant where none is named."""


@dataclass(frozen=True, slots=True)
class PackPreview:
    """A pack as it is shown on a screen: lines of plain text.

    `places` has, by the numbers of the agenda, the line at which each entry stands, from 0: where
    it is told in full, or else where it is listed.
    """

    lines: tuple[str, ...] = ()
    places: Mapping[int, int] = field(default_factory=dict)
