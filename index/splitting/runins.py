"""Paragraphs that open with their title: "Parking: please leave the gate free."."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.splitting.folding import folded
from index.splitting.shapes import Shape

STRONG = "bold"
"""The form of a title that is set in bold, whatever parts it from the rest."""


class RunIn(NamedTuple):
    """A title at the beginning of a paragraph, where the rest begins, and what parts the two."""

    title: str
    cut: int
    form: str


def run_in(shape: Shape) -> RunIn | None:
    """The title that is run in at the beginning of a paragraph, None where there is none."""
    if shape.is_question or shape.block.level:
        return None
    if shape.block.strong:
        return _in_bold(shape)
    if shape.text[0].islower():
        return None
    if shape.text[:2].isupper() and (capitals := _CAPITALS.match(shape.text)) is not None:
        return RunIn(capitals[1], capitals.end(), "capitals")
    if shape.words <= _FEWEST_WORDS:
        return None
    found = _parted(shape.text)
    if found is None or shape.is_field or shape.starts_with_date:
        return None
    title, rest = found[1].strip(), shape.block.text[found.end() :]
    if len(title.split()) > _LONGEST_TITLE or len(rest.split(maxsplit=5)) < _FEWEST_WORDS:
        return None
    if found[2] != ":" and rest[-1] not in ".!?":
        return None
    return RunIn(title, found.end(), found[2].strip()[:1].replace("–", "-").replace("—", "-"))


def _parted(text: str) -> re.Match[str] | None:
    """The title and what parts it from the rest, where anything does."""
    start = text[:_PARTED_WITHIN]
    found = None
    if ":" in start or " -" in start or " –" in start or " —" in start:
        found = _RUN_IN.match(text)
    if found is None and ("  " in start or "\t" in start):
        found = _SPACED.match(text)
    return found


def _in_bold(shape: Shape) -> RunIn | None:
    """A title in bold may end in any way; where nothing parts it from the rest, both are text."""
    end = shape.block.strong
    title, rest = shape.block.text[:end].strip(_PARTING), shape.block.text[end:]
    if folded(title) in shape.words_of.fields or shape.is_bullet:
        return None
    if not 1 <= len(title.split()) <= _LONGEST_IN_BOLD or len(rest.split(maxsplit=3)) < _FEW_WORDS:
        return None
    parted = shape.block.text[end - 1] in _PARTING or rest.lstrip()[0] in _PARTING
    cut = end + len(rest) - len(rest.lstrip(_PARTING)) if parted else 0
    return RunIn(title, cut, STRONG)


_PARTED_WITHIN = 300
_LONGEST_TITLE = 7
_LONGEST_IN_BOLD = 10
_FEWEST_WORDS = 5
_FEW_WORDS = 3
_PARTING = " .:;–—-|"
_RUN_IN = re.compile(r"([A-Z‘“'\"0-9][^:.!?]{2,60}?)(:| [–—-])[ \t]+(?=[“‘\"'A-Z£0-9])")
_SPACED = re.compile(
    r"^([A-Z‘“'\"0-9][^:.!?\s]{0,30}(?: [^:.!?\s]{1,30}){0,6})([ \t]{2,9})(?=[“‘\"'A-Z£0-9])"
)
_CAPITALS = re.compile(
    r"(?=[A-Z]{6}|[A-Z’'&,/ -]{8})([A-Z][A-Z’'&,/() -]{3,60}[A-Z)!?])[.:]? +"
    r"(?=[A-Z][a-z]?[a-z ])"
)
