"""The door's part for packs: what is taken to a meeting, as text and as files."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from index.agendas.agendas import Agendas
from index.model.meetings import Pack

if TYPE_CHECKING:
    from index.model.formats import PackPreview, Part
    from index.model.steps import Merged
    from index.model.timings import Timings


class Packs(Agendas):
    """Packs of the meetings of a library."""

    def pack(self, meeting: str) -> Pack:
        """All that the meeting's pack says."""
        from index.meetings.acronyms import occurring

        agenda, actions = self.entries(meeting), self.actions(meeting)
        acronyms = occurring(agenda, actions, self._field_acronyms)
        return Pack(self.meeting(meeting), agenda, actions, acronyms)

    def timings(self, meeting: str) -> Timings:
        """When each entry of the meeting's agenda comes up, and how long all of them take."""
        from index.meetings.timings import timings

        return timings(self.meeting(meeting), self.entries(meeting))

    def render_pack(self, meeting: str, format: str = "md", part: Part = "pack") -> str:
        """The meeting's pack, or the draft of its minutes, as text in the format."""
        from index.meetings.pack import render

        return render(self.pack(meeting), format, part)

    def preview_pack(self, meeting: str, width: int) -> PackPreview:
        """The meeting's pack as plain text in lines of so many columns, to be shown."""
        from index.meetings.layout import laid_out
        from index.meetings.plain import preview

        return preview(laid_out(self.pack(meeting)), width)

    def pack_file(
        self, meeting: str, format: str = "md", part: Part = "pack", *, by: str = ""
    ) -> bytes:
        """The meeting's pack, or the draft of its minutes, as the bytes of a file.

        `by` is whose library it comes from, for those it is shared with.
        """
        from index.meetings.pack import rendered

        return rendered(self.pack(meeting), format, part, by=by)

    def write_pack(
        self,
        meeting: str,
        path: Path | None = None,
        *,
        format: str = "md",
        part: Part = "pack",
        replace: bool = False,
        by: str = "",
    ) -> Path:
        """Write the meeting's pack, or the draft of its minutes; the file it was written to.

        Without a `path` it goes to `places.packs`, under the name and date of the meeting and,
        where that file exists, a number; likewise into `path` if that is a folder. `by` is whose
        library it comes from, for those it is shared with. Raises
        FileExistsAlreadyError if `path` is a file and `replace` is not set.
        """
        from index.meetings.pack import write

        return write(self.pack(meeting), self._places.packs, path, format, replace, part, by=by)

    def import_pack(self, path: Path) -> Merged:
        """Take in a pack that somebody shared as that JSON file, and keep both people's notes.

        Raises DocumentError if it cannot be read, or is no such file.
        """
        from index.meetings.sharing import read_shared

        return self.merge(read_shared(path))

    @cached_property
    def _field_acronyms(self) -> dict[str, str]:
        from index.meetings.acronyms import field_acronyms

        return field_acronyms(self._places.config)
