"""What a view asks of the library, and what it gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index import Library
from index.model.results import Counts, Filter, Results, SavedSearch, Topic
from tui.reader.view import UNREAD, Choice, Place, View

if TYPE_CHECKING:
    from index.model.meetings import Meeting
    from tui.reader.page import Page


@dataclass(frozen=True, slots=True)
class Contents:
    """What the topic tree shows: topics and what stands beside them, and the counts of all.

    Each count is of what the list would have with that entry in place of others of its kind.
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
class Offer:
    """Another view that would show more, and in a few words what it is."""

    words: str
    view: View


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a view. `number` tells a newer answer from an older one.

    `whole` is how many items the library has, `offer` what else might be meant. Until it
    `is_counted`, its contents are those of the answer before.
    """

    number: int
    view: View
    results: Results
    contents: Contents
    whole: int
    offer: Offer | None = None
    is_counted: bool = True


def find(library: Library, number: int, view: View, before: Found | None = None) -> Found:
    """Ask the library for what the view shows. Raises CareReaderError if it cannot answer.

    With an answer of `before` for a query that is being typed, the list is found alone: to count
    what stands beside it takes as long again. That is done where `before` has this very `number`.
    What the library has as a whole is then what it was: to count all of it for each letter would
    take longer than to search it.
    """
    is_listed = before is not None and before.number == number
    asking = _Asking(library, view, before.results if before is not None and is_listed else None)
    results = asking.results
    offer = _offer(asking)
    if before is not None and not is_listed:
        return Found(number, view, results, before.contents, before.whole, offer, False)
    everything = asking.search(Filter())
    if before is not None:
        whole, sources = before.whole, before.contents.sources
    else:
        everywhere = library.search() if view.query.strip() else everything
        whole = everywhere.total
        sources = sorted(everywhere.counts.sources, key=str.casefold)
    contents = Contents(
        topics=library.topics(),
        counts=results.counts if view.related_to else asking.counts(),
        sources=sources,
        meetings=library.meetings(),
        saved=library.saved_searches(),
        everything=everything.total,
        unread=asking.search(Filter(unread=True)).total,
        dates=len(library.dates()),
    )
    return Found(number, view, results, contents, whole, offer)


class _Asking:
    """Searches for one view, each filter asked for once."""

    def __init__(self, library: Library, view: View, results: Results | None) -> None:
        self._library = library
        self.view = view
        self._found: dict[Filter, Results] = {}
        if results is not None and not view.related_to:
            self._found[view.filter] = results
        self.results = results if results is not None else self._listed()
        """What the view lists."""

    def _listed(self) -> Results:
        related = self.view.related_to
        if not related:
            return self.search(self.view.filter)
        if self.view.same_story:
            return self._library.same_story(related)
        return self._library.related(related)

    def search(self, filter: Filter) -> Results:
        if filter not in self._found:
            query, sort = self.view.query, self.view.sort
            self._found[filter] = self._library.search(query, filter, sort)
        return self._found[filter]

    def counts(self) -> Counts:
        """Counts of the whole result; of a place with choices, as if there were none in it."""
        counts = self.search(self.view.filter).counts
        for place in {choice.place for choice in self.view.choices} & _COUNTED.keys():
            beside = self.search(self.view.filter_without(place)).counts
            name = _COUNTED[place]
            counts = replace(counts, **{name: getattr(beside, name)})
        return counts


_COUNTED: Mapping[Place, str] = {
    "topic": "topics",
    "source": "sources",
    "kind": "kinds",
    "year": "years",
    "organisation": "organisations",
}
"""The places that are counted, and where their counts stand."""


def _offer(asking: _Asking) -> Offer | None:
    """Another spelling; or, where nothing was found, the query without what narrows it."""
    view, results = asking.view, asking.results
    if view.related_to:
        return None
    if results.corrected:
        return Offer(f"Did you mean “{results.corrected}”?", view.asking(results.corrected))
    if results.total:
        return None
    if everything := asking.search(Filter()).total:
        found = "1 item" if everything == 1 else f"{everything} items"
        names = " and ".join(f"“{choice.name}”" for choice in view.choices)
        return Offer(f"{found} without {names}", replace(view, choices=()))
    if results.wider:
        return Offer(f"Search for “{results.wider}” alone?", view.asking(results.wider))
    return None


def page_of(library: Library, item_id: str, results: Results) -> Page:
    """The item laid open, with the words that `results` were found by. Raises NotFoundError."""
    from tui.reader.page import Page  # the first list is painted without one

    item = library.item(item_id)
    names = {topic.slug: topic.name for topic in library.topics()}
    return Page(
        item=item,
        citation=library.citation(item_id),
        topics=tuple(names.get(match.slug, match.slug) for match in item.topics),
        meetings=library.meetings_of(item_id),
        note=library.note(item_id),
        also_in=library.copies(item_id),
        title_hits=library.highlights(results, item.title),
        text_hits=library.highlights(results, item.text),
    )


def unread_of_saved(library: Library, over: Callable[[], bool]) -> Mapping[str, int] | None:
    """How many unread items each saved search finds, by its name; None once it is `over`."""
    counts: dict[str, int] = {}
    for search in library.saved_searches():
        if over():
            return None
        unread = replace(search.filter, unread=True)
        counts[search.name] = library.search(search.query, unread).total
    return None if over() else counts


def kept_as(name: str, view: View) -> SavedSearch:
    """The view as a search to keep."""
    return SavedSearch(name=name, query=view.query, filter=view.filter, sort=view.sort)


def of_kept(search: SavedSearch, topics: Sequence[Topic]) -> View:
    """The view that a search which was kept brings back. Days it asks for stand in the query."""
    asked = search.filter
    names = {topic.slug: topic.name for topic in topics}
    choices = [Choice("topic", slug, names.get(slug, slug)) for slug in asked.topics]
    places: tuple[tuple[Place, Sequence[str]], ...] = (
        ("source", asked.sources),
        ("kind", asked.kinds),
        ("year", asked.years),
        ("organisation", asked.organisations),
        ("meeting", (asked.meeting,) if asked.meeting else ()),
    )
    choices += [Choice(place, value, value) for place, values in places for value in values]
    if asked.unread:
        choices.append(UNREAD)
    days = [
        f"{field}:{day.isoformat()}"
        for field, day in (("since", asked.since), ("until", asked.until))
        if day is not None
    ]
    query = " ".join([search.query, *days]).strip()
    return View(query=query, choices=tuple(choices), sort=search.sort)
