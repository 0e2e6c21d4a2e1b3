"""What is not imported: a library that is only opened and read in loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_READS = """
import sys
from pathlib import Path
from index import Library
from index.model.results import Filter
from index.places import Places
with Library(Places.of(Path(sys.argv[1]))) as library:
    results = library.search("", Filter(topics=("care-and-permanence",)))
    hits = library.hits(results, 0, 20)
    library.item(hits[0].id), library.citation(hits[0].id), library.documents()
    library.highlights(results, "kinship care")
    library.counts(), library.topics(), library.meetings(), library.current_meeting()
    library.save_meeting("Panel")
    library.bookmark(hits[0].id, "Panel")
    library.mark_read([hits[0].id])
    library.write_note(hits[0].id, "note")
    {more}
print(*sorted(sys.modules))
"""


def modules(library: Path, more: str = "") -> set[str]:
    answer = subprocess.run(
        [sys.executable, "-c", _READS.format(more=more), str(library)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return set(answer.stdout.split())


def test_opening_and_reading_loads_nothing_heavy(library_folder: Path) -> None:
    loaded = modules(library_folder)
    assert "index.record.record" in loaded
    rooms = ("index.splitting", "index.understanding", "index.meetings")
    for heavy in ("whoosh", "numpy", "tomllib", *rooms):
        assert not {each for each in loaded if each == heavy or each.startswith(f"{heavy}.")}


def test_looking_for_words_loads_the_search_engine(library_folder: Path) -> None:
    assert "whoosh" in modules(library_folder, 'library.search("kinship")')
