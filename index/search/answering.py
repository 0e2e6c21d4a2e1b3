"""From what a reader typed to all items that answer it."""

from __future__ import annotations

from dataclasses import replace

from index.search.finding import Question
from index.search.matches import Matches
from index.search.opened import Opened, ordered
from index.search.prose import Prose
from index.search.query import AllOf, AnyOf, Node, Query, Words, read, telling_words
from index.search.spelling import respelt
from index.search.thesaurus import Thesaurus

_SOME_WORDS = "nothing has all of these words: these items have some of them"


def answer(text: str, opened: Opened, thesaurus: Thesaurus) -> Matches:
    """All items that answer what was typed; every item there is if that is nothing at all."""
    if not text.strip():
        return Matches(tuple(row[2] for row in ordered(opened.everything())))
    query = read(text)
    if query.node is None:
        return Matches(note=query.note or "there is no word in this to search for")
    matches = _found(query, query.node, opened, thesaurus)
    if not matches.ids:
        matches = _widened(query, query.node, opened, thesaurus) or matches
    return replace(matches, corrected=_corrected(text, query, opened, thesaurus))


def answer_prose(text: str, opened: Opened, thesaurus: Thesaurus) -> Matches:
    """All items with any of the words of a question in prose, best first."""
    question = Prose(text, opened, thesaurus)
    rows = ordered(opened.found(question.query))
    return Matches(
        ids=tuple(row[2] for row in rows),
        scores=tuple(row[0] for row in rows),
        marks=question.marks,
    )


def _found(
    query: Query, node: Node, opened: Opened, thesaurus: Thesaurus, *, going_on: bool = False
) -> Matches:
    question = Question(node, opened, thesaurus, going_on=going_on)
    rows = ordered(opened.found(question.query))
    capped = f"many words begin with “{question.capped}”: the most frequent were searched"
    notes = [query.note, capped if question.capped else ""]
    return Matches(
        ids=tuple(row[2] for row in rows),
        scores=tuple(row[0] for row in rows) if question.scored else (),
        note="; ".join(note for note in notes if note),
        marks=question.marks,
    )


def _widened(query: Query, node: Node, opened: Opened, thesaurus: Thesaurus) -> Matches | None:
    """Items with some of the words, where none has them all, if that may be what is meant."""
    if query.typing:
        matches = _found(query, node, opened, thesaurus, going_on=True)
        if matches.ids:
            return matches
    loose = _loosened(node) if query.plain else None
    if loose is None:
        return None
    matches = _found(query, loose, opened, thesaurus)
    if not matches.ids:
        return None
    return replace(matches, note="; ".join(note for note in (matches.note, _SOME_WORDS) if note))


def _loosened(node: Node) -> Node | None:
    """The query with any of its plain words instead of all; None if there is only one."""
    match node:
        case Words(words, field) if len(telling := telling_words(words)) > 1:
            return AnyOf(tuple(Words((word,), field) for word in telling))
        case AllOf(nodes):
            parts = [_loosened(part) if isinstance(part, Words) else None for part in nodes]
            if any(parts):
                return AllOf(tuple(new or old for new, old in zip(parts, nodes, strict=True)))
    return None


def _corrected(text: str, query: Query, opened: Opened, thesaurus: Thesaurus) -> str | None:
    """The query in a spelling that finds something, if it has words that the library has not."""
    spelling = respelt(text, query.wanted, opened)
    if spelling is None:
        return None
    again = read(spelling)
    if again.node is None or not _found(again, again.node, opened, thesaurus).ids:
        return None
    return spelling
