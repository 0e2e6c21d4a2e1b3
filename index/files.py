"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_hex


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that it is whole and on the disk, or else as it was. Raises OSError."""
    # not by tempfile, whose files nobody else may read: a pack is there to be passed on
    beside = target.parent / f".writing-{token_hex(8)}"
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
