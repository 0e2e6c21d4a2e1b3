from __future__ import annotations

from dataclasses import replace

from index.record.outbox import Changes
from index.record.record import Record
from tests.index.record.making import DOCUMENT, item, newsletter


def told(record: Record) -> Changes:
    """What waits, as if the index had now been told."""
    changes = record.outbox.changes()
    record.outbox.told(changes)
    return changes


def ids(changes: Changes) -> set[str]:
    return {each.item.id for each in changes.items}


def test_items_wait_until_they_are_told(record: Record) -> None:
    assert record.outbox.turn() == 0
    record.documents.add(newsletter(item(1), item(2)), "x")
    assert record.outbox.turn() > 0
    assert ids(record.outbox.changes()) == {item(1).id, item(2).id}
    assert ids(told(record)) == {item(1).id, item(2).id}
    assert record.outbox.turn() == 0
    assert record.outbox.changes() == Changes(0, record.outbox.changes().last, (), ())


def test_an_entry_has_the_note_the_source_and_the_date(record: Record) -> None:
    record.documents.add(newsletter(item(1)), "x")
    told(record)
    record.marks.write_note(item(1).id, "for the treasurer")
    (entered,) = told(record).items
    assert entered.item == item(1)
    assert (entered.note, entered.source, entered.issued) == (
        "for the treasurer",
        "Care review",
        "2022-01",
    )
    record.marks.write_note(item(1).id, "")
    (entered,) = told(record).items
    assert entered.note == ""


def test_a_note_that_stays_the_same_and_a_read_mark_are_no_change(record: Record) -> None:
    record.documents.add(newsletter(item(1)), "x")
    record.marks.write_note(item(1).id, "note")
    told(record)
    record.marks.write_note(item(1).id, "note")
    record.marks.mark_read([item(1).id], True)
    assert record.outbox.turn() == 0


def test_items_of_a_document_that_leaves_are_gone(record: Record) -> None:
    record.documents.add(newsletter(item(1), item(2)), "x")
    told(record)
    record.documents.remove(DOCUMENT)
    changes = told(record)
    assert changes.items == ()
    assert set(changes.gone) == {item(1).id, item(2).id}


def test_a_document_read_anew_tells_what_is_new_and_what_is_gone(record: Record) -> None:
    record.documents.add(newsletter(item(1), item(2)), "x")
    told(record)
    record.documents.replace(newsletter(item(1), item(9, text="Other words.", lines=None)))
    changes = told(record)
    assert ids(changes) == {item(1).id, item(9).id}
    assert changes.gone == (item(2).id,)


def test_a_new_source_of_a_document_is_a_change_of_its_items(record: Record) -> None:
    made = newsletter(item(1), item(2))
    record.documents.add(made, "x")
    told(record)
    record.documents.replace(replace(made, source="Another"))
    assert {each.source for each in told(record).items} == {"Another"}


def test_what_changes_between_reading_and_telling_waits(record: Record) -> None:
    record.documents.add(newsletter(item(1), item(2)), "x")
    changes = record.outbox.changes()
    record.marks.write_note(item(1).id, "meanwhile")
    record.outbox.told(changes)
    assert item(1).id in ids(told(record))


def test_what_another_program_told_first_is_told_again(record: Record) -> None:
    record.documents.add(newsletter(item(1)), "x")
    slow = record.outbox.changes()
    record.marks.write_note(item(1).id, "meanwhile")
    told(record)  # the other program, with the note
    record.outbox.told(slow)  # ours, which has now put the old entry over the new one
    (entered,) = told(record).items
    assert entered.note == "meanwhile"
    assert record.outbox.turn() == 0


def test_many_changes_come_in_batches(record: Record) -> None:
    record.documents.add(newsletter(*map(item, range(1, 8))), "x")
    seen: set[str] = set()
    while (changes := record.outbox.changes(most=3)).turn:
        assert len(changes.items) <= 3
        seen |= ids(changes)
        record.outbox.told(changes)
    assert seen == {item(number).id for number in range(1, 8)}


def test_a_rebuilt_index_has_everything_up_to_its_turn(record: Record) -> None:
    record.documents.add(newsletter(item(1), item(2)), "x")
    turn = record.outbox.turn()
    everything = {each.item.id for each in record.outbox.everything()}
    record.marks.write_note(item(2).id, "afterwards")
    record.outbox.done(turn)
    assert everything == {item(1).id, item(2).id}
    assert ids(record.outbox.changes()) == {item(2).id}
    assert record.outbox.size() == 2
