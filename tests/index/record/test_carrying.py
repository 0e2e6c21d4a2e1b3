from __future__ import annotations

from datetime import date

import pytest

from index.errors import InvalidInputError, NotFoundError
from index.model.meetings import Action, AgendaEntry, CarriedFrom, Series, TemplateEntry
from index.model.steps import ActionChange, EntryChange, MeetingChange
from index.record.record import Record
from tests.index.record.making import item, newsletter

MAY, JULY, AUGUST = date(2026, 5, 12), date(2026, 7, 7), date(2026, 8, 18)
AFTER = date(2026, 5, 20)
FROM_MAY = CarriedFrom("Panel, May", MAY)
JULYS = "Panel, 7 July 2026"


def closing() -> frozenset[str]:
    return frozenset({"any other business", "closing"})


@pytest.fixture
def may(record: Record) -> str:
    """A meeting of a series that meets every eight weeks."""
    record.documents.add(newsletter(*map(item, range(1, 5))), "x")
    record.meetings.save(
        "Panel, May",
        date=MAY,
        time="2pm",
        place="Room 1",
        chair="Cllr Ann Low",
        people=["Ann", "Bo", "ann"],
        standing=["Apologies", "Any other business"],
        series="Panel",
    )
    (series,) = record.series.all()
    assert series.template == (
        TemplateEntry("standing", "Apologies"),
        TemplateEntry("standing", "Any other business"),
    )
    record.series.save(
        Series("Panel", 8, *("2pm", "Room 1", "Cllr Ann Low"), ("Ann", "Bo"), series.template)
    )
    for number in (1, 2, 3):
        record.agendas.bookmark([item(number).id], "Panel, May", section="", closing=closing)
    return "Panel, May"


def agenda(record: Record, meeting: str) -> dict[str, AgendaEntry]:
    return {entry.title: entry for entry in record.agendas.entries(meeting)}


def carry(record: Record, meeting: str, to: str = "", today: date = AFTER) -> str:
    return record.carrying.carry_forward(meeting, to, today, closing).meeting


def test_the_next_meeting_begins_with_what_the_series_hands_on(record: Record, may: str) -> None:
    assert record.carrying.next_meeting("panel", None, "").meeting == JULYS
    july = record.meetings.meeting(JULYS)
    assert (july.date, july.time, july.place, july.chair) == (JULY, "2pm", "Room 1", "Cllr Ann Low")
    assert july.people == ("Ann", "Bo")
    assert july.standing == ("Apologies", "Any other business")
    assert july.series == "Panel"
    assert record.carrying.next_meeting("Panel", AUGUST, "Summer panel").meeting == "Summer panel"
    assert record.series.meetings("Panel") == ("Panel, May", JULYS, "Summer panel")
    with pytest.raises(InvalidInputError, match="already"):
        record.carrying.next_meeting("Panel", None, "SUMMER  panel")


def test_without_weeks_or_a_day_the_next_meeting_is_undated(record: Record) -> None:
    record.series.save(Series("Board"))
    names = [record.carrying.next_meeting("Board", None, "").meeting for _ in range(2)]
    assert names == ["Board, meeting 1", "Board, meeting 2"]
    assert record.meetings.meeting(names[0]).date is None


def test_a_standing_item_that_is_added_comes_back_and_one_left_out_too(
    record: Record, may: str
) -> None:
    record.agendas.add(
        may,
        "Speakerbox",
        kind="standing",
        after=agenda(record, may)["Apologies"].id,
        closing=closing,
    )
    record.agendas.add(may, "Only now", kind="own", after="", closing=closing)
    record.agendas.remove([agenda(record, may)["Apologies"].id])
    record.carrying.next_meeting("Panel", None, "")
    assert [*agenda(record, JULYS)] == ["Apologies", "Speakerbox", "Any other business"]


def test_what_is_left_is_carried_forward_once(record: Record, may: str) -> None:
    entries = agenda(record, may)
    record.agendas.change([entries["Item 1"].id], EntryChange(state="done", outcome="agreed"))
    record.agendas.change(
        [entries["Item 2"].id],
        EntryChange(state="deferred", lead="Bo", minutes=15, outcome="later"),
    )
    own = record.agendas.add(may, "Speakerbox", kind="own", after="", closing=closing).entries
    record.agendas.change(own, EntryChange(note="they come at 3"))
    record.actions.add(may, Action("", may, "Write", "Ann", JULY, entry=entries["Item 2"].id))
    record.actions.add(may, Action("", may, "Was done", done=True))
    assert carry(record, may) == JULYS
    july = agenda(record, JULYS)
    assert [*july] == ["Apologies", "Item 2", "Item 3", "Speakerbox", "Any other business"]
    assert (july["Item 2"].lead, july["Item 2"].minutes) == ("Bo", 15)
    assert (july["Item 2"].state, july["Item 2"].outcome) == ("", "")
    assert july["Speakerbox"].note == "they come at 3"
    assert {july[title].carried_from for title in ("Item 2", "Item 3", "Speakerbox")} == {FROM_MAY}
    (action,) = record.actions.of(JULYS)
    assert (action.text, action.carried_from) == ("Write", FROM_MAY)
    assert action.entry == july["Item 2"].id
    assert [each.meeting for each in record.actions.all() if not each.done] == [JULYS]

    before = record.agendas.entries(JULYS), record.actions.of(JULYS)
    assert not record.carrying.carry_forward(may, "", AFTER, closing)
    assert (record.agendas.entries(JULYS), record.actions.of(JULYS)) == before
    # what is added later is carried as well, and the action is one wherever it is done
    record.agendas.bookmark([item(4).id], may, section="", closing=closing)
    carry(record, may)
    assert "Item 4" in agenda(record, JULYS)
    record.actions.change(action.id, ActionChange(done=True))
    assert all(each.done for each in record.actions.of(may))


def test_of_a_meeting_to_come_only_what_was_deferred_is_carried(record: Record, may: str) -> None:
    before = date(2026, 5, 1)
    carry(record, may, today=before)
    assert [*agenda(record, JULYS)] == ["Apologies", "Any other business"]
    first = agenda(record, may)["Item 1"].id
    record.agendas.change([first], EntryChange(state="deferred"))
    # somebody has said what became of an entry, so the meeting has been
    carry(record, may, today=before)
    assert [*agenda(record, JULYS)][1:-1] == ["Item 1", "Item 2", "Item 3"]


def test_what_is_on_the_next_agenda_already_is_marked_and_not_doubled(
    record: Record, may: str
) -> None:
    record.carrying.next_meeting("Panel", None, "")
    record.agendas.bookmark([item(3).id], JULYS, section="", closing=closing)
    step = record.carrying.carry_forward(may, "", AFTER, closing)
    july = agenda(record, JULYS)
    assert [*july] == ["Apologies", "Item 3", "Item 1", "Item 2", "Any other business"]
    assert july["Item 3"].carried_from == FROM_MAY
    record.meetings.take_back(step)
    assert [*agenda(record, JULYS)] == ["Apologies", "Item 3", "Any other business"]
    assert agenda(record, JULYS)["Item 3"].carried_from is None


def test_what_is_carried_goes_into_the_section_that_it_was_in(record: Record, may: str) -> None:
    template = (TemplateEntry("section", "Reports"), TemplateEntry("section", "Health"))
    for meeting in (may, record.carrying.next_meeting("Panel", None, "").meeting):
        record.agendas.lay(meeting, template)
    record.agendas.bookmark([item(4).id], may, section="Reports", closing=closing)
    carry(record, may)
    july = [*agenda(record, JULYS)]
    assert july.index("Item 4") == july.index("Reports") + 1 == july.index("Health") - 1


def test_carrying_forward_makes_the_next_meeting_and_undoing_takes_it_back(
    record: Record, may: str
) -> None:
    step = record.carrying.carry_forward(may, "", AFTER, closing)
    assert record.meetings.meeting(JULYS).bookmarks == 3
    record.meetings.take_back(step)
    with pytest.raises(NotFoundError):
        record.meetings.meeting(JULYS)


def test_carried_on_and_on_it_comes_from_the_meeting_before(record: Record, may: str) -> None:
    record.actions.add(may, Action("", may, "Write"))
    carry(record, may)
    assert carry(record, JULYS, today=date(2026, 12, 1)) == "Panel, 1 September 2026"
    september = agenda(record, "Panel, 1 September 2026")
    assert september["Item 1"].carried_from == CarriedFrom(JULYS, JULY)
    (action,) = record.actions.of("Panel, 1 September 2026")
    assert action.carried_from == CarriedFrom(JULYS, JULY)


def test_a_standing_item_that_was_deferred_is_marked_or_goes_along(
    record: Record, may: str
) -> None:
    apologies = agenda(record, may)["Apologies"].id
    record.agendas.change([apologies], EntryChange(state="deferred"))
    record.meetings.save("Board")
    for to in ("", "Board"):
        carry(record, may, to)
    assert [*agenda(record, JULYS)].count("Apologies") == 1
    assert agenda(record, JULYS)["Apologies"].carried_from == FROM_MAY
    assert agenda(record, "Board")["Apologies"].kind == "standing"
    assert "Any other business" not in agenda(record, "Board")


def test_without_a_series_it_has_to_be_said_where_to(record: Record, may: str) -> None:
    record.meetings.change(may, MeetingChange(series=""))
    with pytest.raises(InvalidInputError, match="in no series"):
        carry(record, may)
    record.meetings.save("Board")
    assert carry(record, may, "board") == "Board"
    assert [*agenda(record, "Board")] == ["Item 1", "Item 2", "Item 3"]
    with pytest.raises(InvalidInputError, match="itself"):
        carry(record, may, may)


def test_a_series_is_changed_under_its_name_of_till_now(record: Record, may: str) -> None:
    (series,) = record.series.all()
    step = record.series.save(Series("Corporate Parenting Panel", 6), "panel")
    assert record.meetings.meeting(may).series == "Corporate Parenting Panel"
    record.meetings.take_back(step)
    assert record.series.all() == (series,)
    record.series.save(Series("Board"))
    with pytest.raises(InvalidInputError, match="already"):
        record.series.save(Series("PANEL"), "Board")
    for weeks in (0, -1, 1000):
        with pytest.raises(InvalidInputError, match="weeks"):
            record.series.save(Series("Board", weeks))
    with pytest.raises(NotFoundError):
        record.series.save(Series("Board"), "nobody")


def test_no_next_meeting_after_the_last_year(record: Record) -> None:
    record.meetings.save("Last", date=date(9999, 12, 31), series="End")
    record.series.save(Series("End", 4))
    with pytest.raises(InvalidInputError, match="9999"):
        record.carrying.next_meeting("End", None, "")
