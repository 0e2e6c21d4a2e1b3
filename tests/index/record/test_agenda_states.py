from __future__ import annotations

from datetime import date
from pathlib import Path

from index.model.meetings import Action
from index.model.steps import ActionChange
from index.record import agenda_states
from index.record.database import Database
from index.record.record import Record
from tests.index.record.making import item, newsletter

FIRST, SECOND, THIRD = (item(number).id for number in (1, 2, 3))
MAY = date(2026, 5, 12)


def test_items_by_what_was_done_with_them(tmp_path: Path) -> None:
    record = Record(tmp_path / "library.db")
    record.documents.add(newsletter(item(1), item(2), item(3)), "x")
    record.meetings.save("Fostering panel", series="Corporate parenting")
    record.meetings.save("Panel")
    record.meetings.bookmark(FIRST, "Fostering panel")
    record.meetings.bookmark(SECOND, "Panel")
    record.marks.write_note(THIRD, "a note")
    for meeting, due in (("Fostering panel", MAY), ("Panel", None)):
        (entry,) = record.agendas.entries(meeting)
        record.actions.add(meeting, Action("", meeting, "Write", due=due, entry=entry.id))
    database = Database(tmp_path / "library.db")
    with database.reading() as db:
        assert agenda_states.noted(db) == {THIRD}
        assert agenda_states.bookmarked(db) == {FIRST, SECOND}
        assert agenda_states.with_action(db) == {FIRST, SECOND}
        assert agenda_states.at_meeting(db, "PANEL") == {SECOND}
        assert agenda_states.at_meeting(db, "foster") == {FIRST}
        assert agenda_states.at_meeting(db, "corporate") == {FIRST}
        assert agenda_states.at_meeting(db, "pan") == {FIRST, SECOND}
        assert agenda_states.at_meeting(db, "nowhere") == set()
        assert agenda_states.due(db, MAY, MAY) == {FIRST}
        assert agenda_states.due(db, None, None) == {FIRST}
        assert agenda_states.due(db, date(2026, 5, 13), None) == set()
    record.actions.change(record.actions.of("Fostering panel")[0].id, ActionChange(done=True))
    with database.reading() as db:
        assert agenda_states.due(db, None, None) == set()
        assert agenda_states.with_action(db) == {FIRST, SECOND}
    database.close()
    record.close()
