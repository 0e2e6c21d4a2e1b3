from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.errors import CareReaderError, InvalidInputError
from index.model.meetings import Action, Series, TemplateEntry
from index.model.steps import NO_DATE, ActionChange, EntryChange, MeetingChange, Step
from index.record.record import Record
from tests.index.record.making import item, newsletter

TODAY = date(2026, 3, 10)
NAMES = ("Panel", "Board", "Panel, 21 April 2026")
ITEMS = tuple(item(number).id for number in range(1, 5))


def closing() -> frozenset[str]:
    return frozenset({"any other business"})


def whole(record: Record) -> object:
    """All that steps may change."""
    meetings = record.meetings.all(TODAY)
    return (
        meetings,
        [record.agendas.entries(meeting.name) for meeting in meetings],
        [record.actions.of(meeting.name) for meeting in meetings],
        record.actions.all(),
        record.series.all(),
        [record.marks.note(each) for each in ITEMS],
    )


def one(values: tuple[Any, ...], number: int) -> Any:
    return values[number % len(values)] if values else None


def deeds(record: Record) -> dict[str, Callable[[str, str, int], Step]]:
    """Everything that can be done, given a meeting, some text and a number."""

    def entry(meeting: str, number: int) -> str:
        found = one(record.agendas.entries(meeting), number)
        return found.id if found is not None else "none"

    def action(meeting: str, number: int) -> str:
        found = one(record.actions.of(meeting), number)
        return found.id if found is not None else "none"

    return {
        "own": lambda meeting, text, number: record.agendas.add(
            meeting, text, kind="own", after="", closing=closing
        ),
        "section": lambda meeting, text, number: record.agendas.add(
            meeting, text, kind="section", after=entry(meeting, number), closing=closing
        ),
        "standing": lambda meeting, text, number: record.agendas.add(
            meeting, text, kind="standing", after=entry(meeting, number), closing=closing
        ),
        "bookmark": lambda meeting, text, number: record.agendas.bookmark(
            ITEMS[: number % 5], meeting, section="", closing=closing
        ),
        "take off": lambda meeting, text, number: record.agendas.remove_bookmarks(
            ITEMS[number % 4 :], meeting
        ),
        "move": lambda meeting, text, number: record.agendas.move(
            entry(meeting, number), number % 7 - 3
        ),
        "remove": lambda meeting, text, number: record.agendas.remove(
            [entry(meeting, number), entry(meeting, number + 1)]
        ),
        "change": lambda meeting, text, number: record.agendas.change(
            [entry(meeting, number)],
            EntryChange(
                title=text,
                note=text,
                minutes=number % 9,
                state=one(("", "raised", "deferred", "done"), number),
                outcome=text,
            ),
        ),
        "lay": lambda meeting, text, number: record.agendas.lay(
            meeting, [TemplateEntry("section", "Opening"), TemplateEntry("standing", text)]
        ),
        "rename": lambda meeting, text, number: record.meetings.change(
            meeting, MeetingChange(name=text, place=text, people=(text,), date=NO_DATE)
        ),
        "standing items": lambda meeting, text, number: record.meetings.change(
            meeting, MeetingChange(standing=(text, "Apologies")[: number % 3])
        ),
        "join": lambda meeting, text, number: record.meetings.change(
            meeting, MeetingChange(series=("Panel", "Other", "")[number % 3], date=TODAY)
        ),
        "next": lambda meeting, text, number: record.carrying.next_meeting("Panel", None, ""),
        "carry": lambda meeting, text, number: record.carrying.carry_forward(
            meeting, "", TODAY, closing
        ),
        "let go": lambda meeting, text, number: record.meetings.remove(meeting),
        "series": lambda meeting, text, number: record.series.save(
            Series("Panel", number % 9 + 1, text, text, people=(text,))
        ),
        "no series": lambda meeting, text, number: record.series.remove("Panel"),
        "act": lambda meeting, text, number: record.actions.add(
            meeting,
            Action(
                "", meeting, text, text, TODAY, entry="" if number % 2 else entry(meeting, number)
            ),
        ),
        "acted": lambda meeting, text, number: record.actions.change(
            action(meeting, number), ActionChange(text=text, due=NO_DATE, done=True)
        ),
        "forget": lambda meeting, text, number: record.actions.remove(action(meeting, number)),
    }


_DEEDS = st.lists(
    st.tuples(
        st.sampled_from(sorted(deeds(None))),  # type: ignore[arg-type]  # for its names alone
        st.sampled_from(NAMES),
        st.text(max_size=5) | st.just("Any other business"),
        st.integers(0, 30),
    ),
    max_size=12,
)


@settings(max_examples=20)
@example([("carry", "Panel", "", 1), ("let go", "Panel", "", 1)])
@given(_DEEDS)
def test_whatever_was_done_is_undone_step_by_step_and_done_again(
    deeds_done: list[tuple[str, str, str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = Record(Path(folder) / "library.db")
        try:
            record.documents.add(newsletter(*map(item, range(1, 5))), "x")
            record.meetings.save("Panel", series="Panel", date=TODAY, standing=["Apologies"])
            record.meetings.save("Board")
            for meeting in ("Panel", "Board"):
                record.agendas.bookmark(ITEMS[:3], meeting, section="", closing=closing)
                noted = record.agendas.entries(meeting)[-1].id
                record.actions.add(meeting, Action("", meeting, "Ask", entry=noted))
            known = deeds(record)
            states, steps = [whole(record)], []
            for name, meeting, text, number in deeds_done:
                try:
                    step = known[name](meeting, text, number)
                except CareReaderError:
                    assert whole(record) == states[-1], f"{name} was refused and changed something"
                    continue
                states.append(whole(record))
                steps.append(step)
                assert bool(step) == (states[-1] != states[-2]), name
            undone = []
            for step, before in zip(reversed(steps), reversed(states[:-1]), strict=True):
                undone.append(record.meetings.take_back(step))
                assert whole(record) == before
            for step, after in zip(reversed(undone), states[1:], strict=True):
                record.meetings.take_back(step)
                assert whole(record) == after
        finally:
            record.close()


def titles(record: Record, meeting: str = "Panel") -> list[str]:
    return [entry.title for entry in record.agendas.entries(meeting)]


def test_what_another_changed_meanwhile_stays(record: Record) -> None:
    record.meetings.save("Panel", standing=["A", "B", "C"])
    first, second, third = (entry.id for entry in record.agendas.entries("Panel"))
    removed = record.agendas.remove([second])
    record.agendas.change([first], EntryChange(lead="Ann"))
    record.agendas.add("Panel", "D", kind="own", after=third, closing=closing)
    record.meetings.take_back(removed)
    assert titles(record) == ["A", "B", "C", "D"]
    assert record.agendas.entry(first).lead == "Ann"

    renamed = record.agendas.change([first], EntryChange(title="Aa"))
    record.agendas.change([first], EntryChange(minutes=5))
    record.meetings.take_back(renamed)
    assert (record.agendas.entry(first).title, record.agendas.entry(first).minutes) == ("A", 5)


def test_what_has_gone_meanwhile_does_not_come_back_by_halves(record: Record) -> None:
    record.meetings.save("Panel", standing=["A"])
    (entry,) = record.agendas.entries("Panel")
    changed = record.agendas.change([entry.id], EntryChange(title="B"))
    record.agendas.remove([entry.id])
    record.meetings.take_back(changed)
    assert titles(record) == []
    removed = record.agendas.add("Panel", "C", kind="own", after="", closing=closing)
    record.meetings.remove("Panel")
    assert not record.meetings.take_back(removed)


def test_an_item_that_was_bookmarked_again_meanwhile_is_there_once(record: Record) -> None:
    record.documents.add(newsletter(item(1)), "x")
    record.meetings.save("Panel")
    record.meetings.bookmark(item(1).id, "Panel")
    off = record.agendas.remove_bookmarks([item(1).id], "Panel")
    record.meetings.bookmark(item(1).id, "Panel")
    record.meetings.take_back(off)
    assert titles(record) == ["Item 1"]


def test_a_name_that_was_taken_meanwhile_does_not_come_back(record: Record) -> None:
    record.meetings.save("Panel")
    renamed = record.meetings.change("Panel", MeetingChange(name="Board"))
    record.meetings.save("Panel")
    with pytest.raises(InvalidInputError, match="“Panel”"):
        record.meetings.take_back(renamed)
    assert {meeting.name for meeting in record.meetings.all(TODAY)} == {"Panel", "Board"}
