from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_SCRIPT = """
import sys
from pathlib import Path
from index.search.entry import Entry
from index.search.writing import write

entries = [Entry(id=f"item-{number}", title="Kinship", text="care") for number in range(9)]
names, count = write(Path(sys.argv[1]), entries, 2, batch=2)
print(count, len(names), sorted(path.name for path in Path(sys.argv[1]).glob("part-*")))
"""


def test_where_other_programs_cannot_help_the_index_is_written_without_them(tmp_path: Path) -> None:
    script, folder = tmp_path / "script.py", tmp_path / "index"
    # without a guard, what is started to help begins by running the script itself
    script.write_text(_SCRIPT, "utf-8")
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, str(script), str(folder)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split(" ", 2) == ["9", "2", "[]\n"]
