"""Where everything is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one library. None of them need exist yet.

    `config` holds what a reader may edit (keys, word lists); `record` is the SQLite database, the
    truth; `originals` the documents as they came; `index` the search index, which may be deleted at
    any time; `packs` is where packs are written unless another place is asked for.
    """

    config: Path
    record: Path
    originals: Path
    index: Path
    packs: Path

    @classmethod
    def of(cls, library: Path | None = None) -> Places:
        """The places of the library in the folder `library`, or of the person's own if None.

        The person's own library lies in the platform's folders: settings in its config folder,
        data in its data folder, packs among the person's documents.
        """
        if library is not None:
            folder = library.expanduser().absolute()
            return cls._in(folder, config=folder / "config", packs=folder / "packs")
        platform = PlatformDirs("carereader", appauthor=False)
        return cls._in(
            platform.user_data_path,
            config=platform.user_config_path,
            packs=platform.user_documents_path / "carereader",
        )

    @classmethod
    def _in(cls, data: Path, *, config: Path, packs: Path) -> Places:
        return cls(
            config=config,
            record=data / "library.db",
            originals=data / "originals",
            index=data / "index",
            packs=packs,
        )
