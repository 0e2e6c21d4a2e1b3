"""Many phrases looked for at once, in one walk over the words of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import compress
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
    ends: bool = False
    plain: list[Value] = field(default_factory=list)
    said: tuple[Value, ...] = ()
    exact: dict[str, list[Value]] = field(default_factory=dict)

    def values(self, words: Words, first: int, last: int) -> tuple[Value, ...]:
        """What the phrase that ends here says, if the words of the text are spelt as it asks."""
        if not self.exact:
            return self.said
        spelling = _straight(words.text[words.starts[first] : words.ends[last]])
        return (*self.said, *self.exact.get(spelling, ()))


class Phrases(Generic[Value]):
    """Phrases, each with a value. One phrase may have several values.

    A phrase in small letters is found in any case, number and possessive; one with a capital only
    as it is written, so that "SEND" is not "send". No phrase is found over the end of a sentence or
    a line. Time grows with the length of the text, however many phrases there are.
    """

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._root: dict[str, _Node[Value]] = {}
        nodes: list[_Node[Value]] = []
        for phrase, value in phrases:
            node: _Node[Value] | None = None
            for word in Words.of(phrase).folded:
                following = self._root if node is None else node.following
                node = following.setdefault(word, _Node())
            if node is None:
                continue
            node.ends = True
            nodes.append(node)
            if phrase == phrase.lower():
                node.plain.append(value)
            else:
                node.exact.setdefault(_straight(phrase), []).append(value)
        for node in nodes:
            node.said = tuple(node.plain)

    def find(self, words: Words) -> list[Found[Value]]:
        """The phrases in the text, from left to right, the longest first, none over another."""
        root = self._root
        folded = words.folded
        results: list[Found[Value]] = []
        count = len(folded)
        after = 0
        for first in compress(range(count), map(root.__contains__, folded)):
            if first < after:
                continue
            node = root[folded[first]]
            last = first + 1
            goes_on = last < count and folded[last] in node.following
            # Most words that begin a phrase begin none here: the next word tells.
            if not (goes_on or node.ends):
                continue
            best = None
            if node.ends and (values := node.values(words, first, first)):
                best = Found(first, first, values)
            while goes_on and not _parted(words, last):
                node = node.following[folded[last]]
                if node.ends and (values := node.values(words, first, last)):
                    best = Found(first, last, values)
                last += 1
                goes_on = last < count and folded[last] in node.following
            if best is not None:
                results.append(best)
                after = best.last + 1
        return results


def _straight(text: str) -> str:
    return text.replace("’", "'").removesuffix("'s").removesuffix("'")


def _parted(words: Words, at: int) -> bool:
    """Whether a sentence or a line ends before the word `at`."""
    end, start = words.ends[at - 1], words.starts[at]
    if start - end == 1:
        return words.text[end] == "\n"
    between = words.text[end:start]
    return "\n" in between or between.startswith((". ", "! ", "? ", "; "))
