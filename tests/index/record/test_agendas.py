from __future__ import annotations

import pytest

from index.errors import InvalidInputError, NotFoundError
from index.model.meetings import TemplateEntry
from index.model.steps import NO_MINUTES, EntryChange
from index.record.names import LONGEST_LINE
from index.record.record import Record
from tests.index.record.making import item, newsletter

SECTIONED = (
    TemplateEntry("section", "Opening"),
    TemplateEntry("standing", "Apologies", 5, "Ann"),
    TemplateEntry("section", "Items"),
    TemplateEntry("section", "Closing"),
    TemplateEntry("standing", "Any other business"),
)
IDS = tuple(item(number).id for number in range(1, 5))


def closing() -> frozenset[str]:
    return frozenset({"any other business", "closing"})


@pytest.fixture
def panel(record: Record) -> str:
    """A meeting whose agenda has three sections, in a library of four items."""
    record.documents.add(newsletter(*map(item, range(1, 5))), "x")
    record.meetings.save("Panel")
    record.agendas.lay("Panel", SECTIONED)
    return "Panel"


def titles(record: Record) -> list[str]:
    return [entry.title for entry in record.agendas.entries("Panel")]


def id_of(record: Record, title: str) -> str:
    return next(each.id for each in record.agendas.entries("Panel") if each.title == title)


def test_what_is_added_comes_before_what_closes_the_meeting(record: Record, panel: str) -> None:
    record.agendas.bookmark(IDS[:1], panel, section="", closing=closing)
    record.agendas.add(panel, "Speakerbox", kind="own", after="", closing=closing)
    assert titles(record) == [
        *("Opening", "Apologies", "Items", "Item 1", "Speakerbox", "Closing", "Any other business")
    ]


def test_items_are_bookmarked_at_once_into_a_section(record: Record, panel: str) -> None:
    record.agendas.bookmark(IDS[3:], panel, section="", closing=closing)
    step = record.agendas.bookmark(
        [IDS[1], IDS[0], IDS[1], IDS[3]], panel, section="opening", closing=closing
    )
    assert titles(record)[:5] == ["Opening", "Apologies", "Item 2", "Item 1", "Items"]
    assert len(step.entries) == 2
    record.agendas.bookmark([IDS[2]], panel, section=id_of(record, "Closing"), closing=closing)
    assert titles(record)[-2:] == ["Item 3", "Any other business"]
    with pytest.raises(NotFoundError, match="“Reports”"):
        record.agendas.bookmark(IDS, panel, section="Reports", closing=closing)


def test_a_bookmark_that_is_undone_comes_back_where_it_was(record: Record, panel: str) -> None:
    record.agendas.bookmark(IDS[:3], panel, section="Items", closing=closing)
    middle = id_of(record, "Item 2")
    record.agendas.change([middle], EntryChange(note="ask", lead="Ann", minutes=10, outcome="said"))
    before = record.agendas.entries(panel)
    step = record.agendas.remove_bookmarks([IDS[1]], panel)
    assert "Item 2" not in titles(record)
    record.meetings.take_back(step)
    assert record.agendas.entries(panel) == before


def test_an_entry_moves_by_one_and_across_sections(record: Record, panel: str) -> None:
    apologies = id_of(record, "Apologies")
    record.agendas.move(apologies, 1)
    assert titles(record)[:3] == ["Opening", "Items", "Apologies"]
    record.agendas.move(apologies, -1)
    assert titles(record)[:3] == ["Opening", "Apologies", "Items"]
    record.agendas.move(apologies, -9)
    assert titles(record)[0] == "Apologies"
    assert not record.agendas.move(apologies, -1)


def test_a_section_moves_whole_and_comes_back_in_one_step(record: Record, panel: str) -> None:
    record.agendas.add(panel, "Welcome", kind="own", after="", closing=closing)
    record.agendas.move(id_of(record, "Welcome"), -9)
    record.agendas.bookmark(IDS[:2], panel, section="Items", closing=closing)
    before = titles(record)
    opening, items = ["Opening", "Apologies"], ["Items", "Item 1", "Item 2"]
    close = ["Closing", "Any other business"]
    assert before == ["Welcome", *opening, *items, *close]
    heading = id_of(record, "Items")
    step = record.agendas.move_section(heading, -1, closing)
    assert titles(record) == ["Welcome", *items, *opening, *close]
    assert not record.agendas.move_section(heading, -1, closing)
    record.agendas.move_section(heading, 9, closing)
    assert titles(record) == before
    record.agendas.move_section(id_of(record, "Closing"), -1, closing)
    assert titles(record) == ["Welcome", *opening, *close, *items]
    record.agendas.move_section(id_of(record, "Closing"), 1, closing)
    record.agendas.move_section(heading, -1, closing)
    record.meetings.take_back(step)
    assert titles(record) == before
    assert not record.agendas.move_section(id_of(record, "Apologies"), 1, closing)


def test_several_entries_are_changed_alike(record: Record, panel: str) -> None:
    record.agendas.bookmark(IDS[:2], panel, section="Items", closing=closing)
    ids = [id_of(record, title) for title in ("Apologies", "Item 1", "Item 2")]
    step = record.agendas.change(ids, EntryChange(state="deferred", purpose="decision", minutes=5))
    assert {each.state for each in map(record.agendas.entry, ids)} == {"deferred"}
    assert {each.minutes for each in map(record.agendas.entry, ids)} == {5}
    assert set(step.entries) == set(ids)
    record.agendas.change(ids[:1], EntryChange(minutes=NO_MINUTES))
    assert record.agendas.entry(ids[0]).minutes is None
    assert record.agendas.entry(ids[0]).lead == "Ann"


def test_the_note_of_an_item_is_the_readers_note_on_it(record: Record, panel: str) -> None:
    record.agendas.bookmark(IDS[:1], panel, section="Items", closing=closing)
    entry = id_of(record, "Item 1")
    record.agendas.change([entry], EntryChange(note="ask\nAnn  "))
    assert record.marks.note(IDS[0]) == record.agendas.entry(entry).note == "ask\nAnn"
    record.documents.remove(item(1).document)
    # the item is gone, and its note can still be written
    record.agendas.change([entry], EntryChange(note="gone"))
    assert record.agendas.entry(entry).note == "gone"


def test_an_entry_has_a_title_of_its_own_and_its_item_another(record: Record, panel: str) -> None:
    record.agendas.bookmark(IDS[:1], panel, section="Items", closing=closing)
    entry = id_of(record, "Item 1")
    record.agendas.change([entry], EntryChange(title="  What the  bulletin says "))
    shown = record.agendas.entry(entry)
    assert shown.title == "What the bulletin says"
    assert shown.bookmark is not None
    assert shown.bookmark.citation.title == "Item 1"


def test_standing_items_are_replaced_where_they_stand(record: Record) -> None:
    record.documents.add(newsletter(item(1)), "x")
    record.meetings.save("Panel", standing=["Apologies", "Minutes"])
    record.meetings.bookmark(IDS[0], "Panel")
    record.agendas.add("Panel", "Close", kind="standing", after="", closing=frozenset)
    apologies = id_of(record, "Apologies")
    record.agendas.change([apologies], EntryChange(lead="Ann"))
    record.meetings.save("Panel", standing=["Welcome", "APOLOGIES", "Close", "Date"])
    assert titles(record) == ["Welcome", "APOLOGIES", "Item 1", "Close", "Date"]
    assert record.agendas.entry(apologies).lead == "Ann"
    assert record.meetings.meeting("Panel").standing == ("Welcome", "APOLOGIES", "Close", "Date")
    record.meetings.save("Panel", standing=[])
    assert titles(record) == ["Item 1"]
    record.meetings.save("Panel", standing=["Welcome"])
    assert titles(record) == ["Welcome", "Item 1"]


def test_a_template_is_laid_into_what_is_there(record: Record) -> None:
    record.meetings.save("Panel", standing=["apologies", "Speakerbox"])
    step = record.agendas.lay("Panel", SECTIONED, closing)
    assert titles(record) == [
        *("Opening", "apologies", "Items", "Speakerbox", "Closing", "Any other business")
    ]
    assert not record.agendas.lay("Panel", SECTIONED, closing)
    record.meetings.take_back(step)
    assert titles(record) == ["apologies", "Speakerbox"]


@pytest.mark.parametrize(
    "change",
    [
        EntryChange(title="  \n"),
        EntryChange(title="x" * (LONGEST_LINE + 1)),
        EntryChange(minutes=-1),
        EntryChange(minutes=2000),
        EntryChange(purpose="fun"),  # type: ignore[arg-type]  # as a script might
        EntryChange(state="lost"),  # type: ignore[arg-type]  # as a script might
    ],
)
def test_what_cannot_be_used_is_refused(record: Record, panel: str, change: EntryChange) -> None:
    before = record.agendas.entries(panel)
    with pytest.raises(InvalidInputError) as caught:
        record.agendas.change([before[1].id], change)
    assert "\n" not in str(caught.value)
    assert record.agendas.entries(panel) == before


def test_an_entry_that_is_nowhere_is_not_found_and_costs_no_other(
    record: Record, panel: str
) -> None:
    before = record.agendas.entries(panel)
    with pytest.raises(NotFoundError):
        record.agendas.remove([before[0].id, "nothing"])
    with pytest.raises(InvalidInputError):
        record.agendas.add(panel, "x", kind="own", after="nothing", closing=closing)
    assert record.agendas.entries(panel) == before


def test_what_was_said_is_searched_with_the_item(record: Record, panel: str) -> None:
    from index.model.meetings import Action
    from index.model.steps import ActionChange

    record.agendas.bookmark(IDS[:1], panel, section="Items", closing=closing)
    entry = id_of(record, "Item 1")

    def told() -> tuple[str, bool]:
        waiting = IDS[0] in {each.item.id for each in record.outbox.changes().items}
        record.outbox.told(record.outbox.changes())
        return record.outbox.entered(IDS[0]).note, waiting

    told()
    record.marks.write_note(IDS[0], "a note")
    record.agendas.change([entry], EntryChange(outcome="the panel agreed"))
    assert told() == ("a note\nthe panel agreed", True)
    record.actions.add(panel, Action("", panel, "write to the minister", "Ann", entry=entry))
    assert told() == ("a note\nthe panel agreed\nAnn write to the minister", True)
    (action,) = record.actions.of(panel)
    record.actions.change(action.id, ActionChange(text="phone her"))
    assert told() == ("a note\nthe panel agreed\nAnn phone her", True)
    step = record.actions.remove(action.id)
    assert told() == ("a note\nthe panel agreed", True)
    record.meetings.take_back(step)
    record.agendas.remove([entry])
    assert told() == ("a note", True)
