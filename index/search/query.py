"""What a reader types, read as a query. Any text is one: at worst, it is read as plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from index.search.words import FUNCTION_WORDS, Word, words

MOST_WORDS = 64
"""Words of a query that count."""

_MOST_LETTERS = 10_000
_DEEPEST = 20
"""Brackets and NOTs within each other: more are a slip of the keyboard."""

_TEXT_FIELDS = {
    "title": "title",
    "section": "section",
    "text": "words",
    "organisation": "organisations",
    "organisations": "organisations",
    "organization": "organisations",
    "org": "organisations",
    "person": "people",
    "people": "people",
    "note": "notes",
    "notes": "notes",
}
_VALUE_FIELDS = {
    "topic": "topic",
    "topics": "topic",
    "source": "source",
    "sources": "source",
    "kind": "kind",
    "kinds": "kind",
    "issued": "issued",
}

EVERYWHERE = "words"
"""The field that holds the words of all parts of an item."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A word that is asked for. `prefix`: all words that begin with it; `typing`: it may go on.

    `glued` is as in `index.search.words.Word`; `start` and `end` are offsets into the query.
    """

    form: str
    acronym: str = ""
    glued: str = ""
    prefix: bool = False
    typing: bool = False
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words side by side, all of which are wanted, in any order."""

    words: tuple[Asked, ...]
    field: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotation marks: next to each other and as they are, without synonyms."""

    words: tuple[Asked, ...]
    field: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a field that holds no running text: a topic, source, kind or date of issue.

    For `issued`, the value is a date of any precision or a span ("2020..2022", "..2021-06").
    """

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Everything in it is wanted."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of what is in it is wanted."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What is in it is not wanted."""

    node: Node


Node = Words | Phrase | Value | AllOf | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was read: None where there is nothing in it to search for.

    `note` says how it was read if that is not plain. `plain` means that it has no operators, so
    that some of its words may do where not all are found. `wanted` are the words it asks for.
    """

    node: Node | None
    note: str = ""
    plain: bool = True

    @property
    def wanted(self) -> tuple[Asked, ...]:
        """The words that are asked for, in order, without those that are not wanted."""
        return tuple(asked_for(self.node)) if self.node is not None else ()

    @property
    def typing(self) -> bool:
        """Whether the last word may go on."""
        return any(word.typing for word in self.wanted)


def read(text: str) -> Query:
    """Read what a reader typed."""
    note = ""
    text = text.encode(errors="replace").decode()  # half of a character is none
    if len(text) > _MOST_LETTERS:
        text, note = text[:_MOST_LETTERS], _too_long()
    tokens: list[_Token] = []
    count = 0
    for token in _tokens(text):
        count += len(token.words)
        if count > MOST_WORDS:
            note = _too_long()
            break
        tokens.append(token)
    try:
        reader = _Reader(tokens)
        node = reader.whole()
    except _SlipError as slip:
        found = tuple(word for token in tokens for word in token.words)
        if found and found[-1].end == len(text):
            found = (*found[:-1], replace(found[-1], typing=True))
        note = "; ".join(part for part in (note, f"searched as words: {slip}") if part)
        return Query(Words(found) if found else None, note)
    unknown = next((token.unknown for token in tokens if token.unknown), "")
    if unknown and not note:
        note = f"searched as words: “{unknown}:” is not a field"
    return Query(node, note, plain=not reader.operators)


def _too_long() -> str:
    return f"more than {MOST_WORDS} words: the rest were left out"


class _SlipError(Exception):
    """What is wrong with the query, in a few words."""


class _Token(NamedTuple):
    """A piece of the query. `sign` is one of ( ) - AND OR NOT " : and "" for a chunk of words."""

    sign: str
    text: str = ""
    words: tuple[Asked, ...] = ()
    unknown: str = ""


_TOKEN = re.compile(
    r"""(?P<bracket>[()])
    |   ["“”„](?P<phrase>[^"“”„]*)(?P<closing>["“”„]?)
    |   (?P<minus>-)(?=[^\s-])
    |   (?P<name>[A-Za-z]+):(?!//)\s*
    |   (?P<chunk>[^\s()"“”„]+)
    """,
    re.VERBOSE,
)
_DATE = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_ISSUED = re.compile(rf"unknown|{_DATE}|{_DATE}\.\.(?:{_DATE})?|\.\.{_DATE}", re.ASCII)


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    while match := _TOKEN.search(text, position):
        position = match.end()
        if match["bracket"]:
            yield _Token(match["bracket"])
        elif match["phrase"] is not None:
            sign = '"' if match["closing"] else "unclosed"
            yield _Token(sign, match["phrase"], _asked(text, *match.span("phrase")))
        elif match["minus"]:
            yield _Token("-")
        elif match["name"]:
            name = match["name"].casefold()
            if name in _TEXT_FIELDS or name in _VALUE_FIELDS:
                # the name is a word of the query where the query turns out to be plain words
                yield _Token(":", name, _asked(text, *match.span("name")))
            else:
                unknown = name if len(name) > 2 else ""
                yield _Token("", match["name"], _asked(text, *match.span("name")), unknown)
        elif match["chunk"] in ("AND", "OR", "NOT"):
            yield _Token(match["chunk"], match["chunk"], _asked(text, *match.span()))
        else:
            asked = _asked(text, *match.span())
            if asked and match["chunk"].endswith("*"):
                asked = (*asked[:-1], replace(asked[-1], prefix=True))
            elif asked and asked[-1].end == len(text):
                asked = (*asked[:-1], replace(asked[-1], typing=True))
            yield _Token("", match["chunk"], asked)


def _asked(text: str, start: int, end: int) -> tuple[Asked, ...]:
    def asked(word: Word) -> Asked:
        found = Asked(word.form, word.acronym, word.glued)
        return replace(found, start=start + word.start, end=start + word.end)

    return tuple(asked(word) for word in words(text[start:end]))


class _Reader:
    """Reads the tokens of a query: OR binds loosest, then AND and words side by side, then NOT."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self.operators = False

    def whole(self) -> Node | None:
        node = self._either("", 0)
        if self._next < len(self._tokens):
            raise _SlipError("a bracket closes that was not opened")
        return node

    @property
    def _sign(self) -> str | None:
        return self._tokens[self._next].sign if self._next < len(self._tokens) else None

    def _either(self, field: str, depth: int) -> Node | None:
        nodes = [self._both(field, depth)]
        while self._sign == "OR":
            self._operator()
            nodes.append(self._both(field, depth, wanted="OR"))
        if len(nodes) > 1 and nodes[0] is None:
            raise _SlipError("OR needs something before it")
        present = tuple(node for node in nodes if node is not None)
        return AnyOf(present) if len(present) > 1 else present[0] if present else None

    def _both(self, field: str, depth: int, wanted: str = "") -> Node | None:
        nodes: list[Node] = []
        while self._sign not in (None, ")", "OR"):
            if self._sign == "AND":
                if not nodes:
                    raise _SlipError("AND needs something before it")
                self._operator()
                wanted = "AND"
            node = self._one(field, depth, wanted)
            wanted = ""
            if node is not None:
                _add(nodes, node)
        if wanted:
            raise _SlipError(f"{wanted} needs something after it")
        return AllOf(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else None

    def _operator(self) -> None:
        self.operators = True
        self._next += 1

    def _one(self, field: str, depth: int, after: str = "") -> Node | None:
        if depth > _DEEPEST:
            raise _SlipError("too many brackets")
        if self._sign in (None, ")", "AND", "OR"):
            raise _SlipError(f"{after or 'a sign'} needs something after it")
        token = self._tokens[self._next]
        self._next += 1
        if token.sign in ("NOT", "-"):
            node = self._one(field, depth + 1, token.sign)
            return Not(_finished(node)) if node is not None else None
        if token.sign == "(":
            self.operators = True
            node = self._either(field, depth + 1)
            if self._sign != ")":
                raise _SlipError("a bracket is not closed")
            self._next += 1
            return AllOf((node,)) if isinstance(node, Words) else node
        if token.sign == ":":
            return self._one(token.text, depth + 1, f"{token.text}:")
        if token.sign == "unclosed":
            raise _SlipError("a quotation mark is not closed")
        return _leaf(token, field)


def _leaf(token: _Token, field: str) -> Node | None:
    if field in _VALUE_FIELDS:
        value = token.text.strip()
        if _VALUE_FIELDS[field] == "issued" and not _ISSUED.fullmatch(value.casefold()):
            raise _SlipError("issued: takes a year, a month or a day, like 2022-01 or 2020..2022")
        return Value(_VALUE_FIELDS[field], value)
    if not token.words:
        return None
    name = _TEXT_FIELDS.get(field, EVERYWHERE)
    return Phrase(token.words, name) if token.sign == '"' else Words(token.words, name)


def _add(nodes: list[Node], node: Node) -> None:
    """Put a node beside others: plain words of one field are kept together, for the thesaurus."""
    last = nodes[-1] if nodes else None
    if isinstance(last, Words) and isinstance(node, Words) and last.field == node.field:
        nodes[-1] = Words(last.words + node.words, last.field)
    else:
        nodes.append(node)


def _finished(node: Node) -> Node:
    """The node without words that may go on: what is not wanted is only what was typed."""
    if isinstance(node, Words):
        return Words(tuple(replace(word, typing=False) for word in node.words), node.field)
    if isinstance(node, AllOf | AnyOf):
        return type(node)(tuple(_finished(part) for part in node.nodes))
    return Not(_finished(node.node)) if isinstance(node, Not) else node


def asked_for(node: Node) -> Iterator[Asked]:
    """The words of a query that are wanted."""
    match node:
        case Words(asked) | Phrase(asked):
            yield from asked
        case AllOf(nodes) | AnyOf(nodes):
            for part in nodes:
                yield from asked_for(part)


def telling_words(asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """Those of the words that tell what is looked for; all, where none does."""
    telling = tuple(word for word in asked if word.prefix or word.form not in FUNCTION_WORDS)
    return telling or tuple(asked)
