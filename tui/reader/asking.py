"""What a view asks of the library, and what it gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index import Library
from index.model.meetings import Meeting
from index.model.results import Counts, Filter, Results, SavedSearch, Topic
from tui.reader.page import Page
from tui.reader.view import ALL, UNREAD, Choice, View


@dataclass(frozen=True, slots=True)
class Contents:
    """What the topic tree shows: topics and what stands beside them, and the counts of all.

    `everything` and `unread` count what the query finds without the filter.
    """

    topics: Sequence[Topic]
    counts: Counts
    sources: Sequence[str]
    meetings: Sequence[Meeting]
    saved: Sequence[SavedSearch]
    everything: int
    unread: int
    dates: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a view. `number` tells a newer answer from an older one.

    `whole` is how many items the library has.
    """

    number: int
    view: View
    results: Results
    contents: Contents
    whole: int


def find(library: Library, number: int, view: View) -> Found:
    """Ask the library for what the view shows. Raises CareReaderError if it cannot answer."""
    wanted = filter_of(view.choice)
    if view.related_to:
        results = library.related(view.related_to)
    else:
        results = library.search(view.query, wanted, view.sort)
    narrowed = wanted or view.related_to
    everything = library.search(view.query) if narrowed else results
    whole = library.counts()
    contents = Contents(
        topics=library.topics(),
        counts=results.counts,
        sources=sorted(whole.sources, key=str.casefold),
        meetings=library.meetings(),
        saved=library.saved_searches(),
        everything=everything.total,
        unread=everything.total - len(library.read(everything.ids)),
        dates=len(library.dates()),
    )
    return Found(number, view, results, contents, sum(whole.kinds.values()))


def page_of(library: Library, item_id: str, results: Results) -> Page:
    """The item laid open, with the words that `results` were found by. Raises NotFoundError."""
    item = library.item(item_id)
    names = {topic.slug: topic.name for topic in library.topics()}
    return Page(
        item=item,
        citation=library.citation(item_id),
        topics=tuple(names.get(match.slug, match.slug) for match in item.topics),
        meetings=library.meetings_of(item_id),
        note=library.note(item_id),
        title_hits=library.highlights(results, item.title),
        text_hits=library.highlights(results, item.text),
    )


def filter_of(choice: Choice) -> Filter:
    """What the chosen entry of the tree lets through."""
    match choice.place:
        case "topic":
            return Filter(topics=(choice.value,))
        case "source":
            return Filter(sources=(choice.value,))
        case "meeting":
            return Filter(meeting=choice.value)
        case "unread":
            return Filter(unread=True)
        case _:
            return Filter()


def kept_as(name: str, view: View) -> SavedSearch:
    """The view as a search to keep."""
    return SavedSearch(name=name, query=view.query, filter=filter_of(view.choice))


def of_kept(search: SavedSearch, topics: Sequence[Topic]) -> View:
    """The view that a search which was kept brings back."""
    asked = search.filter
    choice = ALL
    if asked.topics:
        (slug, *_) = asked.topics
        names = {topic.slug: topic.name for topic in topics}
        choice = Choice("topic", slug, names.get(slug, slug))
    elif asked.sources:
        choice = Choice("source", asked.sources[0], asked.sources[0])
    elif asked.meeting:
        choice = Choice("meeting", asked.meeting, asked.meeting)
    elif asked.unread:
        choice = UNREAD
    return View(query=search.query, choice=choice)
