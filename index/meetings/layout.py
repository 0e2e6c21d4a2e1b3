"""A pack and the draft of its minutes, laid out once for all formats.

Everything that a file says is decided here: its parts and their order, numbers, times, words for
dates. A renderer dresses what it is given and adds no words of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.meetings.blocks import (
    Agenda,
    AgendaRow,
    AgendaSection,
    Block,
    Fact,
    Facts,
    Heading,
    Laid,
    Line,
    Passage,
    Remark,
    Table,
)
from index.meetings.texts import lines, one_line
from index.meetings.timings import timings
from index.meetings.wording import PURPOSES, ROLES, STATES, carried, minutes, time_allotted, when
from index.model.dates import in_words, span_in_words
from index.model.formats import Part
from index.model.meetings import Action, AgendaEntry, Bookmark, Meeting, Pack

_COLUMNS = ("Purpose", "Led by", "Minutes", "Time")
_NOTHING = (
    "Nothing is on this agenda yet: it has no standing items, and no item is bookmarked for it."
)
_DRAFT = "DRAFT: these minutes have not been agreed by the meeting."
_NOBODY = "Nobody is named."


@dataclass(frozen=True, slots=True)
class _Numbered:
    """An entry that is no section, with its number on the agenda and the time it comes up."""

    number: int
    entry: AgendaEntry
    at: str


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    entries: tuple[_Numbered, ...]


def laid_out(pack: Pack, part: Part = "pack") -> Laid:
    """The pack, or the draft of the minutes, ready for a renderer to dress."""
    name, sections = one_line(pack.meeting.name), tuple(_sections(pack))
    if part == "minutes":
        return Laid(name, "Draft minutes", _DRAFT, tuple(_minutes(pack, sections)))
    return Laid(name, "Agenda pack", "", tuple(_pack(pack, sections)))


def _pack(pack: Pack, sections: Sequence[_Section]) -> Iterator[Block]:
    meeting = pack.meeting
    yield from _facts((*_front(meeting), ("Attending", "; ".join(meeting.people))))
    yield Heading(2, "Agenda")
    if sections:
        yield _agenda(sections, meeting)
    else:
        yield Passage((Line(_NOTHING),))
    if allotted := time_allotted(timings(meeting, pack.agenda)):
        yield Remark(allotted)
    detailed = [each for section in sections for each in section.entries if _detailed(each.entry)]
    if detailed:
        yield Heading(2, "Items")
    for each in detailed:
        yield from _item(each, meeting)
    yield from _actions(pack, sections)
    yield from _dates(detailed)
    if pack.acronyms:
        yield Heading(2, "Acronyms")
        yield from _facts(pack.acronyms)


def _minutes(pack: Pack, sections: Sequence[_Section]) -> Iterator[Block]:
    yield from _facts(_front(pack.meeting))
    yield Heading(2, "Attendance")
    people = tuple(Line(one_line(person), 1) for person in pack.meeting.people)
    yield Passage(people or (Line(_NOBODY),))
    for section in sections:
        yield Heading(2, section.title or "Agenda")
        for each in section.entries:
            yield from _minute(each, pack.meeting)
    yield from _actions(pack, sections)


def _sections(pack: Pack) -> Iterator[_Section]:
    title, entries, number = "", list[_Numbered](), 0
    clocks = timings(pack.meeting, pack.agenda).clocks
    for entry, at in zip(pack.agenda, clocks, strict=True):
        if entry.kind != "section":
            number += 1
            entries.append(_Numbered(number, entry, at))
            continue
        if title or entries:
            yield _Section(title, tuple(entries))
        title, entries = one_line(entry.title), []
    if title or entries:
        yield _Section(title, tuple(entries))


def _front(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    return (
        ("Series", "" if meeting.series == meeting.name else meeting.series),
        ("When", when(meeting)),
        ("Where", meeting.place),
        ("Chair", meeting.chair),
    )


def _facts(told: Iterable[tuple[str, str]]) -> Iterator[Facts]:
    """Those that say something, each once; no block at all where none does."""
    pairs = dict.fromkeys((one_line(label), one_line(value)) for label, value in told)
    if facts := tuple(Fact(label, value) for label, value in pairs if value):
        yield Facts(facts)


def _agenda(sections: Sequence[_Section], meeting: Meeting) -> Agenda:
    told = _told([_cells(each) for section in sections for each in section.entries])
    return Agenda(
        tuple(_COLUMNS[place] for place in told),
        tuple(
            AgendaSection(
                section.title, tuple(_row(each, meeting, told) for each in section.entries)
            )
            for section in sections
        ),
    )


def _row(each: _Numbered, meeting: Meeting, told: Sequence[int]) -> AgendaRow:
    cells = _cells(each)
    return AgendaRow(
        each.number,
        one_line(each.entry.title),
        one_line(carried(each.entry.carried_from, meeting)),
        tuple(cells[place] for place in told),
        _remarks(each, meeting),
        _detailed(each.entry),
    )


def _cells(each: _Numbered) -> tuple[str, ...]:
    """What is said of an entry under each of _COLUMNS."""
    allotted = "" if each.entry.minutes is None else str(each.entry.minutes)
    return PURPOSES[each.entry.purpose], one_line(each.entry.lead), allotted, each.at


def _remarks(each: _Numbered, meeting: Meeting) -> str:
    """All that is said of an entry on the agenda beside its title, in one line."""
    entry, lead = each.entry, one_line(each.entry.lead)
    told = (
        each.at,
        minutes(entry.minutes),
        f"for {entry.purpose}" if entry.purpose else "",
        f"led by {lead}" if lead else "",
        one_line(carried(entry.carried_from, meeting)),
    )
    return ", ".join(part for part in told if part)


def _detailed(entry: AgendaEntry) -> bool:
    """Whether there is more to say of the entry than its line on the agenda."""
    return any((entry.bookmark, entry.note, entry.outcome, entry.state))


def _item(each: _Numbered, meeting: Meeting) -> Iterator[Block]:
    entry, bookmark = each.entry, each.entry.bookmark
    yield Heading(3, one_line(entry.title), each.number)
    if remarks := _remarks(each, meeting):
        yield Remark(_sentence(remarks))
    if bookmark is not None:
        yield from _passage(bookmark.text)
        yield from _facts(_dates_and_links(bookmark))
    yield from _passage(entry.note or (bookmark.note if bookmark else ""), "Note")
    if entry.state:
        yield Remark(f"{STATES[entry.state]}.")
    yield from _passage(entry.outcome, "Outcome")
    if bookmark is not None:
        yield _source(bookmark)


def _minute(each: _Numbered, meeting: Meeting) -> Iterator[Block]:
    entry = each.entry
    yield Heading(3, one_line(entry.title), each.number)
    told = [carried(entry.carried_from, meeting)]
    if entry.state or not entry.outcome.strip():
        told.append(STATES[entry.state])
    if told := [_sentence(one_line(part)) for part in told if part]:
        yield Remark(" ".join(told))
    yield from _passage(entry.outcome)
    if entry.bookmark is not None:
        yield _source(entry.bookmark)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _passage(text: str, label: str = "") -> Iterator[Passage]:
    if made := lines(text):
        yield Passage(made, label)


def _dates_and_links(bookmark: Bookmark) -> Iterator[tuple[str, str]]:
    for found in bookmark.dates:
        if found.what in ROLES:
            yield ROLES[found.what], span_in_words(found.start, found.end)
    for link in bookmark.links:
        bare = (link.address or "").removeprefix("mailto:")
        # an address that stands in the text can be followed there
        if bare not in bookmark.text:
            yield "Link", bare


def _source(bookmark: Bookmark) -> Remark:
    gone = " No longer in the library." if bookmark.missing else ""
    return Remark(f"Source: {one_line(bookmark.citation.in_words())}.{gone}")


def _actions(pack: Pack, sections: Sequence[_Section]) -> Iterator[Block]:
    if not pack.actions:
        return
    numbers = {each.entry.id: str(each.number) for part in sections for each in part.entries}
    yield Heading(2, "Actions")
    yield _table(
        "Actions",
        ("Action", "Owner", "Due", "Item", "State"),
        [_action(action, pack.meeting, numbers.get(action.entry, "")) for action in pack.actions],
    )


def _action(action: Action, meeting: Meeting, number: str) -> tuple[str, ...]:
    state = [carried(action.carried_from, meeting), "done" if action.done else ""]
    due = in_words(action.due.isoformat()) if action.due else ""
    told = ", ".join(part for part in state if part)
    return action.text, action.owner, due, number, told


def _dates(detailed: Iterable[_Numbered]) -> Iterator[Block]:
    found = sorted(
        {
            (date.start, date.end or "", ROLES[date.what], each.number)
            for each in detailed
            if each.entry.bookmark is not None
            for date in each.entry.bookmark.dates
            if date.what in ROLES
        }
    )
    if not found:
        return
    titles = {each.number: each.entry.title for each in detailed}
    yield Heading(2, "Dates and deadlines")
    yield _table(
        "Dates and deadlines",
        ("When", "What", "Item"),
        [
            (span_in_words(start, end), what, f"{number}. {titles[number]}")
            for start, end, what, number in found
        ],
    )


def _table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """The table, without columns that say nothing; the first stays in any case."""
    clean = [tuple(map(one_line, row)) for row in rows]
    told = sorted({0, *_told(clean)})
    return Table(
        caption,
        tuple(columns[place] for place in told),
        tuple(tuple(row[place] for place in told) for row in clean),
    )


def _told(rows: Sequence[Sequence[str]]) -> list[int]:
    """The places of the columns that say something in at least one of the rows."""
    return [place for place, cells in enumerate(zip(*rows, strict=True)) if any(cells)]
