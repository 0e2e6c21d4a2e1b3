"""Completing the names of fields, and what they take, as a reader types."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from index.model.completions import Completion
from index.search.language import BY_NAME, FIELDS, Field

MOST = 8
"""Completions that are offered at once."""

_LEAST = 2
"""Letters of the name of a field before it is completed: with one, every word would be."""

_LONGEST = 1000
"""Characters before the cursor that are looked at."""

_DAYS_BEFORE = ("today", "this week", "last week", "this month", "last month", "last year")
_DAYS_AHEAD = ("today", "this week", "next week", "this month", "next month", "next year")

_HALF_TYPED = re.compile(
    r"""(?:^|(?<=[\s(]))-?
    (?: (?P<field>[A-Za-z]+):\s?(?P<quote>["“”„]?)(?P<value>[^"“”„]*)
      | (?P<name>[A-Za-z]+) )$""",
    re.VERBOSE,
)
_QUOTES = re.compile('["“”„]')
_PLAIN = re.compile(r"[^\s()\"“”„]+")

Names = Callable[[str], Sequence[tuple[str, str]]]
"""What a field takes, best first: each as it is asked for, and what else it is called, or ""."""


def completions(query: str, cursor: int, names: Names) -> tuple[Completion, ...]:
    """How the query may go on at the cursor, best first; at most MOST.

    `names` is asked for what a field takes by the field's own name ("topic").
    """
    before = query[max(0, cursor - _LONGEST) : cursor]
    typed = _last(before)
    if typed is None:
        return ()
    if typed["name"]:
        found = _fields(typed["name"])
        start = cursor - len(typed["name"])
    else:
        field = BY_NAME.get(typed["field"].casefold())
        if field is None or (not typed["quote"] and " " in typed["value"]):
            return ()
        found = _values(field, typed["value"], names)
        start = cursor - len(typed["quote"] + typed["value"])
    return tuple(
        _completion(query, start, cursor, name, rest)
        for (name, rest), _ in zip(found, range(MOST), strict=False)
    )


def _last(before: str) -> re.Match[str] | None:
    """The half-typed piece at the end, if it may be completed."""
    for match in re.finditer(r"(?:^|(?<=[\s(]))", before):
        found = _HALF_TYPED.match(before, match.start())
        if found is not None:
            return found
    return None


def _fields(typed: str) -> Iterator[tuple[str, str]]:
    if len(typed) >= _LEAST:
        for field in FIELDS:
            if field.name.startswith(typed.casefold()):
                yield f"{field.name}:", f"{field.name}:"[len(typed) :]


def _values(field: Field, typed: str, names: Names) -> Iterator[tuple[str, str]]:
    if field.takes == "words" and not field.named:
        return
    if field.takes == "days":
        days = _DAYS_AHEAD if field.looks_ahead else _DAYS_BEFORE
        known: Sequence[tuple[str, str]] = [(name, "") for name in days]
    else:
        known = names(field.name)
    wanted = _folded(typed)
    later: list[str] = []
    for value, called in known:
        if _folded(value).startswith(wanted):
            if _folded(value) != wanted:
                yield value, value[len(typed) :]
        elif any(_has_word(each, wanted) for each in (value, called)):
            later.append(value)
    for value in later:
        yield value, ""


def _has_word(name: str, beginning: str) -> bool:
    return any(
        _folded(name[match.start() :]).startswith(beginning)
        for match in re.finditer(r"[^\W_]+", name)
    )


def _folded(text: str) -> str:
    """What names are compared by: keyboards have no curly apostrophe."""
    return text.casefold().replace("’", "'")


def _completion(query: str, start: int, cursor: int, name: str, rest: str) -> Completion:
    written = name if _PLAIN.fullmatch(name) else f'"{_QUOTES.sub("", name)}"'
    after = query[cursor:].removeprefix('"') if '"' in written else query[cursor:]
    if not name.endswith(":"):
        written += "" if after[:1].isspace() else " "
    return Completion(name, rest, query[:start] + written + after, start + len(written))
