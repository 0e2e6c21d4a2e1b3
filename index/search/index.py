"""The search index of a library: derived from its record, and rebuilt from it at any time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from index.errors import LibraryError, SearchIndexError
from index.model.making import MAKING, WAITING, Cause
from index.model.progress import Progress
from index.search.entry import Entry
from index.search.folder import (
    LOCK,
    MERGING_LOCK,
    DamagedFileError,
    IndexDamagedError,
    IndexFolder,
    State,
)
from index.search.matches import Matches
from index.search.thesaurus import Thesaurus

if TYPE_CHECKING:
    from whoosh.util.filelock import LockBase

    from index.search.known import Context
    from index.search.opened import Opened

_PATIENCE = 10.0
"""Seconds to wait for another program that is writing the index."""

_LONG_PATIENCE = 600.0
"""Seconds to wait for it where nothing can be done before: it may be making the whole index."""

_LOOK = 0.25
"""Seconds between two reports that it is still waited for."""

_ATTEMPTS = 3
"""A search may meet a file that a writer has just taken away; it then starts again."""

_STEP = 50
"""Entries between two reports of progress."""

Answer = TypeVar("Answer")


class SearchIndex:
    """The index in a folder, whether it is there yet or not. Any thread may call any method.

    Importing this module, opening the index and asking for its `stamp` do not import Whoosh. Every
    other method raises IndexDamagedError where the index is missing or cannot be read: `rebuild`
    mends that. What writes raises SearchIndexError where the folder cannot be written, or another
    program is writing and does not finish.
    """

    def __init__(self, folder: Path, overrides: Path | None = None) -> None:
        """Take the folder of the index, and the folder with the reader's own word lists."""
        self._folder = IndexFolder(folder)
        self._overrides = overrides
        self._guard = threading.Lock()
        self._opened: tuple[State, Opened] | None = None
        self._merging: threading.Thread | None = None
        self._thesaurus: Thesaurus | None = None

    @property
    def stamp(self) -> str | None:
        """What the index was built from; None if it is missing, damaged or from another version."""
        state = self._folder.state()
        return state.stamp if state is not None and self._folder.sound(state) else None

    @property
    def name(self) -> str:
        """The name of the index that stands there: another one after it was made anew; or ""."""
        state = self._folder.state()
        return state.name if state is not None else ""

    def trouble(self) -> Cause | None:
        """What is the matter with the index; None if it can be used."""
        return self._folder.trouble()

    def rebuild(
        self,
        entries: Iterable[Entry],
        stamp: str,
        progress: Progress | None = None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> int | None:
        """Make the index anew from all entries; how many there were, None if it was not `wanted`.

        `stamp` is what the property gives from now on. Until all is done the index that was there
        answers, and if it comes to nothing it stays. That is asked when no other program
        is writing any more, which may have made it: if it says no, nothing is done.
        """
        from index.search.writing import write

        waiting = None if progress is None else partial(progress, WAITING, 0, 0)
        with self._writing(_LONG_PATIENCE, waiting):
            if not wanted():
                return None
            state = None
            try:
                folder = self._folder.fresh()
                names, count = write(folder, _reported(entries, progress))
                state = self._folder.settle(folder, stamp, names)
            except OSError as error:
                raise SearchIndexError.unwritten(self._folder.path, error) from error
            finally:
                self._folder.tidy(state or self._folder.state())
        if progress is not None:
            progress(MAKING, count, count)
        return count

    def update(
        self, changed: Iterable[Entry], gone: Iterable[str] = (), *, wait: bool = True
    ) -> None:
        """Take in entries that are new or have changed, and let go of those with the ids `gone`.

        `wait` is whether another program that is writing is waited for.
        """
        latest = {entry.id: entry for entry in changed}
        ids = {*gone, *latest}
        if not ids:
            return
        from index.search.writing import change

        with self._writing(_PATIENCE if wait else 0):
            state = self._folder.state()
            if state is None or not self._folder.sound(state):
                raise IndexDamagedError(self._folder.path)
            folder = self._folder.path / state.name
            try:
                names = change(folder, latest.values(), ids)
                self._folder.settle(folder, state.stamp, names)
            except (OSError, DamagedFileError) as error:
                raise IndexDamagedError(self._folder.path) from error
        self._merge_beside(len(names) - 1)

    def prepare(self) -> None:
        """Read what the first search would have to wait for."""
        self._ask(lambda opened: opened.prepare())

    def match(self, query: str, context: Context | None = None) -> Matches:
        """All items that answer the query, best first; all there are, newest first, if it is empty.

        Never raises for what is in the query. Without a `context` no item is in any state.
        """
        from index.search.answering import answer

        return self._ask(lambda opened: answer(query, opened, self._words_of_the_field(), context))

    def match_prose(self, question: str) -> Matches:
        """All items with any of the words of a question in prose, best first.

        Signs of the query language are no signs in it; an empty question finds nothing.
        """
        from index.search.answering import answer_prose

        return self._ask(lambda opened: answer_prose(question, opened, self._words_of_the_field()))

    def related(self, entry: Entry, limit: int = 20) -> Matches:
        """Items about the same thing as `entry`, best first, without itself; at most `limit`."""
        from index.search.relating import related

        return self._ask(lambda opened: related(entry, limit, opened))

    def close(self) -> None:
        """Let go of the files. A method that is called afterwards opens them again."""
        with self._guard:
            self._opened = None
            merging, self._merging = self._merging, None
        if merging is not None:
            merging.join(_PATIENCE)

    def _merge_beside(self, segments: int) -> None:
        """Make few segments of many while searches go on; to be told how many there are."""
        from index.search.merging import MOST_SEGMENTS

        with self._guard:
            busy = self._merging is not None and self._merging.is_alive()
            if segments <= MOST_SEGMENTS or busy:
                return
            self._merging = threading.Thread(target=self._merge, name="merging", daemon=True)
            self._merging.start()

    def _merge(self) -> None:
        from index.search.merging import merged, take_over
        from index.search.writing import held

        # whatever comes between leaves the segments as they are, for another time
        with suppress(OSError, EOFError, DamagedFileError, LibraryError):
            state = self._folder.state()
            if state is None or not self._folder.sound(state):
                return
            lock = held(self._folder.path / MERGING_LOCK, 0)
            if lock is None:
                return
            try:
                folder = self._folder.path / state.name
                done = merged(folder)
                if done is None:
                    return
                with self._writing(_PATIENCE):
                    now = self._folder.state()
                    if now is not None and now.name == state.name and self._folder.sound(now):
                        names = take_over(folder, done)
                        if names:
                            self._folder.settle(folder, now.stamp, names)
            finally:
                lock.release()

    def _words_of_the_field(self) -> Thesaurus:
        if self._thesaurus is None:
            self._thesaurus = Thesaurus.of_the_field(self._overrides)
        return self._thesaurus

    def _ask(self, ask: Callable[[Opened], Answer]) -> Answer:
        self._words_of_the_field()  # a word list that is not usable is no damage of the index
        failure: Exception | None = None
        for _ in range(_ATTEMPTS):
            try:
                return ask(self._open(self._sound_state()))
            except (OSError, DamagedFileError) as error:
                failure = error
                with self._guard:
                    self._opened = None
        raise IndexDamagedError(self._folder.path) from failure

    def _sound_state(self) -> State:
        state = self._folder.state()
        if state is not None and self._folder.sound(state):
            return state
        with (
            suppress(SearchIndexError),  # nor will it be whole when that has finished
            self._writing(_PATIENCE),  # a writer may have been about to write what it has changed
        ):
            state = self._folder.state()
            if state is not None and self._folder.sound(state):
                return state
        raise IndexDamagedError(self._folder.path)

    def _open(self, state: State) -> Opened:
        """The index at this state; what it shares with the last one is not read again."""
        from index.search.opened import Opened

        with self._guard:
            known = self._opened
            if known is not None and known[0] == state:
                return known[1]
            same = known[1] if known is not None and known[0].name == state.name else None
            opened = Opened.of(self._folder.path / state.name, same)
            self._opened = (state, opened)
            return opened

    @contextmanager
    def _writing(
        self, patience: float, waiting: Callable[[], object] | None = None
    ) -> Iterator[None]:
        """Hold the lock of the folder against other threads and programs.

        `waiting` is called again and again while one of these has it.
        """
        try:
            self._folder.path.mkdir(parents=True, exist_ok=True)
            lock = self._lock(patience, waiting)
        except OSError as error:
            raise SearchIndexError(
                f"{self._folder.path}: the search index cannot be kept there ({error.strerror});"
                " choose another folder with --library, or ask for permission"
            ) from error
        if lock is None:
            raise SearchIndexError(
                f"{self._folder.path}: another carereader is writing the search index;"
                " try again when it has finished"
            )
        try:
            yield
        finally:
            lock.release()

    def _lock(self, patience: float, waiting: Callable[[], object] | None) -> LockBase | None:
        from index.search.writing import held

        file = self._folder.path / LOCK
        lock = held(file, 0)
        for _ in range(ceil(patience / _LOOK)):
            if lock is not None:
                break
            if waiting is not None:
                waiting()
            lock = held(file, _LOOK)
        return lock


def _reported(entries: Iterable[Entry], progress: Progress | None) -> Iterator[Entry]:
    for done, entry in enumerate(entries):
        if progress is not None and done % _STEP == 0:
            progress(MAKING, done, 0)
        yield entry
