"""Searching a library: the index finds the words, the record filters, counts and orders."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING
from zlib import crc32

from index.errors import LibraryError
from index.model.items import Kind
from index.model.progress import Progress
from index.model.results import Counts, Filter, Hit, Results, Slice, Sort, Topic
from index.places import Places
from index.record.items import Shown, Texts
from index.record.outbox import Entered
from index.record.record import Record
from index.stories import sort_stories

if TYPE_CHECKING:
    from index.model.completions import Completion
    from index.search.entry import Entry
    from index.search.found import Found
    from index.search.index import SearchIndex
    from index.search.known import Context
    from index.search.matches import Matches

_SNIPPET = 160
"""Characters of a snippet, about two lines of an item list."""


class Searching:
    """The search of one library. Its index is opened, and made, when words are first looked for."""

    def __init__(self, record: Record, places: Places, tree: Callable[[], Sequence[Topic]]) -> None:
        """`tree` gives the topics; it is asked when they are first needed."""
        self._record = record
        self._places = places
        self._tree = tree
        self._index: SearchIndex | None = None
        self._opening = threading.Lock()
        self._telling = threading.Lock()

    def close(self) -> None:
        """Let go of the files of the index."""
        with self._opening:
            if self._index is not None:
                self._index.close()

    def search(self, query: str, filter: Filter, sort: Sort, today: date | None = None) -> Results:
        """Find items, as `Library.search` says. Dates are read as seen from `today`."""
        groups = self._groups()
        # the record alone can answer what asks for no words: no index needs to be opened for it,
        # and where there is none to be had this still works
        alone = not (query.strip() or filter.years or filter.organisations)
        if alone and self._index is None:
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
        matches = self._ask(lambda index: index.match(query, context))
        found = None if matches.found is None else self._narrowed(matches.found, filter, groups)
        ordered = None if found is None else found.ordered(sort, copies=False)
        return Results(
            query,
            () if ordered is None else ordered.ids,
            scores=() if ordered is None else ordered.scores,
            counts=Counts() if found is None else found.counts(groups),
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
        groups = self._groups()
        entry = _entry(self._record.outbox.entered(item), groups)
        own = self._record.stories.together([item])
        matches = self._ask(lambda index: index.related(entry, limit + len(own)))
        others = [each for each in matches.ids if each not in own][:limit]
        ids, counts = self._record.selection.among(others, Filter(), "relevance", groups)
        return Results("", ids, counts=counts)

    def same_story(self, item: str) -> Results:
        """The item, and the others that tell its story, newest first."""
        told = tuple(self._record.stories.together([item]))
        ids, counts = self._record.selection.among(
            told, Filter(), "newest", self._groups(), copies=True
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
            case "kind":
                return [(kind.value, "") for kind in Kind]
            case "meeting":
                return [(each.name, "") for each in self._record.meetings.all(date.today())]
        return [(name, "") for name in self._record.states.names.get(field, ())]

    def _context(self, today: date | None) -> Context:
        from index.search.known import Context

        names = {topic.slug: topic.name for topic in self._tree()}
        return Context(today or date.today(), self._record.states, names)

    def prepare(self) -> None:
        """Open the index, and make it where it cannot be used."""
        from index.search.matches import Matches

        def prepared(index: SearchIndex) -> Matches:
            index.prepare()
            return Matches()

        self._ask(prepared)

    def bring_up_to_date(self, progress: Progress | None = None) -> None:
        """Tell the index what has changed in the record, or make it where it cannot be used."""
        with self._held() as index:
            self._tell(index, progress)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Make the index anew; the number of items in it."""
        with self._held() as index:
            return self._rebuild(index, progress)

    def _opened(self) -> SearchIndex:
        # the search engine is imported no sooner than somebody looks for words
        from index.search.index import SearchIndex

        with self._opening:
            if self._index is None:
                self._index = SearchIndex(self._places.index, self._places.config)
            return self._index

    def _ask(self, ask: Callable[[SearchIndex], Matches]) -> Matches:
        from index.search.folder import IndexDamagedError

        index = self._opened()
        if index.stamp != self._stamp():
            self.bring_up_to_date()
        elif self._record.outbox.turn():
            self._tell_if_free(index)
        try:
            return ask(index)
        except IndexDamagedError:
            # somebody took it away under our hands
            self.rebuild()
            return ask(index)

    @contextmanager
    def _held(self) -> Iterator[SearchIndex]:
        """The index, to be written by this thread alone."""
        with self._telling:
            try:
                yield self._opened()
            except OSError as error:
                raise LibraryError(
                    f"{self._places.index}: the search index cannot be written ({error.strerror});"
                    " make room or ask for permission, and try again"
                ) from error

    def _tell_if_free(self, index: SearchIndex) -> None:
        # where another thread or program is telling the index, or nobody can, what it knows already
        # is a better answer than none: what it does not know stays in the outbox
        if self._telling.acquire(blocking=False):
            try:
                with suppress(LibraryError, OSError):
                    self._tell(index, None)
            finally:
                self._telling.release()

    def _tell(self, index: SearchIndex, progress: Progress | None) -> None:
        from index.search.folder import IndexDamagedError

        if index.stamp != self._stamp():
            self._rebuild(index, progress)
        try:
            sort_stories(self._record, progress)
            groups = self._groups()
            waiting, done = self._record.outbox.waiting(), 0
            while (changes := self._record.outbox.changes()).turn:
                if progress is not None:
                    progress("making items searchable", done, max(waiting, done))
                index.update([_entry(each, groups) for each in changes.items], changes.gone)
                self._record.outbox.told(changes)
                done += len(changes.items) + len(changes.gone)
        except IndexDamagedError:
            self._rebuild(index, progress)

    def _rebuild(self, index: SearchIndex, progress: Progress | None) -> int:
        sort_stories(self._record, progress)
        # what changes while the index is written stays in the outbox for the next time
        turn, size = self._record.outbox.turn(), self._record.outbox.size()
        told = None if progress is None else partial(_told, progress, size)
        groups = self._groups()
        entries = (_entry(each, groups) for each in self._record.outbox.everything())
        count = index.rebuild(entries, self._stamp(), told)
        self._record.outbox.done(turn)
        return count

    def _stamp(self) -> str:
        """What the index was made from: this record, and the groups that topics stand in."""
        return f"{self._record.stamp}-{self._mark_of_groups}"

    @cached_property
    def _mark_of_groups(self) -> str:
        return f"{crc32(repr(sorted(self._groups().items())).encode()):08x}"

    def _groups(self) -> dict[str, str]:
        return self._group_of

    @cached_property
    def _group_of(self) -> dict[str, str]:
        return {topic.slug: topic.group for topic in self._tree() if topic.group}


def _entry(entered: Entered, groups: Mapping[str, str]) -> Entry:
    from index.search.entry import Entry

    item = entered.item
    slugs = [topic.slug for topic in item.topics]
    return Entry(
        id=item.id,
        title=item.title,
        text=item.text,
        section=item.section,
        source=entered.source,
        issued=entered.issued,
        kind=item.kind,
        # a group is found as a topic is
        topics=tuple(dict.fromkeys([*slugs, *(groups[slug] for slug in slugs if slug in groups)])),
        organisations=item.organisations,
        people=item.people,
        notes=entered.note,
        story=entered.story,
        document=item.document,
        document_title=entered.document_title,
        place=entered.place,
        dates=tuple(
            (found.start, found.end) for found in item.dates if found.what in ("event", "deadline")
        ),
    )


def _told(progress: Progress, size: int, doing: str, done: int, _: int) -> None:
    # the index does not know how many entries are to come
    progress(doing, done, size)


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
