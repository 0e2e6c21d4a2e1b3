"""Ranking collections in plain form: documents, queries, and which answers which, and how well.

A folder holds three files, in UTF-8:

- `docs.jsonl` (or `corpus.jsonl`): a document a line, a JSON object with its id under "_id", "id",
  "doc_id" or "docno", and its words under "title" (or "headline") and "text" (or "body",
  "abstract", "contents"). Either may be missing; where the text begins with the title, that counts
  once. What else an object has is not searched.
- `queries.jsonl`: a query a line, with its id under "_id", "id", "query_id" or "qid", and its words
  under "text" (or "query", "question", "title").
- `qrels.tsv` (or `qrels.txt`): a judgement a line: the query's id, the document's id and a score,
  or TREC's four columns, whose second is left out. Columns are parted by tabs or other white space;
  a first line whose score is no number is a header. Scores above 0 are relevant, the higher the
  better; others say that a document is not.

Ids are compared as text, so 7 and "7" are the same. Empty lines are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_IDS = ("_id", "id", "doc_id", "docno", "query_id", "qid")
_TITLES = ("title", "headline")
_TEXTS = ("text", "body", "abstract", "contents")
_QUESTIONS = ("text", "query", "question", "title")

Judgements = Mapping[str, Mapping[str, int]]
"""For the id of each query, the scores of documents by their ids."""


class CollectionError(Exception):
    """A folder is no collection in plain form. `str(error)` says which file and line, and why."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a collection."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection: its documents, the words of its queries by their ids, the judgements."""

    name: str
    documents: tuple[Document, ...]
    queries: Mapping[str, str]
    judgements: Judgements

    @property
    def answerable(self) -> tuple[str, ...]:
        """The ids of the queries that some document answers: the others cannot be measured."""
        return tuple(
            query
            for query in self.queries
            if any(score > 0 for score in self.judgements.get(query, {}).values())
        )


def read(folder: Path) -> Collection:
    """Read the collection in the folder. Raises CollectionError."""
    documents = tuple(_documents(_file(folder, "docs.jsonl", "corpus.jsonl")))
    queries = dict(_queries(_file(folder, "queries.jsonl")))
    judgements = read_judgements(_file(folder, "qrels.tsv", "qrels.txt"))
    return Collection(folder.resolve().name, documents, queries, judgements)


def _file(folder: Path, *names: str) -> Path:
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise CollectionError(f"{folder / names[0]}: there is no such file")


def _documents(file: Path) -> Iterator[Document]:
    for place, entry in _objects(file):
        title, text = _first(entry, _TITLES), _first(entry, _TEXTS)
        title, text = " ".join(title.split()), " ".join(text.split())
        if title and text.casefold().startswith(title.casefold()):
            text = text[len(title) :]
        yield Document(_id(entry, place), title, text)


def _queries(file: Path) -> Iterator[tuple[str, str]]:
    for place, entry in _objects(file):
        yield _id(entry, place), _first(entry, _QUESTIONS)


def _objects(file: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each object of the file, with where it stands."""
    for number, line in enumerate(_lines(file), 1):
        place = f"{file}, line {number}"
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except ValueError as error:
            raise CollectionError(f"{place}: no JSON ({error})") from error
        if not isinstance(entry, dict):
            raise CollectionError(f"{place}: no JSON object")
        yield place, entry


def _lines(file: Path) -> Iterator[str]:
    with file.open(encoding="utf-8-sig", newline="\n") as lines:
        yield from lines


def _id(entry: Mapping[str, Any], place: str) -> str:
    if found := _first(entry, _IDS):
        return found
    raise CollectionError(f"{place}: no id, which {', '.join(_IDS)} may give")


def _first(entry: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The first of these that says something, as text."""
    found = (entry.get(name) for name in names)
    return next((str(value).strip() for value in found if value not in (None, "")), "")


def read_judgements(file: Path) -> Judgements:
    """Read a file of judgements. Raises CollectionError."""
    judgements: dict[str, dict[str, int]] = {}
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        columns = line.split("\t") if "\t" in line else line.split()
        if len(columns) == 4:
            del columns[1]
        try:
            query, document, score = columns
            judgements.setdefault(query.strip(), {})[document.strip()] = int(float(score))
        except ValueError as error:
            if number > 1:
                raise CollectionError(
                    f"{file}, line {number}: not a query, a document and a score"
                ) from error
    return judgements
