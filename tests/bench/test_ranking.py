"""The runner for ranking collections, and a floor under the ranking of the field's own queries."""

from __future__ import annotations

import json
import subprocess
import sys
from math import log2
from pathlib import Path

import pytest

from index import Library
from tests.bench.ranking import Rankings, plainly, typed
from tests.bench.ranking_collections import Collection, CollectionError, Document, read
from tests.bench.ranking_judged import FOLDER, judged, plain_entries
from tests.bench.ranking_scoring import worth

DOCS = [
    {"_id": "d1", "title": "Kinship care", "text": "What kinship carers are paid."},
    {"_id": "d2", "title": "Fostering", "text": "Foster carers are wanted."},
]
QUERIES = [
    {"_id": "q1", "text": "What are kinship carers paid?"},
    {"_id": "q2", "text": "Who is wanted?"},
]
QRELS = "query-id\tcorpus-id\tscore\nq1\td1\t2\nq2\td2\t1\nq2\td1\t-1\n"


def collection(folder: Path, **files: str) -> Path:
    """A folder with the collection above, or with other files in it; "" leaves one out."""
    written = {
        "docs.jsonl": "\n".join(map(json.dumps, DOCS)),
        "queries.jsonl": "\n".join(map(json.dumps, QUERIES)),
        "qrels.tsv": QRELS,
    }
    for name, text in (written | {key.replace("_", "."): files[key] for key in files}).items():
        if text:
            (folder / name).write_text(text, "utf-8")
    return folder


def ran(*folders: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.bench.ranking", *map(str, folders)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_prints_what_our_ranking_and_plain_bm25_are_worth(tmp_path: Path) -> None:
    ended = ran(collection(tmp_path))
    assert ended.returncode == 0, ended.stderr
    first, ours, plain = ended.stdout.splitlines()
    assert first == f"{tmp_path.name}: 2 documents, 2 queries"
    assert ours.split()[:5] == ["carereader", "MAP", "1.000", "nDCG@10", "1.000"]
    assert plain.split()[:4] == ["plain", "BM25", "MAP", "1.000"]


def test_what_is_no_collection_is_said_in_a_line(tmp_path: Path) -> None:
    ended = ran(tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "docs.jsonl" in ended.stderr


def test_a_collection_may_be_written_in_several_ways(tmp_path: Path) -> None:
    found = read(
        collection(
            tmp_path,
            docs_jsonl="",
            corpus_jsonl='\ufeff{"id": 7, "headline": "Kinship", "body": "Kinship care"}\n\n'
            '{"doc_id": "e", "abstract": "No title", "year": 1962}\n{"docno": "empty"}\n',
            queries_jsonl='{"qid": 1, "query": "kinship"}\n{"query_id": "2", "question": "care"}\n',
            qrels_tsv="1 0 7 3\n1 0 e 0\n2\tQ0\te\t0\n",
        )
    )
    assert found.documents == (
        Document("7", "Kinship", " care"),
        Document("e", "", "No title"),
        Document("empty", "", ""),
    )
    assert found.queries == {"1": "kinship", "2": "care"}
    assert found.judgements == {"1": {"7": 3, "e": 0}, "2": {"e": 0}}
    assert found.answerable == ("1",)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("docs_jsonl", "{", "docs.jsonl, line 1: no JSON"),
        ("docs_jsonl", '{"_id": "a"}\n[]', "docs.jsonl, line 2: no JSON object"),
        ("queries_jsonl", '{"text": "care"}', "queries.jsonl, line 1: no id"),
        ("qrels_tsv", "q\td\t1\nq\td\tgood\n", "qrels.tsv, line 2"),
        ("qrels_tsv", "", "qrels.tsv: there is no such file"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    with pytest.raises(CollectionError, match=said):
        read(collection(tmp_path, **{name: text}))


def test_rankings_are_worth_what_they_are_by_the_book() -> None:
    judgements = {"q1": {"a": 1, "b": 1}, "q2": {"c": 3, "d": 1}}
    found = worth({"q1": ["a", "x", "b"], "q2": ["d", "c"]}, judgements)
    assert found.map == pytest.approx(((1 + 2 / 3) / 2 + 1) / 2)
    first = (1 + 1 / log2(4)) / (1 + 1 / log2(3))
    second = (1 + 3 / log2(3)) / (3 + 1 / log2(3))
    assert found.ndcg == pytest.approx((first + second) / 2)


def test_a_query_that_finds_nothing_counts() -> None:
    judgements = {"q1": {"a": 1}, "q2": {"b": 1}}
    assert worth({"q1": ["a"], "q2": []}, judgements).map == pytest.approx(0.5)
    assert worth({}, judgements).ndcg == 0.0


# the field's own queries


def test_the_judged_queries_are_sixty_of_which_twenty_are_held_out() -> None:
    lines = (FOLDER / "queries.jsonl").read_text("utf-8").splitlines()
    queries = [json.loads(line) for line in lines]
    assert len({query["text"] for query in queries}) == 60
    assert sum(query["held_out"] for query in queries) == 20


def test_what_readers_type_is_answered_well_and_better_than_by_plain_bm25(
    library: Library,
) -> None:
    entries = plain_entries(library)
    for part, floor in zip(judged(library), (0.89, 0.81), strict=True):
        ours = ndcg(typed(library, part.queries), part)
        plain = ndcg(plainly(entries, part.queries), part)
        assert ours > floor, part.name
        assert ours > plain, part.name


def ndcg(rankings: Rankings, part: Collection) -> float:
    return worth(rankings, part.judgements).ndcg
