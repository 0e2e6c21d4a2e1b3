"""The JSON shapes of the command line. Keys are a promise to scripts: see README."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from index.model.documents import Span
from index.model.items import FoundDate, Item, Newsletter
from index.model.meetings import Citation
from index.model.results import Added, Counts, DatedItem, DocumentRow, Hit, Results, Topic
from index.places import Places

Json = dict[str, Any]


def previewed(newsletters: Iterable[Newsletter]) -> Json:
    """How documents would be split."""
    return {"documents": [_newsletter(newsletter) for newsletter in newsletters]}


def _newsletter(newsletter: Newsletter) -> Json:
    return {
        "path": newsletter.path,
        "title": newsletter.title,
        "source": newsletter.source,
        "issued": newsletter.issued.value,
        "kind": newsletter.kind,
        "furniture": [_lines(piece.lines) for piece in newsletter.furniture if piece.lines],
        "items": [_item(item) for item in newsletter.items],
    }


def _item(item: Item) -> Json:
    return {
        "id": item.id,
        "title": item.title,
        "section": item.section,
        "kind": str(item.kind),
        "topics": [match.slug for match in item.topics],
        "lines": _lines(item.lines),
        "text": item.text,
        "dates": [_date(found) for found in item.dates],
        "links": list(dict.fromkeys(link.address for link in item.links if link.address)),
        "organisations": list(item.organisations),
        "people": list(item.people),
    }


def _lines(span: Span | None) -> list[int] | None:
    return None if span is None else [span.first, span.last]


def _date(found: FoundDate) -> Json:
    return {"text": found.text, "start": found.start, "end": found.end, "what": found.what}


def found(results: Results, hits: Iterable[Hit]) -> Json:
    """What a search found."""
    return {
        "query": results.query,
        "total": results.total,
        "read_as": results.read_as,
        "note": results.note,
        "corrected": results.corrected,
        "counts": {
            "topics": _most_first(results.counts.topics),
            "sources": _most_first(results.counts.sources),
            "kinds": _most_first(results.counts.kinds),
            "years": _most_first(results.counts.years),
            "organisations": _most_first(results.counts.organisations),
        },
        "hits": [
            {
                "id": hit.id,
                "document": hit.document,
                "title": hit.title,
                "source": hit.source,
                "issued": hit.issued,
                "kind": str(hit.kind),
                "topics": list(hit.topics),
                "score": hit.score,
                "snippet": hit.snippet,
                "highlights": [list(place) for place in hit.highlights],
                "matched": hit.matched,
                "also_in": list(hit.also_in),
            }
            for hit in hits
        ],
    }


def _most_first(counts: Mapping[str, int]) -> dict[str, int]:
    """The counts in an order that is the same every time."""
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))


def shown(item: Item, citation: Citation, note: str, meetings: Sequence[str]) -> Json:
    """One item whole: as in `previewed`, with why it is what it is and what its reader marked."""
    return {
        "item": {
            **_item(item),
            "document": item.document,
            "source": citation.source,
            "issued": citation.issued,
            "citation": citation.in_words(),
            "matched": {match.slug: list(match.terms) for match in item.topics},
            "gaps": list(item.gaps),
            "why": item.why,
            "note": note,
            "meetings": list(meetings),
        }
    }


def topics(tree: Iterable[Topic], counts: Counts) -> Json:
    """The topic tree: `group` is null for a group; `items` counts those of the whole library."""
    return {
        "topics": [
            {
                "slug": topic.slug,
                "name": topic.name,
                "group": topic.group or None,
                "items": counts.topics.get(topic.slug, 0),
            }
            for topic in tree
        ]
    }


def documents(rows: Iterable[DocumentRow]) -> Json:
    """The documents of the library."""
    return {"documents": [asdict(row) for row in rows]}


def added(outcome: Added) -> Json:
    """What became of files that were to be added."""
    return {
        "added": [asdict(row) for row in outcome.documents],
        "known": [asdict(row) for row in outcome.known],
        "refused": [{"path": path, "reason": reason} for path, reason in outcome.refused],
    }


def dates(rows: Iterable[DatedItem]) -> Json:
    """Events and deadlines."""
    return {"dates": [asdict(row) for row in rows]}


def paths(places: Places) -> Json:
    """Where everything is kept."""
    return {name: str(path) for name, path in asdict(places).items()}
