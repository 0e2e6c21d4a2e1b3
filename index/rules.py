"""By what rules documents are taken apart: the code of the rooms that do it, and its word lists.

What was taken apart by other rules is read anew. Nobody has to remember to say that rules have
changed: the files themselves tell, a reader's own word lists among them.
"""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

_HOUSE = Path(__file__).parent
_ROOMS = ("reading", "splitting", "understanding")
_BESIDE = ("newsletter.py", "vocabulary.py")


def rules(config: Path) -> str:
    """The mark of the rules as they are now, with a reader's word lists from the folder `config`.

    Two libraries with the same mark take the same document apart alike.
    """
    code = [_HOUSE / name for name in _BESIDE]
    lists: list[Path] = []
    for room in _ROOMS:
        code += sorted((_HOUSE / room).glob("*.py"))
        lists += sorted((_HOUSE / room).glob("*.toml"))
    own = [config / file.name for file in lists]
    mark = 0
    for file in (*code, *lists, *own):
        try:
            mark = crc32(file.read_bytes(), crc32(file.name.encode(), mark))
        except OSError:
            # most readers have no lists of their own
            continue
    return f"{mark:08x}"
