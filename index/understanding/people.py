"""People: the persons that an item names, by the form of a name and the words beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from index import vocabulary
from index.understanding.names import Name, without_possessive
from index.understanding.words import folded_word

_NEXT_WORD = re.compile(r"(?P<comma>,?)[ ](?:(?:the|our|a|an)[ ])?(?P<word>[\w’'-]{1,24})")
_LAST_WORD = re.compile(r"(?P<word>[\w’'-]{1,24}):?[ ]$")
_NAME_WORD = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ]+(?:['’-][A-ZÀ-Þ][a-zà-ÿ]+)*|(?:Mac|Mc|O['’]|De)[A-Z][a-z]+|[A-Z]"
)
_JOINING = frozenset(("of", "for", "and", "&", "the"))
_LONGEST = 4
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
        self._given = frozenset(listed["given_names"])
        self._openings = frozenset(listed["openings"])
        self._not_people = frozenset(map(folded_word, listed["not_people"]))

    def of(self, text: str, names: list[Name], bodies: Collection[str]) -> Iterator[str]:
        """The people among the `names` of a text, as they are written; some may repeat.

        `bodies` are the organisations that it names: none of those is a person.
        """
        yield from self._authors(text)
        for name in names:
            if len(name.words) == 1:
                continue  # a single word is nobody's whole name
            at = name.start
            for words in _parted(name.words):
                begin, at = at, at + len(" ".join(words)) + 1
                if len(words) > 1:
                    person = self._person(text, begin, words)
                    if person and person not in bodies:
                        yield person

    def _authors(self, text: str) -> Iterator[str]:
        """The authors named in the first line of a text, if that is all that it says."""
        end = text.find("\n")
        line = text[: end if end >= 0 else len(text)]
        if len(line) > _LONGEST_AUTHORS:
            return
        authors: list[str] = []
        at = 0
        while (author := _AUTHOR.match(line, at)) is not None:
            authors.append(author.group())
            between = _BETWEEN_AUTHORS.match(line, author.end())
            at = between.end() if between else author.end()
            if between is None:
                break
        if not authors or _AFTER_AUTHORS.match(line, at) is None:
            return
        if any("." in author or author.split(" ")[0] in self._given for author in authors):
            yield from authors

    def _person(self, text: str, begin: int, words: list[str]) -> str:
        end = begin + len(" ".join(words))
        # "Education Minister Baroness Berridge": the name begins with the title.
        words = words[next((n for n, word in enumerate(words) if self._is_title(word)), 0) :]
        titled = 0
        while titled < len(words) and self._is_title(words[titled]):
            titled += 1
        names = [without_possessive(word) for word in words[titled:]]
        honour = names[-1:] if names and names[-1] in self._after and names[-1].isupper() else []
        plain = names[: len(names) - len(honour)]
        if not plain or len(plain) > _LONGEST or not all(map(_NAME_WORD.fullmatch, plain)):
            return ""
        if plain[0] in self._openings or folded_word(plain[-1]) in self._not_people:
            return ""
        if not (titled or honour):
            if len(plain) < 2 or len(plain[-1]) < 2:
                return ""
            if plain[0] not in self._given and not self._acts(text, begin, end):
                return ""
        return " ".join([*words[:titled], *plain, *honour])

    def _is_title(self, word: str) -> bool:
        return word.rstrip(".") in self._titles

    def _acts(self, text: str, begin: int, end: int) -> bool:
        """Whether what stands beside an unknown name says that it is somebody's."""
        after = _NEXT_WORD.match(text, end)
        if after is not None and after["comma"]:
            return folded_word(after["word"]) in self._roles
        says = after is not None and after["word"] in self._after and len(after["word"]) > 3
        before = _LAST_WORD.search(text[max(0, begin - 26) : begin])
        return (says and before is None) or (
            before is not None and before["word"].lower() in self._before and says
        )


def _parted(words: list[str]) -> Iterator[list[str]]:
    """The names of a run: "Arthur Labinjo-Hughes and Star Hobson" are two."""
    part: list[str] = []
    for word in words:
        if word in _JOINING:
            if part:
                yield part
            yield [word]
            part = []
        else:
            part.append(word)
            if word.endswith(("'s", "’s")):
                yield part
                part = []
    if part:
        yield part
