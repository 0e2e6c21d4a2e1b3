"""How a query was read, in plain words: "issued 1 to 31 January 2022, about “kinship care”"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.search.language import UNKNOWN
from index.search.query import (
    EVERYWHERE,
    AllOf,
    AnyOf,
    Asked,
    Near,
    Node,
    Not,
    Phrase,
    State,
    Value,
    Within,
    Words,
    has_words,
)

_WHERE = {
    "title": "with {} in the title",
    "section": "in the section {}",
    "organisations": "naming the organisation {}",
    "people": "naming the person {}",
    "notes": "with {} in your note",
}
_VALUES = {"topic": "on the topic {}", "source": "from {}", "kind": "of the kind {}"}
_SPANS = {"issued": "issued {}", "date": "with a date {}", "due": "due {}"}
_STATES = {
    ("is", "read"): "read",
    ("is", "bookmarked"): "bookmarked for a meeting",
    ("has", "note"): "with a note of yours",
    ("has", "event"): "with an event",
    ("has", "deadline"): "with a closing date",
    ("has", "link"): "with a link",
}
_MOST = 240
"""Characters that a line and a half may have: what is longer is cut."""

Names = Mapping[str, str]
"""The names of topics by their slugs."""


def in_words(node: Node, names: Names | None = None) -> str:
    """What the query asks for; "" where it is nothing but words side by side."""
    if isinstance(node, Words) and node.field == EVERYWHERE and not any(map(_signed, node.words)):
        return ""
    told = _told(node, names or {})
    return told if len(told) <= _MOST else f"{told[:_MOST].rsplit(' ', 1)[0]} …"


def _signed(word: Asked) -> bool:
    return word.prefix or bool(word.slips)


def _told(node: Node, names: Names) -> str:
    match node:
        case Words() | Phrase() | Near():
            text = _text(node)
            return _WHERE.get(node.field, "about {}").format(text)
        case Value("issued", _):
            return f"of {UNKNOWN} date of issue"
        case Value(field, value):
            return _VALUES[field].format(f"“{names.get(value.casefold(), value)}”")
        case Within(field, days, _):
            return _SPANS[field].format(days.in_words())
        case State("meeting", value):
            return f"on the agenda of “{value}”"
        case State(field, value):
            return _STATES.get((field, value)) or (f"with {value}" if field == "has" else value)
        case Not(State("is", "read")):
            return "unread"
        case Not(Not(inner)):
            return _told(inner, names)
        case Not(Words(field="words") | Phrase(field="words") | Near(field="words") as inner):
            return f"without {_text(inner)}"
        case Not(inner):
            return f"not {_grouped(inner, names)}"
        case AnyOf(nodes):
            return " or ".join(_grouped(part, names) for part in nodes)
        case AllOf(nodes):
            # what narrows comes first, then the words, then what is not wanted
            ordered = sorted(_gathered(nodes), key=lambda part: (_refuses(part), has_words(part)))
            return ", ".join(_grouped(part, names) for part in ordered)
    raise TypeError(node)


def _gathered(nodes: Sequence[Node]) -> list[Node]:
    """The nodes, those that are plain words of any part of an item made one."""
    plain = [node for node in nodes if isinstance(node, Words) and node.field == EVERYWHERE]
    together = Words(tuple(word for node in plain for word in node.words))
    first = plain[0] if plain else None
    return [together if node is first else node for node in nodes if node not in plain[1:]]


def _refuses(node: Node) -> bool:
    return isinstance(node, Not) and node.node != State("is", "read")


def _grouped(node: Node, names: Names) -> str:
    told = _told(node, names)
    return f"({told})" if isinstance(node, AllOf | AnyOf) and len(node.nodes) > 1 else told


def _text(node: Words | Phrase | Near) -> str:
    match node:
        case Words(words):
            return _words(words)
        case Phrase(words):
            return f"the phrase “{' '.join(word.acronym or word.form for word in words)}”"
        case Near(sides, within):
            return f" within {within} words of ".join(_text(side) for side in sides)


def _words(words: Sequence[Asked]) -> str:
    """Words in quotation marks; beside them those that stand for several."""
    parts: list[str] = []
    run: list[str] = []
    for word in words:
        if _signed(word):
            if run:
                parts.append(f"“{' '.join(run)}”")
                run = []
            how = "words that begin with" if word.prefix else "words like"
            parts.append(f"{how} “{word.form}”")
        else:
            run.append(word.acronym or word.form)
    if run:
        parts.append(f"“{' '.join(run)}”")
    return " and ".join(parts)
