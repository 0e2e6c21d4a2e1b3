from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import NotFoundError
from index.reading.cleaning import clean
from index.record.record import Record
from tests.index.record.making import item, newsletter


def test_marking_tells_whose_mark_changed(record: Record) -> None:
    record.documents.add(newsletter(item(1), item(2), item(3)), "x")
    ids = [item(n).id for n in (1, 2, 3)]
    assert record.marks.mark_read(ids[:2], True) == set(ids[:2])
    assert record.marks.mark_read(ids, True) == {ids[2]}
    assert record.marks.read(ids) == set(ids)
    assert record.marks.mark_read([ids[0], ids[0]], False) == {ids[0]}
    assert record.marks.mark_read([ids[0]], False) == set()
    assert record.marks.read([*ids, "unknown"]) == set(ids[1:])


def test_an_unknown_item_is_marked_by_nobody(record: Record) -> None:
    record.documents.add(newsletter(item(1)), "x")
    with pytest.raises(NotFoundError):
        record.marks.mark_read([item(1).id, "nothing"], True)
    assert record.marks.read([item(1).id]) == set()
    with pytest.raises(NotFoundError):
        record.marks.write_note("nothing", "text")


def test_writing_a_note_gives_the_former_one(record: Record) -> None:
    record.documents.add(newsletter(item(1)), "x")
    noted = item(1).id
    assert record.marks.note(noted) == ""
    assert record.marks.write_note(noted, "first\n\n  second  \n") == ""
    assert record.marks.note(noted) == "first\n\n  second"
    assert record.marks.write_note(noted, "other") == "first\n\n  second"
    assert record.marks.write_note(noted, "  \n ") == "other"
    assert record.marks.note(noted) == ""


@settings(max_examples=20)
@given(st.text())
def test_a_note_keeps_every_line_and_nothing_that_a_terminal_obeys(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = Record(Path(folder) / "library.db")
        try:
            record.documents.add(newsletter(item(1)), "x")
            record.marks.write_note(item(1).id, text)
            note = record.marks.note(item(1).id)
        finally:
            record.close()
    assert note.split() == clean(text).split()
    assert not any(ord(each) < 32 and each not in "\n\t" for each in note)
