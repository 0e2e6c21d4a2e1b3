"""Search: Whoosh, and what it takes to ask it as a person would.

`index` holds the way in, `SearchIndex`. What an item is to it: `entry`, `fields`, `words`. What was
typed: `language` and `query`, then `parser`, `finding` with the `thesaurus`, `answering`; beside
them `prose`, `spelling`, `completing`, `telling`, `why`, `likeness` and `relating`. Where it stands
in a text: `highlighting`, `passages`.

What answers is arrays, from the file upwards: `arrays`, `postings`, `columns`, `segment`, which
`codec` shows to Whoosh; `cutting` and `gathering` make them, `writing` and `merging` put them where
`folder` keeps them; `opened` is one state of the index, in which `ranker` walks a query of Whoosh's
or of `asking`, and `table`, `found` and `counting` filter, order and count what
it finds.
"""
