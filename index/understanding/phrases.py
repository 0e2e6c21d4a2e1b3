"""Many phrases looked for at once, in one walk over the words of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from index.understanding.words import Words

Value = TypeVar("Value")


class Found(NamedTuple, Generic[Value]):
    """A phrase found: the words `first` to `last` (inclusive), and what was kept under it."""

    first: int
    last: int
    values: tuple[Value, ...]


@dataclass(slots=True)
class _Node(Generic[Value]):
    """The words that may come next; and, where a phrase ends here, its values by exact spelling."""

    following: dict[str, _Node[Value]] = field(default_factory=dict)
    plain: list[Value] = field(default_factory=list)
    exact: dict[str, list[Value]] = field(default_factory=dict)
    ends: bool = False
    """Whether a phrase ends with this word at all."""


class Phrases(Generic[Value]):
    """Phrases, each with a value. One phrase may have several values.

    A phrase in small letters is found in any case, number and possessive; one with a capital only
    as it is written, so that "SEND" is not "send". No phrase is found over the end of a sentence or
    a line. Time grows with the length of the text, however many phrases there are.
    """

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._root: dict[str, _Node[Value]] = {}
        for phrase, value in phrases:
            words = Words.of(phrase).folded
            if not words:
                continue
            following = self._root
            for word in words:
                node = following.setdefault(word, _Node())
                following = node.following
            node.ends = True
            if phrase == phrase.lower():
                node.plain.append(value)
            else:
                node.exact.setdefault(_straight(phrase), []).append(value)

    def find(self, words: Words) -> list[Found[Value]]:
        """The phrases in the text, from left to right, the longest first, none over another."""
        root = self._root
        folded = words.folded
        if not folded or root.keys().isdisjoint(folded):
            return []
        results: list[Found[Value]] = []
        after = 0
        for first in [i for i, word in enumerate(folded) if word in root]:
            if first < after:
                continue
            node = root[folded[first]]
            # Most words that begin a phrase begin none here: the next word tells.
            if not node.ends and (
                first + 1 == len(folded) or folded[first + 1] not in node.following
            ):
                continue
            found = _longest_at(words, first, node)
            if found is not None:
                results.append(found)
                after = found.last + 1
        return results


def _longest_at(words: Words, first: int, begins: _Node[Value]) -> Found[Value] | None:
    folded = words.folded
    node: _Node[Value] | None = begins
    last = first
    best: Found[Value] | None = None
    while node is not None:
        if node.ends:
            values = node.plain
            if node.exact:
                spelling = _straight(words.text[words.starts[first] : words.ends[last]])
                values = [*values, *node.exact.get(spelling, ())]
            if values:
                best = Found(first, last, tuple(values))
        last += 1
        if last == len(folded):
            break
        node = node.following.get(folded[last])
        if node is not None and _parted(words, last):
            break
    return best


def _straight(text: str) -> str:
    return text.replace("’", "'").removesuffix("'s").removesuffix("'")


def _parted(words: Words, at: int) -> bool:
    """Whether a sentence or a line ends before the word `at`."""
    end, start = words.ends[at - 1], words.starts[at]
    if start - end == 1:
        return words.text[end] == "\n"
    between = words.text[end:start]
    return "\n" in between or between.startswith((". ", "! ", "? ", "; "))
