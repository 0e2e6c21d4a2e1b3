"""The field's own queries, judged on the items of the seed documents.

`judged/queries.jsonl` has sixty queries as readers type them, with who would; twenty are held out:
nothing may be tuned to them. `judged/qrels.tsv` says how well items answer them: 3 is what was
looked for, 2 is about it, 1 touches upon it; what is not named has nothing of it. All items were
read for each query. An item is named by its document's file and a line of it, which outlive every
change of how documents are taken apart.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.ranking_collections import Collection, CollectionError, Document, read_judgements
from tests.bench.ranking_plain import flattened

if TYPE_CHECKING:
    from index import Library
    from index.model.items import Item
    from index.search.entry import Entry

FOLDER = Path(__file__).with_name("judged")


def judged(library: Library) -> tuple[Collection, Collection]:
    """The judged queries as a collection of the library's items: those to tune by, those held out.

    The library has the seed documents. Raises CollectionError where a judged line is in no item.
    """
    items = {item.id: item for item in _items(library)}
    documents = tuple(Document(item.id, item.title, item.text) for item in items.values())
    judgements = _by_item(read_judgements(FOLDER / "qrels.tsv"), _places(library, items))
    tuned: dict[str, str] = {}
    held_out: dict[str, str] = {}
    for line in (FOLDER / "queries.jsonl").read_text("utf-8").splitlines():
        query = json.loads(line)
        (held_out if query["held_out"] else tuned)[query["id"]] = query["text"]
    return (
        Collection("judged, to tune by", documents, tuned, judgements),
        Collection("judged, held out", documents, held_out, judgements),
    )


def plain_entries(library: Library) -> list[Entry]:
    """The library's items as plain BM25 takes them in: all their words in one text."""
    from index.search.entry import Entry

    return [
        flattened(
            Entry(
                item.id,
                item.title,
                item.text,
                section=item.section,
                organisations=item.organisations,
                people=item.people,
            )
        )
        for item in _items(library)
    ]


def _items(library: Library) -> list[Item]:
    return [library.item(each) for each in library.search().ids]


def _places(library: Library, items: Mapping[str, Item]) -> Mapping[str, str]:
    """The item at each line of each document: {"file:line": id}."""
    files = {row.id: Path(row.path).name for row in library.documents()}
    return {
        f"{files[item.document]}:{line}": item.id
        for item in items.values()
        if item.lines is not None
        for line in range(item.lines.first, item.lines.last + 1)
    }


def _by_item(
    judgements: Mapping[str, Mapping[str, int]], places: Mapping[str, str]
) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for query, scores in judgements.items():
        of_query = found.setdefault(query, {})
        for place, score in scores.items():
            if place not in places:
                raise CollectionError(f"{place}: judged for {query}, but it is in no item")
            item = places[place]
            of_query[item] = max(score, of_query.get(item, 0))
    return found
