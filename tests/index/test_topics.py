from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import LibraryError
from index.record.record import Record
from index.topics import topics
from index.understanding.topics import tree


def test_the_tree_is_that_of_the_word_list_the_first_time_and_after(tmp_path: Path) -> None:
    record = Record(tmp_path / "library.db")
    read = topics(record.settings, tmp_path)
    assert read == tree(tmp_path)
    assert topics(record.settings, tmp_path) == read
    record.close()


def test_a_reader_who_changes_the_list_sees_the_change(tmp_path: Path) -> None:
    record = Record(tmp_path / "library.db")
    before = topics(record.settings, tmp_path)
    own = tmp_path / "topics.toml"
    own.write_text('[groups]\ntimes = "Times past"\n', "utf-8")
    changed = topics(record.settings, tmp_path)
    assert changed != before
    assert "Times past" in {topic.name for topic in changed}
    own.write_text("not toml [", "utf-8")
    with pytest.raises(LibraryError, match=r"topics\.toml"):
        topics(record.settings, tmp_path)
    own.unlink()
    assert topics(record.settings, tmp_path) == before
    record.close()
