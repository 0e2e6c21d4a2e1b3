"""The words of many texts, as numbers.

A library has millions of words and some ten thousand different ones. So texts are only cut at
spaces here, in one call that is not written in Python; what is a word in such a chunk ("(SEND),"),
and which terms stand for it, `index.search.words` is asked once for each different chunk.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from index.search.arrays import Array
from index.search.words import LONGEST, compared, stem, terms, words

_ROUND_WORDS = '.,;:!?()[]"“”‘…–—'
"""Signs that stand before and behind words and are of none."""


class Numbered(dict[Any, int]):
    """Things, each with its number: one that is new gets the next."""

    def __missing__(self, thing: Any) -> int:
        self[thing] = number = len(self)
        return number


class Tokens(NamedTuple):
    """What stands in texts: the numbers of terms or forms, with the text and position of each.

    Positions count the words of a text from 0. In the order of the texts, and in each of positions.
    """

    numbers: Array
    texts: Array
    positions: Array


class Vocabulary(dict[str, int]):
    """The different chunks of texts, and the forms and terms of the words in them."""

    def __init__(self) -> None:
        super().__init__()
        self.forms = Numbered()
        self.terms = Numbered()
        # the words of all chunks end to end, and where those of each begin; so too their terms
        self._forms, self._first_form = array("q"), array("q", (0,))
        self._terms, self._at, self._first_term = array("q"), array("q"), array("q", (0,))

    def __missing__(self, chunk: str) -> int:
        word = chunk.strip(_ROUND_WORDS)
        if word.isascii() and word.isalnum():
            # one word, as nearly all chunks are
            form, acronym = compared(word[: 4 * LONGEST])
            self._forms.append(self.forms[form])
            for text in (stem(form), acronym) if acronym else (stem(form),):
                self._terms.append(self.terms[text])
                self._at.append(0)
        else:
            found = list(words(chunk))
            for each in found:
                self._forms.append(self.forms[each.form])
            for term in sorted(terms(found), key=lambda term: term.position):
                self._terms.append(self.terms[term.text])
                self._at.append(term.position)
        self._first_form.append(len(self._forms))
        self._first_term.append(len(self._terms))
        self[chunk] = number = len(self)
        return number

    def chunks(self, text: str) -> Iterable[int]:
        """The numbers of a text's chunks, in order."""
        return map(self.__getitem__, text.split())

    def read(self, chunks: Array, ends: Array) -> tuple[Tokens, Tokens, Array]:
        """The forms in texts, the terms in them, and how many words each text has.

        The chunks of text number n end, in those of all texts, before number `ends[n]`.
        """
        first_form, first_term = as_array(self._first_form), as_array(self._first_term)
        length = np.diff(first_form)[chunks]
        before = np.concatenate(([0], np.cumsum(length)))
        starts = np.concatenate(([0], ends[:-1])) if len(ends) else ends
        counts = before[ends] - before[starts]
        text_of = np.repeat(np.arange(len(ends)), ends - starts)
        # of each chunk, the position of its first word
        position = before[:-1] - before[starts][text_of]

        def tokens(values: Array, at: Array | None, first: Array) -> Tokens:
            several = np.diff(first)[chunks]
            here = np.repeat(first[chunks] - (np.cumsum(several) - several), several)
            here += np.arange(len(here))
            within = here - np.repeat(first[chunks], several) if at is None else at[here]
            return Tokens(
                values[here],
                np.repeat(text_of, several),
                np.repeat(position, several) + within,
            )

        forms = tokens(as_array(self._forms), None, first_form)
        found = tokens(as_array(self._terms), as_array(self._at), first_term)
        return forms, found, counts


def as_array(values: array[int]) -> Array:
    """Numbers that were collected one by one, as an array of its own."""
    return np.array(values, np.int64) if len(values) else np.zeros(0, np.int64)
