"""Phrases: all that any question asks for, looked for together in the words of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Generic, TypeVar

from index.understanding.words import Words, folded_words

Value = TypeVar("Value")

Found = tuple[int, int, tuple[Value, ...]]
"""A phrase found: its first and its last word, and what was kept under it."""

Finds = list[list[Found[Any]]]
"""What was found in a text, for each question."""

_NOTHING: list[Found[Any]] = []  # never added to: where something is found a list is made
_END = "\n"
"""What follows the last word of a text: no phrase goes on with it."""


class Lexicon:
    """The phrases of all questions by their first words: most words of a text begin none of them.

    A phrase in small letters is found in any case, number and possessive; one with a capital only
    as it is written, so that "SEND" is not "send". No phrase is found over the end of a sentence or
    a line. Time grows with the length of the text, however many phrases there are.
    """

    def __init__(self) -> None:
        self._root = _Node()
        self._questions = 0

    def phrases(
        self, phrases: Iterable[tuple[str, Value]], other_senses: Iterable[str] = ()
    ) -> Phrases[Value]:
        """Let a question ask for phrases, each with a value. One phrase may have several values.

        Those with `other_senses` are found as well and have none: nothing shorter is found in them.
        """
        question = self._questions
        self._questions += 1
        for phrase, value in phrases:
            self._end(phrase, question).add(phrase, value)
        for phrase in other_senses:
            self._end(phrase, question).silence(phrase)
        return Phrases(itemgetter(question))

    def _end(self, phrase: str, question: int) -> _End:
        node = self._root
        for word in folded_words(phrase):
            following = node.following.get(word)
            if following is None:
                following = node.following[word] = _Node()
            node = following
        return node.end(question)

    def find(self, words: Words) -> Finds:
        """The phrases in a text, for every question from left to right.

        Of those of one question the longest goes first, and none lies over another.
        """
        folded = words.folded
        afters = [*folded[1:], _END]
        begins = self._root.following
        finds: Finds = [_NOTHING] * self._questions
        for first, word in enumerate(folded):
            # Two words in three begin a phrase ("in", "the"), but the next goes on with few.
            if word not in begins:
                continue
            node = begins[word]
            if not node.ends and afters[first] not in node.following:
                continue
            last = first
            while True:
                for end in node.ends:
                    values = end.spelt(words, first, last) if end.exact else end.values
                    if values is None:
                        continue
                    found = finds[end.question]
                    if not found:
                        finds[end.question] = [(first, last, values)]
                    elif found[-1][1] < first:
                        found.append((first, last, values))
                    elif found[-1][0] == first:
                        found[-1] = first, last, values
                after = afters[last]
                if after not in node.following:
                    break
                last += 1
                if words.parts(last):
                    break
                node = node.following[after]
        return finds


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Value]):
    """The phrases of one question."""

    among: Callable[[Finds], list[Found[Value]]]
    """Those of what was found in a text that are of this question, from left to right."""


@dataclass(slots=True)
class _End:
    """What a question keeps under a phrase: in any spelling, and under each exact one."""

    question: int
    values: tuple[Any, ...] | None = None
    exact: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def add(self, phrase: str, value: object) -> None:
        if phrase == phrase.lower():
            self.values = (*(self.values or ()), value)
        else:
            spelling = _straight(phrase)
            self.exact[spelling] = (*self.exact.get(spelling, ()), value)

    def silence(self, phrase: str) -> None:
        if phrase == phrase.lower():
            self.values = ()
            self.exact.clear()
        else:
            self.exact[_straight(phrase)] = ()

    def spelt(self, words: Words, first: int, last: int) -> tuple[Any, ...] | None:
        exact = self.exact.get(_straight(words.spelt(first, last)))
        return self.values if exact is None else exact and (*(self.values or ()), *exact)


@dataclass(slots=True)
class _Node:
    """The words that may come next, and the phrases that end here."""

    following: dict[str, _Node] = field(default_factory=dict)
    ends: list[_End] = field(default_factory=list)

    def end(self, question: int) -> _End:
        if not self.ends or self.ends[-1].question != question:
            self.ends.append(_End(question))
        return self.ends[-1]


def _straight(text: str) -> str:
    return text.replace("’", "'").removesuffix("'s").removesuffix("'")
