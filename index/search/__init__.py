"""Search: Whoosh, and what it takes to ask it as a person would.

`index` holds the way in, `SearchIndex`. What an item is to it: `entry`, `fields`, `words`. What was
typed: `query`, then `finding` with the `thesaurus`, then `answering`; beside them `spelling` and
`relating`. Where it stands in a text: `highlighting`. The files: `folder`, `files`, `writing`,
`opened`. Only `fields`, `files`, `finding`, `opened`, `relating`, `writing` and the stemmer in
`words` know Whoosh.
"""
