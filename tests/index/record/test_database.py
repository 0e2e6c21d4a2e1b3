from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from index.errors import LibraryError
from index.record.database import Database
from index.record.migrations import VERSION
from index.record.record import Record
from tests.index.record.making import item, newsletter


def refusal(path: Path) -> str:
    with pytest.raises(LibraryError) as caught:
        Record(path)
    words = str(caught.value)
    assert "\n" not in words
    assert str(path) in words or str(path.parent) in words
    return words


def test_a_record_from_a_newer_version_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Record(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"pragma user_version = {VERSION + 1}")
        db.commit()
    before = path.read_bytes()
    assert "update carereader" in refusal(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\7" * 9000]
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)
    refusal(path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("create table theirs (value)")
        db.commit()
    assert "no library of carereader" in refusal(path)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("select name from sqlite_master").fetchall() == [("theirs",)]


def test_a_record_damaged_in_its_middle_is_an_error_in_words(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    record = Record(path)
    record.documents.add(newsletter(*(item(n, text="word " * 500) for n in range(1, 60))), "x")
    record.close()
    content = bytearray(path.read_bytes())
    content[4096 * 3 :] = b"\xff" * (len(content) - 4096 * 3)
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="damaged") as caught:
        read_all(path)
    assert str(path) in str(caught.value)


def read_all(path: Path) -> None:
    record = Record(path)
    try:
        list(record.outbox.everything())
    finally:
        record.close()


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.touch()
    record = Record(path)
    assert record.documents.rows() == ()
    record.close()


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    refusal(tmp_path / "file" / "library.db")


def test_a_folder_where_the_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "library.db").mkdir()
    refusal(tmp_path / "library.db")


def test_what_a_block_wrote_before_it_raised_is_not_kept(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db")
    with pytest.raises(ZeroDivisionError):
        write_half(database)
    with database.reading() as db:
        assert db.execute("select * from settings where name = 'half'").fetchall() == []
    database.close()


def write_half(database: Database) -> None:
    with database.writing() as db:
        db.execute("insert into settings (name, value) values ('half', 'done')")
        _ = 1 / 0


def test_a_reader_sees_one_moment(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db")
    with database.reading() as reader:
        before = reader.execute("select count(*) from settings").fetchone()[0]
        with database.writing() as writer:
            writer.execute("insert into settings (name, value) values ('new', '')")
        assert reader.execute("select count(*) from settings").fetchone()[0] == before
    with database.reading() as reader:
        assert reader.execute("select count(*) from settings").fetchone()[0] == before + 1
    database.close()


def test_who_writes_keeps_other_programs_out_from_the_first_line_on(tmp_path: Path) -> None:
    # a transaction that reads first and asks for the right to write later could be refused it
    database = Database(tmp_path / "library.db")
    with (
        database.writing() as db,
        closing(sqlite3.connect(tmp_path / "library.db", timeout=0)) as other,
    ):
        db.execute("select * from settings").fetchall()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("begin immediate")
    database.close()


def test_many_threads_at_once_lose_nothing(record: Record) -> None:
    record.documents.add(newsletter(*map(item, range(1, 41))), "x")
    ids = [f"0123456789-{number:06x}" for number in range(1, 41)]

    def work(id: str) -> str:
        record.marks.write_note(id, f"note on {id}")
        record.marks.mark_read([id], True)
        assert record.items.item(id).id == id
        return record.marks.note(id)

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(work, ids)) == [f"note on {each}" for each in ids]
    assert record.marks.read(ids) == frozenset(ids)


def test_after_closing_it_says_that_it_is_closed(tmp_path: Path) -> None:
    record = Record(tmp_path / "library.db")
    record.close()
    with pytest.raises(LibraryError, match="closed"):
        record.documents.rows()


_OPENS_AND_WRITES = """
import sys
from pathlib import Path
from index.record.record import Record
from index.model.meetings import Action
from index.model.steps import EntryChange
record = Record(Path(sys.argv[1]))
record.meetings.save("Shared", standing=[sys.argv[2]])
for number in range(10):
    step = record.agendas.add(
        "Shared", f"{sys.argv[2]} {number}", kind="own", after="", closing=frozenset
    )
    record.agendas.change(step.entries, EntryChange(lead=sys.argv[2]))
    record.agendas.move(step.entries[0], -3)
    record.meetings.take_back(record.agendas.remove(step.entries))
    record.actions.add("Shared", Action("", "", sys.argv[2], entry=step.entries[0]))
for number in range(20):
    record.meetings.save(f"{sys.argv[2]} {number}")
    record.meetings.choose(f"{sys.argv[2]} {number}")
record.close()
"""


def test_several_programs_may_make_and_write_one_record(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _OPENS_AND_WRITES, str(path), name],
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("first", "second", "third")
    ]
    for program in programs:
        _, errors = program.communicate(timeout=60)
        assert errors == ""
        assert program.returncode == 0
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("select count(*) from meetings").fetchone() == (61,)
        places = db.execute("select place from entries where kind = 'own'").fetchall()
        assert len(places) == len({*places}) == 30
        assert db.execute("select count(distinct entry) from action_places").fetchone() == (30,)
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
