"""Reading a query. Any text is one: what cannot be read is searched as plain words, and said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from index.errors import InvalidInputError
from index.model.days import Days, days_from_words, may_become_days
from index.search.language import BY_NAME, UNKNOWN, Field
from index.search.query import (
    EVERYWHERE,
    AllOf,
    AnyOf,
    Near,
    Node,
    Not,
    Phrase,
    Query,
    State,
    Value,
    Within,
    Words,
    finished,
)
from index.search.tokens import Token, tokens

MOST_WORDS = 64
"""Words of a query that count."""

_MOST_LETTERS = 10_000
_DEEPEST = 20
"""Brackets and NOTs within each other: more are a slip of the keyboard."""

_LONGEST_DATE = 6
"""Words of a date that is written without quotation marks: "issued: 1 to 5 May 2021"."""

_SIGNS = {"AND", "OR", "NEAR", "not"}

States = Mapping[str, Sequence[str]]
"""What the fields that ask for states take, by their names: {"is": ("unread", …)}.

A field that is not in it takes any name.
"""


def read(text: str, today: date | None = None, states: States | None = None) -> Query:
    """Read what a reader typed. Days are reckoned from `today`, else from the day that it is."""
    text = text.encode(errors="replace").decode()  # half of a character is none
    notes: list[str] = []
    if len(text) > _MOST_LETTERS:
        text = text[:_MOST_LETTERS]
        notes.append(_too_long())
    found: list[Token] = []
    count = 0
    for token in tokens(text):
        count += len(token.words)
        if count > MOST_WORDS:
            notes[:] = [_too_long()]
            break
        found.append(token)
    while notes and found and found[-1].sign in _SIGNS:
        found.pop()
    reader = _Reader(found, len(text), today or date.today(), states or {})
    try:
        node = reader.whole()
    except _SlipError as slip:
        asked = tuple(word for token in found for word in token.words)
        if asked and asked[-1].end == len(text):
            asked = (*asked[:-1], replace(asked[-1], typing=True))
        plain = tuple(replace(word, prefix=False, slips=0) for word in asked)
        return Query(Words(plain) if plain else None, (*notes, f"searched as words: {slip}"))
    unknown = next((token.unknown for token in found if token.unknown), "")
    if unknown:
        notes.append(f"searched as words: “{unknown}:” is not a field")
    return Query(
        node,
        (*notes, *reader.notes),
        plain=not reader.operators,
        awaiting=reader.awaiting,
        narrowing=tuple(reader.narrowing),
    )


def _too_long() -> str:
    return f"more than {MOST_WORDS} words: the rest were left out"


class _SlipError(Exception):
    """What is wrong with the query, in a few words."""


class _Reader:
    """Reads tokens: OR binds loosest, then AND and words side by side, then NOT, then NEAR."""

    def __init__(self, found: Sequence[Token], length: int, today: date, states: States) -> None:
        self._tokens = found
        self._length = length
        self._today = today
        self._states = states
        self._next = 0
        self.operators = False
        self.awaiting = False
        self.narrowing: list[tuple[int, int]] = []
        self.notes: list[str] = []

    def whole(self) -> Node | None:
        node = self._either(None, 0)
        if self._next < len(self._tokens):
            raise _SlipError("a bracket closes that was not opened")
        return node

    @property
    def _sign(self) -> str | None:
        return self._tokens[self._next].sign if self._next < len(self._tokens) else None

    def _note(self, words: str) -> None:
        if words not in self.notes:
            self.notes.append(words)

    # operators

    def _either(self, field: Field | None, depth: int) -> Node | None:
        nodes = [self._both(field, depth)]
        while self._sign == "OR":
            self._operator()
            nodes.append(self._both(field, depth, wanted="OR"))
        if len(nodes) > 1 and nodes[0] is None:
            raise _SlipError("OR needs something before it")
        present = tuple(node for node in nodes if node is not None)
        return AnyOf(present) if len(present) > 1 else present[0] if present else None

    def _both(self, field: Field | None, depth: int, wanted: str = "") -> Node | None:
        nodes: list[Node] = []
        while self._sign not in (None, ")", "OR"):
            if self._sign == "AND":
                if not nodes:
                    raise _SlipError("AND needs something before it")
                self._operator()
                wanted = "AND"
            node = self._one(field, depth, wanted)
            wanted = ""
            if self._sign == "NEAR":
                node = self._near(node, field, depth)
            if node is not None:
                _add(nodes, node)
        if wanted:
            raise _SlipError(f"{wanted} needs something after it")
        return AllOf(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else None

    def _near(self, first: Node | None, field: Field | None, depth: int) -> Node:
        sides = [first]
        within = 0
        while self._sign == "NEAR":
            within = max(within, self._tokens[self._next].within)
            self._operator()
            sides.append(self._one(field, depth, "NEAR"))
        texts = tuple(side for side in sides if isinstance(side, Words | Phrase))
        if len(texts) < len(sides) or len({side.field for side in texts}) > 1:
            raise _SlipError("NEAR stands between words")
        return Near(texts, within, texts[0].field)

    def _operator(self) -> None:
        self.operators = True
        self._next += 1

    def _one(self, field: Field | None, depth: int, after: str = "") -> Node | None:
        if depth > _DEEPEST:
            raise _SlipError("too many brackets")
        if self._sign in (None, ")", "AND", "OR", "NEAR"):
            if after or self._sign != "NEAR":
                raise _SlipError(f"{after or 'a sign'} needs something after it")
            raise _SlipError("NEAR needs something before it")
        token = self._tokens[self._next]
        self._next += 1
        if token.sign == "not":
            before = len(self.narrowing)
            node = self._one(field, depth + 1, token.text)
            del self.narrowing[before:]
            return Not(finished(node)) if node is not None else None
        if token.sign == "(":
            return self._bracket(field, depth)
        if token.sign == "field":
            return self._field(BY_NAME[token.text], token, depth)
        return self._leaf(token, field)

    def _bracket(self, field: Field | None, depth: int) -> Node | None:
        self.operators = True
        node = self._either(field, depth + 1)
        if self._sign == ")":
            self._next += 1
        else:
            self._note("a bracket is not closed: it was closed at the end")
        return AllOf((node,)) if isinstance(node, Words) else node

    # fields

    def _field(self, field: Field, name: Token, depth: int) -> Node | None:
        if self._sign in ("words", "phrase", "unclosed"):
            node = self._days(field, name) if field.takes == "days" else self._value(field, name)
            if field.takes != "words" and not isinstance(node, Words):
                self.narrowing.append((name.start, self._tokens[self._next - 1].end))
            return node
        if self._sign == "(":
            return self._one(field, depth + 1)
        if name.end == self._length:
            self._await(field)
            return None
        self._note(f"searched as words: {self._takes(field)}")
        return Words(name.words)

    def _await(self, field: Field) -> None:
        """Leave out a field whose value is still being typed, and say what it takes."""
        self.awaiting = True
        self._note(self._takes(field))

    def _takes(self, field: Field) -> str:
        *names, last = self._states.get(field.index) or (field.explains,)
        several = f"{', '.join(names)} or " if names else ""
        return f"{field.name}: takes {several}{last}"

    def _value(self, field: Field, name: Token | None) -> Node | None:
        token = self._tokens[self._next]
        self._next += 1
        return self._leaf(token, field, name)

    def _leaf(self, token: Token, field: Field | None, name: Token | None = None) -> Node | None:
        if field is not None and field.takes != "words":
            if field.takes == "days":
                self._next -= 1
                return self._days(field, name)
            return self._named(token, field, name)
        if token.sign == "unclosed":
            self._note("searched as words: a quotation mark is not closed")
        if not token.words:
            return None
        where = field.index if field is not None else EVERYWHERE
        if token.sign == "phrase":
            return Phrase(token.words, where)
        return Words(token.words, where)

    def _named(self, token: Token, field: Field, name: Token | None) -> Node | None:
        value = token.text.strip()
        begins = token.start + (token.sign != "words")
        if field.takes == "value":
            return Value(field.index, value, begins, begins + len(token.text))
        if field.index not in self._states:
            return State(field.index, value)
        wanted = value.casefold()
        if wanted in self._states[field.index]:
            return Not(State("is", "read")) if wanted == "unread" else State(field.index, wanted)
        begun = any(each.startswith(wanted) for each in self._states[field.index])
        return self._unread_field(field, name, [token], begun)

    def _days(self, field: Field, name: Token | None) -> Node | None:
        """The longest run of words from here that is a date, or all that stands in quotes."""
        run = self._run()
        for length in range(len(run), 0, -1):
            text = " ".join(token.text for token in run[:length])
            if field.name == "issued" and text.strip().casefold() == UNKNOWN:
                found: Node = Value("issued", UNKNOWN)
            else:
                try:
                    days = days_from_words(text, self._today, ahead=field.looks_ahead)
                except InvalidInputError:
                    continue
                found = Within(field.index, _sided(field, days), wholly=field.name == "issued")
            self._next += length
            return found
        begun = may_become_days(" ".join(token.text for token in run))
        wanted = run if begun else run[:1]
        self._next += len(wanted)
        return self._unread_field(field, name, wanted, begun)

    def _run(self) -> list[Token]:
        first = self._tokens[self._next]
        if first.sign != "words" or first.unknown:
            return [first]
        run: list[Token] = []
        for token in self._tokens[self._next : self._next + _LONGEST_DATE]:
            if token.sign != "words" or token.unknown:
                break
            run.append(token)
        return run

    def _unread_field(
        self, field: Field, name: Token | None, run: Sequence[Token], begun: bool
    ) -> Node | None:
        """What is no value of the field: words or, where it may become one, nothing for now."""
        last = run[-1]
        if begun and last.end == self._length and last.sign != "phrase":
            self._await(field)
            return None
        self._note(f"searched as words: {self._takes(field)}")
        asked = (*(name.words if name is not None else ()), *(w for t in run for w in t.words))
        return Words(asked) if asked else None


def _sided(field: Field, days: Days) -> Days:
    """The span that `since:` and `until:` make of a date."""
    if field.name == "since":
        return Days(days.first, None)
    return Days(None, days.last) if field.name == "until" else days


def _add(nodes: list[Node], node: Node) -> None:
    """Put a node beside others: plain words of one field are kept together, for the thesaurus."""
    last = nodes[-1] if nodes else None
    if isinstance(last, Words) and isinstance(node, Words) and last.field == node.field:
        nodes[-1] = Words(last.words + node.words, last.field)
    else:
        nodes.append(node)
