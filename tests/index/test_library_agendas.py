"""Meetings through the one door: from a bookmark to the next meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from index import Library
from index.errors import DocumentError, NotFoundError
from index.model.meetings import Series
from index.model.steps import ActionChange, EntryChange, MeetingChange
from index.places import Places

LAST_WEEK = date.today() - timedelta(weeks=1)


@pytest.fixture
def panel(library: Library) -> str:
    """A meeting of last week, in a series of every six weeks, with the usual agenda."""
    library.save_series(Series("Panel", 6, "2pm", template=library.agenda_template()))
    name = library.next_meeting("Panel", date=LAST_WEEK).meeting
    library.choose_meeting(name)
    library.bookmark_all(library.search("kinship").ids[:3], name, "items")
    return name


def test_two_meetings_of_a_series(library: Library, panel: str) -> None:
    items = [entry for entry in library.entries(panel) if entry.kind == "item"]
    library.change_entries([items[0].id], EntryChange(state="done", outcome="the panel rejoiced"))
    library.change_entries([items[1].id], EntryChange(state="deferred"))
    action = library.add_action(panel, "badger the treasurer", entry=items[1].id).actions[0]

    carried = library.carry_forward(panel)
    following = library.meeting(carried.meeting)
    assert following.date == LAST_WEEK + timedelta(weeks=6)
    assert [each.title for each in library.entries(following.name) if each.kind == "item"] == [
        each.title for each in items[1:]
    ]
    assert library.meetings_of_series("panel") == (panel, following.name)
    assert library.meetings()[0] == following

    # what was said and is to be done is found with the words of the item
    for words, entry in (("rejoiced", items[0]), ("badger", items[1])):
        assert entry.bookmark is not None
        assert library.search(words).ids == (entry.bookmark.item,)
    library.change_action(action, ActionChange(done=True))
    assert library.actions(open=True) == ()
    assert [each.text for each in library.actions(following.name)] == ["badger the treasurer"]

    library.undo(carried)
    with pytest.raises(NotFoundError):
        library.meeting(following.name)
    assert library.actions(panel)[0].done


def test_what_is_undone_is_as_it_was_after_a_restart(library: Library, panel: str) -> None:
    before = library.pack(panel)
    steps = [
        library.add_entry(panel, "Speakerbox", "standing", after=before.agenda[1].id),
        library.move_entry(before.agenda[2].id, 3),
        library.remove_entries([entry.id for entry in before.agenda[:4]]),
        library.change_meeting(panel, MeetingChange(name="Another", time="3pm")),
        library.remove_meeting("Another"),
    ]
    with Library(library.places) as again:
        assert again.current_meeting() is None
        for step in reversed(steps):
            again.undo(step)
        assert again.pack(panel) == before
        current = again.current_meeting()
        assert current is not None
        assert current.name == panel
        assert "Speakerbox" not in {line.title for line in again.one_series("Panel").template}


def test_an_agenda_goes_to_another_library_and_comes_back(
    library: Library, panel: str, tmp_path: Path
) -> None:
    file = library.write_pack(panel, tmp_path / "panel.json", format="json", by="Jo")
    with Library(Places.of(tmp_path / "chair"), seeds=False) as chair:
        merged = chair.import_pack(file)
        theirs = chair.entries(merged.meeting)
        # the chair's library has none of the documents
        assert all(entry.bookmark.missing for entry in theirs if entry.bookmark)
        first = next(entry for entry in theirs if entry.bookmark)
        chair.change_entries([first.id], EntryChange(note="for decision", purpose="decision"))
        back = chair.write_pack(merged.meeting, tmp_path / "back.json", format="json", by="Low")
    changes = library.import_pack(back)
    entry = library.entry(first.id)
    assert (entry.note, entry.purpose) == ("for decision", "decision")
    assert len(changes.changes) == 2
    library.undo(changes.step)
    assert library.entry(first.id) == replace(
        entry, note="", purpose="", bookmark=entry.bookmark and replace(entry.bookmark, note="")
    )
    file.write_text("{}", "utf-8")
    with pytest.raises(DocumentError):
        library.import_pack(file)


def test_dates_of_an_item_are_offered_as_due_dates(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "news.md"
    file.write_text(
        "# Bulletin, March 2058\n\n## Kinship survey\n\nThe survey closes on 4 April 2059.\n\n"
        "## Foster carers\n\nA hundred more foster carers are wanted this year.\n",
        "utf-8",
    )
    library.add([file])
    library.save_meeting("Panel")
    library.bookmark(library.search("kinship survey").ids[0], "Panel")
    (entry,) = library.entries("Panel")
    assert library.due_dates(entry.id) == (date(2059, 4, 4),)
