"""The tree of topics, remembered from one start to the next.

To read it from its word list takes as long as everything else that the first picture waits for, and
it changes as good as never: so the record keeps it, with a checksum of the lists that it came from.
"""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32

from index.model.results import Topic
from index.record.settings import Settings

_SETTING = "topics"
_OURS = Path(__file__).parent / "understanding" / "topics.toml"


def topics(settings: Settings, config: Path) -> tuple[Topic, ...]:
    """The tree in its order: each group, then its topics; "unclassified" last.

    `config` is the folder with a reader's own topics.toml, if any. Raises LibraryError if that file
    cannot be used.
    """
    mark = [_checksum(_OURS), _checksum(config / _OURS.name)]
    kept = settings.get(_SETTING)
    if kept is not None:
        made_from, *rows = json.loads(kept)
        if made_from == mark:
            return tuple(Topic(*row) for row in rows)

    from index.understanding.topics import tree

    read = tree(config)
    rows = [(topic.slug, topic.name, topic.group) for topic in read]
    settings.put(_SETTING, json.dumps([mark, *rows]))
    return read


def _checksum(file: Path) -> int | None:
    try:
        return crc32(file.read_bytes())
    except OSError:
        return None
