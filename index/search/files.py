"""Whoosh's files, so that none stays open where Whoosh gives up on a damaged one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from whoosh.filedb.filestore import FileStorage


class Files(FileStorage):  # type: ignore[misc] # Whoosh is held to be untyped
    """The files in a folder: `let_go`, or the end of a `with`, closes them all.

    (`close` is called by Whoosh itself, each time that it closes one of several readers.)
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._opened: list[Any] = []

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file to be read; a Whoosh `StructFile`."""
        file = super().open_file(name, **options)
        self._opened.append(file)
        return file

    def let_go(self) -> None:
        """Close what is still open."""
        while self._opened:
            with suppress(Exception):  # it is closed already, or too damaged to be closed well
                self._opened.pop().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.let_go()
