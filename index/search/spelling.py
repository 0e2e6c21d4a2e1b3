"""Other spellings of a query, from the words and names of the library itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from index.search.language import BY_NAME
from index.search.opened import Opened
from index.search.query import Asked, Node, Value, leaves
from index.search.words import fold, stem

_SHORTEST = 4
_LONGEST = 24
_LONG = 6
"""Letters of a word that may have two slips: in a shorter one they make another word."""

_MOST = 8
"""Words of a query that are looked up."""

_MOST_EVERYWHERE = 2
"""Words that are compared with all there are, where none that begin alike are near."""

_QUOTATION_MARKS = '"“”„'

Put = tuple[int, int, str]
"""Start and end in the query, and what is put there."""


def respelt(text: str, node: Node, asked: Sequence[Asked], opened: Opened) -> str | None:
    """The query with the words and names that the library does not have as it would spell them.

    None if it has them all, or none that is near. Of quotation marks, only pairs are kept.
    """
    # the name of a field is a word of the query where what follows it could not be read
    words = [word for word in asked if not _names_field(word, text)]
    put = [*_words(words, opened), *_names(node, opened)]
    if not put:
        return None
    for start, end, spelling in sorted(put, reverse=True):
        text = text[:start] + spelling + text[end:]
    if sum(text.count(mark) for mark in _QUOTATION_MARKS) % 2:
        last = max(text.rfind(mark) for mark in _QUOTATION_MARKS)
        text = text[:last] + text[last + 1 :]
    return text


def _names_field(word: Asked, text: str) -> bool:
    return text[word.end : word.end + 1] == ":" and word.form in BY_NAME


def _words(asked: Sequence[Asked], opened: Opened) -> list[Put]:
    unknown = [word for word in asked if _unknown(word, opened)][:_MOST]
    found: list[Put] = []
    for place, word in enumerate(unknown):
        most = 1 if len(word.form) < _LONG else 2
        near = nearest(word.form, opened, most, everywhere=place < _MOST_EVERYWHERE)
        if near:
            found.append((word.start, word.end, near[0]))
    return found


def _unknown(word: Asked, opened: Opened) -> bool:
    if word.prefix or word.slips or not _SHORTEST <= len(word.form) <= _LONGEST:
        return False
    return not (
        word.form.isdigit()
        or opened.knows(word.form)
        or opened.frequency("words", stem(word.form))
        or (word.typing and opened.beginning_with(word.form, 1)[0])
    )


def _names(node: Node, opened: Opened) -> list[Put]:
    """Names of topics, sources and kinds that there are not, as the nearest that there is."""
    found: list[Put] = []
    for value in [leaf for leaf in leaves(node) if isinstance(leaf, Value)][:_MOST]:
        names = opened.values(value.field)
        wanted = fold(value.value.strip())
        if len(wanted) < _SHORTEST or any(name.startswith(wanted) for name in names):
            continue
        near = _near(wanted, names, 1 if len(wanted) < _LONG else 2)
        if near and value.end > value.start:
            name = min(near, key=lambda pair: pair[1])[0]
            found.append((value.start, value.end, name))
    return found


def nearest(form: str, opened: Opened, most: int, *, everywhere: bool = True) -> list[str]:
    """The words of the library with the fewest slips, at most so many; the most frequent first.

    Looked at are the words that begin alike, or as if the first letter were left out or swapped
    with the next, and all others only where there is none of these, and if `everywhere` is set.
    """
    written = opened.written
    beginnings = {form[:1], form[1:2]} - {""}
    alike = [word for beginning in beginnings for word in _beginning(beginning, written)]
    near = _near(form, alike, most)
    if not near and everywhere:
        near = _near(form, written, most)
    if not near:
        return []
    near.sort(key=lambda pair: (pair[1], -opened.frequency("written", pair[0]), pair[0]))
    return [word for word, _ in near]


def _beginning(letter: str, written: Sequence[str]) -> Sequence[str]:
    first = bisect_left(written, letter)
    return written[first : bisect_left(written, letter + "\U0010ffff", lo=first)]


def _near(form: str, words: Sequence[str], most: int) -> list[tuple[str, int]]:
    """Those of the words with at most so many letters left out, put in, changed or swapped."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(form, words, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(word, round(slips)) for word, slips, _ in found]
