"""A meeting, and every event and deadline of its agenda, as a calendar (RFC 5545).

Deadlines are events of a whole day with a reminder: Outlook imports no tasks (VTODO), and Google
passes over them. What is known to a month or a year alone takes all of its days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from icalendar import (
    Alarm,
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vRecur,
)

from index.meetings.blocks import Agenda, Laid
from index.meetings.layout import laid_out
from index.meetings.texts import lines, one_line
from index.meetings.timings import hours, timings
from index.meetings.wording import ROLES, carried
from index.model.dates import clock_in_words, first_day, last_day
from index.model.items import FoundDate
from index.model.meetings import Action, AgendaEntry, Bookmark, Meeting, Pack

_LONDON = ZoneInfo("Europe/London")
_PRODUCT = "-//carereader//carereader//EN"
_THE_MORNING_BEFORE = timedelta(hours=-15)
"""From the midnight that a whole day begins with: nine o'clock on the day before."""
_LONGEST_DURATION = timedelta(days=1)


def calendar(pack: Pack, made: datetime) -> bytes:
    """The calendar, made at that moment, which has its time zone.

    The same meeting, item or action has the same UID in every calendar, so that what is imported
    twice stands there once. What was over when the calendar was made has no reminder.
    """
    whole = Calendar()
    whole.add("prodid", _PRODUCT)
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    whole.add("x-wr-calname", one_line(pack.meeting.name))
    whole.add("x-wr-timezone", _LONDON.key)
    whole.add_component(_london())
    for event in _events(pack, made.astimezone(_LONDON).date()):
        event.add("dtstamp", made.astimezone(ZoneInfo("UTC")))
        whole.add_component(event)
    written: bytes = whole.to_ical()
    return written


def _events(pack: Pack, today: date) -> Iterator[Event]:
    if pack.meeting.date is not None:
        yield _meeting(pack, pack.meeting.date)
    seen: set[str] = set()
    for entry in pack.agenda:
        if entry.bookmark is None:
            continue
        for found in entry.bookmark.dates:
            uid = _uid(entry.bookmark.item, found.what, found.start, found.end or "")
            if found.what in ROLES and uid not in seen:
                seen.add(uid)
                yield _dated(entry, entry.bookmark, found, uid, today)
    for action in pack.actions:
        if action.due is not None and not action.done:
            yield _due(action, action.due, pack.meeting, today)


def _meeting(pack: Pack, day: date) -> Event:
    meeting = pack.meeting
    event = _event(_uid("meeting", meeting.id or meeting.name), meeting.name)
    known = hours(meeting.time)
    if known is None:
        _all_day(event, day, day)
    else:
        begins, ends = known
        start = datetime.combine(day, begins, _LONDON)
        event.add("dtstart", start)
        if ends is not None:
            event.add("dtend", datetime.combine(day, ends, _LONDON))
        elif allotted := timings(meeting, pack.agenda).minutes:
            event.add("duration", min(timedelta(minutes=allotted), _LONGEST_DURATION))
    if place := one_line(meeting.place):
        event.add("location", place)
    event.add("description", _agenda(laid_out(pack)))
    return event


def _agenda(laid: Laid) -> str:
    told = []
    for block in laid.blocks:
        if isinstance(block, Agenda):
            for section in block.sections:
                told += [section.title] if section.title else []
                told += [f"{row.number}. {row.title}" for row in section.rows]
    return "\n".join(told)


def _dated(
    entry: AgendaEntry, bookmark: Bookmark, found: FoundDate, uid: str, today: date
) -> Event:
    if found.what == "deadline":
        event = _deadline(found, entry.title, uid, today)
    else:
        event = _event(uid, entry.title)
        _when(event, found)
    told = [_running(bookmark.text), _running(entry.note or bookmark.note)]
    told += [
        one_line(link.address.removeprefix("mailto:")) for link in bookmark.links if link.address
    ]
    told.append(one_line(bookmark.citation.in_words()))
    event.add("description", "\n\n".join(part for part in told if part))
    return event


def _deadline(found: FoundDate, title: str, uid: str, today: date) -> Event:
    closes = found.end or found.start
    clock = closes.partition("T")[2]
    at = f" {clock_in_words(clock)}" if clock else ""
    event = _event(uid, f"{ROLES['deadline']}{at}: {title}")
    last = last_day(closes)
    _all_day(event, first_day(closes), last)
    _remind(event, last, today)
    return event


def _due(action: Action, due: date, meeting: Meeting, today: date) -> Event:
    owner = f" ({action.owner})" if action.owner else ""
    event = _event(_uid("action", action.id), f"Action: {action.text}{owner}")
    _all_day(event, due, due)
    _remind(event, due, today)
    told = [meeting.name, carried(action.carried_from, meeting)]
    event.add("description", one_line(", ".join(part for part in told if part)))
    return event


def _event(uid: str, summary: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("summary", one_line(summary))
    return event


def _when(event: Event, found: FoundDate) -> None:
    """The times of an event; its days, where no time of day is known."""
    end = found.end or found.start
    if "T" not in found.start:
        _all_day(event, first_day(found.start), max(last_day(found.start), last_day(end)))
        return
    event.add("dtstart", _moment(found.start))
    if found.end and "T" in found.end and found.end > found.start:
        event.add("dtend", _moment(found.end))


def _moment(iso: str) -> datetime:
    return datetime.fromisoformat(iso).replace(tzinfo=_LONDON)


def _all_day(event: Event, first: date, last: date) -> None:
    """Whole days, which leave the time free; the end of an event is the day after its last."""
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1) if last < date.max else last)
    event.add("transp", "TRANSPARENT")


def _remind(event: Event, last: date, today: date) -> None:
    if last < today:
        return
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event["summary"])
    alarm.add("trigger", _THE_MORNING_BEFORE)
    event.add_component(alarm)


def _running(text: str) -> str:
    return "\n".join(
        f"{'  ' * (line.depth - 1)}• {line.text}" if line.depth else line.text
        for line in lines(text)
    )


def _uid(*parts: str) -> str:
    told = "\n".join(parts).encode("utf-8", "surrogatepass")
    return f"{sha256(told).hexdigest()[:32]}@carereader"


def _london() -> Timezone:
    """The time of the United Kingdom, by the rule that has held since 1996."""
    zone = Timezone()
    zone.add("tzid", _LONDON.key)
    for observance, name, begins, month, before, after in (
        (TimezoneDaylight(), "BST", datetime(1996, 3, 31, 1), 3, 0, 1),
        (TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), 10, 1, 0),
    ):
        observance.add("tzname", name)
        observance.add("dtstart", begins)
        observance.add("rrule", vRecur(freq="yearly", bymonth=month, byday="-1su"))
        observance.add("tzoffsetfrom", timedelta(hours=before))
        observance.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(observance)
    return zone
