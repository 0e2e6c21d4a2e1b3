"""What happens when, put in order for reading: what is coming, by week, and what has passed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from index.model.dates import first_day, in_words, last_day
from index.model.meetings import Action, Meeting
from index.model.results import DatedItem

What = Literal["event", "deadline", "meeting", "action"]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens: a date in an item, a meeting, or an action that is due.

    `start` and `end` are as in `FoundDate`. `who` is the source of an item, where a meeting is, or
    whose action it is. `item` is the id of the item, `meeting` the name of the meeting, "" for
    what it is not.
    """

    what: What
    title: str
    start: str
    end: str | None = None
    who: str = ""
    item: str = ""
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time with a heading, and what happens in it in order."""

    heading: str
    happenings: tuple[Happening, ...]


def happenings(
    dates: Iterable[DatedItem], meetings: Iterable[Meeting], actions: Iterable[Action]
) -> tuple[Happening, ...]:
    """The dates of items, the meetings that have a date, and the actions that are to be done."""
    return (
        *(
            Happening(
                "deadline" if each.what == "deadline" else "event",
                each.title,
                each.start,
                each.end,
                each.source,
                item=each.item,
            )
            for each in dates
        ),
        *(
            Happening(
                "meeting",
                each.name,
                each.date.isoformat(),
                who=", ".join(part for part in (each.time, each.place) if part),
                meeting=each.name,
            )
            for each in meetings
            if each.date
        ),
        *(
            Happening(
                "action", each.text, each.due.isoformat(), who=each.owner, meeting=each.meeting
            )
            for each in actions
            if each.due and not each.done
        ),
    )


def coming(found: Iterable[Happening], today: date) -> tuple[Stretch, ...]:
    """What is not over, soonest first and week by week; before it what is overdue or under way."""
    ahead = [each for each in found if _is_coming(each, today)]
    ahead.sort(key=lambda each: (_week(each, today), *_in_time(each)))
    return _stretches(ahead, lambda each: _heading(*_week(each, today), today))


def passed(found: Iterable[Happening], today: date) -> tuple[Stretch, ...]:
    """What is over, latest first, month by month."""
    over = [each for each in found if not _is_coming(each, today)]
    over.sort(key=_in_time, reverse=True)
    return _stretches(over, lambda each: in_words(each.start[:7]))


def short_day(iso: str) -> str:
    """A date of any precision for a narrow margin: "Thu 3 Feb", "Feb 2022", "2022"."""
    day = iso.partition("T")[0]
    first = first_day(iso)
    if len(day) > 7:
        return f"{first:%a} {first.day} {first:%b}"
    return f"{first:%b %Y}" if len(day) == 7 else day


def _is_coming(each: Happening, today: date) -> bool:
    # an action is to be done until it is, however long it has been due
    return each.what == "action" or last_day(each.end or each.start) >= today


def _in_time(each: Happening) -> tuple[date, str, str]:
    return first_day(each.start), each.start, each.title


_OVERDUE, _UNDER_WAY = date.min, date.min + timedelta(days=1)


def _week(each: Happening, today: date) -> tuple[date, str]:
    """Where something to come belongs: the Monday of its week, and its month or year.

    The latter is "" for what has a day. What is overdue or under way belongs before all weeks.
    """
    first, last = first_day(each.start), last_day(each.end or each.start)
    if last < today:
        return _OVERDUE, ""
    if each.end and first < today:
        return _UNDER_WAY, ""
    # "October 2026" is no day of this week, but it may be while that month lasts
    shown = max(first, today)
    monday = shown - timedelta(days=shown.weekday())
    return monday, "" if len(each.start) > 7 else each.start


def _heading(monday: date, rough: str, today: date) -> str:
    if monday == _OVERDUE:
        return "Overdue"
    if monday == _UNDER_WAY:
        return "Already under way"
    if rough:
        return f"Some time in {in_words(rough)}"
    weeks = (monday - today).days // 7 + 1
    if weeks < 2:
        return "Next week" if weeks else "This week"
    year = "" if monday.year == today.year else f" {monday.year}"
    return f"Week of {monday.day} {monday:%B}{year}"


def _stretches(found: list[Happening], heading: Callable[[Happening], str]) -> tuple[Stretch, ...]:
    """What happens, which is in order, with what shares a heading together."""
    return tuple(Stretch(words, tuple(group)) for words, group in groupby(found, heading))
