"""What a block looks like: how long, how it begins and ends, what sort of line it is."""

from __future__ import annotations

import re
from pathlib import Path

from index import vocabulary
from index.model.documents import Block
from index.splitting.folding import MOST, folded


class ShapeWords:
    """The words that tell one sort of line from another."""

    def __init__(self, config: Path | None) -> None:
        """Load the words, with a reader's own from the folder `config` laid over them."""
        words = vocabulary.load("index.splitting", "shapes", config)
        self.fields = frozenset[str](words["fields"])
        self.announcing = frozenset[str](words["announcing"])
        self.offices = re.compile("|".join(re.escape(office) for office in words["offices"]))
        self.sentence_openers = tuple[str, ...](words["sentence_openers"])
        self.link_openers = tuple[str, ...](words["link_openers"])
        self.greetings = tuple[str, ...](words["greetings"])
        self.greeting_starts = frozenset(greeting[:1] for greeting in self.greetings)
        self.farewells = frozenset[str](words["farewells"])
        self.months = frozenset[str](words["months"])
        self.weekdays = frozenset[str](words["weekdays"])
        self.date_words = self.months | self.weekdays | frozenset(words["beside_dates"])
        self.month_starts = re.compile("|".join({re.escape(month[:3]) for month in self.months}))
        self.date_starts = frozenset(word[:2] for word in self.months | self.weekdays)


_MANY = 1000
"""The number of words of whatever is longer than what its form depends on."""


class Shape:
    """A block, and what can be seen of it without reading it.

    What every rule asks of every block is worked out at once. The rest is worked out when it is
    asked for, each time: a look at a character or two settles it for most blocks.
    """

    __slots__ = (
        "block",
        "folded",
        "is_bullet",
        "is_farewell",
        "is_greeting",
        "is_sentence",
        "last",
        "length",
        "text",
        "words",
        "words_of",
    )

    def __init__(
        self,
        block: Block,
        text: str,
        folded: str,
        blanks: int,
        is_farewell: bool,
        may_greet: bool,
        words_of: ShapeWords,
    ) -> None:
        """Look at a block; what C can tell of all blocks of a page at once is given."""
        whole = block.text
        self.block = block
        self.words_of = words_of
        self.length = length = len(whole)
        """How many characters it has."""
        self.text = text
        """As much of the text as its form depends on."""
        self.folded = folded
        """The text as it is compared with word lists."""
        self.words = words = blanks + 1 if length <= MOST else _MANY
        """How many words it has, counted no further than its form depends on."""
        last = whole[-1:]
        if last in _AFTER_STOP:
            last = whole.rstrip(_AFTER_STOP)[-1:] or last
        self.last = last
        """Its last character, quotes and brackets after a stop left out."""
        marker = block.marker
        self.is_bullet = (
            (marker == "o" or not marker.strip("().")[:1].isalnum()) if marker else False
        )
        """Whether it is marked as an entry of a list without numbers."""
        self.is_sentence = (
            length > _LONGEST_HEADING
            or words > _MOST_WORDS
            or (words >= _TWO_SENTENCES and _has_second_sentence(text))
            or (last in "!.;" and self._closes())
        )
        """Whether it is running text: it closes with a stop, or is too long for a heading."""
        self.is_farewell = is_farewell
        """Whether a letter ends with it."""
        self.is_greeting = may_greet and self._greets()
        """Whether a letter begins with it."""

    @property
    def is_numbered(self) -> bool:
        """Whether a number or letter stands before it."""
        return self.block.marker != "" and not self.is_bullet

    @property
    def has_address(self) -> bool:
        """Whether a web or e-mail address is in it."""
        text = self.block.text
        return ("@" in text or "http" in text or "www" in text) and bool(_ADDRESS.search(text))

    @property
    def has_telephone(self) -> bool:
        """Whether a British telephone number is in it."""
        return "0" in self.text and bool(_TELEPHONE.search(self.text))

    @property
    def is_address(self) -> bool:
        """Whether it is nothing but an address."""
        text = self.block.text
        return ("@" in text or "http" in text or "www" in text) and bool(_ADDRESS_ONLY.match(text))

    @property
    def is_capitals(self) -> bool:
        """Whether all its words are in capitals."""
        text = self.text
        if "a" <= text[1:2] <= "z" or _SMALL_EARLY.match(text):
            return False
        letters = sum(map(str.isalpha, text))
        return letters > 3 and sum(map(str.isupper, text)) >= 0.85 * letters

    @property
    def is_quotation(self) -> bool:
        """Whether it stands in quotation marks."""
        return self.text[0] in "“\"‘'" and self.text[-1] in "”\"’'"

    @property
    def starts_small(self) -> bool:
        """Whether its first letter is a small one."""
        return self.text.lstrip("“\"‘'(#*_")[:1].islower()

    @property
    def breaks_off(self) -> bool:
        """Whether it ends in dots, as a teaser does."""
        end = self.block.text[-12:]
        return ("…" in end or "..." in end) and bool(_BREAKS_OFF.search(end))

    @property
    def is_question(self) -> bool:
        """Whether it ends in a question mark."""
        return self.last == "?"

    @property
    def is_label(self) -> bool:
        """Whether it ends in a colon and names something: "Healthy relationships:"."""
        return self.last == ":" and not self.is_announcement

    @property
    def is_announcement(self) -> bool:
        """Whether it ends in a colon and says that something follows: "The launch included:"."""
        if not self.block.text.endswith((":", " –", " -", ":-")):
            return False
        if self.words > 12 or self.folded.startswith(self.words_of.sentence_openers):
            return True
        return self.folded.rpartition(" ")[2] in self.words_of.announcing

    @property
    def label(self) -> str:
        """The words before its first colon, folded, if they are few; or ""."""
        end = self.text.find(":", 0, 60)
        if end < 0:
            return ""
        before = self.text[:end]
        return folded(before) if len(before.split()) <= 5 else ""

    @property
    def is_field(self) -> bool:
        """Whether it is a line of facts: "Venue: Civic Centre"."""
        return self.label in self.words_of.fields

    @property
    def is_fact(self) -> bool:
        """Whether it is a name, a colon and a few words: "Key decision: No"."""
        if self.is_sentence or ":" not in self.text:
            return False
        before, _, after = self.text.partition(":")
        return len(before.split()) <= 5 and 0 < len(after.split()) <= 6

    @property
    def names_date(self) -> bool:
        """Whether it has a number and a month, or a date in numbers."""
        text = self.text
        if not _DIGIT.search(text):
            return False
        if text.count("/") + text.count(".") >= 2 and _DATE_IN_NUMBERS.search(text):
            return True
        return bool(
            self.words_of.month_starts.search(self.folded)
        ) and not self.words_of.months.isdisjoint(_WORD.findall(self.folded))

    @property
    def is_date(self) -> bool:
        """Whether it is a date and hardly more: "Tuesday 18 January 2022, 9.30am – 1pm"."""
        return self.words <= 16 and self.names_date and self._beside_date <= 1

    @property
    def is_nothing_but_date(self) -> bool:
        """Whether it is a date and nothing else."""
        return (
            self.words <= 16 and not self.block.level and self.names_date and self._beside_date == 0
        )

    @property
    def is_dateline(self) -> bool:
        """Whether it says where and when something appeared: "The Guardian, 14 September 2022"."""
        return self.words <= 12 and self.names_date and self._beside_date <= 5

    @property
    def starts_with_date(self) -> bool:
        """Whether it begins with a day, as the lines of a diary do."""
        words_of, start = self.words_of, self.folded[:2]
        if start.isalpha() and start not in words_of.date_starts:
            return False
        first = _LETTERS_OR_DIGITS.findall(self.folded[:40])[:4]
        return len(first) >= 2 and (
            (
                first[0] in words_of.weekdays
                and (first[1][0].isdigit() or first[1] in words_of.months)
            )
            or (first[0][0].isdigit() and first[1] in words_of.months)
            or (first[0] in words_of.months and first[1][0].isdigit())
            or bool(_DATE_IN_NUMBERS.match(self.text))
        )

    @property
    def is_byline(self) -> bool:
        """Whether it names an author: "By Helen Moss", "Lucy Hopkins, Head of Practice"."""
        text = self.text
        if self.words > 12 or self.is_sentence:
            return False
        if text[0] in _BY_STARTS and _BY.match(text):
            return True
        if "," not in text or not _NAME.match(text):
            return False
        _, _, office = self.folded.partition(",")
        return bool(office) and self._is_office(office.strip())

    @property
    def names_people(self) -> bool:
        """Whether it is a list of names, as authors are named: "Jane Rowe and Peter Willis"."""
        return self.words <= 24 and bool(_NAMES.match(self.text))

    @property
    def is_office(self) -> bool:
        """Whether it is somebody's office and no more: "Independent Scrutineer"."""
        return self.words <= 9 and not self.is_sentence and self._is_office(self.folded)

    @property
    def is_name(self) -> bool:
        """Whether it has the form of a person's name."""
        return self.words <= 5 and bool(_NAME_ONLY.match(self.text))

    @property
    def signs(self) -> bool:
        """Whether it may stand in a signature: a name, an office, who they are signed for."""
        return (
            self.words <= 9 and (self.is_name or self._is_office(self.folded)) and not self.is_date
        )

    @property
    def is_link_text(self) -> bool:
        """Whether it is the text of a link: "Download the leaflet", "Luton, sign up here"."""
        return self.words <= 12 and (
            self.folded.startswith(self.words_of.link_openers) or self._sends_on
        )

    @property
    def _sends_on(self) -> bool:
        """Whether it ends in "here" for whoever reads on elsewhere: not "Summer is here"."""
        return (
            self.folded.endswith(" here")
            and self.last != "?"
            and not self.folded.endswith(_ARRIVED)
        )

    @property
    def is_button(self) -> bool:
        """Whether it may be the text of a button: "Book your place"."""
        return self.words <= 6 and self.is_link_text and ":" not in self.text and self.last != "."

    def _closes(self) -> bool:
        if self.last == "!":
            return self.words > _SHORT_CRY
        return self.words >= 2 and not self.text.endswith("..")

    def _greets(self) -> bool:
        return (
            self.words <= _LONGEST_GREETING
            and self.folded.startswith(self.words_of.greetings)
            and (
                self.block.text[-1] in ",!:"
                or (self.folded.startswith(_HAIL) and not self.is_sentence)
            )
        )

    @property
    def could_be_heading(self) -> bool:
        """Whether its own form is that of a heading, whatever stands round it."""
        if self.is_sentence or self.is_bullet or self.is_farewell or self.is_greeting:
            return False
        text = self.text
        if self._sends_on or self.is_byline:
            return False
        return text.replace(" ", "").isalpha() or not (
            self.last in ",;"
            or self.has_address
            or (self.words >= _TEASER and self.breaks_off)
            or (text[0] == "[" and text[-1] == "]")
            or not (text[0].isalpha() or _LETTER.search(text))
            or (":" in text and self.is_field)
            or self.is_announcement
            or self._is_day
        )

    @property
    def _is_day(self) -> bool:
        """Whether it is a date, and either begins with it or says nothing else."""
        if self.words > 16 or not self.names_date:
            return False
        beside = self._beside_date
        return (beside == 0 and not self.block.level) or (beside <= 1 and self.starts_with_date)

    @property
    def _beside_date(self) -> int:
        return sum(
            word not in self.words_of.date_words
            for word in _LETTERS.findall(_TIMES.sub(" ", self.folded))
        )

    def _is_office(self, folded_text: str) -> bool:
        return bool(self.words_of.offices.search(folded_text))


def _has_second_sentence(text: str) -> bool:
    return (". " in text or "? " in text or "! " in text) and bool(_SECOND_SENTENCE.search(text))


_HAIL = ("dear ", "hello from ", "hello every", "hello all", "hi all", "hi every", "hi from ")
_ARRIVED = (" is here", " are here", "'s here", "'re here")
_LONGEST_HEADING = 150
_LONGEST_GREETING = 10
_TEASER = 8
_MOST_WORDS = 22
_SHORT_CRY = 6
_TWO_SENTENCES = 10

_AFTER_STOP = "”’\"')*_ "

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
_BY_STARTS = frozenset("BWPCEA")
_STYLE = r"(?:(?:Dr|Mrs?|Ms|Miss|Prof|Professor|Cllr|Councillor|Sir|Dame|Revd?)\.? )?"
_CAPITALISED = r"[A-Z][\w’'.-]{0,30}"
_NAME = re.compile(rf"{_STYLE}{_CAPITALISED}(?: {_CAPITALISED}){{1,3}},")
_FULL_NAME = rf"{_STYLE}{_CAPITALISED}(?: {_CAPITALISED}){{1,3}}"
_NAMES = re.compile(rf"{_FULL_NAME}(?:, {_FULL_NAME}){{0,8}},? (?:and|&) {_FULL_NAME}$")
_NAME_ONLY = re.compile(rf"{_STYLE}{_CAPITALISED}(?: {_CAPITALISED}){{0,3}}$")
