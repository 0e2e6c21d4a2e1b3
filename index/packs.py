"""The door's part for packs: what is taken to a meeting, as text and as files."""

from __future__ import annotations

from pathlib import Path

from index.agendas.agendas import Agendas
from index.model.meetings import Pack


class Packs(Agendas):
    """Packs of the meetings of a library."""

    def pack(self, meeting: str) -> Pack:
        """All that the meeting's pack says."""
        return Pack(self.meeting(meeting), self.entries(meeting), self.actions(meeting))

    def render_pack(self, meeting: str, format: str = "md") -> str:
        """The meeting's pack as text in the format "md"."""
        from index.meetings.pack import render

        return render(self.pack(meeting), format)

    def write_pack(
        self, meeting: str, path: Path | None = None, *, format: str = "md", replace: bool = False
    ) -> Path:
        """Write the meeting's pack; the file it was written to.

        Without a `path` it goes to `places.packs`, under the name and date of the meeting and,
        where that file exists, a number; likewise into `path` if that is a folder. Raises
        FileExistsAlreadyError if `path` is a file and `replace` is not set.
        """
        from index.meetings.pack import write

        return write(self.pack(meeting), self._places.packs, path, format, replace)
