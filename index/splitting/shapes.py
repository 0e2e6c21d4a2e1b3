"""What a block looks like: how long, how it begins and ends, what sort of line it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index import vocabulary
from index.model.documents import Block
from index.splitting.once import once


class Shapes:
    """Makes the shape of a block, with the words that tell one sort of line from another."""

    def __init__(self, config: Path | None) -> None:
        """Load the words, with a reader's own from the folder `config` laid over them."""
        words = vocabulary.load("index.splitting", "shapes", config)
        self.fields = frozenset[str](words["fields"])
        self.announcing = frozenset[str](words["announcing"])
        self.offices = re.compile("|".join(re.escape(office) for office in words["offices"]))
        self.sentence_openers = tuple[str, ...](words["sentence_openers"])
        self.link_openers = tuple[str, ...](words["link_openers"])
        self.greetings = tuple[str, ...](words["greetings"])
        self.farewells = frozenset[str](words["farewells"])
        self.months = frozenset[str](words["months"])
        self.weekdays = frozenset[str](words["weekdays"])
        self.date_words = self.months | frozenset(_date_words(words))

    def of(self, block: Block) -> Shape:
        """The shape of the block."""
        return Shape(block, self)


def _date_words(words: dict[str, Any]) -> list[str]:
    return [*words["weekdays"], *words["beside_dates"]]


def folded(text: str) -> str:
    """A short text as it is compared: lower case, straight quotes, single spaces, bare ends."""
    plain = text[:_MOST]
    if not plain.isascii():
        # one after the other, which is many times faster than str.translate
        for curly, straight in _STRAIGHT:
            plain = plain.replace(curly, straight)
    plain = plain.lower()
    return " ".join(plain.split()).strip(_PUNCTUATION)


_MOST = 400
"""Nothing about a line's form is further in than so many characters."""
_MANY = 1000
"""The number of words of whatever is longer."""
_STRAIGHT = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"))
_PUNCTUATION = " .:;,!?*_\"'|>»→←<«[](){}…-"


@dataclass(frozen=True)
class Shape:
    """A block, and what can be seen of it without reading it. Worked out when first asked for."""

    block: Block
    words_of: Shapes

    @once
    def text(self) -> str:
        """As much of the text as its form depends on."""
        return self.block.text[:_MOST]

    @once
    def folded(self) -> str:
        """The text as it is compared with word lists."""
        return folded(self.text)

    @once
    def words(self) -> int:
        """How many words it has, counted no further than its form depends on."""
        return _MANY if self.length > _MOST else len(self.text.split())

    @property
    def length(self) -> int:
        """How many characters it has."""
        return len(self.block.text)

    @property
    def last(self) -> str:
        """Its last character, quotes and brackets after a stop left out."""
        return self.block.text.rstrip("”’\"')*_ ")[-1:] or self.block.text[-1:]

    @once
    def is_bullet(self) -> bool:
        """Whether it is marked as an entry of a list without numbers."""
        return (bool(self.block.marker) and not self.block.marker.strip("().")[:1].isalnum()) or (
            self.block.marker == "o"
        )

    @once
    def is_numbered(self) -> bool:
        """Whether a number or letter stands before it."""
        return bool(self.block.marker) and not self.is_bullet

    @once
    def has_address(self) -> bool:
        """Whether a web or e-mail address is in it."""
        text = self.block.text
        return ("@" in text or "http" in text or "www" in text) and bool(_ADDRESS.search(text))

    @once
    def has_telephone(self) -> bool:
        """Whether a British telephone number is in it."""
        return bool(_TELEPHONE.search(self.text))

    @once
    def is_address(self) -> bool:
        """Whether it is nothing but an address."""
        return bool(_ADDRESS_ONLY.match(self.block.text))

    @once
    def is_capitals(self) -> bool:
        """Whether all its words are in capitals."""
        if _SMALL_EARLY.match(self.text):
            return False
        letters = sum(map(str.isalpha, self.text))
        return letters > 3 and sum(map(str.isupper, self.text)) >= 0.85 * letters

    @once
    def is_quotation(self) -> bool:
        """Whether it stands in quotation marks."""
        return self.text[0] in "“\"‘'" and self.text[-1] in "”\"’'"

    @once
    def starts_small(self) -> bool:
        """Whether its first letter is a small one."""
        return self.text.lstrip("“\"‘'(#*_")[:1].islower()

    @once
    def is_sentence(self) -> bool:
        """Whether it is running text: it closes with a stop, or is too long for a heading."""
        if self.length > _LONGEST_HEADING or self.words > _MOST_WORDS:
            return True
        if self.words >= _TWO_SENTENCES and _SECOND_SENTENCE.search(self.text):
            return True
        if self.last == "!":
            return self.words > _SHORT_CRY
        return self.last in ".;" and not self.text.endswith("..") and self.words >= 2

    @property
    def breaks_off(self) -> bool:
        """Whether it ends in dots, as a teaser does."""
        return bool(_BREAKS_OFF.search(self.block.text[-12:]))

    @once
    def is_question(self) -> bool:
        """Whether it ends in a question mark."""
        return self.last == "?"

    @once
    def is_label(self) -> bool:
        """Whether it ends in a colon and names something: "Healthy relationships:"."""
        return self.last == ":" and not self.is_announcement

    @once
    def is_announcement(self) -> bool:
        """Whether it ends in a colon and says that something follows: "The launch included:"."""
        if not self.block.text.endswith((":", " –", " -", ":-", ": -")):
            return False
        if self.words > 12 or self.folded.startswith(self.words_of.sentence_openers):
            return True
        return self.folded.rpartition(" ")[2] in self.words_of.announcing

    @once
    def label(self) -> str:
        """The words before its first colon, folded, if they are few; or ""."""
        before, colon, _ = self.block.text[:60].partition(":")
        return folded(before) if colon and len(before.split()) <= 5 else ""

    @once
    def is_field(self) -> bool:
        """Whether it is a line of facts: "Venue: Civic Centre"."""
        return self.label in self.words_of.fields

    @once
    def is_fact(self) -> bool:
        """Whether it is a name, a colon and a few words: "Key decision: No"."""
        before, colon, after = self.text[:160].partition(":")
        return (
            bool(colon)
            and not self.is_sentence
            and len(before.split()) <= 5
            and 0 < len(after.split()) <= 6
        )

    @once
    def names_date(self) -> bool:
        """Whether it has a number and a month, or a date in numbers."""
        if not _DIGIT.search(self.text):
            return False
        if _DATE_IN_NUMBERS.search(self.text):
            return True
        return bool(self._tokens & self.words_of.months)

    @once
    def is_date(self) -> bool:
        """Whether it is a date and hardly more: "Tuesday 18 January 2022, 9.30am – 1pm"."""
        return self.words <= 16 and self.names_date and self._beside_date <= 1

    @property
    def is_nothing_but_date(self) -> bool:
        """Whether it is a date and nothing else."""
        return self.is_date and self._beside_date == 0 and not self.block.level

    @once
    def is_dateline(self) -> bool:
        """Whether it says where and when something appeared: "The Guardian, 14 September 2022"."""
        return self.words <= 12 and self.names_date and self._beside_date <= 5

    @once
    def starts_with_date(self) -> bool:
        """Whether it begins with a day, as the lines of a diary do."""
        first = _LETTERS_OR_DIGITS.findall(self.folded[:40])[:4]
        return len(first) >= 2 and (
            (
                first[0] in self.words_of.weekdays
                and (first[1][0].isdigit() or first[1] in self.words_of.months)
            )
            or (first[0][0].isdigit() and first[1] in self.words_of.months)
            or (first[0] in self.words_of.months and first[1][0].isdigit())
            or bool(_DATE_IN_NUMBERS.match(self.text))
        )

    @once
    def is_byline(self) -> bool:
        """Whether it names an author: "By Helen Moss", "Lucy Hopkins, Head of Practice"."""
        if self.words > 12 or self.is_sentence:
            return False
        if _BY.match(self.text):
            return True
        _, _, office = self.folded.partition(",")
        return bool(_NAME.match(self.text)) and bool(office) and self._is_office(office.strip())

    @property
    def names_people(self) -> bool:
        """Whether it is a list of names, as authors are named: "Jane Rowe and Peter Willis"."""
        return self.words <= 24 and bool(_NAMES.match(self.text))

    @once
    def is_office(self) -> bool:
        """Whether it is somebody's office and no more: "Independent Scrutineer"."""
        return self.words <= 9 and not self.is_sentence and self._is_office(self.folded)

    @once
    def is_name(self) -> bool:
        """Whether it has the form of a person's name."""
        return self.words <= 5 and bool(_NAME_ONLY.match(self.text))

    @property
    def signs(self) -> bool:
        """Whether it may stand in a signature: a name, an office, who they are signed for."""
        return (
            self.words <= 9 and not self.is_date and (self.is_name or self._is_office(self.folded))
        )

    @property
    def is_link_text(self) -> bool:
        """Whether it is the text of a link: "Download the leaflet"."""
        return self.words <= 12 and self.folded.startswith(self.words_of.link_openers)

    @property
    def is_button(self) -> bool:
        """Whether it may be the text of a button: "Book your place"."""
        return self.words <= 6 and ":" not in self.text and self.last != "." and self.is_link_text

    @once
    def is_greeting(self) -> bool:
        """Whether a letter begins with it."""
        return (
            self.words <= 10
            and self.folded.startswith(self.words_of.greetings)
            and (
                self.block.text[-1] in ",!:"
                or (self.folded.startswith(_HAIL) and not self.is_sentence)
            )
        )

    @once
    def is_farewell(self) -> bool:
        """Whether a letter ends with it."""
        return self.words <= 8 and self.folded in self.words_of.farewells

    @once
    def could_be_heading(self) -> bool:
        """Whether its own form is that of a heading, whatever stands round it."""
        return not (
            self.is_bullet
            or self.is_sentence
            or self.has_address
            or self.is_announcement
            or (self.breaks_off and self.words >= _TEASER)
            or self.is_field
            or (self.is_date and (self.starts_with_date or self.is_nothing_but_date))
            or self.is_byline
            or self.is_greeting
            or self.is_farewell
            or (self.text[0] == "[" and self.text[-1] == "]")
            or self.last in ",;"
            or not _LETTER.search(self.text)
            or (self.is_numbered and self.words < 1)
        )

    @once
    def _tokens(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.folded))

    @once
    def _beside_date(self) -> int:
        return sum(
            word not in self.words_of.date_words
            for word in _LETTERS.findall(_TIMES.sub(" ", self.folded))
        )

    def _is_office(self, folded_text: str) -> bool:
        return bool(self.words_of.offices.search(folded_text))


_HAIL = ("dear ", "hello from ", "hello every", "hello all", "hi all", "hi every", "hi from ")
_LONGEST_HEADING = 150
_LONGEST_FACT = 120
_TEASER = 8
_MOST_WORDS = 22
_SHORT_CRY = 6
_TWO_SENTENCES = 10

_BREAKS_OFF = re.compile(r"(?:\[(?:…|\.\.\.)\]|…|(?<!\.)\.\.\.)\W*$")
_SECOND_SENTENCE = re.compile(r"[a-z]{3}[.?!] [A-Z]")
_SMALL_EARLY = re.compile(r"[^\W\d_]?[a-z]|\W{0,3}\w[a-z]")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_][\w'/&-]*")
_LETTERS_OR_DIGITS = re.compile(r"[^\W_]+")
_TIMES = re.compile(r"\d{1,4}\s?(?:st|nd|rd|th|am|pm)\b")
_ADDRESS = re.compile(r"https?://|\bwww\.\w|\w@\w[\w-]{0,60}\.\w")
_TELEPHONE = re.compile(r"(?<!\d)0\d{2,4} ?\d{3} ?\d{3,4}(?!\d)|(?<!\d)0\d{4} ?\d{6}(?!\d)")
_ADDRESS_ONLY = re.compile(r"[<(\[]?(?:https?://|www\.)\S+$|<?[\w.+'-]{1,80}@[\w.-]{1,120}>?$")
_DATE_IN_NUMBERS = re.compile(r"(?<![\d/])\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/])")
_BY = re.compile(
    r"(?:By|(?:Written|Posted|Words|Compiled|Edited|Prepared|Produced) by|Author|Editor|Photo)"
    r"\b:?\s+(?:the )?[A-Z]"
)
_STYLE = r"(?:(?:Dr|Mrs?|Ms|Miss|Prof|Professor|Cllr|Councillor|Sir|Dame|Revd?)\.? )?"
_CAPITALISED = r"[A-Z][\w’'.-]{0,30}"
_NAME = re.compile(rf"{_STYLE}{_CAPITALISED}(?: {_CAPITALISED}){{1,3}},")
_FULL_NAME = rf"{_STYLE}{_CAPITALISED}(?: {_CAPITALISED}){{1,3}}"
_NAMES = re.compile(rf"{_FULL_NAME}(?:, {_FULL_NAME}){{0,8}},? (?:and|&) {_FULL_NAME}$")
_NAME_ONLY = re.compile(rf"{_STYLE}{_CAPITALISED}(?: {_CAPITALISED}){{0,3}}$")
