"""The entries of an agenda, in their order: what it is to read, place and replace them.

Functions over an open transaction, for the classes that are asked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence

from index.errors import NotFoundError
from index.model.meetings import AgendaEntry, Bookmark, CarriedFrom, Citation, TemplateEntry
from index.record import rows
from index.record.forms import (
    dates_read,
    day_read,
    links_read,
    listed,
    span,
    template_read,
    template_written,
)
from index.record.names import key, new_id, quoted, tidied
from index.record.order import order_of, put_in_order

_HANDED_ON = ("section", "standing")
_BLANK = {"note": "", "lead": "", "purpose": "", "state": "", "outcome": ""}

_AGENDA = """
select entries.*, meetings.name as meeting_name, coalesce(notes.text, '') as item_note,
    entries.item is not null
        and not exists (select 1 from items where items.id = entries.item) as missing
from entries join meetings on meetings.id = meeting
left join notes on notes.item = entries.item
"""


def of_meeting(db: sqlite3.Connection, meeting: int) -> tuple[AgendaEntry, ...]:
    """The agenda of a meeting, in its order."""
    agenda = db.execute(f"{_AGENDA} where meeting = ? order by place, entries.rowid", (meeting,))
    return tuple(map(entry_read, agenda))


def entry(db: sqlite3.Connection, id: str) -> AgendaEntry:
    """The entry of that id. Raises NotFoundError."""
    row = db.execute(f"{_AGENDA} where entries.id = ?", (id,)).fetchone()
    if row is None:
        raise _gone(id)
    return entry_read(row)


def _gone(id: str) -> NotFoundError:
    return NotFoundError(f"no entry {quoted(id)} on any agenda; it may have been taken off")


def meetings_with(db: sqlite3.Connection, ids: Iterable[str]) -> list[int]:
    """The numbers of the meetings that have these entries. Raises NotFoundError for the others."""
    wanted = list(ids)
    agenda = db.execute(
        "select entries.id, meeting from json_each(?) as wanted"
        " join entries on entries.id = wanted.value order by wanted.key",
        (listed(wanted),),
    )
    found = {row["id"]: row["meeting"] for row in agenda}
    for each in wanted:
        if each not in found:
            raise _gone(each)
    return list(dict.fromkeys(found.values()))


def insert(
    db: sqlite3.Connection,
    meeting: int,
    entries: Sequence[dict[str, object]],
    at: int | None = None,
) -> list[str]:
    """Put entries, given by their columns, on an agenda before what stands `at`; their ids."""
    order = order_of(db, meeting)
    ids: list[str] = []
    for given in entries:
        row = {"id": new_id(), **_BLANK, **given, "meeting": meeting, "place": 0}
        rows.insert(db, "entries", row)
        ids.append(str(row["id"]))
    at = len(order) if at is None else at
    put_in_order(db, meeting, [*order[:at], *ids, *order[at:]])
    return ids


Closing = Callable[[], Collection[str]]
"""Gives the titles of standing items and sections that close a meeting, as names are compared.

It is asked only where one of these comes last.
"""


def before_closing(db: sqlite3.Connection, meeting: int, closing: Closing) -> int:
    """How many entries stand before those that close the meeting, such as any other business."""
    return _beginning_of_close(_titles(db, meeting), closing)


def end_of_section(db: sqlite3.Connection, meeting: int, section: str, closing: Closing) -> int:
    """Where the section ends that is meant by the id or the title of its heading.

    What closes the meeting is not counted to it. Raises NotFoundError where the agenda has no such
    section.
    """
    agenda = _titles(db, meeting)
    ids = order_of(db, meeting)
    headings = [place for place, (kind, _) in enumerate(agenda) if kind == "section"]
    for place, following in zip(headings, [*headings[1:], len(agenda)], strict=True):
        if section == ids[place] or key(section) == key(agenda[place][1]):
            within = agenda[place + 1 : following]
            return place + 1 + _beginning_of_close(within, closing)
    raise NotFoundError(f"the agenda has no section {quoted(section)}; add it, or leave it out")


def _titles(db: sqlite3.Connection, meeting: int) -> list[tuple[str, str]]:
    """The kind and title of each entry of an agenda."""
    agenda = db.execute(
        "select kind, title from entries where meeting = ? order by place, rowid", (meeting,)
    )
    return [(row["kind"], row["title"]) for row in agenda]


def _beginning_of_close(agenda: Sequence[tuple[str, str]], closing: Closing) -> int:
    """How many of these kinds and titles stand before those that close a meeting."""
    end = len(agenda)
    while end and agenda[end - 1][0] in _HANDED_ON and key(agenda[end - 1][1]) in closing():
        end -= 1
    return end


def replace_standing(db: sqlite3.Connection, meeting: int, titles: Iterable[str]) -> None:
    """Let these be the standing items of the agenda, in this order.

    One that is there already stays what it is. They stand where standing items stood; those that
    are more come behind the last of them, or else at the top.
    """
    wanted = [tidy for tidy in map(tidied, titles) if tidy]
    agenda = db.execute(
        "select id, kind, title from entries where meeting = ? order by place, rowid", (meeting,)
    ).fetchall()
    free = [row for row in agenda if row["kind"] == "standing"]
    standing: list[str] = []
    for title in wanted:
        same = next((row for row in free if key(row["title"]) == key(title)), None)
        if same is not None:
            free.remove(same)
            standing.append(same["id"])
            db.execute("update entries set title = ? where id = ?", (title, same["id"]))
        else:
            standing += insert(db, meeting, [{"kind": "standing", "title": title}])
    db.executemany("delete from entries where id = ?", [(row["id"],) for row in free])
    places = [place for place, row in enumerate(agenda) if row["kind"] == "standing"]
    more_at = places[-1] if places else -1
    coming = iter(standing)
    order = [] if places else standing
    for place, row in enumerate(agenda):
        if row["kind"] != "standing":
            order.append(row["id"])
        elif (following := next(coming, None)) is not None:
            order.append(following)
        if place == more_at:
            order += coming
    put_in_order(db, meeting, order)


def template_of(db: sqlite3.Connection, meeting: int) -> tuple[TemplateEntry, ...]:
    """The sections and standing items of an agenda, as the next one may begin with them."""
    agenda = db.execute(
        "select kind, title, minutes, lead from entries"
        " where meeting = ? and kind in ('section', 'standing') order by place, rowid",
        (meeting,),
    )
    return tuple(TemplateEntry(**row) for row in agenda)


def lay(
    db: sqlite3.Connection,
    meeting: int,
    template: Sequence[TemplateEntry],
    closing: Closing = frozenset,
) -> list[str]:
    """Put on an agenda what it has not of a template, each behind what it follows there.

    What closes a meeting comes behind all that is there. The ids of the entries that are new.
    """
    order = order_of(db, meeting)
    agenda = db.execute("select id, kind, title from entries where meeting = ?", (meeting,))
    there = {(row["kind"], key(row["title"])): row["id"] for row in agenda}
    added: list[str] = []
    at, closes = 0, _beginning_of_close([(line.kind, line.title) for line in template], closing)
    for number, line in enumerate(template):
        if number == closes:
            at = len(order)
        known = there.get((line.kind, key(line.title)))
        if known is None:
            row: dict[str, object] = {
                "kind": line.kind,
                "title": tidied(line.title),
                "minutes": line.minutes,
                "lead": tidied(line.lead),
            }
            (known,) = insert(db, meeting, [row])
            order.insert(at, known)
            added.append(known)
        at = max(at, order.index(known) + 1)
    put_in_order(db, meeting, order)
    return added


def hand_on_new(db: sqlite3.Connection, meeting: int, series: int) -> None:
    """Let the series hand on the standing items of this agenda that are new to its template."""
    row = db.execute("select template from series where id = ?", (series,)).fetchone()
    template = list(template_read(row["template"]))
    at = 0
    for line in template_of(db, meeting):
        places = [
            place
            for place, each in enumerate(template)
            if (each.kind, key(each.title)) == (line.kind, key(line.title))
        ]
        if places:
            at = places[0] + 1
        elif line.kind == "standing":
            template.insert(at, line)
            at += 1
    db.execute("update series set template = ? where id = ?", (template_written(template), series))


def entry_read(row: sqlite3.Row) -> AgendaEntry:
    """The entry in a row of what `_AGENDA` asks for."""
    bookmark = None if row["item"] is None else _bookmark(row)
    return AgendaEntry(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        note=row["note"] if bookmark is None else bookmark.note,
        lead=row["lead"],
        minutes=row["minutes"],
        purpose=row["purpose"],
        state=row["state"],
        outcome=row["outcome"],
        carried_from=carried_from(row),
        bookmark=bookmark,
    )


def carried_from(row: sqlite3.Row) -> CarriedFrom | None:
    """The meeting in the columns that say where something was carried from."""
    if row["carried"] is None:
        return None
    return CarriedFrom(row["carried"], day_read(row["carried_on"]))


def _bookmark(row: sqlite3.Row) -> Bookmark:
    return Bookmark(
        meeting=row["meeting_name"],
        item=row["item"],
        citation=Citation(
            row["cited"],
            row["document"],
            row["source"],
            row["issued"],
            span(row["first_line"], row["last_line"]),
        ),
        text=row["text"],
        links=links_read(row["links"]),
        dates=dates_read(row["dates"]),
        note=row["item_note"],
        missing=bool(row["missing"]),
    )
