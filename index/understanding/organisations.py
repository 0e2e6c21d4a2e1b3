"""Organisations: the bodies that an item names, from the gazetteer and by the form of names."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from index import vocabulary
from index.understanding.acronyms import glossary
from index.understanding.names import Name, opens_sentence, without_possessive
from index.understanding.passages import Passage
from index.understanding.phrases import Lexicon
from index.understanding.words import Words, folded_word

_ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,12}[A-Z][A-Za-z]{0,12}|[A-Z]{3,6}")
_ACRONYM_WORD = re.compile(
    r"[A-Z](?<![\w#@].)[a-z]{0,14}+[A-Z][A-Za-z]{0,14}+(?![\w-]|[’'](?!s\b)|\.\w|@)"
)
_WHATS = (
    *("charity", "organisation", "foundation", "company", "provider"),
    *("think tank", "publisher", "agency"),
)
# A body takes the plural: "Elmore who deliver a service"; a person delivers.
_DEEDS = tuple(
    f"who {verb}"
    for verb in ("deliver", "provide", "run", "offer", "support", "campaign", "work", "help")
)
_WHAT_IT_IS = re.compile(
    rf",? (?:the|a|an) (?:[\w-]{{1,20}} ){{0,3}}(?:{'|'.join(_WHATS)})\b"
    rf"|,? (?:{'|'.join(_DEEDS)})\b"
)
_LONGEST_DESCRIPTION = 80
"""So far behind a name may stand the word that says what it is."""
_SPEAKS = re.compile(
    r",? (?:says|said|argues|warns|wants|(?:has|have) (?:asked|published|launched|called|written"
    r"|welcomed|warned|responded|said|given|announced))\b"
)
# Councils recruit foster carers under such names: "Foster with Leeds".
_FOSTERING_BRAND = re.compile(
    r"\bFoster(?:ing)? (?:with|for|in) [A-Z][\w’-]{2,20}(?: [A-Z][a-z]{2,20})?"
)
_TEXT_TO = re.compile(r"(?i:\b(?:text|texting|type|code|word)) [“‘\"']?$")
_PLACE_AFTER = re.compile(r"\??(?: (?:for )?[A-Z][\w’-]{2,20}){1,2}")
_GOES_ON = re.compile(r" [A-Z]")
_PLACE_BEFORE = re.compile(r"\b((?:(?:North|South|East|West|Mid) )?[A-Z][\w’-]{2,20} )$")
_BEFORE_MORE = frozenset((" ", ","))
_LONGEST_ACRONYM = 6
_UNMISTAKABLE = 4
"""A name of so many words is one even in small letters."""
_SCOTTISH_NAME = re.compile(r"(?:Mac|Mc|O['’]|De|Le|La|Fitz)[A-Z]")
_SMALL = frozenset(("of", "for", "and", "the", "in", "on", "to", "at", "from", "against", "is"))
_JOINING = frozenset(("of", "for", "and", "&", "the"))
_ARTICLES = frozenset(
    (
        "The",
        "A",
        "An",
        "Our",
        "This",
        "That",
        "Your",
        "Their",
        "In",
        "At",
        "By",
        "From",
        "With",
        "To",
        "For",
        "And",
    )
)


class Organisations:
    """The gazetteer and the forms of names, ready to be looked for."""

    def __init__(self, lexicon: Lexicon, config: Path | None = None) -> None:
        """Load them; raises LibraryError if a reader's own organisations.toml cannot be used."""
        listed = vocabulary.load("index.understanding", "organisations", config)
        bodies = [name for name, others in listed["bodies"].items() for name in (name, *others)]
        self._acronyms = frozenset(name for name in bodies if _ACRONYM.fullmatch(name))
        self._ordinary = frozenset(listed["ordinary_words"])
        names = {*bodies, *self._ordinary}
        names |= {name.replace(" and ", " & ") for name in names}
        self._bodies = lexicon.phrases(
            (name if name in self._acronyms else name.lower(), name) for name in sorted(names)
        )
        self._heads = frozenset(map(folded_word, listed["heads"]))
        self._leads = frozenset(map(folded_word, listed["leads"]))
        self._not_bodies = frozenset(_folded(name) for name in listed["not_bodies"])
        self._marks = self._heads | self._leads | frozenset(map(folded_word, listed["openers"]))
        introductions = [(word, True) for word in listed["announced_by"]]
        introductions += [(f"{word} by", False) for word in listed["done_by"]]
        self._introductions = lexicon.phrases(introductions)
        self._not_acronyms = frozenset(listed["not_acronyms"])
        self._openers = frozenset(map(folded_word, listed["openers"]))
        self._papers = frozenset(
            name for name in bodies if name.startswith("The ") and name.count(" ") == 1
        )
        self._branches = frozenset(listed["branches"])
        self._branch_of = frozenset(listed["branch_of"])
        small_heads = "|".join(sorted(listed["small_heads"], key=len, reverse=True))
        self._small_head = re.compile(rf" (?:{small_heads})\b")
        self._telling = lexicon.phrases(
            (phrase, phrase) for phrase in (*listed["small_heads"], *_WHATS, *_DEEDS)
        )
        self._common = frozenset(listed["common_words"])
        self._terms = frozenset(glossary(config))

    def in_need_of_single_words(self, passage: Passage) -> bool:
        """Whether a word beside a name of one word may make it that of a body."""
        finds = passage.finds
        return bool(self._telling.among(finds) or self._introductions.among(finds))

    def of(self, passage: Passage, names: list[Name]) -> list[str]:
        """The organisations of a text as they are written, in order; some may repeat."""
        text = passage.words.text
        listed = list(self._listed(passage)) if self._bodies.among(passage.finds) else []
        found = [(start, text[start:end]) for start, end in listed]
        introduced = self._introduced(passage)
        for name in self._told_of(passage, names, introduced):
            for start, end in self._by_form(text, name, introduced):
                if not _within(start, end, listed):
                    found.append((start, text[start:end]))
        found += self._acronyms_in(text)
        if "oster" in text:
            found += [(brand.start(), brand.group()) for brand in _FOSTERING_BRAND.finditer(text)]
        found.sort()
        return [body for _, body in found]

    def _told_of(
        self, passage: Passage, names: list[Name], introduced: dict[int, bool]
    ) -> list[Name]:
        """The names that something in them or beside them may make those of bodies: few have it."""
        starts = passage.words.starts
        telling = [starts[first] for first, _, _ in self._telling.among(passage.finds)]
        telling.append(sys.maxsize)
        following = 0
        told: list[Name] = []
        for name in names:
            while telling[following] < name.end:
                following += 1
            if (
                telling[following] <= name.end + _LONGEST_DESCRIPTION
                or name.start in introduced
                or not self._marks.isdisjoint(map(folded_word, name.words))
            ):
                told.append(name)
        return told

    def _listed(self, passage: Passage) -> Iterator[tuple[int, int]]:
        words = passage.words
        text = words.text
        for first, last, (body, *_) in self._bodies.among(passage.finds):
            start, end = words.starts[first], words.end(last)
            if not self._written_as_name(words, first, last):
                continue
            if body in self._papers and _GOES_ON.match(text, end):
                continue  # "The Independent Review of Children's Social Care" is no newspaper
            if body in self._ordinary and not (
                (first and not opens_sentence(text, start))
                or _WHAT_IT_IS.match(text, end)
                or _SPEAKS.match(text, end)
            ):
                continue
            if body in self._branches and (place := _PLACE_AFTER.match(text, end)):
                yield start, place.end()
                continue
            if body in self._branch_of:
                place = _PLACE_BEFORE.search(text[max(0, start - 40) : start])
                start -= len(place[1]) if place else 0
            if text[start:end].casefold() != body.casefold():
                end = start + len(without_possessive(text[start:end]))
            yield start, end

    def _written_as_name(self, words: Words, first: int, last: int) -> bool:
        """Whether the words have the capitals of a name, as in "Leicestershire police".

        A long name is one without them.
        """
        if last - first + 1 >= _UNMISTAKABLE:
            return True
        if words.folded[last] in self._heads and last > first:
            last -= 1
        return all(
            words.text[words.starts[at]].isupper()
            or words.text[words.starts[at]].isdigit()
            or words.folded[at] in _SMALL
            for at in range(first, last + 1)
        )

    def _introduced(self, passage: Passage) -> dict[int, bool]:
        """Where words begin that follow "the charity" (True) or "run by" (False)."""
        introductions = self._introductions.among(passage.finds)
        words = passage.words
        return {
            words.starts[last + 1]: sure
            for _, last, (sure, *_) in introductions
            if last + 1 < len(words) and words.gap(last + 1) in (" ", ": ")
        }

    def _by_form(
        self, text: str, name: Name, introduced: dict[int, bool]
    ) -> Iterator[tuple[int, int]]:
        if (
            len(name.words) == 1
            and name.start not in introduced
            and text[name.end : name.end + 1] not in _BEFORE_MORE
        ):
            return  # a single word that nothing follows says nothing
        if (
            self._marks.isdisjoint(map(folded_word, name.words))
            and name.start not in introduced
            and not _WHAT_IT_IS.match(text, name.end)
        ):
            head = self._small_head.match(text, name.end)
            if head is not None and name.words[-1] not in self._common:
                yield name.end - len(name.words[-1]), head.end()
            return
        pieces = _pieces(name, self._heads)
        for place, (start, parts) in enumerate(pieces):
            at, rest = start, parts
            while rest and (rest[0] in _ARTICLES or self._is_of_a_body(rest)):
                at += len(rest[0]) + 1
                rest = rest[1:]
            if not rest:
                continue
            folded = [folded_word(word) for word in rest]
            end = at + len(" ".join(rest))
            whole = without_possessive(text[at:end])
            if self._is_body(folded):
                yield at, at + len(whole)
            elif (place == 0 and name.start in introduced) or _WHAT_IT_IS.match(text, end):
                sure = introduced.get(name.start, True)
                if sure or len(rest) == 1 or len(rest) > 2:
                    yield at, at + len(whole)

    def _is_of_a_body(self, words: list[str]) -> bool:
        """Whether a name only begins after an "of": "Head of the Virtual School"."""
        if "of" not in words:
            return words[0] in _JOINING
        return not any(folded_word(word) in self._leads for word in words[: words.index("of")])

    def _is_body(self, folded: list[str]) -> bool:
        if len(folded) < 2 or " ".join(folded) in self._not_bodies:
            return False
        if folded[-1] in self._heads or folded[0] in self._openers:
            return True
        return any(
            word in self._leads and after in ("of", "for") for word, after in pairwise(folded)
        )

    def _acronyms_in(self, text: str) -> Iterator[tuple[int, str]]:
        for found in _ACRONYM_WORD.finditer(text):
            word = found.group()
            if word in self._acronyms:
                yield found.start(), word
                continue
            plain = word[:-1] if word.endswith("s") and word[:-1].isupper() else word
            if (
                plain in self._terms
                or plain in self._not_acronyms
                or not _ACRONYM.fullmatch(plain)
                or len(plain) < 3
                or (plain.isupper() and len(plain) > _LONGEST_ACRONYM)
                or _SCOTTISH_NAME.match(plain)
                or _TEXT_TO.search(text[max(0, found.start() - 12) : found.start()])
                or not any(letter.islower() for letter in _line_round(text, found.start()))
            ):
                continue
            yield found.start(), plain


def _folded(name: str) -> str:
    return " ".join(map(folded_word, name.split()))


def _within(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Whether a place lies within one of those taken, which are in order."""
    at = bisect_right(taken, (start, end))
    return any(first <= start and end <= last for first, last in taken[max(0, at - 2) : at + 1])


def _line_round(text: str, at: int) -> str:
    """Some of the line round a place: enough to see whether it is all in capitals."""
    first = text.rfind("\n", max(0, at - 80), at) + 1 or max(0, at - 80)
    last = text.find("\n", at, at + 80)
    return text[first : last if last >= 0 else at + 80]


def _pieces(name: Name, heads: frozenset[str]) -> list[tuple[int, list[str]]]:
    """A run of words parted where one name ends and the next begins.

    That is after a possessive ("Ofsted’s Director"), and at an "and" that follows the end of a
    name ("Education Committee and Health Committee") or comes before "the".
    """
    pieces: list[tuple[int, list[str]]] = []
    piece: list[str] = []
    begin = at = name.start
    words = name.words
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        before = folded_word(piece[-1]) if piece else ""
        parts_here = word in ("and", "&") and (
            following == "the" or (before in heads and len(piece) > 1)
        )
        if parts_here or (word == "the" and not piece):
            if piece:
                pieces.append((begin, piece))
            piece = []
        else:
            if not piece:
                begin = at
            piece.append(word)
            if word.endswith(("'s", "’s")) and folded_word(word) in heads:
                pieces.append((begin, piece))
                piece = []
        at += len(word) + 1
    if piece:
        pieces.append((begin, piece))
    return [(start, _trimmed(parts)) for start, parts in pieces]


def _trimmed(parts: list[str]) -> list[str]:
    while parts and parts[-1] in _JOINING:
        parts = parts[:-1]
    return parts
