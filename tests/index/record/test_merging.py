from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import InvalidInputError
from index.model.meetings import Action, AgendaEntry, Bookmark, Citation, Meeting
from index.model.shared import SharedNote, SharedPack
from index.model.steps import ActionChange, EntryChange
from index.record.merging_agendas import beside
from index.record.record import Record
from tests.index.record.making import item, newsletter, texts

MAY = date(2026, 5, 12)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Record]:
    """The record of another person, who has the same document."""
    opened = Record(tmp_path / "other" / "library.db")
    opened.documents.add(newsletter(*map(item, range(1, 5))), "x")
    yield opened
    opened.close()


@pytest.fixture
def clerk(record: Record) -> Record:
    """The record of a clerk who has prepared a meeting."""
    record.documents.add(newsletter(*map(item, range(1, 5))), "x")
    record.meetings.save(
        "Panel", date=MAY, time="2pm", people=["Ann"], standing=["Apologies"], series="Panels"
    )
    for number in (1, 2):
        record.meetings.bookmark(item(number).id, "Panel")
    record.agendas.change(
        [by_title(record)["Item 1"].id], EntryChange(note="Ask the head", lead="Bo")
    )
    record.actions.add(
        "Panel", Action("", "Panel", "Write", "Bo", entry=by_title(record)["Item 1"].id)
    )
    return record


def by_title(record: Record, meeting: str = "Panel") -> dict[str, AgendaEntry]:
    return {entry.title: entry for entry in record.agendas.entries(meeting)}


def shared(record: Record, by: str = "Jo", meeting: str = "Panel") -> SharedPack:
    agenda = record.agendas.entries(meeting)
    return SharedPack(
        record.meetings.meeting(meeting),
        tuple(replace(entry, note="") for entry in agenda),
        record.actions.of(meeting),
        tuple(SharedNote(entry.id, entry.note, by) for entry in agenda if entry.note),
        by,
        datetime.now(UTC),
    )


def what(record: Record, meeting: str = "Panel") -> object:
    return (
        record.meetings.meeting(meeting),
        record.agendas.entries(meeting),
        record.actions.of(meeting),
    )


def test_a_meeting_that_is_new_is_taken_in_whole(clerk: Record, other: Record) -> None:
    merged = other.merging.merge(shared(clerk))
    assert what(other) == what(clerk)
    assert other.series.all() == clerk.series.all()
    assert merged.meeting == "Panel"
    assert merged.changes[0] == "New meeting: Panel"
    assert "New action: Write" in merged.changes
    other.meetings.take_back(merged.step)
    assert other.meetings.all(MAY) == ()
    assert other.actions.all() == ()
    assert other.marks.note(item(1).id) == ""


def test_a_clerk_prepares_a_chair_annotates_and_both_notes_are_kept(
    clerk: Record, other: Record
) -> None:
    other.marks.write_note(item(1).id, "I know this one")
    other.merging.merge(shared(clerk))
    assert other.marks.note(item(1).id) == "I know this one\n\nJo wrote: Ask the head"
    chair = by_title(other)
    other.agendas.change([chair["Item 2"].id], EntryChange(note="For decision", state="done"))
    other.agendas.move(chair["Item 2"].id, -1)
    (action,) = other.actions.of("Panel")
    other.actions.change(action.id, ActionChange(done=True))
    clerk.agendas.change([by_title(clerk)["Item 2"].id], EntryChange(outcome="Agreed"))

    merged = clerk.merging.merge(shared(other, by="Cllr Low"))
    assert clerk.marks.note(item(1).id) == "Ask the head\n\nCllr Low wrote: I know this one"
    entry = by_title(clerk)["Item 2"]
    assert (entry.note, entry.state, entry.outcome) == ("For decision", "done", "Agreed")
    assert [*by_title(clerk)] == ["Apologies", "Item 1", "Item 2"]
    assert clerk.actions.of("Panel")[0].done
    assert len(merged.changes) == 4

    # the same once more is nothing new, on either side
    for ours, theirs in ((clerk, other), (other, clerk)):
        ours.merging.merge(shared(theirs, by="Cllr Low"))
        again = ours.merging.merge(shared(theirs, by="Cllr Low"))
        assert again.changes == ()
        assert not again.step


def test_outcomes_that_differ_are_both_kept_and_the_rest_stays_ours(
    clerk: Record, other: Record
) -> None:
    other.merging.merge(shared(clerk))
    for record, outcome, lead in ((clerk, "Agreed", "Bo"), (other, "Deferred to July", "Cy")):
        first = by_title(record)["Item 1"].id
        record.agendas.change([first], EntryChange(outcome=outcome, lead=lead))
    other.meetings.save("Panel", time="3pm", place="Room 1")
    merged = clerk.merging.merge(shared(other, by=""))
    entry = by_title(clerk)["Item 1"]
    assert entry.outcome == "Agreed\n\nSomebody wrote: Deferred to July"
    assert entry.lead == "Bo"
    meeting = clerk.meetings.meeting("Panel")
    assert (meeting.time, meeting.place) == ("2pm", "Room 1")
    told = "\n".join(merged.changes)
    assert "Time: they have “3pm”, yours stays 2pm" in told
    assert "Item 1, lead: they have “Cy”, yours stays Bo" in told


def test_meetings_made_apart_are_one_by_name_and_day_and_entries_by_item(
    clerk: Record, other: Record
) -> None:
    other.meetings.save("PANEL", standing=["apologies", "Speakerbox"])
    other.meetings.bookmark(item(2).id, "panel")
    other.actions.add("Panel", Action("", "Panel", "write", due=MAY))
    other.merging.merge(shared(clerk))
    assert [*by_title(other)] == ["apologies", "Item 1", "Speakerbox", "Item 2"]
    meeting = other.meetings.meeting("Panel")
    assert (meeting.name, meeting.date, meeting.people) == ("PANEL", MAY, ("Ann",))
    (action,) = other.actions.of("Panel")
    assert (action.text, action.owner, action.due) == ("write", "Bo", MAY)


def test_a_meeting_of_the_name_on_another_day_is_another(clerk: Record, other: Record) -> None:
    other.meetings.save("Panel", date=date(2025, 1, 1))
    merged = other.merging.merge(shared(clerk))
    assert merged.meeting == "Panel, 12 May 2026"
    assert other.meetings.meeting("Panel").bookmarks == 0
    # and it is known again
    assert other.merging.merge(shared(clerk)).changes == ()
    assert len(other.meetings.all(MAY)) == 2


def test_an_item_that_the_library_lacks_brings_its_text(clerk: Record, tmp_path: Path) -> None:
    empty = Record(tmp_path / "empty" / "library.db")
    empty.merging.merge(shared(clerk))
    entry = by_title(empty)["Item 1"]
    assert entry.bookmark is not None
    assert entry.bookmark.missing
    assert entry.bookmark.text == item(1).text
    assert entry.note == "Ask the head"
    empty.close()


def test_a_note_on_an_item_of_another_id_is_taken_and_undone(clerk: Record) -> None:
    pack = shared(clerk)
    place = next(n for n, each in enumerate(pack.agenda) if each.title == "Item 1")
    entry = pack.agenda[place]
    assert entry.bookmark is not None
    # their library knows the item by another id: what it cites says that it is the same
    theirs = replace(entry, id="e" * 16, bookmark=replace(entry.bookmark, item="other-1"))
    agenda = (*pack.agenda[:place], theirs, *pack.agenda[place + 1 :])
    note = SharedNote(theirs.id, "and the treasurer", "Low")
    merged = clerk.merging.merge(replace(pack, agenda=agenda, notes=(note,)))
    assert clerk.marks.note(item(1).id) == "Ask the head\n\nLow wrote: and the treasurer"
    assert len(clerk.agendas.entries("Panel")) == len(pack.agenda)
    clerk.meetings.take_back(merged.step)
    assert clerk.marks.note(item(1).id) == "Ask the head"


def test_what_cannot_be_taken_in_changes_nothing(clerk: Record, other: Record) -> None:
    pack = shared(clerk)
    worse = replace(pack.agenda[-1], id="x" * 16, title="New", bookmark=None, minutes=-4)
    with pytest.raises(InvalidInputError):
        other.merging.merge(replace(pack, agenda=(*pack.agenda, worse)))
    assert other.meetings.all(MAY) == ()
    assert other.marks.note(item(1).id) == ""


_ENTRIES = st.builds(
    AgendaEntry,
    id=st.sampled_from(["a", "b", "../c", "", "d" * 200]),
    kind=st.sampled_from(["section", "standing", "own", "item"]),
    title=texts.filter(str.strip),
    lead=texts,
    minutes=st.none() | st.integers(-1, 2000),
    purpose=st.sampled_from(["", "information", "else"]),
    state=st.sampled_from(["", "done"]),
    outcome=texts,
    bookmark=st.none()
    | st.builds(
        Bookmark,
        meeting=texts,
        item=st.sampled_from([item(1).id, "?", ""]),
        citation=st.builds(Citation, texts, texts, texts, st.none(), st.none()),
        text=texts,
    ),
)


@settings(max_examples=15)
@given(
    st.lists(_ENTRIES, max_size=4).map(tuple),
    st.lists(st.builds(Action, texts, texts, texts, entry=texts), max_size=2).map(tuple),
    texts,
)
def test_whatever_is_shared_is_taken_in_or_refused_whole(
    agenda: tuple[AgendaEntry, ...], actions: tuple[Action, ...], name: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = Record(Path(folder) / "library.db")
        record.meetings.save("Panel", standing=["Ours"])
        before = what(record)
        notes = tuple(SharedNote(entry.id, name, name) for entry in agenda)
        pack = SharedPack(Meeting(name or "Panel"), agenda, actions, notes, name, datetime.now(UTC))
        try:
            merged = record.merging.merge(pack)
        except InvalidInputError:
            assert what(record) == before
        else:
            assert "Ours" in by_title(record)
            assert not record.merging.merge(pack).step
            record.meetings.take_back(merged.step)
            assert what(record) == before
        finally:
            record.close()


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ("", "theirs", "theirs"),
        ("ours", "", "ours"),
        ("same", "same", "same"),
        ("yes", "yesterday", "yes\n\nJo wrote: yesterday"),
        ("one\n\ntwo", "two", "one\n\ntwo"),
        ("two", "one\nmore\n\ntwo\n\nthree", "two\n\nJo wrote: one\nmore\n\nJo wrote: three"),
        ("a\n\nJo wrote: b", "b", "a\n\nJo wrote: b"),
        ("a", "b\n\nBo wrote: a", "a\n\nJo wrote: b"),
        ("agreed", "Decision: agreed", "agreed\n\nJo wrote: Decision: agreed"),
    ],
)
def test_texts_beside_each_other(ours: str, theirs: str, both: str) -> None:
    assert beside(ours, theirs, "Jo") == both
