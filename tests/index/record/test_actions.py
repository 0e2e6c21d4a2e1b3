from __future__ import annotations

from datetime import date

import pytest

from index.errors import InvalidInputError, NotFoundError
from index.model.meetings import Action
from index.model.steps import NO_DATE, ActionChange
from index.record.record import Record
from tests.index.record.making import item, newsletter

MAY, JULY = date(2026, 5, 12), date(2026, 7, 7)


@pytest.fixture
def panel(record: Record) -> str:
    record.documents.add(newsletter(item(1)), "x")
    record.meetings.save("Panel", date=MAY)
    record.meetings.bookmark(item(1).id, "Panel")
    return "Panel"


def test_actions_are_taken_down_changed_and_done(record: Record, panel: str) -> None:
    (entry,) = record.agendas.entries(panel)
    step = record.actions.add(
        panel, Action("", panel, " Write to\nAnn ", "Bo", JULY, entry=entry.id)
    )
    (action,) = record.actions.of(panel)
    assert step.actions == (action.id,)
    assert action == Action(action.id, panel, "Write to Ann", "Bo", JULY, False, entry.id)
    record.actions.change(action.id, ActionChange(text="Phone Ann", due=NO_DATE, done=True))
    (changed,) = record.actions.of(panel)
    assert (changed.text, changed.owner, changed.due, changed.done) == (
        "Phone Ann",
        "Bo",
        None,
        True,
    )
    gone = record.actions.remove(action.id)
    assert record.actions.of(panel) == ()
    record.meetings.take_back(gone)
    assert record.actions.of(panel) == (changed,)


def test_of_all_meetings_what_is_due_first_comes_first(record: Record, panel: str) -> None:
    record.meetings.save("Board")
    for meeting, text, due in (
        ("Board", "undated", None),
        ("Board", "late", JULY),
        ("Panel", "soon", MAY),
    ):
        record.actions.add(meeting, Action("", meeting, text, due=due))
    assert [each.text for each in record.actions.all()] == ["soon", "late", "undated"]
    assert [each.text for each in record.actions.of("Board")] == ["undated", "late"]


def test_an_action_needs_words_a_meeting_and_its_own_agenda(record: Record, panel: str) -> None:
    record.meetings.save("Board", standing=["Apologies"])
    (elsewhere,) = record.agendas.entries("Board")
    for action in (Action("", panel, " \n"), Action("", panel, "Write", entry=elsewhere.id)):
        with pytest.raises(InvalidInputError):
            record.actions.add(panel, action)
    with pytest.raises(NotFoundError):
        record.actions.add("Nowhere", Action("", "", "Write"))
    with pytest.raises(NotFoundError):
        record.actions.change("nothing", ActionChange(done=True))
    with pytest.raises(NotFoundError):
        record.actions.remove("nothing")
    assert record.actions.all() == ()


def test_a_meeting_takes_its_actions_with_it_but_not_those_carried_on(
    record: Record, panel: str
) -> None:
    record.meetings.save("Next")
    record.actions.add(panel, Action("", panel, "Carried"))
    record.carrying.carry_forward(panel, "Next", MAY, frozenset)
    record.actions.add(panel, Action("", panel, "Stays"))
    step = record.meetings.remove(panel)
    assert [each.text for each in record.actions.all()] == ["Carried"]
    record.meetings.take_back(step)
    assert [each.text for each in record.actions.of(panel)] == ["Carried", "Stays"]
