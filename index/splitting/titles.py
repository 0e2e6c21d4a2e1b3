"""The titles of parts: taken from their headings, or derived from their first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, filterfalse, pairwise
from pathlib import Path

from index import vocabulary
from index.splitting.minutes import Minutes
from index.splitting.shapes import Shape

LONGEST = 90
"""The most characters that a derived title has."""


class Titles:
    """Makes titles brief."""

    def __init__(self, config: Path | None, minutes: Minutes) -> None:
        """Load the words, with a reader's own from the folder `config` laid over them."""
        words = vocabulary.load("index.splitting", "titles", config)
        self._cuts = tuple(tuple[str, ...](alike) for alike in words["cuts"])
        self._openings = tuple[str, ...](words["openings"])
        self._drop = tuple[str, ...](words["decisions"]["drop"])
        self._minutes = minutes

    def of_heading(self, text: str) -> str:
        """The title that a heading gives, without closing colon, question number or loose marks."""
        title = " ".join(text[:_MOST].split())
        if title[:1] in _OPENS_LEAD:
            title = _LEAD.sub("", title)
        if title[-1:] in _CLOSES_ATTACHED:
            title = _ATTACHED.sub("", title)
        return title.strip(" *_#|>-–—").rstrip(" :") or text.strip()[:LONGEST] or UNTITLED

    def derived(self, shapes: list[Shape]) -> str:
        """A title for a part that has none, from the first of its blocks that says something."""
        if all(map(self._says_nothing, shapes)):
            said: Iterable[Shape] = shapes
        else:
            said = filterfalse(self._says_nothing, shapes)
        for shape, below in pairwise(chain(said, (None,))):
            if shape is None:
                break
            text = " ".join(shape.block.text[:_MOST].split())
            if below is not None and self._is_lead_in(shape, text):
                text = f"{text} {below.block.text[:_MOST]}"
            title = self._of_decision(text) or self._of_speaker(shape) or self._of_sentence(text)
            if any(character.isalnum() for character in title):
                return title
        return UNTITLED

    def _says_nothing(self, shape: Shape) -> bool:
        return shape.is_greeting or shape.is_address or self._minutes.is_label(shape)

    def _is_lead_in(self, shape: Shape, text: str) -> bool:
        """Whether it is "Resolved:" or "RESOLVED that", and what was resolved stands below."""
        if shape.words > _LABEL:
            return False
        return text.endswith(":") or self._minutes.is_decision(shape)

    def _of_decision(self, text: str) -> str:
        decision = self._minutes.decision_in(text)
        if not decision:
            return ""
        decision = _ASIDE.sub("", decision).lstrip(" ,:")
        decision = re.sub(r"^(?:that|to)\b[:,]?\s*", "", decision, flags=re.IGNORECASE)
        for words in self._drop:
            decision = decision.replace(words, "", 1)
        word = "Action" if text[:6].casefold() == "action" else "Agreed"
        if text[:8].casefold() == "resolved":
            word = "Resolved"
        return f"{word}: {self._of_sentence(decision, capital=False)}" if decision else ""

    def _of_speaker(self, shape: Shape) -> str:
        if not self._minutes.is_speaker(shape):
            return ""
        found = _OFFICE.match(shape.text)
        if found is None:
            return ""
        office = found[1].strip(" ,")
        return f"{office[0].upper()}{office[1:]} update"

    def _of_sentence(self, text: str, *, capital: bool = True) -> str:
        text = _ADDRESS.sub("", text).strip(" :–—-")
        folded = text.casefold()
        for opening in self._openings:
            if folded.startswith(opening):
                text = text[len(opening) :]
                break
        sentence = _LOOSE_END.sub("", _first_sentence(text))
        if (named := _NAMED_LAST.search(sentence)) is not None:
            return named[1].strip()
        title = self._cut(sentence)
        if capital and title:
            title = title[0].upper() + title[1:]
        return title

    def _cut(self, sentence: str) -> str:
        if len(sentence) > LONGEST:
            sentence = _APPOSITION.sub(" ", sentence, count=1)
        if len(sentence) <= LONGEST:
            return sentence
        for alike, shortest in zip(self._cuts, _SHORTEST, strict=False):
            at = max(sentence.rfind(cut, shortest, _GOOD) for cut in alike)
            if at > 0:
                return sentence[:at].rstrip(" ,;:–—-")
        return f"{sentence[:_GOOD].rpartition(' ')[0] or sentence[:_GOOD]}…"


UNTITLED = "Untitled"
_MOST = 500
_LABEL = 2
_SHORTEST = (18, 40, 40)
_GOOD = 85

_LEAD = re.compile(
    r"^(?:Q(?:uestion)?\s?\d{0,2}[.:)]|Subject:|\d{1,2}/\d{1,2}/\d{2,4}\s?[:–-])\s*(?=\S)"
)
_OPENS_LEAD = "QS0123456789"
_CLOSES_ATTACHED = "Bb)"
_ATTACHED = re.compile(
    r"\s(?:pdf icon )?PDF \d{1,5} ?[KM]B$|\s\(\d{1,3} min(?:ute)?s\)$", re.IGNORECASE
)
_APPOSITION = re.compile(r", [^,]{3,70}, (?=[a-z])(?!and |or |but |who |which )")
_LOOSE_END = re.compile(r"(?:[;,]? (?:and|or))?[\s.:;,]*$")
_ASIDE = re.compile(r"\([^()]{0,100}\),?\s?")
_ADDRESS = re.compile(r"<?\(?https?://\S+|www\.\S+")
_NAMED_LAST = re.compile(r"\s[–—-]\s([A-Z‘“][^–—]{5,50})$")
_OFFICE = re.compile(r"[^,]{3,60}, ([^,]{3,80}?),? (?:then )?(?:[a-z]+ed|spoke|gave|told|fed)\b")
_SENTENCE_END = re.compile(
    r"(?<![ .][A-Z])(?<!Dr)(?<!Mr)(?<!Mrs)(?<!St)(?<!No)[.!?](?=[\s”’\"')]|$)"
)


def _first_sentence(text: str) -> str:
    found = _SENTENCE_END.search(text, 12)
    return text[: found.end()] if found else text
