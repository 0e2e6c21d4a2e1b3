"""Plain BM25, to compare with: stemmed words, all of the same weight, any of them, nothing else.

The same engine does it: the parts of an entry are put together as one text, so that no field can be
weighed, and its words are asked for with OR, without synonyms, turns of phrase and dates.
"""

from __future__ import annotations

from index.search.entry import Entry
from index.search.words import FUNCTION_WORDS, words

_MOST = 64
"""Words of a query that the query language takes."""


def flattened(entry: Entry) -> Entry:
    """The entry with all its words in one text."""
    parts = (
        entry.title,
        entry.section,
        *entry.organisations,
        *entry.people,
        entry.notes,
        entry.text,
    )
    text = "\n".join(part for part in parts if part)
    return Entry(entry.id, title="", text=text)


def any_of(query: str) -> str:
    """The query as one for any of the words that tell what is looked for."""
    forms = dict.fromkeys(word.form for word in words(query))
    telling = [form for form in forms if form not in FUNCTION_WORDS] or list(forms)
    # in quotation marks a word is itself: no synonym, no beginning of another
    return " OR ".join(f'"{form}"' for form in telling[:_MOST])
