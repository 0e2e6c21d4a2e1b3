"""What a ranking is worth, by the evaluator that the field uses (trec_eval's measures)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytrec_eval

from tests.bench.ranking_collections import Judgements

DEPTH = 1000
"""Documents of a ranking that are looked at, as evaluations are wont to."""

_MAP, _NDCG = "map", "ndcg_cut_10"


@dataclass(frozen=True, slots=True)
class Worth:
    """Mean average precision and nDCG@10, from 0 to 1, each a mean over the queries."""

    map: float
    ndcg: float


def worth(rankings: Mapping[str, Sequence[str]], judgements: Judgements) -> Worth:
    """What the rankings, each the ids of documents best first, are worth.

    A query for which nothing was found counts as 0.
    """
    if not rankings:
        return Worth(0.0, 0.0)
    # the evaluator orders by score; equal ones it would order by id
    run = {
        query: {each: float(-place) for place, each in enumerate(ranking[:DEPTH])}
        for query, ranking in rankings.items()
        if ranking
    }
    evaluator = pytrec_eval.RelevanceEvaluator(
        {query: dict(judgements[query]) for query in rankings}, {_MAP, _NDCG}
    )
    results = evaluator.evaluate(run).values()
    return Worth(
        sum(each[_MAP] for each in results) / len(rankings),
        sum(each[_NDCG] for each in results) / len(rankings),
    )
