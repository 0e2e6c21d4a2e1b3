from __future__ import annotations

from index.record.queries import MOST
from index.record.record import Record


def test_queries_come_back_newest_first_and_each_once(record: Record) -> None:
    assert record.queries.all() == ()
    for query in ("kinship", " topic:send  IRO ", "kinship", "  ", "x" * 501):
        record.queries.keep(query)
    assert record.queries.all() == ("kinship", "topic:send IRO")


def test_of_many_queries_the_oldest_are_forgotten(record: Record) -> None:
    for number in range(MOST + 5):
        record.queries.keep(f"query {number}")
    kept = record.queries.all()
    assert len(kept) == MOST
    assert kept[0] == f"query {MOST + 4}"
    assert "query 4" not in kept
