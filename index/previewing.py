"""How documents would be taken apart, without a library."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from index.errors import DocumentError
from index.intake import Intake, documents_named
from index.model.items import Newsletter


def preview(
    paths: Iterable[Path], *, config: Path | None = None
) -> tuple[tuple[Newsletter, ...], tuple[tuple[str, str], ...]]:
    """How files would be taken apart, and which cannot be read with the reason. Changes nothing.

    `config` is the folder with a reader's own word lists. Raises LibraryError if one of those
    cannot be used.
    """
    from index.reading.catalogue import entry_beside
    from index.reading.files import contents

    intake = Intake(config)
    files, refused = documents_named(paths)
    newsletters: list[Newsletter] = []
    unreadable = list(refused)
    for path in files:
        try:
            newsletters.append(intake.newsletter(path, contents(path), entry_beside(path)))
        except DocumentError as error:
            unreadable.append((str(error.path), error.reason))
    return tuple(newsletters), tuple(unreadable)
