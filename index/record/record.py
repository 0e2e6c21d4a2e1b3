"""The record, whole."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from index.record.database import Database
from index.record.documents import Documents
from index.record.items import Items
from index.record.marks import Marks
from index.record.meetings import Meetings
from index.record.migrations import VERSION
from index.record.named import Named
from index.record.outbox import Outbox
from index.record.queries import Queries
from index.record.searches import Searches
from index.record.selection import Selection
from index.record.settings import Settings
from index.record.states import States
from index.record.stories import Stories

if TYPE_CHECKING:
    from index.record.actions import Actions
    from index.record.agendas import Agendas
    from index.record.carrying import Carrying
    from index.record.merging import Merging
    from index.record.series import SeriesOfMeetings


class Record:
    """Everything that a library keeps, each kind in a room of its own, over one database."""

    def __init__(self, path: Path) -> None:
        """Open the record at `path`, or make it. Raises LibraryError if it cannot be used."""
        self._database = Database(path)
        self.path = path
        self.documents = Documents(self._database)
        self.items = Items(self._database)
        self.selection = Selection(self._database)
        self.marks = Marks(self._database)
        self.meetings = Meetings(self._database)
        self.searches = Searches(self._database)
        self.settings = Settings(self._database)
        self.queries = Queries(self.settings)
        self.states = States(self._database)
        self.named = Named(self._database)
        self.stories = Stories(self._database)
        self.outbox = Outbox(self._database)
        try:
            self.stamp = f"{self.settings.get('identity')}-{VERSION}"
            """What an index made from this record, at its present version, is marked with."""
        except BaseException:
            # a damaged file may open and only then turn out to be unreadable
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file. Nothing can be asked of the record afterwards."""
        self._database.close()

    # loaded when they are first asked for: a library is opened more often than an agenda

    @cached_property
    def series(self) -> SeriesOfMeetings:
        """Series of meetings."""
        from index.record.series import SeriesOfMeetings

        return SeriesOfMeetings(self._database)

    @cached_property
    def agendas(self) -> Agendas:
        """The entries of agendas."""
        from index.record.agendas import Agendas

        return Agendas(self._database)

    @cached_property
    def actions(self) -> Actions:
        """Actions."""
        from index.record.actions import Actions

        return Actions(self._database)

    @cached_property
    def carrying(self) -> Carrying:
        """The way to the next meeting."""
        from index.record.carrying import Carrying

        return Carrying(self._database)

    @cached_property
    def merging(self) -> Merging:
        """Agendas of other libraries."""
        from index.record.merging import Merging

        return Merging(self._database)
