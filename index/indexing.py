"""Keeping the search index of a library: told of what changes, made anew where it is of no use."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING
from zlib import crc32

from index.errors import LibraryError, SearchIndexError
from index.model.making import AT_LEISURE, MAKING, Cause, Listener, Making
from index.model.progress import Progress
from index.model.results import Topic
from index.places import Places
from index.record.outbox import Entered
from index.record.record import Record
from index.stories import sort_stories
from index.turns import GoOn, LeftError, Turns

if TYPE_CHECKING:
    from index.search.entry import Entry
    from index.search.index import SearchIndex
    from index.search.matches import Matches

_TELLING = "making items searchable"

_MADE = "search index"
"""The record's setting that says that this library has had an index before."""


class Indexing:
    """The index of one library. It is opened, and made, when words are first looked for.

    It is written in threads of its own. Who asks waits for these only where there is no index that
    could answer; `leave` lets everybody go who waits.
    """

    def __init__(self, record: Record, places: Places, tree: Callable[[], Sequence[Topic]]) -> None:
        """`tree` gives the topics; it is asked when they are first needed."""
        self._record = record
        self._places = places
        self._tree = tree
        self._index: SearchIndex | None = None
        self._opening = threading.Lock()
        self._turns = Turns()
        self._listeners: tuple[Listener, ...] = ()
        self._listening = threading.Lock()
        self._in_vain: SearchIndexError | None = None
        """Why no index could be made, where work was lost: at once, it would be lost once more."""

    def close(self) -> None:
        """Let go of the files of the index, and of whoever waits for it."""
        self._turns.leave()
        with self._opening:
            if self._index is not None:
                self._index.close()

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Let `listener` hear of every making from now on, till what comes back is called."""
        with self._listening:
            self._listeners = (*self._listeners, listener)

        def stop() -> None:
            with self._listening:
                self._listeners = tuple(each for each in self._listeners if each is not listener)

        return stop

    def leave(self) -> None:
        """Break off what is being written; who waits for it gets SearchIndexError."""
        self._turns.leave()

    @property
    def ready(self) -> bool:
        """Whether there is an index, open, that answers without being made first."""
        return self._index is not None and self._index.stamp == self.stamp()

    def ask(self, question: Callable[[SearchIndex], Matches]) -> Matches:
        """What the index answers. Where it cannot be used it is made first.

        Raises SearchIndexError where that fails.
        """
        from index.search.folder import IndexDamagedError

        index = self._opened()
        if index.stamp != self.stamp():
            if self._in_vain is not None:
                # to try again with every letter that somebody types would take long, each time
                raise SearchIndexError(str(self._in_vain)) from self._in_vain
            self.bring_up_to_date()
        elif self._record.outbox.turn():
            self._tell_if_free(index)
        name = index.name
        try:
            return question(index)
        except IndexDamagedError:
            # somebody took it away under our hands
            self._take(partial(self._mend, index, name))
            return question(index)

    def prepare(self) -> None:
        """Open the index, and make it where it cannot be used, also if that has failed before."""
        from index.search.matches import Matches

        def prepared(index: SearchIndex) -> Matches:
            index.prepare()
            return Matches()

        self._in_vain = None
        self.ask(prepared)

    def bring_up_to_date(self, progress: Progress | None = None) -> None:
        """Tell the index what has changed in the record, or make it where it cannot be used."""
        self._take(partial(self._bring, self._opened(), progress, True))

    def rebuild(self, progress: Progress | None = None) -> int:
        """Make the index anew; the number of items in it."""
        index = self._opened()
        return self._take(partial(self._make, index, Cause.ASKED, progress)) or 0

    def stamp(self) -> str:
        """What the index was made from: this record, and the groups that topics stand in."""
        return f"{self._record.stamp}-{self._mark_of_groups}"

    def groups(self) -> Mapping[str, str]:
        """The group that each topic stands in, by their slugs."""
        return self._group_of

    def entry(self, entered: Entered) -> Entry:
        """An item as the index knows it."""
        return _entry(entered, self.groups())

    # every search asks for these

    @cached_property
    def _group_of(self) -> dict[str, str]:
        return {topic.slug: topic.group for topic in self._tree() if topic.group}

    @cached_property
    def _mark_of_groups(self) -> str:
        return f"{crc32(repr(sorted(self._group_of.items())).encode()):08x}"

    # what is written, by whoever has the turn

    def _opened(self) -> SearchIndex:
        # the search engine is imported no sooner than somebody looks for words
        from index.search.index import SearchIndex

        with self._opening:
            if self._index is None:
                self._index = SearchIndex(self._places.index, self._places.config)
            return self._index

    def _take(self, work: Callable[[GoOn], int | None], *, wait: bool = True) -> int | None:
        try:
            return self._turns.take(work, wait=wait)
        except LeftError as left:
            raise SearchIndexError(
                f"{self._places.index}: the search index was not made to its end;"
                " search again to make it"
            ) from left

    def _tell_if_free(self, index: SearchIndex) -> None:
        # where another thread or program is telling the index, or nobody can, what it knows already
        # is a better answer than none: what it does not know stays in the outbox
        with suppress(LibraryError):
            self._take(partial(self._bring, index, None, False), wait=False)

    def _mend(self, index: SearchIndex, name: str, go_on: GoOn) -> int | None:
        """Make the index that could not be read, unless another one has come in its place."""

        def wanted() -> bool:
            return index.name == name or index.stamp != self.stamp()

        return self._make(index, self._cause(index), None, go_on, wanted) if wanted() else None

    def _bring(
        self, index: SearchIndex, progress: Progress | None, wait: bool, go_on: GoOn
    ) -> None:
        from index.search.folder import IndexDamagedError

        def wanted() -> bool:
            return index.stamp != self.stamp()

        if wanted():
            self._make(index, self._cause(index), progress, go_on, wanted)
        try:
            self._tell(index, progress, wait, go_on)
        except IndexDamagedError:
            self._make(index, self._cause(index), progress, go_on)

    def _tell(self, index: SearchIndex, progress: Progress | None, wait: bool, go_on: GoOn) -> None:
        if not (self._record.outbox.turn() or self._record.stories.waiting()):
            return
        with self._making(Cause.CHANGES, progress, go_on) as told:
            sort_stories(self._record, told)
            groups = self.groups()
            waiting, done = self._record.outbox.waiting(), 0
            while (changes := self._record.outbox.changes()).turn:
                told(_TELLING, done, max(waiting, done))
                entries = [_entry(each, groups) for each in changes.items]
                index.update(entries, changes.gone, wait=wait)
                self._record.outbox.told(changes)
                done += len(changes.items) + len(changes.gone)

    def _make(
        self,
        index: SearchIndex,
        cause: Cause,
        progress: Progress | None,
        go_on: GoOn,
        wanted: Callable[[], bool] = lambda: True,
    ) -> int | None:
        with self._making(cause, progress, go_on) as told:
            sort_stories(self._record, told)
            # what changes while the index is written stays in the outbox for the next time
            turn = self._record.outbox.turn()
            sized = partial(_sized, told, self._record.outbox.size())

            def made() -> int | None:
                return index.rebuild(self._entries(), self.stamp(), sized, wanted)

            try:
                count = made()
            except SearchIndexError as error:
                if not isinstance(error.__cause__, FileNotFoundError):
                    raise
                # the folder was taken away meanwhile
                count = made()
            if count is not None:
                self._record.outbox.done(turn)
            if self._record.settings.get(_MADE) is None:
                self._record.settings.put(_MADE, "made")
            return count

    def _entries(self) -> Iterator[Entry]:
        groups = self.groups()
        return (_entry(each, groups) for each in self._record.outbox.everything())

    def _cause(self, index: SearchIndex) -> Cause:
        """Why the index has to be made."""
        trouble = index.trouble()
        if trouble is Cause.GONE and self._record.settings.get(_MADE) is None:
            return Cause.NEW
        if trouble is not None:
            return trouble
        made_from, ours = index.stamp or "", self._record.stamp
        if made_from == self.stamp():
            return Cause.DAMAGED  # within, where it does not show from without
        if made_from.rpartition("-")[0] == ours:
            return Cause.TOPICS
        same = made_from.partition("-")[0] == ours.partition("-")[0]
        return Cause.OLD if same else Cause.FOREIGN

    @contextmanager
    def _making(self, cause: Cause, progress: Progress | None, go_on: GoOn) -> Iterator[Progress]:
        """Let listeners, and `progress`, hear of what the block does: by what it is given."""
        last = Making(cause)
        self._say(last)

        def told(doing: str, done: int, size: int) -> None:
            nonlocal last
            last = Making(cause, doing, done, size)
            self._say(last)
            if progress is not None:
                progress(doing, done, size)
            go_on()

        try:
            go_on()
            yield told
        except LeftError:
            self._say(replace(last, ended="left"))
            raise
        except (LibraryError, OSError) as error:
            failure = self._in_words(error)
            # where no writing had begun, nothing is lost by trying again
            lost = last.doing == MAKING and cause not in AT_LEISURE
            self._in_vain = failure if lost else None
            self._say(replace(last, ended="failed", error=str(failure)))
            if failure is error:
                raise
            raise failure from error
        except BaseException as error:
            self._say(replace(last, ended="failed", error=type(error).__name__))
            raise
        self._in_vain = None
        self._say(replace(last, ended="made"))

    def _in_words(self, error: LibraryError | OSError) -> SearchIndexError:
        if isinstance(error, SearchIndexError):
            return error
        if isinstance(error, LibraryError):
            return SearchIndexError(str(error))
        return SearchIndexError.unwritten(self._places.index, error)

    def _say(self, making: Making) -> None:
        for listener in self._listeners:
            listener(making)


def _sized(told: Progress, size: int, doing: str, done: int, _: int) -> None:
    """Report how far an index is that does not know how many entries are to come."""
    told(doing, done, size if doing == MAKING else 0)


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
