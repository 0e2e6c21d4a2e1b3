"""`carereader search`."""

from __future__ import annotations

import click

from index import Library
from index.model.items import Kind
from index.model.results import Filter, Results, Sort
from index.places import Places
from tui.command_line import output
from tui.command_line.choices import nearest, source_name, span_of_days, topic_slug
from tui.command_line.exits import Exit
from tui.command_line.opening import library_at, with_json, with_places
from tui.command_line.printing import print_json, say

ENOUGH = 20
"""How many items a search prints unless it is told otherwise: about as many as anyone reads."""


@click.command("search")
@click.argument("query", nargs=-1)
@click.option(
    "--topic", "topics", multiple=True, metavar="TOPIC", help="Only this topic or group of topics."
)
@click.option("--source", "sources", multiple=True, metavar="NAME", help="Only from this source.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    type=click.Choice([kind.value for kind in Kind], case_sensitive=False),
    help=f"Only {', '.join(Kind)}.",
)
@click.option("--year", "years", multiple=True, metavar="YEAR", help="Only issued in this year.")
@click.option(
    "--organisation",
    "organisations",
    multiple=True,
    metavar="NAME",
    help="Only naming this organisation.",
)
@click.option(
    "--since", metavar="DATE", help="Issued on or after: 3/12/2026, 2026-12, 2026, “last month”."
)
@click.option("--until", metavar="DATE", help="Issued by the end of that day, month or year.")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest", "source"]),
    default="relevance",
    show_default=True,
    help="The order of the items.",
)
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=0),
    default=ENOUGH,
    show_default=True,
    help="How many items to print; 0 prints all.",
)
@with_json
@with_places
def search_command(
    places: Places,
    query: tuple[str, ...],
    topics: tuple[str, ...],
    sources: tuple[str, ...],
    kinds: tuple[str, ...],
    years: tuple[str, ...],
    organisations: tuple[str, ...],
    since: str | None,
    until: str | None,
    sort: Sort,
    limit: int,
    as_json: bool,
) -> int:
    """Find items by words, topic, source, kind and date.

    Words, "a phrase", -without, kin*, like~, AND OR NOT, NEAR, and fields: title: source: topic:
    kind: issued: since: until: date: due: org: person: note: meeting: is: has:. An option given
    more than once takes any of its values. Without a query, all items, newest first.
    """
    first, last = span_of_days(since, until)
    with library_at(places) as library:
        tree = library.topics() if topics else ()
        known_sources = library.counts().sources if sources else {}
        chosen = Filter(
            topics=tuple(topic_slug(topic, tree) for topic in topics),
            sources=tuple(source_name(source, known_sources) for source in sources),
            kinds=kinds,
            years=years,
            organisations=organisations,
            since=first,
            until=last,
        )
        results = library.search(" ".join(query), chosen, sort)
        hits = library.hits(results, 0, limit or None)
        for told in (results.read_as, results.note):
            if told:
                say(told)
        if as_json:
            print_json(output.found(results, hits))
        else:
            from tui.command_line import layout

            layout.hits(hits)
        if not results.total:
            say(_what_to_try(library, results, chosen))
            return Exit.NOTHING
    if results.corrected:
        say(f"did you mean “{results.corrected}”?")
    if len(hits) < results.total:
        say(f"{len(hits)} of {results.total} items; --limit 0 prints them all")
    return Exit.DONE


def _what_to_try(library: Library, results: Results, chosen: Filter) -> str:
    if results.corrected:
        return f"nothing found; did you mean “{results.corrected}”?"
    unknown = [source for source in chosen.sources if source not in library.counts().sources]
    if unknown:
        near = nearest(unknown[0], list(library.counts().sources))
        hint = f"; the nearest: {', '.join(near)}" if near else "; carereader documents lists them"
        return f"nothing found: the library has no source “{unknown[0]}”{hint}"
    if chosen and library.search(results.query).total:
        return "nothing found there; the query alone finds items: leave out an option"
    if results.wider:
        return f"nothing found there; “{results.wider}” alone finds items"
    return "nothing found; try fewer words, or the beginning of one with a star: foster*"
