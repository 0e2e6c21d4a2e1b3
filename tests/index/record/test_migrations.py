from __future__ import annotations

from datetime import date
from pathlib import Path

from index.model.results import Filter, SavedSearch
from index.record.record import Record
from tests.index.older import back_to_version_1
from tests.index.record.making import item, newsletter


def test_agendas_of_version_1_keep_all_that_they_had_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    record = Record(path)
    record.documents.add(newsletter(*map(item, range(1, 4))), "x")
    day = date(2026, 5, 12)
    record.meetings.save("Panel", date=day, time="2pm", standing=["Zeta", "Alpha", "“Mid” [1]"])
    record.meetings.save("Empty")
    for number in (3, 1, 2):
        record.meetings.bookmark(item(number).id, "Panel")
    record.meetings.save("Bare")
    record.meetings.bookmark(item(2).id, "Bare")
    record.meetings.choose("Bare")
    record.marks.write_note(item(1).id, "a note")
    record.searches.save(SavedSearch("Kinship", "kinship", Filter(unread=True)))
    record.close()

    asked = Record(path)
    before = meetings_and_agendas(asked)
    asked.close()
    back_to_version_1(path)
    migrated = Record(path)
    assert meetings_and_agendas(migrated) == before
    kept = SavedSearch("Kinship", "kinship", Filter(unread=True), sort="relevance")
    assert migrated.searches.all() == (kept,)
    current = migrated.meetings.current()
    assert current is not None
    assert current.name == "Bare"
    entries = migrated.agendas.entries("Panel")
    assert [(entry.kind, entry.title) for entry in entries] == [
        *(("standing", title) for title in ("Zeta", "Alpha", "“Mid” [1]")),
        *(("item", f"Item {number}") for number in (3, 1, 2)),
    ]
    ids = [entry.id for name in ("Panel", "Bare") for entry in migrated.agendas.entries(name)]
    assert len({*ids}) == 7
    assert len({meeting.id for meeting in migrated.meetings.all(day)}) == 3
    assert {each.item.id for each in migrated.outbox.everything()} == {
        item(number).id for number in (1, 2, 3)
    }
    migrated.close()


def meetings_and_agendas(record: Record) -> object:
    meetings = record.meetings.all(date(2026, 1, 1))
    return [
        (each.name, each.date, each.time, each.standing, record.meetings.agenda(each.name))
        for each in meetings
    ]
