"""Writing the pack of a long agenda, in processor time: python -m tests.bench.packs

200 items of 150 words each on average, in sections, with notes, dates, links and actions, in every
format. The peer, in the same run on the same pack, is the least that it takes to copy that much
text in any structure: Python's json module, there and back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from functools import partial
from time import process_time

from index.meetings.acronyms import field_acronyms, occurring
from index.meetings.pack import rendered
from index.model.documents import Link, Span
from index.model.formats import FORMATS
from index.model.items import FoundDate
from index.model.meetings import Action, AgendaEntry, Bookmark, Citation, Meeting, Pack
from index.search.entry import Entry
from tests.bench.corpus import items

_ITEMS = 200
_IN_A_SECTION = 20
_TIMES = 3
_MADE = datetime(2026, 11, 22, tzinfo=UTC)
_MEETING = Meeting("Corporate Parenting Panel", date(2026, 12, 3), "2pm", id="panel")


def main() -> None:
    """Print how long each format takes, and how many times as long as the peer."""
    pack = _pack()
    field = field_acronyms()
    works: dict[str, Callable[[], object]] = {
        "json, there and back": lambda: json.loads(json.dumps(asdict(pack), default=str)),
        "its acronyms": lambda: occurring(pack.agenda, pack.actions, field),
    }
    for each in FORMATS:
        works[each.ending] = partial(rendered, pack, each.ending, made=_MADE)
    print(f"the pack of a meeting with {_ITEMS} items, processor time, best of {_TIMES}")
    peer = 0.0
    for name, work in works.items():
        work()  # what is loaded once is not measured
        taken = min(_taken(work) for _ in range(_TIMES))
        peer = peer or taken
        print(f"  {name:<24} {taken:6.3f} s   {taken / peer:6.1f} times the peer")


def _pack() -> Pack:
    agenda = tuple(_agenda())
    actions = tuple(
        Action(f"action-{number}", _MEETING.name, "Write to the Board", "Jo", _MADE.date())
        for number in range(_ITEMS // 4)
    )
    return Pack(_MEETING, agenda, actions, (("SEND", "special educational needs"),))


def _agenda() -> Iterator[AgendaEntry]:
    for number, entry in enumerate(items(_ITEMS)):
        if number % _IN_A_SECTION == 0:
            yield AgendaEntry(f"section-{number}", "section", f"Section {number}")
        yield AgendaEntry(
            entry.id,
            "item",
            entry.title,
            "Ask how many there were last year, and what became of them.",
            "Director",
            5,
            "discussion",
            bookmark=_bookmark(entry, number),
        )


def _bookmark(entry: Entry, number: int) -> Bookmark:
    day = (_MADE + timedelta(days=number)).date().isoformat()
    return Bookmark(
        _MEETING.name,
        entry.id,
        Citation(entry.title, "Bulletin", "LGA", "2026-11", Span(number, number + 5)),
        entry.text,
        links=(Link(f"https://example.org/reports/{number}"),),
        dates=(
            FoundDate(day, day, None, "deadline"),
            FoundDate(day, f"{day}T14:00", None, "event"),
        ),
    )


def _taken(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()
