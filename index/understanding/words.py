"""The words of a text, folded so that spellings of one thing meet, with their place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, compress
from sys import intern

# \w, with the letters named first that need no asking what they are.
_LETTER = r"[A-Za-z0-9_\w]"
_WORD = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*")
_NO_WORD = re.compile(r"[^\w'\x1c]")
# Words that end in s without being a plural, beside those that end in ss, us or is.
_SINGULAR_ENDINGS = ("ss", "us", "is")


# Not frozen, which would take longer to make: there is one for each line that is asked about.
@dataclass(slots=True, eq=False)
class Words:
    """The words of `text` in order: `folded[i]` begins at `text[starts[i]]`.

    Hyphens part words ("looked-after" is two), apostrophes do not ("children's" is one, folded to
    "children").
    """

    text: str
    folded: list[str]
    starts: list[int]
    _pieces: list[str]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of any text; none where there are none."""
        pieces = _pieces(text)
        folded = list(map(_folded_piece, pieces))
        starts = [0, *accumulate(map(len, pieces))]
        starts.pop()
        if not all(folded):  # signs without a word, as at the beginning
            starts = list(compress(starts, folded))
            pieces = list(compress(pieces, folded))
            folded = list(filter(None, folded))
        return cls(text, folded, starts, pieces)

    def __len__(self) -> int:
        return len(self.folded)

    def end(self, at: int) -> int:
        """Where the word `at` ends in the text."""
        return self.starts[at] + len(self._pieces[at].rstrip(_SIGNS))

    def gap(self, at: int) -> str:
        """What parts the word `at` from the one before it."""
        return self.text[self.end(at - 1) : self.starts[at]]

    def parts(self, at: int) -> bool:
        """Whether a sentence or a line ends between the word `at` and the one before it."""
        before = self._pieces[at - 1]
        if before[-1] == _LAST_SIGN and before[-2] != _SIGN:
            return False  # one blank or hyphen lies between
        between = self.gap(at)
        return "\n" in between or between.startswith(_ENDS)

    def spelt(self, first: int, last: int) -> str:
        """The text from one word to another."""
        return self.text[self.starts[first] : self.end(last)]


_ENDS = (". ", "! ", "? ", "; ")
_SIGN, _LAST_SIGN, _LINE = "\t", "\n", "\x1c"
_SIGNS = _SIGN + _LAST_SIGN + _LINE
_PARTED = bytes(
    code if re.match(r"[\w']", chr(code)) else ord(_LINE if code == ord("\n") else _LAST_SIGN)
    for code in range(256)
)
"""For each sign of Latin-1 that is none of a word what it becomes at the end of a piece."""
_TWO = _LAST_SIGN * 2
_RUNS = tuple((_LAST_SIGN * signs, _SIGN * (signs - 1) + _LAST_SIGN) for signs in (16, 4, 3, 2))
_LOOSE = tuple(
    (signs, signs.replace("'", _LAST_SIGN))
    for signs in ("''", f"'{_LAST_SIGN}", f"'{_LINE}", f"{_LAST_SIGN}'", f"{_LINE}'")
)
# What a newsletter has beyond Latin-1, and what stands for it there, where words are cut.
_ALIKE = (("’", "'"), *((sign, "-") for sign in "‘“”–—…•‐‑™€\u200b"))


def _pieces(text: str) -> list[str]:
    """The text cut before every word, with the signs that follow it turned into blanks.

    The first piece has no word if the text begins with none. To cut at one sign takes a third of
    the time that a regular expression needs to find the words.
    """
    plain = text
    if not text.isascii():
        for sign, alike in _ALIKE:
            plain = plain.replace(sign, alike)
    try:
        parted = plain.encode("latin-1").translate(_PARTED).decode("latin-1")
    except UnicodeEncodeError:
        parted = _NO_WORD.sub(_LAST_SIGN, text.replace("’", "'").replace("\n", _LINE))
    if "'" in parted:  # an apostrophe is part of a word if it stands between two letters
        parted = f"{_LAST_SIGN}{parted}{_LAST_SIGN}"
        for loose, signs in _LOOSE:
            parted = parted.replace(loose, signs)
        parted = parted[1:-1]
    if _TWO in parted:
        for run, signs in _RUNS:
            parted = parted.replace(run, signs)
    if _LINE in parted:
        parted = parted.replace(_LAST_SIGN + _LINE, _SIGN + _LINE)
    return parted.splitlines(keepends=True)


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


def folded_words(phrase: str) -> list[str]:
    """The words of a phrase, folded."""
    if phrase.isascii() and phrase.replace(" ", "").isalnum():  # as most of a word list are
        return list(map(folded_word, phrase.split()))
    return list(filter(None, map(folded_word, _WORD.findall(phrase))))


def first_word(text: str) -> str:
    """The first word of a text, folded; "" where it has none."""
    found = _WORD.search(text)
    return folded_word(found.group()) if found is not None else ""


_MOST_KNOWN = 1 << 16
"""So many words are known at once: a language has few words and says them often."""


class _Folded(dict[str, str]):
    """Words that were folded before."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        folded = self[word] = intern(_fold(word))
        return folded


class _FoldedPieces(_Folded):
    """Words that were folded before, each with the signs behind it."""

    def __missing__(self, piece: str) -> str:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        folded = self[piece] = intern(_fold(piece.rstrip(_SIGNS)))
        return folded


folded_word = _Folded().__getitem__
"""A word without case, possessive and regular plural: "Carers’" and "carer's" give "carer"."""
_folded_piece = _FoldedPieces().__getitem__
