"""People: the persons that an item names, by the form of a name and the words beside it."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from index import vocabulary
from index.understanding.names import POSSESSIVES, Name, without_possessive
from index.understanding.words import folded_word

_NEXT_WORD = re.compile(r"(?P<comma>,?)[ ](?:(?:the|our|a|an)[ ])?(?P<word>[\w’'-]{1,24})")
_LAST_WORD = re.compile(r"(?P<word>[\w’'-]{1,24}):?[ ]$")
_NAME_WORD = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ]+(?:['’-][A-ZÀ-Þ][a-zà-ÿ]+)*|(?:Mac|Mc|O['’]|De)[A-Z][a-z]+|[A-Z]"
)
_JOINING = frozenset(("of", "for", "and", "&", "the"))
_LONGEST = 4
_BEGINNING = 2
"""So many letters of a verb are looked at first: few words begin as one of them."""
# The authors of an abstract, in a line of their own: "P. Grady, Ann Lee and Tom Roe".
_INITIAL = r"[A-Z](?![\w’'-])\.?"
_SURNAME = r"[A-ZÀ-Þ][\w’'-]{1,30}"
_AUTHOR = re.compile(
    rf"{_SURNAME}(?: {_INITIAL})? {_SURNAME}|{_SURNAME}(?:,? {_INITIAL}){{1,3}}"
    rf"|(?:{_INITIAL} ?){{1,3}}{_SURNAME}"
)
_BETWEEN_AUTHORS = re.compile(r"(?:, and|,|;| and| &) ")
_AFTER_AUTHORS = re.compile(r"(?:,? et al)?\.?$")
_LONGEST_AUTHORS = 300


class People:
    """What is needed to tell the names of people from others."""

    def __init__(self, config: Path | None = None) -> None:
        """Load the word lists; raises LibraryError if a reader's own people.toml cannot be used."""
        listed = vocabulary.load("index.understanding", "people", config)
        self._titles = frozenset(listed["titles"])
        self._roles = frozenset(map(folded_word, listed["roles"]))
        self._before = frozenset(listed["verbs_before"])
        self._after = frozenset(listed["verbs_after"])
        # "is", "has" and "who" follow the names of things as well
        self._deeds = frozenset(verb for verb in self._after if len(verb) > len("has"))
        self._given = frozenset(listed["given_names"])
        self._openings = frozenset(listed["openings"])
        honours = {word for word in self._after if word.isupper()}
        self._telling = self._titles | self._given | honours
        self._beginnings = frozenset(
            verb[:_BEGINNING] for verb in (*self._deeds, "the ", "our ", "a ", "an ")
        )
        self._not_people = frozenset(map(folded_word, listed["not_people"]))

    def of(self, text: str, names: list[Name], bodies: Collection[str]) -> list[str]:
        """The people among the `names` of a text, as they are written; some may repeat.

        `bodies` are the organisations that it names: none of those is a person.
        """
        people = self._authors(text)
        for name in names:
            if len(name.words) == 1:
                continue  # a single word is nobody's whole name
            if (
                self._telling.isdisjoint(name.words)
                and not name.words[-1].endswith(POSSESSIVES)
                and text[name.end : name.end + 1] != ","
                and text[name.end + 1 : name.end + 1 + _BEGINNING] not in self._beginnings
            ):
                continue  # most names are nobody's, and nothing in them or beside them says so
            at = name.start
            for words in _parted(name.words):
                end = at + sum(map(len, words)) + len(words) - 1
                if len(words) > 1:
                    person = self._person(text, at, end, words)
                    if person and person not in bodies:
                        people.append(person)
                at = end + 1
        return people

    def _authors(self, text: str) -> list[str]:
        """The authors named in the first line of a text, if that is all that it says."""
        end = text.find("\n")
        authors: list[str] = []
        if not text[:1].isupper() or (end if end >= 0 else len(text)) > _LONGEST_AUTHORS:
            return authors
        line = text[:end] if end >= 0 else text
        second = line.find(" ") + 1
        if not line[second : second + 1].isupper():
            return authors
        at = 0
        while (author := _AUTHOR.match(line, at)) is not None:
            authors.append(author.group())
            between = _BETWEEN_AUTHORS.match(line, author.end())
            at = between.end() if between else author.end()
            if between is None:
                break
        if not authors or _AFTER_AUTHORS.match(line, at) is None:
            return []
        named = any("." in author or author.split(" ")[0] in self._given for author in authors)
        return authors if named else []

    def _person(self, text: str, begin: int, end: int, words: list[str]) -> str:
        """The person that the words name which stand at `text[begin:end]`, or ""."""
        titles: list[str] = []
        if not self._titles.isdisjoint(words):
            titles, words = self._titles_before(words)
        names = [without_possessive(word) for word in words]
        honour = names[-1:] if names and names[-1] in self._after and names[-1].isupper() else []
        plain = names[: len(names) - len(honour)]
        if not plain or len(plain) > _LONGEST:
            return ""
        if plain[0] in self._openings or folded_word(plain[-1]) in self._not_people:
            return ""
        if not (titles or honour):
            if len(plain) < 2 or len(plain[-1]) < 2:
                return ""
            if plain[0] not in self._given and not self._acts(text, begin, end):
                return ""
        if not all(map(_NAME_WORD.fullmatch, plain)):
            return ""
        return " ".join([*titles, *plain, *honour])

    def _titles_before(self, words: list[str]) -> tuple[list[str], list[str]]:
        """The titles of a name that has any, and the words after them.

        "Education Minister Baroness Berridge": the name begins with the title.
        """
        begin = next(place for place, word in enumerate(words) if word in self._titles)
        end = begin
        while end < len(words) and words[end] in self._titles:
            end += 1
        return words[begin:end], words[end:]

    def _acts(self, text: str, begin: int, end: int) -> bool:
        """Whether what stands beside an unknown name says that it is somebody's."""
        after = _NEXT_WORD.match(text, end)
        if after is None:
            return False
        if after["comma"]:
            return folded_word(after["word"]) in self._roles
        if after["word"] not in self._deeds:
            return False
        before = _LAST_WORD.search(text[max(0, begin - 26) : begin])
        return before is None or before["word"].lower() in self._before


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s"))


def _parted(words: list[str]) -> list[list[str]]:
    """The names of a run: "Arthur Labinjo-Hughes and Star Hobson" are two."""
    if _JOINING.isdisjoint(words) and not any(map(_is_possessive, words[:-1])):
        return [words]
    parts: list[list[str]] = []
    begins = True
    for word in words:
        joins = word in _JOINING
        if begins or joins:
            parts.append([word])
        else:
            parts[-1].append(word)
        begins = joins or _is_possessive(word)
    return parts
