"""The one door of `index`: a library of documents, and what its reader decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index.indexing import Indexing
from index.model.documents import Span
from index.model.items import Item
from index.model.making import Listener
from index.model.meetings import AgendaEntry, Bookmark, Citation, Meeting, Pack
from index.model.mends import Change, Former
from index.model.progress import Progress
from index.model.results import (
    Added,
    Copy,
    Counts,
    DatedItem,
    DocumentRow,
    Filter,
    Hit,
    Reread,
    Results,
    SavedSearch,
    Slice,
    Sort,
    Topic,
)
from index.packs import Packs
from index.places import Places
from index.record.record import Record
from index.searching import Searching
from index.topics import topics

if TYPE_CHECKING:
    from index.adding import Adding
    from index.mending import Mending
    from index.model.completions import Completion
    from index.model.pages import WholePage
    from index.rereading import Rereading

_FIRST_START = "first start"
_OVER = "over"


class Library(Packs):
    """A library, open. Every method may be called from any thread, and from several at once.

    Opening makes the folders and the record where there are none, and on that first start takes in
    the seed documents. Methods that are given the id of an item accept the beginning of one, as
    long as it fits only one item, and raise NotFoundError or AmbiguousError otherwise. Anything
    that the disk refuses is raised as LibraryError.
    """

    def __init__(self, places: Places, *, seeds: bool = True) -> None:
        """Open the library at `places`, with the seed documents on its first start if `seeds`.

        Raises LibraryError if the folder cannot be written or the record is from a newer version.
        """
        self._places = places
        self._record = Record(places.record)
        self._indexing = Indexing(self._record, places, self.topics)
        self._searching = Searching(self._record, self._indexing, self.topics)
        try:
            self._first_start = self._started(seeds)
        except BaseException:
            self.close()
            raise

    def _started(self, seeds: bool) -> bool:
        if self._record.settings.get(_FIRST_START) == _OVER:
            return False
        # a first start that was broken off is done again: what it took in is not taken in twice
        if seeds:
            self._adding.add_seeds()
        self._record.settings.put(_FIRST_START, _OVER)
        return True

    def close(self) -> None:
        """Let go of the record and the index. The library cannot be used afterwards."""
        self._indexing.close()
        self._record.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def places(self) -> Places:
        """Where this library is kept."""
        return self._places

    @property
    def first_start(self) -> bool:
        """Whether opening has just made this library."""
        return self._first_start

    # documents

    def add(self, paths: Iterable[Path], progress: Progress | None = None) -> Added:
        """Take in files, and the readable files of folders, and make their items searchable.

        A file that cannot be read is named in `Added.refused` and costs no other file its place.
        """
        added = self._adding.add(paths, progress)
        self._indexing.bring_up_to_date(progress)
        return added

    def documents(self) -> tuple[DocumentRow, ...]:
        """The documents of the library, newest issue first, those of unknown date last."""
        return self._record.documents.rows()

    def outdated(self) -> int:
        """How many documents were taken apart by other rules, or word lists, than those of now."""
        return self._rereading.outdated()

    def reread(self, progress: Progress | None = None) -> Reread:
        """Take the outdated documents apart anew, from their originals; nothing asks for them.

        Ids, bookmarks, notes, read marks and what was mended by hand are kept. It may be broken
        off at any time: what is done is done.
        """
        return self._rereading.reread(progress)

    # items

    def item(self, item: str) -> Item:
        """The whole item."""
        return self._record.items.item(item)

    def citation(self, item: str) -> Citation:
        """What it takes to cite the item."""
        return self._record.items.citation(item)

    def topics(self) -> tuple[Topic, ...]:
        """The tree of topics in its order: each group, then its topics; "unclassified" last."""
        return self._tree

    def counts(self) -> Counts:
        """How many items of the whole library stand under each topic, source and kind."""
        return self._searching.search("", Filter(), "newest").counts

    def dates(self, since: date | None = None, until: date | None = None) -> tuple[DatedItem, ...]:
        """Events and deadlines found in items, in order of their start; both ends inclusive."""
        return self._record.items.dates(since, until)

    def write_calendar(self, item: str, path: Path | None = None, *, replace: bool = False) -> Path:
        """Write the dates of the item as a calendar (.ics); the file it was written to.

        Where that is, and what is raised, is as with `write_pack`.
        """
        from index.meetings.pack import write

        whole, cited = self.item(item), self.citation(item)
        bookmark = Bookmark(
            "", whole.id, cited, whole.text, self.note(item), links=whole.links, dates=whole.dates
        )
        entry = AgendaEntry(whole.id, "item", whole.title, bookmark=bookmark)
        pack = Pack(Meeting(whole.title), (entry,))
        return write(pack, self._places.packs, path, "ics", replace)

    # search

    def search(
        self, query: str = "", filter: Filter = Filter(), sort: Sort = "relevance"
    ) -> Results:
        """Find items. An empty query finds all that the filter lets through, newest first.

        Never raises for what is in the query: what cannot be parsed is searched as plain words, and
        `Results.note` says so. Dates in it ("last month") are read as seen from today, where the
        reader is.
        """
        return self._searching.search(query, filter, sort)

    def hits(self, results: Results, start: int = 0, stop: int | None = None) -> tuple[Hit, ...]:
        """The rows `start` to `stop` of the results, with snippets round the best passage.

        Ids that have left the library since are left out.
        """
        return self._searching.hits(results, start, stop)

    def highlights(self, results: Results, text: str) -> tuple[Slice, ...]:
        """Where the words that the query found stand in `text`, in order, not overlapping."""
        return self._searching.highlights(results, text)

    def prepare(self) -> None:
        """Make ready what the first search would have to wait for; takes as long as that would.

        From then on counts have years and organisations also where no words are asked for.
        """
        self._searching.prepare()

    def completions(self, query: str, cursor: int | None = None) -> tuple[Completion, ...]:
        """How a half-typed query may go on at the cursor, or at its end; the best first.

        Fields are completed, and what they take: topics, sources, kinds, meetings, states, dates,
        and the organisations and people that most items name.
        """
        return self._searching.completions(query, len(query) if cursor is None else cursor)

    def queries(self) -> tuple[str, ...]:
        """What was searched for before, newest first."""
        return self._record.queries.all()

    def remember_query(self, query: str) -> None:
        """Keep a query that led somewhere for `queries`; of many, the oldest are forgotten."""
        self._record.queries.keep(query)

    def related(self, item: str, limit: int = 20) -> Results:
        """Items that are about the same thing, best first, without the item itself."""
        return self._searching.related(item, limit)

    def copies(self, item: str) -> tuple[Copy, ...]:
        """The other items of the library that tell the same story, newest first."""
        return self._record.stories.copies(item)

    def same_story(self, item: str) -> Results:
        """The item and its copies, newest first."""
        return self._searching.same_story(item)

    def reindex(self, progress: Progress | None = None) -> int:
        """Make the search index anew from the record; the number of items in it."""
        return self._indexing.rebuild(progress)

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Let `listener` hear whenever the search index is written: why, and how far it is.

        Call what comes back when it need hear no more.
        """
        return self._indexing.watch(listener)

    def leave_index(self) -> None:
        """Break off the writing of the search index, if that goes on: the next search goes on.

        Searches that wait for it raise SearchIndexError. Nothing else comes to harm.
        """
        self._indexing.leave()

    # mending: each answers with what `take_back` needs to undo it

    def page(self, document: str) -> WholePage:
        """The whole document, line by line, by its id.

        Raises NotFoundError, and LibraryError if its original is gone.
        """
        return self._mending.page(document)

    def join_with_next(self, item: str) -> Former:
        """Make one item of the item and the one below it. Raises InvalidInputError at the last."""
        return self._mending.join_with_next(self.item(item))

    def split_at(self, document: str, line: int) -> Former:
        """Let an item begin at that line of the document, 1-based.

        Raises InvalidInputError if the line is empty, or an item begins there already.
        """
        return self._mending.split_at(document, line)

    def set_furniture(self, document: str, lines: Span, *, furniture: bool) -> Former:
        """Call these lines of the document furniture, which is not searched, or else content.

        Raises InvalidInputError if no item would be left.
        """
        return self._mending.set_furniture(document, lines, furniture=furniture)

    def change(self, item: str, change: Change) -> Former:
        """Let the item be what a person says, in place of all that was said of it before.

        Raises InvalidInputError if the title is empty or too long, a topic unknown, a date no day.
        """
        slugs = frozenset(topic.slug for topic in self._tree if topic.group)
        return self._mending.change(self.item(item), change, slugs)

    def set_issued(self, document: str, issued: str | None) -> Former:
        """Say when the document was issued, as in `Issued.value`; None: as the rules find it."""
        return self._mending.set_issued(document, issued)

    def take_back(self, former: Former) -> None:
        """Undo a mend: the document, its items and their marks are what they were before it."""
        self._mending.take_back(former)

    # what the reader marks

    def read(self, items: Sequence[str]) -> frozenset[str]:
        """Those of the items that are marked as read."""
        return self._record.marks.read(items)

    def mark_read(
        self, items: Sequence[str], read: bool = True, *, copies: bool = True
    ) -> frozenset[str]:
        """Mark items as read, or as unread; those whose mark changed.

        Their copies are marked as well, unless `copies` is False: who has read a story has read it
        wherever it stands.
        """
        marked = sorted(self._record.stories.together(items)) if copies else items
        return self._record.marks.mark_read(marked, read)

    def note(self, item: str) -> str:
        """The reader's note on the item, "" where there is none."""
        return self._record.marks.note(item)

    def write_note(self, item: str, text: str) -> str:
        """Keep `text` as the note on the item ("" takes the note away); the note that was there."""
        return self._record.marks.write_note(item, text)

    def remembered(self, name: str) -> str:
        """What a screen keeps under that name for the next time, "" where it has kept nothing."""
        return self._record.settings.get(f"remembered {name}") or ""

    def remember(self, name: str, value: str) -> None:
        """Keep a value for a screen, for the next time that it is shown."""
        self._record.settings.put(f"remembered {name}", value)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches, by name."""
        return self._record.searches.all()

    def save_search(self, search: SavedSearch) -> None:
        """Keep a search under its name, in place of one of that name."""
        self._record.searches.save(search)

    def forget_search(self, name: str) -> None:
        """Drop the saved search of that name."""
        self._record.searches.forget(name)

    # loaded when they are first asked for: a library that is only read in needs none of it

    @cached_property
    def _adding(self) -> Adding:
        from index.adding import Adding

        return Adding(
            self._record, self._places.originals, self._rereading.intake, self._rereading.rules
        )

    @cached_property
    def _rereading(self) -> Rereading:
        from index.rereading import Rereading

        return Rereading(self._record, self._places)

    @cached_property
    def _mending(self) -> Mending:
        from index.mending import Mending

        return Mending(self._record, self._rereading)

    @cached_property
    def _tree(self) -> tuple[Topic, ...]:
        return topics(self._record.settings, self._places.config)
