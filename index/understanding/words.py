"""The words of a text, folded so that spellings of one thing meet, with their place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

# \w, with the letters named first that need no asking what they are.
_LETTER = r"[A-Za-z0-9_\w]"
_WORD = rf"{_LETTER}+(?:['’]{_LETTER}+)*"
_WORDS = re.compile(f"({_WORD})")
_FIRST = re.compile(_WORD)
# Words that end in s without being a plural, beside those that end in ss, us or is.
_SINGULAR_ENDINGS = ("ss", "us", "is")


# Not frozen, which would take longer to make: there is one for each line that is asked about.
@dataclass(slots=True, eq=False)
class Words:
    """The words of `text` in order: `folded[i]` stands at `text[starts[i]:ends[i]]`.

    `gaps[i]` is what parts it from the word before it. Hyphens part words ("looked-after" is two),
    apostrophes do not ("children's" is one, folded to "children").
    """

    text: str
    folded: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of any text; none where there are none."""
        # Gaps and words in turn: their lengths, added up, are where each begins and ends.
        pieces = _WORDS.split(text)
        places = list(accumulate(map(len, pieces)))
        folded = list(map(folded_word, pieces[1::2]))
        return cls(text, folded, places[:-1:2], places[1::2], pieces[::2])

    def __len__(self) -> int:
        return len(self.folded)


def _fold(word: str) -> str:
    plain = word.casefold().replace("’", "'").strip("_")
    if plain.endswith("'s"):
        plain = plain[:-2]
    plain = plain.replace("'", "")
    if len(plain) > 4 and plain.endswith("ies"):
        return plain[:-3] + "y"
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith(_SINGULAR_ENDINGS):
        return plain[:-1]
    return plain


def first_word(text: str) -> str:
    """The first word of a text, folded; "" where it has none."""
    found = _FIRST.search(text)
    return folded_word(found.group()) if found is not None else ""


class _Folded(dict[str, str]):
    """Words that were folded before: a language has few words and says them often."""

    _MOST = 1 << 16

    def __missing__(self, word: str) -> str:
        if len(self) >= self._MOST:
            self.clear()
        folded = self[word] = _fold(word)
        return folded


folded_word = _Folded().__getitem__
"""A word without case, possessive and regular plural: "Carers’" and "carer's" give "carer"."""
