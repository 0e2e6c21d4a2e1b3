"""A query as it was read: the tree of what is wanted and what is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.model.days import Days
from index.search.words import FUNCTION_WORDS

EVERYWHERE = "words"
"""The field of the index that holds the words of all parts of an item."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A word that is asked for. `prefix`: all words that begin with it; `typing`: it may go on.

    `slips` is how many slips of the keyboard are forgiven ("kinshp~"). `glued` is as in
    `index.search.words.Word`; `start` and `end` are offsets into the query.
    """

    form: str
    acronym: str = ""
    glued: str = ""
    prefix: bool = False
    typing: bool = False
    slips: int = 0
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words side by side, all of which are wanted, in any order."""

    words: tuple[Asked, ...]
    field: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Some:
    """Plain words of which any will do, the more the better: a question in prose."""

    words: tuple[Asked, ...]
    field: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotation marks: next to each other and as they are, without synonyms."""

    words: tuple[Asked, ...]
    field: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Near:
    """Words or phrases of one field of which each has the next within so many words."""

    sides: tuple[Words | Phrase, ...]
    within: int
    field: str = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Value:
    """A name of a field that holds no running text: a topic, source or kind; UNKNOWN for `issued`.

    `start` and `end` are offsets into the query.
    """

    field: str
    value: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Within:
    """Items with days of `field`, "issued", "date" or "due", in a span of them.

    `wholly`: what was issued some day in 2022 is not of January 2022, though it may be since then.
    """

    field: str
    days: Days
    wholly: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Items that the record knows to be so: `field` "is" and `value` "read", "meeting" and a name.

    What takes most of a library is asked for by its opposite, so "is" never has "unread".
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


Node = Words | Some | Phrase | Near | Value | Within | State | AllOf | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was read: None where there is nothing in it to search for.

    `notes` say what was not read as it was typed. `plain` means that it has no operators, so that
    some of its words may do where not all are found. `awaiting` means that a field at its end was
    left out, because what it takes is still being typed. `narrowing` are the places of the query
    where a topic, source, kind, state or span of days is wanted.
    """

    node: Node | None
    notes: tuple[str, ...] = ()
    plain: bool = True
    awaiting: bool = False
    narrowing: tuple[tuple[int, int], ...] = ()

    @property
    def note(self) -> str:
        """The notes as one."""
        return "; ".join(self.notes)

    @property
    def wanted(self) -> tuple[Asked, ...]:
        """The words that are asked for, in order, without those that are not wanted."""
        return tuple(asked_for(self.node)) if self.node is not None else ()

    @property
    def typing(self) -> bool:
        """Whether the last word may go on."""
        return any(word.typing for word in self.wanted)


def asked_for(node: Node) -> Iterator[Asked]:
    """The words of a query that are wanted."""
    match node:
        case Words(asked) | Some(asked) | Phrase(asked):
            yield from asked
        case AllOf(nodes) | AnyOf(nodes) | Near(nodes):
            for part in nodes:
                yield from asked_for(part)


def leaves(node: Node) -> Iterator[Node]:
    """What a query is made of, wanted or not, in order."""
    match node:
        case AllOf(nodes) | AnyOf(nodes):
            for part in nodes:
                yield from leaves(part)
        case Not(inner):
            yield from leaves(inner)
        case _:
            yield node


def has_words(node: Node) -> bool:
    """Whether there are words in it that items can be ranked by."""
    match node:
        case Words() | Some() | Phrase() | Near():
            return True
        case AllOf(nodes) | AnyOf(nodes):
            return any(has_words(part) for part in nodes)
    return False


def finished(node: Node) -> Node:
    """The node without words that may go on: what is not wanted is only what was typed."""
    match node:
        case Words(words, field):
            return Words(tuple(replace(word, typing=False) for word in words), field)
        case AllOf(nodes):
            return AllOf(tuple(map(finished, nodes)))
        case AnyOf(nodes):
            return AnyOf(tuple(map(finished, nodes)))
        case Not(inner):
            return Not(finished(inner))
    return node


def telling_words(asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """Those of the words that tell what is looked for; all, where none does."""
    telling = tuple(
        word for word in asked if word.prefix or word.slips or word.form not in FUNCTION_WORDS
    )
    return telling or tuple(asked)
