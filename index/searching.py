"""Searching a library: the index finds the words, the record filters, counts and orders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from index.errors import LibraryError
from index.indexing import Indexing
from index.model.items import Kind
from index.model.results import Counts, Filter, Hit, Results, Slice, Sort, Topic
from index.record.items import Shown, Texts
from index.record.record import Record

if TYPE_CHECKING:
    from index.model.completions import Completion
    from index.search.found import Found
    from index.search.known import Context

_SNIPPET = 160
"""Characters of a snippet, about two lines of an item list."""

_REHEARSED = "care~ since:2021"
"""A query that needs all that is imported no sooner than a query does."""


class Searching:
    """The search of one library."""

    def __init__(
        self, record: Record, indexing: Indexing, tree: Callable[[], Sequence[Topic]]
    ) -> None:
        """`tree` gives the topics; it is asked when they are first needed."""
        self._record = record
        self._indexing = indexing
        self._tree = tree
        self._is_rehearsed = False

    def prepare(self) -> None:
        """Make ready what the first search would have to wait for: the index, and what reads it."""
        self._indexing.prepare()
        if not self._is_rehearsed:
            self.hits(self.search(_REHEARSED, Filter(), "relevance"), 0, 1)
            self._is_rehearsed = True

    def search(self, query: str, filter: Filter, sort: Sort, today: date | None = None) -> Results:
        """Find items, as `Library.search` says. Dates are read as seen from `today`."""
        groups = self._indexing.groups()
        # the record alone can answer what asks for no words: no index needs to be opened, let alone
        # made, for it
        alone = not (query.strip() or filter.years or filter.organisations)
        if alone and not self._indexing.ready:
            return self._of_the_record(query, filter, sort, groups)
        try:
            return self._of_the_index(query, filter, sort, groups, today)
        except LibraryError:
            if alone:
                return self._of_the_record(query, filter, sort, groups)
            raise

    def _of_the_record(
        self, query: str, filter: Filter, sort: Sort, groups: Mapping[str, str]
    ) -> Results:
        ids, counts = self._record.selection.all(filter, sort, groups)
        return Results(query, ids, counts=counts)

    def _of_the_index(
        self, query: str, filter: Filter, sort: Sort, groups: Mapping[str, str], today: date | None
    ) -> Results:
        context = self._context(today)
        matches = self._indexing.ask(lambda index: index.match(query, context))
        found = None if matches.found is None else self._narrowed(matches.found, filter, groups)
        ordered = None if found is None else found.ordered(sort, copies=False)
        return Results(
            query,
            () if ordered is None else ordered.ids,
            scores=() if ordered is None else ordered.scores,
            counts=Counts() if found is None else found.counts(),
            corrected=matches.corrected,
            note=matches.note,
            marks=matches.marks,
            read_as=matches.read_as,
            wider=matches.wider,
            synonyms=matches.synonyms,
        )

    def _narrowed(self, found: Found, filter: Filter, groups: Mapping[str, str]) -> Found:
        """What a filter lets through; the record says what a person marked."""
        marked = self._record.selection
        masks = []
        if filter.meeting:
            masks.append(found.mask(marked.on_agenda(filter.meeting)))
        if filter.unread:
            masks.append(~found.mask(marked.read()))
        return found.within(filter, groups, masks)

    def related(self, item: str, limit: int) -> Results:
        """Items about the same thing, best first, without those that tell the same story."""
        entry = self._indexing.entry(self._record.outbox.entered(item))
        own = self._record.stories.together([item])
        matches = self._indexing.ask(lambda index: index.related(entry, limit + len(own)))
        others = [each for each in matches.ids if each not in own][:limit]
        ids, counts = self._record.selection.among(
            others, Filter(), "relevance", self._indexing.groups()
        )
        return Results("", ids, counts=counts)

    def same_story(self, item: str) -> Results:
        """The item, and the others that tell its story, newest first."""
        told = tuple(self._record.stories.together([item]))
        ids, counts = self._record.selection.among(
            told, Filter(), "newest", self._indexing.groups(), copies=True
        )
        return Results("", ids, counts=counts)

    def hits(self, results: Results, start: int, stop: int | None) -> tuple[Hit, ...]:
        """The rows of a stretch of the results, with snippets."""
        asked = results.ids[start:stop]
        scores = dict(zip(asked, results.scores[start:stop], strict=False))
        return self._record.items.hits(asked, _shown_of(results), scores)

    def highlights(self, results: Results, text: str) -> tuple[Slice, ...]:
        """Where the words that were found stand in `text`."""
        if not results.marks:
            return ()
        from index.search.highlighting import slices

        return slices(results.marks, text)

    def completions(self, query: str, cursor: int) -> tuple[Completion, ...]:
        """How a query may go on at the cursor."""
        from index.search.completing import completions

        return completions(query, cursor, self._names_for)

    def _names_for(self, field: str) -> Sequence[tuple[str, str]]:
        match field:
            case "topic":
                return [(topic.slug, topic.name) for topic in self._tree()]
            case "source":
                return [(source, "") for source in self._record.documents.sources()]
            case "org":
                return [(name, "") for name in self._record.named.organisations()]
            case "person":
                return [(name, "") for name in self._record.named.people()]
            case "kind":
                return [(kind.value, "") for kind in Kind]
            case "meeting":
                return [(each.name, "") for each in self._record.meetings.all(date.today())]
        return [(name, "") for name in self._record.states.names.get(field, ())]

    def _context(self, today: date | None) -> Context:
        from index.search.known import Context

        names = {topic.slug: topic.name for topic in self._tree()}
        return Context(today or date.today(), self._record.states, names)


def _shown_of(results: Results) -> Callable[[Sequence[Texts]], list[Shown]]:
    """What rows of these results show, given what is written in the items."""
    marks, synonyms = results.marks, results.synonyms
    if not marks:
        return lambda rows: [Shown(_beginning(row.text)) for row in rows]
    from index.search.snippets import snippets
    from index.search.why import matched

    def shown(rows: Sequence[Texts]) -> list[Shown]:
        found = snippets(marks, [row.title for row in rows], [row.text for row in rows], _SNIPPET)
        return [
            Shown(
                each.passage,
                each.slices,
                each.title_slices,
                matched(synonyms, row, each.stems) if synonyms else "",
            )
            for row, each in zip(rows, found, strict=True)
        ]

    return shown


def _beginning(text: str) -> str:
    line = " ".join(text[: 4 * _SNIPPET].split())
    if len(line) <= _SNIPPET:
        return line
    cut = line.rfind(" ", 0, _SNIPPET)
    return f"{line[: cut if cut > 0 else _SNIPPET - 1]}…"
